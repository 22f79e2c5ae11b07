// Rows of earlier years, fetched into the sheets on wish; put away again, they leave with the next run.
import * as z from "zod/mini";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { BackendProblem } from "./backend.ts";
import { lazily, type RowView, rowView } from "./backend-shapes.ts";
import { emptyOutcome } from "./exchange.ts";
import { placeLedger } from "./place-answers.ts";
import { NotSetUp, type Prepared, prepareLedger } from "./prepare-run.ts";
import { RepairLog } from "./repairs.ts";
import type { SyncContext } from "./sync-context.ts";
import { openWorkbook, putWorkbookMeta } from "./workbook.ts";
import { entriesOf, type IndexState, readIndex, saveFacts, saveIndex } from "./workbook-index.ts";

const rows = lazily(() => z.object({ rows: z.array(rowView()) }));

/** So many ledgers are asked at the same time. */
const AT_ONCE = 10;

/** Writes down that a year's rows stand in the sheets, or no longer. */
export function keepYear(context: SyncContext, year: string, shown: boolean): void {
  context.withLock(() => {
    const opened = openWorkbook(context.host);
    if (!opened) throw new NotSetUp("the workbook is not set up");
    const others = (opened.meta.years ?? []).filter((one) => one !== year);
    const years = shown ? [...others, year].sort() : others;
    putWorkbookMeta(opened.facts, { ...opened.meta, years });
    saveFacts(context.host, opened.facts);
  });
}

/** Puts a year's rows of every ledger into its sheet; gives how many came. */
export function fetchYear(context: SyncContext, year: string): Result<number, BackendProblem> {
  let count = 0;
  for (let at = 0; at < context.ledgers.length; at += AT_ONCE) {
    const ledgers = context.ledgers.slice(at, at + AT_ONCE);
    const prepared = context.withLock(() =>
      inIndex(context, (state) =>
        ledgers.map((ledger) => prepareLedger(context, state, ledger, new RepairLog())),
      ),
    );
    const answers = context.backend.askAll(
      ledgers.map(({ id }) => ({
        path: `halls/${context.workbook.place.id}/ledgers/${id}/records?period=${year}`,
        schema: rows(),
      })),
    );
    // A ledger that one may not read has no rows for one; anything else stops here, and can be asked for again.
    const stopped = answers.find((answer) => !answer.ok && answer.error.code !== "not_permitted");
    if (stopped && !stopped.ok) return err(stopped.error);
    context.withLock(() =>
      inIndex(context, (state) => {
        ledgers.forEach((ledger, index) => {
          const [answer, before] = [answers[index], prepared[index]];
          if (answer?.ok && before) count += place(context, state, ledger, before, answer.value.rows);
        });
      }),
    );
  }
  return ok(count);
}

function place(
  context: SyncContext,
  state: IndexState,
  ledger: SheetLedger,
  prepared: Prepared,
  views: readonly RowView[],
): number {
  const entries = entriesOf(state, ledger.id);
  // What somebody deleted from the sheet comes back only when they say so.
  const wanted = views.filter(({ id, voided }) => !voided && entries.get(id)?.state !== "missing");
  const outcome = emptyOutcome();
  for (const view of wanted) outcome.changes.set(view.id, view);
  const options = { before: prepared.rows, putBack: new Set(wanted.map(({ id }) => id)) };
  placeLedger(context, state, ledger, prepared.found.sheet, outcome, options, new RepairLog());
  return wanted.length;
}

function inIndex<T>(context: SyncContext, work: (state: IndexState) => T): T {
  const state = readIndex(context.host);
  if (!state) throw new NotSetUp("the workbook has no index");
  const done = work(state);
  saveIndex(context.host, state);
  context.host.flush();
  return done;
}
