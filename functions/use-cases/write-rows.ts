// Decides incoming rows against what is stored and writes them, in as few transactions as possible.
import {
  type CurrentRow,
  type Decision,
  decideRow,
  type IncomingRow,
} from "../../shared/ledger/decide-row.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowProblems } from "../../shared/ledger/row-problems.ts";
import { findRevisions, type Head, readHead } from "../storage/record-store.ts";
import { fitting, isTooLarge, type RowWrite, rowWriteParams } from "../storage/row-write.ts";
import { backOff, type Table, type TableAction } from "../storage/table.ts";
import { TableBusy } from "../storage/table-busy.ts";
import { lockedMonths } from "./locked-months.ts";
import { type PlanContext, planRow } from "./plan-row.ts";
import { belongs, readRows, type StoredRows } from "./read-changes.ts";

export interface WriteContext extends PlanContext {
  readonly table: Table;
  readonly may: (action: string) => boolean;
  /** Actions that belong to the transaction of a row: written with it, or not at all. */
  readonly beside?: (write: RowWrite) => readonly TableAction[];
}

export interface RowOutcome {
  readonly decision: Decision | ForeignRow;
  /** The row as it stands now, when the caller may know of it. */
  readonly record: LedgerRecord | undefined;
}

/** The id belongs to another hall or another ledger. */
export interface ForeignRow {
  readonly status: "foreign";
}

interface PlannedWrite {
  readonly at: number;
  readonly decision: Decision;
  readonly write: RowWrite;
  readonly head: Head;
  readonly beside: readonly TableAction[];
}

/** After this many lost races the rows of a call are written one by one. */
const ROUNDS_TOGETHER = 4;
const MAX_ROUNDS = 40;

/** Outcomes in the order of the rows. The same id may occur several times; its rows are taken one after another. */
export async function writeRows(rows: readonly IncomingRow[], context: WriteContext): Promise<RowOutcome[]> {
  const outcomes = new Map<number, RowOutcome>();
  for (let round = 0; outcomes.size < rows.length; round++) {
    if (round >= MAX_ROUNDS) throw new TableBusy("rows kept being changed by others");
    const pending = firstOfEachId(rows, outcomes);
    const most = round < ROUNDS_TOGETHER ? Number.POSITIVE_INFINITY : 1;
    const progressed = await writeRound(rows, pending, outcomes, context, most);
    if (!progressed) await backOff(Math.min(round, 6));
  }
  return rows.map((_, at) => {
    const outcome = outcomes.get(at);
    if (!outcome) throw new Error("a row was left without an outcome");
    return outcome;
  });
}

function firstOfEachId(rows: readonly IncomingRow[], done: ReadonlyMap<number, RowOutcome>): number[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, at) => {
    if (done.has(at) || seen.has(id)) return [];
    seen.add(id);
    return [at];
  });
}

/** Decides the pending rows on one reading of the store and writes what it can; false when a race was lost. */
async function writeRound(
  rows: readonly IncomingRow[],
  pending: readonly number[],
  outcomes: Map<number, RowOutcome>,
  context: WriteContext,
  most: number,
): Promise<boolean> {
  const { table, hall, ledger } = context;
  const incoming = pending.map((at) => ({ at, row: rowAt(rows, at) }));
  // The head first: what is decided on rows read after it is written only if nobody wrote in between.
  let head = await readHead(table, hall.id, ledger.id);
  const stored = await readRows(
    table,
    incoming.map(({ row }) => row.id),
  );
  const current = await currentRows(
    incoming.map(({ row }) => row),
    stored,
    context,
  );
  if (!current) return false;
  const writes: PlannedWrite[] = [];
  const before = head;
  const months = lockedMonths(context);
  for (const { at, row } of incoming) {
    const record = stored.records.get(row.id);
    if (record && (record.hall !== hall.id || record.ledger !== ledger.id)) {
      outcomes.set(at, { decision: { status: "foreign" }, record: undefined });
      continue;
    }
    const decision = decideRow(row, current.get(row.id), context);
    if (decision.status !== "accepted" && decision.status !== "merged") {
      outcomes.set(at, { decision, record });
      continue;
    }
    const planned = planRow(row.id, decision.change, record, head, context, row.reason);
    if (isTooLarge(planned.write)) {
      const problems = [rowProblems.row_too_large({})];
      outcomes.set(at, { decision: { status: "refused", problems }, record });
      continue;
    }
    const lock = await months.judge(planned.write, row.reason !== undefined || row.action === "void");
    if (!lock.ok) {
      outcomes.set(at, { decision: { status: "refused", problems: [lock.error] }, record });
      continue;
    }
    head = planned.head;
    const beside = [...lock.value, ...(context.beside?.(planned.write) ?? [])];
    writes.push({ at, decision, write: planned.write, head, beside });
  }
  return commit(writes, before, outcomes, context, most);
}

async function commit(
  writes: readonly PlannedWrite[],
  before: Head,
  outcomes: Map<number, RowOutcome>,
  { table, hall, ledger }: WriteContext,
  most: number,
): Promise<boolean> {
  let done = 0;
  let head = before;
  while (done < writes.length) {
    const rest = writes.slice(done);
    const part = rest.slice(
      0,
      fitting(
        hall,
        ledger.id,
        rest.map(({ write }) => write),
        most,
        (count) => besideOf(rest.slice(0, count)).length,
      ),
    );
    const after = part.at(-1)?.head ?? head;
    const actions = rowWriteParams(
      table.name,
      hall,
      ledger.id,
      part.map(({ write }) => write),
      { before: head, after },
    );
    const outcome = await table.transact([...actions, ...besideOf(part)]);
    if (!outcome.ok) {
      if (outcome.reasons.includes("ValidationError"))
        throw new Error("DynamoDB refused a transaction as invalid");
      return false;
    }
    for (const { at, decision, write } of part) outcomes.set(at, { decision, record: write.record });
    head = after;
    done += part.length;
  }
  return true;
}

/** Checks of the same month need to be made once: DynamoDB refuses two actions on one item. */
function besideOf(writes: readonly PlannedWrite[]): TableAction[] {
  const byContent = new Map(
    writes.flatMap(({ beside }) => beside.map((one) => [JSON.stringify(one), one] as const)),
  );
  return [...byContent.values()];
}

/** Undefined when a record and its personal values were read at two moments: then everything is read again. */
async function currentRows(
  rows: readonly IncomingRow[],
  stored: StoredRows,
  { table, hall, ledger }: WriteContext,
): Promise<Map<string, CurrentRow> | undefined> {
  const own = rows.flatMap((row) => {
    const record = stored.records.get(row.id);
    return record && record.hall === hall.id && record.ledger === ledger.id ? [{ row, record }] : [];
  });
  if (own.some(({ record }) => !belongs(record, stored.personal.get(record.id)))) return undefined;
  // A revision's version is its place in the record's own list, counted from 1.
  const wanted = own.flatMap(({ row, record }) => record.revisions.slice(Math.max(0, row.baseVersion)));
  const revisions = await findRevisions(table, hall.id, ledger.id, wanted);
  return new Map(
    own.map(({ record }) => [
      record.id,
      {
        record,
        personal: stored.personal.get(record.id)?.values ?? {},
        since: revisions.filter(({ recordId }) => recordId === record.id),
      },
    ]),
  );
}

function rowAt(rows: readonly IncomingRow[], at: number): IncomingRow {
  const row = rows[at];
  if (!row) throw new Error(`no row ${at}`);
  return row;
}
