// The built bundle, unchanged, in the workbook host, with workbooks, people and the real app behind a real server.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { buildAddon, DEFAULT_BACKEND_URL } from "../../../addon/build.ts";
import type { Rpc, RpcResult } from "../../../addon/rpc-contract.ts";
import { findFreePort } from "../../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../../infra/local/listen.ts";
import type { ExecutionEntry } from "../../../infra/local/workbook-host/execution/execution-log.ts";
import { googleLimits } from "../../../infra/local/workbook-host/execution/executions.ts";
import { readAddon } from "../../../infra/local/workbook-host/execution/manifest.ts";
import { ScriptHost } from "../../../infra/local/workbook-host/execution/script-host.ts";
import { resultOf } from "../../../infra/local/workbook-host/model/cell.ts";
import { displayText } from "../../../infra/local/workbook-host/model/number-format.ts";
import type { Sheet } from "../../../infra/local/workbook-host/model/sheet.ts";
import type { PageEdit } from "../../../infra/local/workbook-host/protocol/page-edits.ts";
import { applyEdit } from "../../../infra/local/workbook-host/server/apply-edits.ts";
import { CacheEntries } from "../../../infra/local/workbook-host/services/cache-entries.ts";
import { FrozenClock } from "../../../infra/local/workbook-host/services/host-clock.ts";
import type { HostServices } from "../../../infra/local/workbook-host/services/host-services.ts";
import { Locks } from "../../../infra/local/workbook-host/services/locks.ts";
import { ScriptState } from "../../../infra/local/workbook-host/storage/script-state.ts";
import { WorkbookStore } from "../../../infra/local/workbook-host/storage/workbook-store.ts";
import { createWorld, emailOf, NOW, type Who, type World } from "../../support/world.ts";
import type { FakeBackend } from "./fake-backend.ts";

export interface AddonBench {
  readonly world: World;
  readonly host: ScriptHost;
  /** The workbook of hall `east`, shared by the clerks. */
  readonly workbookId: string;
  /** Calls a function behind a sidebar; throws what the script threw. */
  call<N extends keyof Rpc>(
    name: N,
    args: Parameters<Rpc[N]>,
    as?: Who,
    workbook?: string,
  ): Promise<ReturnType<Rpc[N]>>;
  /** The value of an answer that has to be good. */
  good<N extends keyof Rpc>(
    name: N,
    args: Parameters<Rpc[N]>,
    as?: Who,
    workbook?: string,
  ): Promise<Extract<ReturnType<Rpc[N]>, { ok: true }>["value"]>;
  menu(name: string, as?: Who): Promise<void>;
  /** What a sheet shows, header first. */
  grid(sheet: string, workbook?: string): string[][];
  sheet(name: string, workbook?: string): Sheet;
  /** What a person does on the page. */
  edit(change: (sheetId: number) => PageEdit, sheet?: string, as?: Who, workbook?: string): void;
  /** Types into cells; rows and columns count from 0. */
  type(
    cells: readonly (readonly [row: number, column: number, text: string])[],
    sheet?: string,
    as?: Who,
    workbook?: string,
  ): void;
  createWorkbook(name: string, owner?: Who): string;
  copyWorkbook(id: string, owner?: Who): string;
  /** Called before the app sees a request; true answers 503 instead. */
  onRequest(hook: ((path: string) => boolean | Promise<boolean>) | null): void;
  readonly clock: FrozenClock;
  readonly services: HostServices;
  lastRun(): ExecutionEntry;
  close(): Promise<void>;
}

export const LEDGER = "办件台账";

let built: Promise<string> | undefined;

/** The bundle, built once for all tests of a file. */
function builtAddon(): Promise<string> {
  built ??= (async () => {
    const directory = await mkdtemp(join(tmpdir(), "addon-build-"));
    await buildAddon(directory);
    return directory;
  })();
  return built;
}

export interface AddonBenchPlace {
  /** A database of one's own, where no test runner brings one. */
  readonly database?: string;
  /** What stands between the sheet and the backend: told where the backend is, it says where the sheet has to call. */
  readonly between?: (url: string) => Promise<string>;
}

/** @param fake answers instead of the real app, where thousands of rows have to be quick */
export async function openAddonBench(fake?: FakeBackend, place: AddonBenchPlace = {}): Promise<AddonBench> {
  const world = await createWorld(undefined, undefined, place.database);
  const addon = await readAddon(await builtAddon());
  let hook: ((path: string) => boolean | Promise<boolean>) | null = null;
  const port = await findFreePort();
  const answer = getRequestListener(world.app.fetch);
  const server = createServer((request, response) => {
    void (async () => {
      if (hook && (await hook(request.url ?? ""))) response.writeHead(503).end();
      else if (fake) {
        const body = await readText(request);
        const answered = fake.answer({ method: "post", url: request.url ?? "", token: "", body });
        response.writeHead(answered.status, { "content-type": "application/json" }).end(answered.body);
      } else await answer(request, response);
    })();
  });
  await listenOnLoopback(server, port);
  const direct = `http://127.0.0.1:${port}`;
  const backend = (await place.between?.(direct)) ?? direct;
  const data = await mkdtemp(join(tmpdir(), "addon-bench-"));
  const clock = new FrozenClock(NOW);
  const store = new WorkbookStore(data, () => clock.now());
  await store.load();
  const state = new ScriptState(data);
  await state.load();
  const services: HostServices = {
    store,
    state,
    locks: new Locks(),
    cache: new CacheEntries(() => clock.now()),
    clock,
    identity: {
      issueIdToken: (email) => world.token(whoIs(email)),
      listAccounts: () => [],
    },
    scriptId: "add-on",
    oauthClientId: "add-on-client",
    fetchRoutes: { [DEFAULT_BACKEND_URL]: `${backend}/v1/` },
    urlOf: (id) => `http://127.0.0.1/workbooks/${id}`,
    addon: () => addon,
    showToast: () => {},
  };
  const host = new ScriptHost(services, { ...googleLimits, longestSleepMs: 0 });
  const editors = (["clerk", "clerk2", "head"] as const).map(emailOf);
  const create = (name: string, owner: Who) =>
    store.create({ name, owner: emailOf(owner), editors }).workbook.facts.id;
  const workbookId = create("东大厅", "head");
  const opened = (id: string) => {
    const found = store.find(id);
    if (!found) throw new Error(`no workbook ${id}`);
    return found;
  };
  const sheet = (name: string, id = workbookId): Sheet => {
    const found = opened(id).workbook.sheetByName(name);
    if (!found) {
      const names = opened(id).workbook.sheets.map((one) => one.name);
      throw new Error(`no sheet ${name}: ${names.join(", ")}`);
    }
    return found;
  };
  const call: AddonBench["call"] = async (name, args, as = "clerk", id = workbookId) => {
    const result = await host.call({ workbookId: id, email: emailOf(as) }, name, JSON.stringify(args));
    if (!result.ok) throw new Error(`${result.name}: ${result.message}`);
    return JSON.parse(result.json ?? "null");
  };
  const edit: AddonBench["edit"] = (change, name = LEDGER, as = "clerk", id = workbookId) => {
    applyEdit({ ...opened(id), email: emailOf(as) }, change(sheet(name, id).id));
  };
  return {
    world,
    host,
    clock,
    services,
    workbookId,
    call,
    good: async (name, args, as, id) => {
      const answered: RpcResult<unknown> = await call(name, args, as, id);
      if (!answered.ok)
        throw new Error(
          `${name}: ${answered.message.zh} ${JSON.stringify(host.executions.log.list()[0]?.lines)}`,
        );
      return JSON.parse(JSON.stringify(answered.value));
    },
    menu: async (name, as = "clerk") => {
      const result = await host.menu({ workbookId, email: emailOf(as) }, name);
      if (!result.ok) throw new Error(`${result.name}: ${result.message}`);
    },
    grid: (name, id = workbookId) => gridOf(sheet(name, id)),
    sheet,
    edit,
    type: (cells, name, as, id) =>
      edit(
        (sheetId) => ({
          kind: "cells",
          sheetId,
          cells: cells.map(([row, column, text]) => ({ row, column, entry: text })),
        }),
        name,
        as,
        id,
      ),
    createWorkbook: (name, owner = "head") => create(name, owner),
    copyWorkbook: (id, owner = "head") => {
      const { workbook } = store.copy(id, "副本", emailOf(owner));
      workbook.facts.editors.push(...editors);
      return workbook.facts.id;
    },
    onRequest: (to) => {
      hook = to;
    },
    lastRun: () => {
      const [run] = host.executions.log.list();
      if (!run) throw new Error("nothing ran");
      return run;
    },
    close: async () => {
      await host.close();
      await store.close();
      await state.close();
      await closeServer(server);
      await world.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text || "{}";
}

function whoIs(email: string): Who {
  const found = (
    ["clerk", "clerk2", "head", "west", "amsterdam", "admin", "director", "nobody"] as const
  ).find((who) => emailOf(who) === email);
  if (!found) throw new Error(`nobody is ${email}`);
  return found;
}

function gridOf(sheet: Sheet): string[][] {
  return Array.from({ length: sheet.lastRow() }, (_, row) =>
    Array.from({ length: sheet.lastColumn() }, (__, column) => {
      const cell = sheet.cell(row, column);
      return displayText(resultOf(cell), cell?.style?.numberFormat);
    }),
  );
}
