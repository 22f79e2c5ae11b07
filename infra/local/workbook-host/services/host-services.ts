// The parts of the host that operations work on.
import type { Addon } from "../execution/manifest.ts";
import type { ScriptState } from "../storage/script-state.ts";
import type { WorkbookStore } from "../storage/workbook-store.ts";
import type { CacheEntries } from "./cache-entries.ts";
import type { HostClock } from "./host-clock.ts";
import type { Locks } from "./locks.ts";

export interface Account {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly halls: readonly string[];
}

export interface Identity {
  /** An ID token for this person, as the script's OAuth client would get it. */
  issueIdToken(email: string, audience: string): Promise<string>;
  listAccounts(): readonly Account[] | Promise<readonly Account[]>;
}

export interface HostServices {
  readonly store: WorkbookStore;
  readonly state: ScriptState;
  readonly locks: Locks;
  readonly cache: CacheEntries;
  readonly clock: HostClock;
  readonly identity: Identity;
  readonly scriptId: string;
  readonly oauthClientId: string;
  /** Where requests really go: production prefix to local prefix. The whitelist is checked against the former. */
  readonly fetchRoutes: Readonly<Record<string, string>>;
  /** Address of a workbook's page, as getUrl answers. */
  readonly urlOf: (workbookId: string) => string;
  readonly addon: () => Addon;
  readonly showToast: (workbookId: string, text: string, title: string, seconds: number) => void;
}
