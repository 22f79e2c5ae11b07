// Ledgers' sheets brought level with the backend: prepare under the lock, exchange without it, place under it.
import type { Text } from "../../shared/kernel/text.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isReadOnly } from "../definitions/kept-ledgers.ts";
import type { BackendProblem } from "./backend.ts";
import type { Receipt } from "./backend-shapes.ts";
import { emptyOutcome, exchange, type Outcome } from "./exchange.ts";
import { type Placed, placeLedger, rememberCursor } from "./place-answers.ts";
import { NotSetUp, type Prepared, prepareLedger } from "./prepare-run.ts";
import { RepairLog } from "./repairs.ts";
import type { SyncContext } from "./sync-context.ts";
import { entriesOf, type IndexState, readIndex, saveIndex } from "./workbook-index.ts";

export interface LedgerSyncReport {
  readonly ledger: string;
  readonly rows: number;
  readonly sent: number;
  readonly received: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly pending: number;
  readonly repairs: RepairLog["views"];
  readonly receipts: readonly Receipt[];
  readonly problem: BackendProblem | null;
  readonly unfinished: boolean;
}

interface Work {
  readonly ledger: SheetLedger;
  readonly repairs: RepairLog;
  prepared: Prepared | null;
  outcome: Outcome;
  placed: Placed;
}

export function syncLedgers(context: SyncContext, ledgers: readonly SheetLedger[]): LedgerSyncReport[] {
  const first = runOnce(context, ledgers);
  // Rows whose id was somebody else's have a new one now; their content still has to arrive.
  const again = first.filter(({ placed, outcome }) => placed.renamed > 0 && !outcome.problem);
  if (again.length === 0) return first.map(reportOf);
  const second = runOnce(
    context,
    again.map(({ ledger }) => ledger),
  );
  return first.map((work) => {
    const more = second.find(({ ledger }) => ledger === work.ledger);
    return more ? together(work, more) : reportOf(work);
  });
}

function runOnce(context: SyncContext, ledgers: readonly SheetLedger[]): Work[] {
  const works = ledgers.map(
    (ledger): Work => ({
      ledger,
      repairs: new RepairLog(),
      prepared: null,
      outcome: emptyOutcome(),
      placed: { rows: 0, pending: 0, received: 0, renamed: 0 },
    }),
  );
  context.withLock(() =>
    withIndex(context, (state) => {
      for (const work of works) {
        attempt(work, () => {
          work.prepared = prepareLedger(context, state, work.ledger, work.repairs);
        });
      }
    }),
  );
  const ready = works.flatMap((work) => (work.prepared ? [{ work, prepared: work.prepared }] : []));
  const outcomes = exchange(
    context,
    ready.map(({ work, prepared }) => ({ ledger: work.ledger, prepared })),
  );
  for (const [at, { work }] of ready.entries()) work.outcome = outcomes[at] ?? work.outcome;
  context.withLock(() =>
    withIndex(context, (state) => {
      for (const { work, prepared } of ready) attempt(work, () => place(context, state, work, prepared));
    }),
  );
  return works;
}

function withIndex(context: SyncContext, work: (state: IndexState) => void): void {
  const state = readIndex(context.host);
  if (!state) throw new NotSetUp("the workbook has no index");
  work(state);
  saveIndex(context.host, state);
  context.host.flush();
}

function place(context: SyncContext, state: IndexState, work: Work, prepared: Prepared): void {
  const { ledger, outcome, repairs } = work;
  if (prepared.isTidy && outcome.results.size === 0 && outcome.changes.size === 0) {
    rememberCursor(state, ledger, outcome);
    const known = [...entriesOf(state, ledger.id).values()];
    const pending = known.filter((entry) => entry.state === "pending").length;
    work.placed = { rows: prepared.rows.size, pending, received: 0, renamed: 0 };
    return;
  }
  // Of a sheet that only shows, whatever comes down counts, and nothing else is kept.
  const shown = isReadOnly(ledger) && !outcome.problem && !outcome.unfinished;
  const options = shown
    ? { before: prepared.rows, overwrite: new Set(outcome.changes.keys()), onlyShown: true }
    : { before: prepared.rows };
  work.placed = placeLedger(context, state, ledger, prepared.found.sheet, outcome, options, repairs);
}

/** One damaged sheet does not keep the others from being synchronised. */
function attempt(work: Work, step: () => void): void {
  try {
    step();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message: Text = {
      zh: `“${work.ledger.title.zh}”没能同步:${reason}`,
      en: `${work.ledger.title.en} could not be synchronised: ${reason}`,
    };
    work.outcome.problem = { kind: "refused", code: "failed", message };
  }
}

function reportOf({ ledger, repairs, outcome, placed }: Work): LedgerSyncReport {
  const byStatus: Record<string, number> = {};
  for (const { status } of outcome.results.values()) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    ledger: ledger.id,
    rows: placed.rows,
    sent: outcome.sent,
    received: placed.received,
    byStatus,
    pending: placed.pending,
    repairs: repairs.views,
    receipts: outcome.receipts,
    problem: outcome.problem,
    unfinished: outcome.unfinished,
  };
}

/** Rows that were refused for their id and then sent under a new one count once. */
function together(first: Work, second: Work): LedgerSyncReport {
  const [before, after] = [reportOf(first), reportOf(second)];
  const byStatus: Record<string, number> = { ...before.byStatus };
  byStatus.refused = Math.max(0, (byStatus.refused ?? 0) - first.placed.renamed);
  for (const [status, count] of Object.entries(after.byStatus)) {
    byStatus[status] = (byStatus[status] ?? 0) + count;
  }
  return {
    ...after,
    sent: before.sent + after.sent,
    received: before.received + after.received,
    byStatus,
    repairs: [...before.repairs, ...after.repairs],
    receipts: [...before.receipts, ...after.receipts],
  };
}
