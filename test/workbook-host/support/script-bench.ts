// Runs small add-ons given as text in the real runtime: real worker, real context, real workbook model.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { googleLimits, type Limits } from "../../../infra/local/workbook-host/execution/executions.ts";
import type { Addon } from "../../../infra/local/workbook-host/execution/manifest.ts";
import { ScriptHost } from "../../../infra/local/workbook-host/execution/script-host.ts";
import { CacheEntries } from "../../../infra/local/workbook-host/services/cache-entries.ts";
import type { ScriptWindow } from "../../../infra/local/workbook-host/services/execution-context.ts";
import { FrozenClock } from "../../../infra/local/workbook-host/services/host-clock.ts";
import type { HostServices } from "../../../infra/local/workbook-host/services/host-services.ts";
import { Locks } from "../../../infra/local/workbook-host/services/locks.ts";
import { ScriptState } from "../../../infra/local/workbook-host/storage/script-state.ts";
import { WorkbookStore } from "../../../infra/local/workbook-host/storage/workbook-store.ts";

export const owner = "owner@example.cn";
export const clerk = "clerk@example.cn";

export const allScopes = [
  "openid",
  "https://www.googleapis.com/auth/userinfo.email",
  "https://www.googleapis.com/auth/spreadsheets.currentonly",
  "https://www.googleapis.com/auth/script.container.ui",
  "https://www.googleapis.com/auth/script.external_request",
  "https://www.googleapis.com/auth/script.scriptapp",
  "https://www.googleapis.com/auth/script.send_mail",
];

interface BenchOptions {
  readonly scopes?: readonly string[];
  readonly whitelist?: readonly string[];
  readonly fetchRoutes?: Readonly<Record<string, string>>;
  readonly html?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  readonly dataDirectory?: string;
  readonly scriptTimeZone?: string;
}

export interface Bench {
  readonly host: ScriptHost;
  readonly services: HostServices;
  readonly clock: FrozenClock;
  readonly dataDirectory: string;
  readonly workbookId: string;
  /** Replaces the add-on's code. */
  use(code: string): void;
  /** Runs the body of a function in the workbook as the owner; gives its value or throws the script's error. */
  evaluate(body: string, as?: { email?: string; window?: ScriptWindow }): Promise<unknown>;
  close(): Promise<void>;
}

/** 2026-11-02 09:30 in Shanghai, a Monday. */
export const monday = Date.UTC(2026, 10, 2, 1, 30);

export async function openBench(options: BenchOptions = {}): Promise<Bench> {
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "workbook-bench-")));
  const clock = new FrozenClock(monday);
  const store = new WorkbookStore(dataDirectory, () => clock.now());
  await store.load();
  const state = new ScriptState(dataDirectory);
  await state.load();
  let addon: Addon = {
    manifest: {
      timeZone: options.scriptTimeZone ?? "America/New_York",
      runtimeVersion: "V8",
      oauthScopes: [...(options.scopes ?? allScopes)],
      urlFetchWhitelist: [...(options.whitelist ?? [])],
    },
    scripts: [],
    htmlFiles: options.html ?? {},
  };
  const services: HostServices = {
    store,
    state,
    locks: new Locks(),
    cache: new CacheEntries(() => clock.now()),
    clock,
    identity: {
      issueIdToken: (email, audience) => Promise.resolve(`token for ${email} at ${audience}`),
      listAccounts: () => [],
    },
    scriptId: "toy-script",
    oauthClientId: "toy-client",
    fetchRoutes: options.fetchRoutes ?? {},
    urlOf: (id) => `http://127.0.0.1/workbooks/${id}`,
    addon: () => addon,
    showToast: () => {},
  };
  const existing = store.list()[0];
  const { workbook } = existing ?? store.create({ name: "台账", owner, editors: [clerk] });
  const host = new ScriptHost(services, { ...googleLimits, ...options.limits });
  const workbookId = workbook.facts.id;
  const use = (code: string): void => {
    addon = { ...addon, scripts: [{ name: "Code.js", code }] };
  };
  return {
    host,
    services,
    clock,
    dataDirectory,
    workbookId,
    use,
    async evaluate(body, as = {}) {
      use(`function run() {\n${body}\n}`);
      const result = await host.call(
        { workbookId, email: as.email ?? owner, window: as.window },
        "run",
        "[]",
      );
      if (!result.ok) throw new Error(`${result.name}: ${result.message}`);
      return result.json === undefined ? undefined : JSON.parse(result.json);
    },
    async close() {
      await host.close();
      await store.close();
      await state.close();
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true });
    },
  };
}
