// Decides incoming rows against what is stored and writes them, in as few transactions as possible.
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { Change, CurrentRow, Decision, IncomingRow } from "../../shared/ledger/decide-row.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowProblems } from "../../shared/ledger/row-problems.ts";
import type { PersonalItem } from "../storage/record-item.ts";
import { findRevisions } from "../storage/record-store.ts";
import { fitting, headCheck, isTooLarge, type RowWrite, rowWriteParams } from "../storage/row-write.ts";
import { backOff, type TableAction } from "../storage/table.ts";
import { TableBusy } from "../storage/table-busy.ts";
import { decideGathered, type GatherContext, type GatheredDecision } from "./decide-gathered.ts";
import type { Heads } from "./heads.ts";
import { KnownRows } from "./known-rows.ts";
import { lockedMonths } from "./locked-months.ts";
import { appointmentActions } from "./organisation/appoint-with-row.ts";
import { changeOf, followingOf, planFollowing, seenIn } from "./plan-following.ts";
import { planRow } from "./plan-row.ts";
import { belongs, type StoredRows } from "./read-changes.ts";

export interface WriteContext extends GatherContext {
  /** Actions that belong to the transaction of a row: written with it, or not at all. */
  readonly beside?: (write: RowWrite) => readonly TableAction[];
}

export interface RowOutcome {
  readonly decision: Decision | ForeignRow;
  /** The row as it stands now, when the caller may know of it. */
  readonly record: LedgerRecord | undefined;
  /** The personal values that stand with a row that was written here. */
  readonly written?: { readonly personal: PersonalItem | undefined };
}

/** The id belongs to another hall or another ledger. */
export interface ForeignRow {
  readonly status: "foreign";
}

interface PlannedWrite {
  readonly at: number;
  readonly decision: Decision;
  /** The row itself, then the rows of other ledgers that follow from it. */
  readonly writes: readonly [RowWrite, ...RowWrite[]];
  /** Where the feeds stand after it. */
  readonly heads: Heads;
  readonly beside: readonly TableAction[];
  readonly personal: PersonalItem | undefined;
}

/** After this many lost races the rows of a call are written one by one. */
const LOST_TOGETHER = 4;
const MAX_LOST = 40;

/** Rows whose rules look at other rows are decided one after another; so many are read at a time. */
const ASKING_ROWS = 10;

/** Outcomes in the order of the rows. The same id may occur several times; its rows are taken one after another. */
export async function writeRows(rows: readonly IncomingRow[], context: WriteContext): Promise<RowOutcome[]> {
  const outcomes = new Map<number, RowOutcome>();
  const known = new KnownRows(context.table, context.hall.id);
  let lost = 0;
  while (outcomes.size < rows.length) {
    const pending = firstOfEachId(rows, outcomes);
    const taken = context.ledger.asksForRows ? pending.slice(0, ASKING_ROWS) : pending;
    const most = lost < LOST_TOGETHER ? Number.POSITIVE_INFINITY : 1;
    if (await writeRound(rows, taken, outcomes, known, context, most)) continue;
    known.forget();
    if (++lost >= MAX_LOST) throw new TableBusy("rows kept being changed by others");
    await backOff(Math.min(lost - 1, 6));
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

/** Decides the pending rows on what is known of the store and writes what it can; false when a race was lost. */
async function writeRound(
  rows: readonly IncomingRow[],
  pending: readonly number[],
  outcomes: Map<number, RowOutcome>,
  known: KnownRows,
  context: WriteContext,
  most: number,
): Promise<boolean> {
  const { hall, ledger } = context;
  const incoming = pending.map((at) => ({ at, row: rowAt(rows, at) }));
  const { heads: standing, stored } = await known.read(
    ledger.id,
    incoming.map(({ row }) => row),
  );
  let heads = standing;
  const current = await currentRows(
    incoming.map(({ row }) => row),
    stored,
    context,
  );
  if (!current) return false;
  const planned: PlannedWrite[] = [];
  const months = lockedMonths(context);
  for (const { at, row } of incoming) {
    // Rows before it in this call are not stored yet, and its rules may have to see them.
    if (ledger.asksForRows && planned.length > 0) break;
    const record = stored.records.get(row.id);
    if (record && (record.hall !== hall.id || record.ledger !== ledger.id)) {
      outcomes.set(at, { decision: { status: "foreign" }, record: undefined });
      continue;
    }
    const gathered = await decideGathered(row, current.get(row.id), context);
    const { decision } = gathered;
    const plan =
      "change" in decision
        ? await planWrite(row, decision.change, record, heads, gathered, context, months)
        : undefined;
    if (plan === "moved") break;
    if (plan?.ok) {
      heads = plan.value.heads;
      planned.push({ ...plan.value, at, decision, personal: personalAfter(plan.value.writes[0], stored) });
    } else if (known.doubts(row.id)) {
      // Decided anew once it has been looked for; where rules look at other rows, before those that come after it.
      if (ledger.asksForRows) break;
    } else {
      outcomes.set(at, { decision: plan ? { status: "refused", problems: [plan.error] } : decision, record });
    }
  }
  return commit(planned, outcomes, known, context, most);
}

/** The writes of one accepted row with all that follows from it, or why they cannot be. */
async function planWrite(
  row: IncomingRow,
  change: Change,
  record: LedgerRecord | undefined,
  heads: Heads,
  { gathered, facts }: GatheredDecision,
  context: WriteContext,
  months: ReturnType<typeof lockedMonths>,
): Promise<Result<Omit<PlannedWrite, "at" | "decision" | "personal">, Problem> | "moved"> {
  const { table, hall, ledger } = context;
  const head = await heads.of(ledger.id);
  const own = planRow(row.id, change, record, head, { ...context, facts }, row);
  if (isTooLarge(own.write)) return err(rowProblems.row_too_large({}));
  const lock = await months.judge(own.write, row.reason !== undefined || row.action === "void");
  if (!lock.ok) return lock;
  const after = heads.fork();
  after.advance(ledger.id, own.head);
  const next = followingOf(ledger, own.write, change.personal, record, facts);
  const following = await planFollowing(next, after, context, row.reason);
  if (following === "moved" || !following.ok) return following;
  const { writes, checks, seen } = following.value;
  const appointments = ledger.appoints(changeOf(own.write, change.personal, record), facts);
  const place = { hall, id: row.id, actor: context.actor, facts };
  const written = new Set([ledger.id, ...writes.map((write) => write.record.ledger)]);
  const standing = [...seenIn(gathered), ...seen].filter((one) => !written.has(one.ledger));
  return ok({
    writes: [own.write, ...writes],
    heads: after,
    beside: [
      ...lock.value,
      ...checks,
      ...(await appointmentActions(table, appointments, place)),
      ...standing.map((one) => headCheck(table.name, hall.id, one.ledger, one.head)),
      ...(context.beside?.(own.write) ?? []),
    ],
  });
}

async function commit(
  planned: readonly PlannedWrite[],
  outcomes: Map<number, RowOutcome>,
  known: KnownRows,
  { table, hall }: WriteContext,
  most: number,
): Promise<boolean> {
  let done = 0;
  let standing: Heads | null = null;
  while (done < planned.length) {
    const rest = planned.slice(done, done + togetherFrom(planned, done));
    const besides = besideCounter(rest);
    const further = (count: number) =>
      besides(count) + (rest[count - 1]?.heads.movesSince(standing).length ?? 0);
    const fit = fitting(
      hall,
      rest.map(({ writes }) => writes),
      most,
      further,
    );
    const part = rest.slice(0, Math.max(fit, 1));
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) throw new Error("an empty part of a transaction");
    if (fit === 0 && first.writes.length > 1) {
      const problems = [rowProblems.too_many_effects({ max: first.writes.length - 2 })];
      outcomes.set(first.at, { decision: { status: "refused", problems }, record: undefined });
      // What was planned after it counted on its place in the feed.
      return true;
    }
    const actions = rowWriteParams(
      table.name,
      hall,
      part.flatMap(({ writes }) => writes),
      last.heads.movesSince(standing),
    );
    const outcome = await table.transact([...actions, ...besideOf(part)]);
    if (!outcome.ok) {
      if (outcome.reasons.includes("ValidationError"))
        throw new Error("DynamoDB refused a transaction as invalid");
      return false;
    }
    for (const { at, decision, writes, personal } of part) {
      outcomes.set(at, { decision, record: writes[0].record, written: { personal } });
    }
    standing = last.heads;
    known.wrote(
      part.flatMap(({ writes }) => writes),
      last.heads,
    );
    done += part.length;
  }
  return true;
}

/** A row with others that follow from it has a transaction of its own: two of them may touch one further row. */
function togetherFrom(planned: readonly PlannedWrite[], from: number): number {
  const next = planned.findIndex(({ writes }, at) => at >= from && writes.length > 1);
  if (next === from) return 1;
  return (next < 0 ? planned.length : next) - from;
}

/** Checks of the same month need to be made once: DynamoDB refuses two actions on one item. */
function besideOf(writes: readonly PlannedWrite[]): TableAction[] {
  const byContent = new Map(
    writes.flatMap(({ beside }) => beside.map((one) => [JSON.stringify(one), one] as const)),
  );
  return [...byContent.values()];
}

/** How many actions stand beside the first so many writes, asked for more and more of them. */
function besideCounter(writes: readonly PlannedWrite[]): (count: number) => number {
  const seen = new Set<string>();
  let counted = 0;
  return (count) => {
    for (; counted < count; counted++) {
      for (const one of writes[counted]?.beside ?? []) seen.add(JSON.stringify(one));
    }
    return seen.size;
  };
}

function personalAfter({ record, personal }: RowWrite, stored: StoredRows): PersonalItem | undefined {
  if (personal === "erase") return undefined;
  return personal === "keep" ? stored.personal.get(record.id) : personal;
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
