// All ledgers of a workbook, one after the other; what one run cannot finish the next one continues.
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { keptLedgers } from "../definitions/kept-ledgers.ts";
import type { RepairView } from "../rpc-contract.ts";
import { writeHome } from "../sheets/home-sheet.ts";
import { AWAY } from "./backend.ts";
import { ledgerMeta, readFact, type StoredReport } from "./index-shapes.ts";
import { metaKey } from "./locate-sheet.ts";
import { NotSetUp } from "./prepare-run.ts";
import { type HeldReference, referenceOf, type TextStore } from "./reference-cache.ts";
import { REPAIRS } from "./repairs.ts";
import { type Surroundings, type SyncContext, WORK_MS } from "./sync-context.ts";
import { syncLedgers } from "./sync-ledgers.ts";
import { adoptCopy, keepReport, openWorkbook } from "./workbook.ts";

export interface WorkbookSurroundings extends Surroundings {
  readonly store: TextStore;
}

const UNFINISHED: Text = {
  zh: "这次没有同步完,已记下进度;下次接着做。",
  en: "Not everything was synchronised this time; the next run continues.",
};

/** Kept beside the workbook for the nudge: when somebody typed last, and where sync states are shown. */
export const EDITED_AT = "editedAt";
export const SYNC_COLUMNS = "syncColumns";

/** Opens a hall's workbook for work; null until it is set up, or in centre mode. */
export function openForSync(
  surroundings: WorkbookSurroundings,
  manual: boolean,
): { context: SyncContext; held: HeldReference | null; copied: boolean } | null {
  const opened = openWorkbook(surroundings.host);
  if (opened?.meta.mode !== "hall") return null;
  const { meta } = opened;
  const isCopy = meta.workbookId !== surroundings.host.workbookId();
  const copied = isCopy && surroundings.withLock(() => adoptCopy(surroundings.host));
  const started = surroundings.now();
  const held = referenceOf(surroundings.store, surroundings.backend, meta.place.id, started);
  const definitions = surroundings.definitions(held && !held.offline ? held.parsed.definitions : null);
  const context = {
    ...surroundings,
    ledgers: keptLedgers(definitions?.ledgers ?? [], meta),
    workbook: meta,
    reference: held?.parsed ?? null,
    stopAt: started + WORK_MS,
    manual,
  };
  return { context, held, copied };
}

/** @throws NotSetUp */
export function syncWorkbook(surroundings: WorkbookSurroundings, manual: boolean): void {
  const opened = openForSync(surroundings, manual);
  if (!opened) throw new NotSetUp("the workbook is not a hall's");
  const { context } = opened;
  surroundings.store.write({}, [EDITED_AT]);
  const done = syncLedgers(context, context.ledgers);
  writeHome(context);
  const at = dateTimeAt(context.now(), context.workbook.timeZone);
  // A ledger that one may not read, and has nothing to say to, is no failure.
  const failed = done.find(
    ({ problem, pending }) => problem && !(problem.code === "not_permitted" && pending === 0),
  );
  // Without their definitions, which are asked for with the first run, no ledger is known.
  const error = failed?.problem?.message ?? (surroundings.definitions(null) ? null : AWAY);
  const unfinished = done.some((report) => report.unfinished);
  const copied: RepairView[] = opened.copied
    ? [{ place: context.workbook.place.name.zh, what: REPAIRS.workbookCopied, before: "", after: "" }]
    : [];
  const report: StoredReport = {
    at,
    error: error ?? (unfinished ? UNFINISHED : null),
    ledgers: done.map(({ ledger, rows, sent, received, byStatus, pending, repairs }, index) => ({
      ledger,
      rows,
      sent,
      received,
      byStatus,
      pending,
      repairs: index === 0 ? [...copied, ...repairs] : repairs,
    })),
  };
  const receipts = done.flatMap((one) => one.receipts.map((receipt) => ({ ledger: one.ledger, ...receipt })));
  context.withLock(() => keepReport(context.host, report, receipts));
  const columns = JSON.stringify(syncColumnsOf(context));
  if (surroundings.store.read()[SYNC_COLUMNS] !== columns)
    surroundings.store.write({ [SYNC_COLUMNS]: columns }, []);
}

/** Where each ledger's sheet shows its sync state, and where it keeps who typed: sheet id to both columns. */
function syncColumnsOf({ host, ledgers }: SyncContext): Record<string, [number, number]> {
  const opened = openWorkbook(host);
  const columns: Record<string, [number, number]> = {};
  for (const ledger of ledgers) {
    const meta = readFact(opened?.facts.meta.get(metaKey(ledger)), ledgerMeta());
    const columnOf = (wanted: string) => meta?.columns.find(({ id }) => id === wanted)?.column;
    const [state, typist] = [columnOf("sync"), columnOf("typedBy")];
    if (meta && state && typist) columns[String(meta.sheet)] = [state, typist];
  }
  return columns;
}
