// What was typed and not yet saved: survives a reload, and is never shown to the next user of the same computer.
import type { Values } from "../../../shared/ledger/field.ts";
import type { Bootstrap } from "../../rpc-contract.ts";
import { readStored, store, storedKeys } from "../frame/browser-storage.ts";
import { isNumber, isShape, isText } from "../rpc/guards.ts";
import { isValues } from "../rpc/history.ts";

export interface Draft {
  /** The row's UUID, made here: saving twice stores one row. */
  readonly id: string;
  /** 0 until the row was accepted. */
  readonly version: number;
  readonly raw: Values;
  /** What a ledger's own part of the form keeps beside the fields. */
  readonly extra: Values;
}

const isDraft = isShape({ id: isText, version: isNumber, raw: isValues, extra: isValues });

const PREFIX = "hall-ledger/draft/";

/**
 * A draft holds names, so it lies in the tab's own storage: closing the tab forgets it, and nothing of it reaches
 * the disk of a shared computer.
 */
export interface DraftStore {
  read(): Draft | null;
  write(draft: Draft): void;
  clear(): void;
}

/** Without a known user there is nobody to keep a draft for. */
export function draftStore({ user, hall }: Bootstrap, ledger: string): DraftStore {
  if (!user || !hall) return { read: () => null, write: () => {}, clear: () => {} };
  const key = `${PREFIX}${encodeURIComponent(user.key)}/${hall.id}/${ledger}`;
  return {
    read() {
      const kept = readStored("tab", key);
      return isDraft(kept) ? kept : null;
    },
    write: (draft) => store("tab", key, draft),
    clear: () => store("tab", key, null),
  };
}

/** When somebody else has signed in, what the one before had typed is gone for good. */
export function forgetOthersDrafts(userKey: string | null): void {
  const own = userKey === null ? null : `${PREFIX}${encodeURIComponent(userKey)}/`;
  for (const key of storedKeys("tab")) {
    if (key.startsWith(PREFIX) && (own === null || !key.startsWith(own))) store("tab", key, null);
  }
}
