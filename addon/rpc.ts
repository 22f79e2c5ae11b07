// What sidebars may call: every function checks what it is given and answers {ok, …}; nothing is thrown at a page.
import * as z from "zod/mini";
import { dateTimeAt } from "../shared/kernel/date-time.ts";
import type { SheetLedger } from "../shared/ledger/sheet-ledger.ts";
import { chooseSheets, sheetChoices } from "./choose-sheets.ts";
import { keptLedgers } from "./definitions/kept-ledgers.ts";
import { readCentre } from "./read-centre.ts";
import { answering, bad, checked, fromResult, good, MESSAGES } from "./rpc-answers.ts";
import type { Bootstrap, Rpc, RpcResult, Settings, Todo } from "./rpc-contract.ts";
import {
  completeRequest,
  periodRequest,
  reasonRequest,
  resolveRequest,
  rowRequest,
  saveRequest,
  settingsRequest,
  settleRequest,
  setUpChoice,
  sheetsRequest,
  uploadedFile,
  uploadRequest,
  yearRequest,
} from "./rpc-requests.ts";
import { listPlaces, setUpFor } from "./set-up.ts";
import { AWAY } from "./sync/backend.ts";
import { person } from "./sync/backend-shapes.ts";
import { centreTodos } from "./sync/backend-todos.ts";
import { giveReason } from "./sync/give-reason.ts";
import type { WorkbookMeta } from "./sync/index-shapes.ts";
import { fetchYear, keepYear } from "./sync/older-rows.ts";
import { completePeriods, listPeriods, readPeriod } from "./sync/periods.ts";
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
    sheetChoices: () => inHall(make, (context) => fromResult(sheetChoices(context))),
    chooseSheets: (given) =>
      checked(sheetsRequest(), given, ({ ledgers }) =>
        inHall(make, (context) => {
          // What was typed lately is looked at first: nothing waits unseen in a sheet that goes.
          syncWorkbook(context, true);
          const chosen = chooseSheets(context, ledgers);
          if (chosen.ok) syncWorkbook(context, true);
          return fromResult(chosen);
        }),
      ),
    saveSettings: (given) => checked(settingsRequest(), given, (settings) => saveSettings(make(), settings)),
    saveRow: (given) =>
      inAnyLedger(make, saveRequest(), given, (context, ledger, request) =>
        fromResult(saveRow(context, ledger, request)),
      ),
    uploadFile: (given) =>
      inAnyLedger(make, uploadRequest(), given, (context, ledger, { name, base64 }) => {
        const path = `halls/${context.workbook.place.id}/ledgers/${ledger.id}/attachments`;
        const named = `${path}?name=${encodeURIComponent(name)}`;
        return fromResult(context.backend.upload(named, base64, uploadedFile()));
      }),
    todos: () =>
      answering(() => {
        const surroundings = make();
        const meta = openWorkbook(surroundings.host)?.meta;
        if (meta?.mode === "centre") return todosOfCentre(surroundings, meta);
        return inHall(
          () => surroundings,
          (context) => good(readTodos(context)),
        );
      }),
    rowHistory: (given) =>
      inAnyLedger(make, rowRequest(), given, (context, ledger, { id }) =>
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
    showYear: (given) =>
      checked(yearRequest(), given, ({ year, shown }) =>
        inHall(make, (context) => {
          keepYear(context, year, shown);
          if (shown) {
            const fetched = fetchYear(context, year);
            if (!fetched.ok) keepYear(context, year, false);
            return fetched.ok ? good({ rows: fetched.value }) : bad(fetched.error.message);
          }
          syncWorkbook(context, true);
          return good({ rows: 0 });
        }),
      ),
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
    periods: () => inHall(make, (context) => fromResult(listPeriods(context))),
    period: (given) =>
      checked(periodRequest(), given, (named) =>
        inHall(make, (context) => fromResult(readPeriod(context, named))),
      ),
    completePeriods: (given) =>
      checked(completeRequest(), given, (request) =>
        inHall(make, (context) => fromResult(completePeriods(context, request))),
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

function todosOfCentre(surroundings: RpcSurroundings, meta: WorkbookMeta): RpcResult<readonly Todo[]> {
  const ledgers = surroundings.definitions(null)?.ledgers ?? [];
  const today = dateTimeAt(surroundings.now(), meta.timeZone).slice(0, 10);
  const found = centreTodos(surroundings.backend, ledgers, { id: meta.place.id, locale: meta.locale, today });
  return found ? good(found) : bad(AWAY);
}

/** All of them: what has no sheet here can still be looked at, and decided on, in a sidebar. */
function definitions(surroundings: RpcSurroundings): RpcResult<readonly unknown[]> {
  openForSync(surroundings, false);
  const known = surroundings.definitions(null);
  return known ? good(known.described) : bad(AWAY);
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

function inHall<R>(
  make: () => RpcSurroundings,
  work: (context: SyncContext & WorkbookSurroundings) => RpcResult<R>,
): RpcResult<R> {
  return answering(() => {
    const surroundings = make();
    const opened = openForSync(surroundings, true);
    return opened ? work({ ...surroundings, ...opened.context }) : bad(MESSAGES.notSetUp);
  });
}

/** Of the ledgers that stand as sheets here. */
function inLedger<T extends { readonly ledger: string }, R>(
  make: () => RpcSurroundings,
  schema: z.ZodMiniType<T>,
  given: unknown,
  work: (context: SyncContext, ledger: SheetLedger, request: T) => RpcResult<R>,
): RpcResult<R> {
  return inAnyLedger(make, schema, given, (context, ledger, request) =>
    context.ledgers.includes(ledger) ? work(context, ledger, request) : bad(MESSAGES.unknownLedger),
  );
}

/** Also of those that have no sheet here. */
function inAnyLedger<T extends { readonly ledger: string }, R>(
  make: () => RpcSurroundings,
  schema: z.ZodMiniType<T>,
  given: unknown,
  work: (context: SyncContext, ledger: SheetLedger, request: T) => RpcResult<R>,
): RpcResult<R> {
  return checked(schema, given, (request) =>
    inHall(make, (context) => {
      const all = context.definitions(null)?.ledgers ?? [];
      const ledger = all.find(({ id }) => id === request.ledger);
      return ledger ? work(context, ledger, request) : bad(MESSAGES.unknownLedger);
    }),
  );
}
