// What sidebars may call: every function checks what it is given and answers {ok, …}; nothing is thrown at a page.
import * as z from "zod/mini";
import { dateTimeAt } from "../shared/kernel/date-time.ts";
import type { Result } from "../shared/kernel/result.ts";
import type { Text } from "../shared/kernel/text.ts";
import type { SheetLedger } from "../shared/ledger/sheet-ledger.ts";
import { keptLedgers } from "./definitions/kept-ledgers.ts";
import { readCentre } from "./read-centre.ts";
import type { Bootstrap, Rpc, RpcResult, Settings } from "./rpc-contract.ts";
import {
  reasonRequest,
  resolveRequest,
  rowRequest,
  saveRequest,
  settingsRequest,
  settleRequest,
  setUpChoice,
} from "./rpc-requests.ts";
import { listPlaces, setUpFor } from "./set-up.ts";
import { AWAY, type BackendProblem } from "./sync/backend.ts";
import { person } from "./sync/backend-shapes.ts";
import { giveReason } from "./sync/give-reason.ts";
import { projectNames } from "./sync/project-names.ts";
import { placeOf, readSyncReport, readTodos, rowAt } from "./sync/read-work.ts";
import { saveRow } from "./sync/save-row.ts";
import { resolveConflict, settleMissing } from "./sync/settle-rows.ts";
import type { SyncContext } from "./sync/sync-context.ts";
import { openForSync, syncWorkbook, type WorkbookSurroundings } from "./sync/sync-workbook.ts";
import { openWorkbook, putWorkbookMeta } from "./sync/workbook.ts";
import { readIndex, saveIndex } from "./sync/workbook-index.ts";

export interface RpcSurroundings extends WorkbookSurroundings {
  /** Asks Google to nudge after edits and every hour; does nothing where that is already so. */
  readonly installTriggers: () => void;
  /** When somebody last typed into a ledger. */
  readonly editedAt: () => string | null;
}

const MESSAGES = {
  notSetUp: {
    zh: "这个表格还没有设置;请先在菜单“设置”里选择大厅或中心。",
    en: "This workbook is not set up yet; please choose a hall or centre in Settings first.",
  },
  wrongRequest: {
    zh: "请求内容不对;请重新打开侧栏再试。",
    en: "The request was malformed; please open the sidebar again.",
  },
  unknownLedger: { zh: "没有这本台账。", en: "There is no such ledger." },
  notInSheet: {
    zh: "表格里没有这一行;可能已被删除或移走。",
    en: "The row is not in the sheet; it may have been deleted.",
  },
  failed: {
    zh: "没有办成。已填的内容都还在,请再试一次。",
    en: "That did not work. What you entered is kept; please try again.",
  },
} as const satisfies Record<string, Text>;

const DEFAULT_SETTINGS: Settings = { locale: "zh", projection: "full" };

/** @param make called for each request: nothing is kept from one call to the next */
export function makeRpc(make: () => RpcSurroundings): Rpc {
  return {
    bootstrap: () => answering(() => good(bootstrap(make()))),
    definitions: () => answering(() => definitions(make())),
    listHalls: () => answering(() => fromResult(listPlaces(make().backend))),
    setUpWorkbook: (given) =>
      checked(setUpChoice(), given, (choice) => {
        const surroundings = make();
        const set = setUpFor(surroundings, choice);
        if (!set.ok) return bad(set.error.message);
        surroundings.installTriggers();
        if (choice.mode === "centre") readCentre(surroundings);
        else syncWorkbook(surroundings, true);
        return good({ sheets: set.value });
      }),
    saveSettings: (given) => checked(settingsRequest(), given, (settings) => saveSettings(make(), settings)),
    saveRow: (given) =>
      inLedger(make, saveRequest(), given, (context, ledger, request) =>
        fromResult(saveRow(context, ledger, request)),
      ),
    todos: () => inHall(make, (context) => good(readTodos(context))),
    rowHistory: (given) =>
      inLedger(make, rowRequest(), given, (context, ledger, { id }) =>
        fromResult(
          context.backend.get(
            `halls/${context.workbook.place.id}/ledgers/${ledger.id}/records/${id}`,
            z.unknown(),
          ),
        ),
      ),
    sync: () =>
      answering(() => {
        const surroundings = make();
        const opened = openWorkbook(surroundings.host);
        if (!opened) return bad(MESSAGES.notSetUp);
        if (opened.meta.mode === "centre") {
          const read = readCentre(surroundings);
          return read.ok ? good({ at: read.value, ledgers: [], error: null }) : bad(read.error.message);
        }
        syncWorkbook(surroundings, true);
        return inHall(
          () => surroundings,
          (context) => good(readSyncReport(context, null)),
        );
      }),
    syncState: () => {
      return answering(() => {
        const surroundings = make();
        return inHall(
          () => surroundings,
          (context) => good(readSyncReport(context, surroundings.editedAt())),
        );
      });
    },
    resolveConflict: (given) =>
      inLedger(make, resolveRequest(), given, (context, ledger, { id, keep }) =>
        fromResult(resolveConflict(context, ledger, id, keep)),
      ),
    giveReason: (given) =>
      inLedger(make, reasonRequest(), given, (context, ledger, { id, reason }) =>
        fromResult(giveReason(context, ledger, id, reason)),
      ),
    settleMissing: (given) =>
      inLedger(make, settleRequest(), given, (context, ledger, choice) =>
        fromResult(settleMissing(context, ledger, choice)),
      ),
    selectRow: (given) =>
      inLedger(make, rowRequest(), given, (context, ledger, { id }) => {
        const at = placeOf(context, ledger, id);
        if (!at) return bad(MESSAGES.notInSheet);
        context.host.select(at.sheet, at.row);
        return good(null);
      }),
  };
}

function bootstrap(surroundings: RpcSurroundings): Bootstrap {
  const user = surroundings.user();
  const opened = openWorkbook(surroundings.host);
  const me = opened ? surroundings.backend.get("me", person()) : null;
  const name = me?.ok ? me.value.name : "";
  const work = opened ? openForSync(surroundings, false) : null;
  const selection = work ? surroundings.host.selection() : null;
  const meta = opened?.meta;
  return {
    user: user && { ...user, name: name || user.email },
    hall: meta ? meta.place : null,
    mode: meta?.mode ?? null,
    settings: meta ? { locale: meta.locale, projection: meta.projection } : DEFAULT_SETTINGS,
    ledgers: work?.context.ledgers.map(({ id }) => id) ?? [],
    reference: work?.held?.whole ?? null,
    offline: work?.held?.offline === true || (me !== null && !me.ok && me.error.kind === "away"),
    now: dateTimeAt(surroundings.now(), meta?.timeZone ?? "Asia/Shanghai"),
    selected: work && selection ? rowAt(work.context, selection) : null,
  };
}

/** Of the ledgers that have a sheet here. */
function definitions(surroundings: RpcSurroundings): RpcResult<readonly unknown[]> {
  const work = openForSync(surroundings, false);
  const kept = new Set(work?.context.ledgers);
  const known = surroundings.definitions(null);
  if (!known) return bad(AWAY);
  return good(
    known.described.filter((_, at) => {
      const ledger = known.ledgers[at];
      return ledger !== undefined && kept.has(ledger);
    }),
  );
}

function saveSettings(surroundings: RpcSurroundings, settings: Settings): RpcResult<Settings> {
  const { host } = surroundings;
  const opened = openWorkbook(host);
  if (!opened) return bad(MESSAGES.notSetUp);
  const ledgers = keptLedgers(surroundings.definitions(null)?.ledgers ?? [], opened.meta);
  const isProjected = opened.meta.projection !== settings.projection && opened.meta.mode === "hall";
  surroundings.withLock(() => {
    const state = readIndex(host);
    if (!state) return;
    putWorkbookMeta(state, { ...opened.meta, ...settings });
    if (isProjected) for (const ledger of ledgers) projectNames(host, state, ledger, settings.projection);
    saveIndex(host, state);
    host.flush();
  });
  if (isProjected) syncWorkbook(surroundings, false);
  return good(settings);
}

function good<T>(value: T): RpcResult<T> {
  return { ok: true, value };
}

function bad<T>(message: Text): RpcResult<T> {
  return { ok: false, message };
}

function fromResult<T>(result: Result<T, BackendProblem>): RpcResult<T> {
  return result.ok ? good(result.value) : bad(result.error.message);
}

/** A page is always answered; what went wrong is in Google's execution log. */
function answering<T>(work: () => RpcResult<T>): RpcResult<T> {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return bad(MESSAGES.failed);
  }
}

function checked<T, R>(
  schema: z.ZodMiniType<T>,
  given: unknown,
  work: (request: T) => RpcResult<R>,
): RpcResult<R> {
  return answering(() => {
    const parsed = schema.safeParse(given);
    return parsed.success ? work(parsed.data) : bad(MESSAGES.wrongRequest);
  });
}

function inHall<R>(make: () => RpcSurroundings, work: (context: SyncContext) => RpcResult<R>): RpcResult<R> {
  return answering(() => {
    const opened = openForSync(make(), true);
    return opened ? work(opened.context) : bad(MESSAGES.notSetUp);
  });
}

function inLedger<T extends { readonly ledger: string }, R>(
  make: () => RpcSurroundings,
  schema: z.ZodMiniType<T>,
  given: unknown,
  work: (context: SyncContext, ledger: SheetLedger, request: T) => RpcResult<R>,
): RpcResult<R> {
  return checked(schema, given, (request) =>
    inHall(make, (context) => {
      const ledger = context.ledgers.find(({ id }) => id === request.ledger);
      return ledger ? work(context, ledger, request) : bad(MESSAGES.unknownLedger);
    }),
  );
}
