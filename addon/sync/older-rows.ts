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

const page = lazily(() => z.object({ rows: z.array(rowView()), next: z.nullable(z.number()) }));

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
    const found = askForYear(context, ledgers, year);
    if (!found.ok) return found;
    context.withLock(() =>
      inIndex(context, (state) => {
        ledgers.forEach((ledger, index) => {
          const [views, before] = [found.value[index], prepared[index]];
          if (views && before) count += place(context, state, ledger, before, views);
        });
      }),
    );
  }
  return ok(count);
}

interface YearLine {
  readonly path: string;
  readonly views: RowView[];
  /** Where the next page begins; null when all have come. */
  next: number | null;
}

/** The year's rows of each ledger, page by page. What stops half-way leaves the sheets as they were. */
function askForYear(
  context: SyncContext,
  ledgers: readonly SheetLedger[],
  year: string,
): Result<RowView[][], BackendProblem> {
  const all = ledgers.map(({ id }): YearLine => {
    const path = `halls/${context.workbook.place.id}/ledgers/${id}/records?period=${year}`;
    return { path, views: [], next: 0 };
  });
  for (let open = all; open.length > 0; open = all.filter(({ next }) => next !== null)) {
    const answers = context.backend.askAll(
      open.map(({ path, next }) => ({ path: `${path}&from=${next}`, schema: page() })),
    );
    for (const [at, line] of open.entries()) {
      const answer = answers[at];
      // A ledger that one may not read has no rows for one; anything else stops here, and can be asked for again.
      if (answer && !answer.ok && answer.error.code !== "not_permitted") return err(answer.error);
      line.views.push(...(answer?.ok ? answer.value.rows : []));
      line.next = answer?.ok ? answer.value.next : null;
    }
  }
  return ok(all.map(({ views }) => views));
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
