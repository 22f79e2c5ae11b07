// Which ledgers a hall keeps as sheets: told, and changed without losing anything that a sheet holds.
import { err, ok, type Result } from "../shared/kernel/result.ts";
import type { SheetLedger } from "../shared/ledger/sheet-ledger.ts";
import { canBeKept, isReadOnly, keptLedgers } from "./definitions/kept-ledgers.ts";
import type { SheetChoice } from "./rpc-contract.ts";
import { setUpWorkbook } from "./sheets/set-up-workbook.ts";
import { AWAY, type BackendProblem } from "./sync/backend.ts";
import { ledgerMeta, readFact } from "./sync/index-shapes.ts";
import { metaKey } from "./sync/locate-sheet.ts";
import type { SyncContext } from "./sync/sync-context.ts";
import { entriesOf, readIndex } from "./sync/workbook-index.ts";

const NO_LEDGERS: BackendProblem = { kind: "away", code: "away", message: AWAY };

export function sheetChoices(context: SyncContext): Result<SheetChoice[], BackendProblem> {
  const known = context.definitions(null);
  if (!known) return err(NO_LEDGERS);
  const kept = new Set(keptLedgers(known.ledgers, context.workbook));
  return ok(
    known.ledgers.filter(canBeKept).map((ledger) => ({
      ledger: ledger.id,
      title: ledger.title,
      kept: kept.has(ledger),
      readOnly: isReadOnly(ledger),
    })),
  );
}

/** A ledger with rows that wait is not given up: they would be forgotten. */
export function chooseSheets(
  context: SyncContext,
  wanted: readonly string[],
): Result<SheetChoice[], BackendProblem> {
  const { host, workbook, reference } = context;
  const known = context.definitions(null);
  if (!known) return err(NO_LEDGERS);
  const meta = { ...workbook, sheets: known.ledgers.map(({ id }) => id).filter((id) => wanted.includes(id)) };
  const keeping = keptLedgers(known.ledgers, meta);
  const givenUp = keptLedgers(known.ledgers, workbook).filter((ledger) => !keeping.includes(ledger));
  const waiting = context.withLock(() => givenUp.find((ledger) => hasWaiting(context, ledger)));
  if (waiting) return err(waitingProblem(waiting));
  context.withLock(() => {
    for (const ledger of givenUp) setHidden(context, ledger, true);
    for (const ledger of keeping) setHidden(context, ledger, false);
    const before = new Set(keptLedgers(known.ledgers, workbook));
    setUpWorkbook({ host, ledgers: keeping.filter((ledger) => !before.has(ledger)), meta, reference });
  });
  return sheetChoices({ ...context, workbook: meta });
}

function hasWaiting({ host }: SyncContext, ledger: SheetLedger): boolean {
  const state = readIndex(host);
  if (!state) return false;
  const entries = [...entriesOf(state, ledger.id).values()];
  return entries.some((entry) => entry.state !== "synced" && entry.state !== "voided");
}

function waitingProblem({ title }: SheetLedger): BackendProblem {
  return {
    kind: "refused",
    code: "rows_waiting",
    message: {
      zh: `“${title.zh}”里还有没同步好的行;请先同步并处理完,再收起这张表。`,
      en: `${title.en} still has rows that wait; synchronise and settle them before putting the sheet away.`,
    },
  };
}

function setHidden({ host }: SyncContext, ledger: SheetLedger, hidden: boolean): void {
  const state = readIndex(host);
  const meta = state && readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (meta && host.sheets().some(({ id }) => id === meta.sheet)) host.setHidden(meta.sheet, hidden);
}
