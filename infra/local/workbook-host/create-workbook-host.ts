// The local workbook host: spreadsheets in the browser that run an unchanged Apps Script add-on.
import type { IncomingMessage, ServerResponse } from "node:http";
import { buildPage } from "./build-page.ts";
import type { ExecutionEntry } from "./execution/execution-log.ts";
import { googleLimits, type Limits } from "./execution/executions.ts";
import { type Addon, readAddon } from "./execution/manifest.ts";
import { ScriptHost } from "./execution/script-host.ts";
import { topLevelFunctions } from "./execution/top-level-functions.ts";
import type { WorkbookFacts } from "./model/workbook.ts";
import { FrameServer } from "./server/frame-server.ts";
import { HostRoutes } from "./server/host-routes.ts";
import { LiveFeed } from "./server/live-feed.ts";
import { PageRoutes } from "./server/page-routes.ts";
import { StaticFiles } from "./server/static-files.ts";
import { CacheEntries } from "./services/cache-entries.ts";
import { type HostClock, MovableClock } from "./services/host-clock.ts";
import type { HostServices, Identity } from "./services/host-services.ts";
import { Locks } from "./services/locks.ts";
import { ScriptState, type SentMail } from "./storage/script-state.ts";
import { type OpenWorkbook, WorkbookStore } from "./storage/workbook-store.ts";

/** A workbook that is made at first start when its id is not on disk yet. */
export type WorkbookSeed = Pick<WorkbookFacts, "id" | "name" | "owner"> &
  Partial<Pick<WorkbookFacts, "editors" | "viewers" | "timeZone" | "locale">>;

export interface WorkbookHostOptions {
  /** The folder that clasp pushes: scripts, HTML files and appsscript.json. */
  readonly addonDirectory: string;
  readonly dataDirectory: string;
  readonly identity: Identity;
  readonly clock?: HostClock;
  readonly workbooks?: readonly WorkbookSeed[];
  /** Production prefix to local prefix, for UrlFetchApp. */
  readonly fetchRoutes?: Readonly<Record<string, string>>;
  readonly scriptId?: string;
  /** Audience of identity tokens. */
  readonly oauthClientId?: string;
  /** Port for sidebars and dialogs; 0 chooses a free one. */
  readonly framePort?: number;
  /** Where the page is built to; it is built when it is missing or older than its sources. */
  readonly pageDirectory?: string;
  /** Address under which handle() is reachable, for Spreadsheet.getUrl. */
  readonly baseUrl?: string;
  readonly limits?: Partial<Limits>;
}

export interface WorkbookHost {
  /** Answers requests below /workbooks; false for any other address. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly frameOrigin: string;
  readonly clock: HostClock;
  listWorkbooks(): { readonly id: string; readonly name: string }[];
  createWorkbook(given: Omit<WorkbookSeed, "id"> & { readonly id?: string }): string;
  copyWorkbook(id: string, name: string, owner: string): string;
  /** Newest first. */
  executions(): ExecutionEntry[];
  outbox(): readonly SentMail[];
  /** Runs the add-on's function as from its menu, without a window: for seeding and tests. */
  runFunction(
    workbookId: string,
    email: string,
    functionName: string,
    args?: readonly unknown[],
  ): Promise<unknown>;
  /** Runs clock triggers that are due; resolves with how many ran. */
  runDueTriggers(): Promise<number>;
  /** Moves the clock; then everything is as `clockMoved` leaves it. */
  moveClock(epochMs: number | undefined): Promise<void>;
  /** The clock was moved by somebody else: recalculates what knows today, runs due triggers. */
  clockMoved(): Promise<void>;
  /** Reads the add-on's folder again. */
  reloadAddon(): Promise<void>;
  close(): Promise<void>;
}

/** How often the host looks for due clock triggers and a new day. */
const tickMs = 15_000;

export async function createWorkbookHost(options: WorkbookHostOptions): Promise<WorkbookHost> {
  const clock = options.clock ?? new MovableClock();
  const now = (): number => clock.now();
  const { shim, directory } = await buildPage(options.pageDirectory);
  let addon: Addon = await readAddon(options.addonDirectory);
  const store = new WorkbookStore(options.dataDirectory, now);
  const state = new ScriptState(options.dataDirectory);
  await store.load();
  await state.load();

  const baseUrl = options.baseUrl ?? "http://127.0.0.1:8787";
  const services: HostServices = {
    store,
    state,
    clock,
    locks: new Locks(),
    cache: new CacheEntries(now),
    identity: options.identity,
    scriptId: options.scriptId ?? "local-add-on",
    oauthClientId: options.oauthClientId ?? "local-add-on.apps.example",
    fetchRoutes: options.fetchRoutes ?? {},
    urlOf: (id) => `${baseUrl}/workbooks/${id}`,
    addon: () => addon,
    showToast: (...toast) => pages.toast(...toast),
  };
  const scripts = new ScriptHost(services, { ...googleLimits, ...options.limits });
  const frames = new FrameServer(
    () => shim,
    () => [...topLevelFunctions(addon)].filter((name) => !name.endsWith("_")),
  );
  await frames.listen(options.framePort ?? 0);

  const feeds = new Map<string, LiveFeed>();
  store.onOpened((opened) => feeds.set(opened.workbook.facts.id, new LiveFeed(opened, now)));
  const feedOf = (id: string): LiveFeed => {
    const feed = feeds.get(id);
    if (!feed) throw new Error(`No workbook ${id}`);
    return feed;
  };
  for (const seed of options.workbooks ?? []) if (!store.find(seed.id)) store.create(seed);

  const reloadAddon = async (): Promise<void> => {
    addon = await readAddon(options.addonDirectory);
  };
  const pages = new PageRoutes({ scripts, frames, feedOf, beforeOpen: reloadAddon });
  const clockMoved = async (): Promise<void> => {
    for (const feed of feeds.values()) feed.clockMoved();
    await scripts.runDueTriggers();
  };
  const moveClock = async (epochMs: number | undefined): Promise<void> => {
    await clock.moveTo?.(epochMs);
    await clockMoved();
  };
  const tick = setInterval(() => {
    for (const feed of feeds.values()) feed.flush();
    void scripts.runDueTriggers();
  }, tickMs);
  tick.unref();

  const routes = new HostRoutes({ services, scripts, pages, files: new StaticFiles(directory), moveClock });
  const idOf = ({ workbook }: OpenWorkbook): string => workbook.facts.id;
  return {
    handle: (request, response) => routes.handle(request, response),
    frameOrigin: frames.origin,
    clock,
    listWorkbooks: () => store.list().map(({ workbook: { facts } }) => ({ id: facts.id, name: facts.name })),
    createWorkbook: (given) => idOf(store.create(given)),
    copyWorkbook: (id, name, owner) => idOf(store.copy(id, name, owner)),
    executions: () => scripts.executions.log.list(),
    outbox: () => state.outbox,
    runFunction: async (workbookId, email, functionName, args = []) => {
      const result = await scripts.call({ workbookId, email }, functionName, JSON.stringify(args));
      if (!result.ok) throw new Error(`${result.name}: ${result.message}`);
      return result.json === undefined ? undefined : JSON.parse(result.json);
    },
    runDueTriggers: () => scripts.runDueTriggers(),
    moveClock,
    clockMoved,
    reloadAddon,
    async close() {
      clearInterval(tick);
      pages.close();
      await scripts.close();
      await frames.close();
      await store.close();
      await state.close();
    },
  };
}
