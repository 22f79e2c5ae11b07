// Plans what a row's change brings about in other ledgers: every one of those rows is decided as if it had been sent.

import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { CurrentRow } from "../../shared/ledger/decide-row.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";
import type { Values } from "../../shared/ledger/field.ts";
import type { FollowingRow, RowChange } from "../../shared/ledger/follow.ts";
import type { LedgerRecord, RowState } from "../../shared/ledger/record.ts";
import { rowProblems } from "../../shared/ledger/row-problems.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import { getLedger } from "../http/require-principal.ts";
import type { Head } from "../storage/record-store.ts";
import { isTooLarge, type RowWrite } from "../storage/row-write.ts";
import type { TableAction } from "../storage/table.ts";
import { decideGathered, type GatherContext } from "./decide-gathered.ts";
import type { Gathered } from "./gather-rows.ts";
import type { Heads } from "./heads.ts";
import { lockedMonths } from "./locked-months.ts";
import { planRow } from "./plan-row.ts";
import { belongs, readRows } from "./read-changes.ts";

export interface Following {
  readonly writes: readonly RowWrite[];
  readonly checks: readonly TableAction[];
  /** Heads of the feeds on whose rows something was decided. */
  readonly seen: readonly SeenHead[];
}

export interface SeenHead {
  readonly ledger: string;
  readonly head: Head;
}

/** A transaction holds 100 actions; more rows than this never fit, or somebody has made a circle. */
const MAX_FOLLOWING = 30;

/** The change of a planned write, as `follows` sees it. */
export function changeOf(
  { record, revision }: RowWrite,
  personal: Values,
  before: LedgerRecord | undefined,
): RowChange<RowState> {
  return {
    action: revision.action,
    event: before && record.events.length > before.events.length ? (record.events.at(-1) ?? null) : null,
    before: before ? rowOf(before) : null,
    row: rowOf(record),
    derived: record.derived,
    id: record.id,
    serial: record.serial,
    personal,
  };
}

/** "moved": somebody wrote in between, and everything is to be read again. */
export async function planFollowing(
  first: readonly FollowingRow[],
  heads: Heads,
  context: GatherContext,
  reason: string | undefined,
): Promise<Result<Following, Problem> | "moved"> {
  const writes: RowWrite[] = [];
  const checks: TableAction[] = [];
  const seen: SeenHead[] = [];
  const waiting = [...first];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (writes.length >= MAX_FOLLOWING) return err(rowProblems.too_many_effects({ max: MAX_FOLLOWING }));
    const planned = await planOne(next, heads, context, reason);
    if (planned === "moved") return "moved";
    if (!planned.ok) return planned;
    if (!planned.value) continue;
    writes.push(planned.value.write);
    checks.push(...planned.value.checks);
    seen.push(...planned.value.seen);
    waiting.push(...planned.value.next);
  }
  return ok({ writes, checks, seen });
}

interface PlannedFollowing extends Omit<Following, "writes"> {
  readonly write: RowWrite;
  readonly next: readonly FollowingRow[];
}

/** Undefined where nothing is to be done any more. */
async function planOne(
  row: FollowingRow,
  heads: Heads,
  { table, hall, ledgers, ...rest }: GatherContext,
  reason: string | undefined,
): Promise<Result<PlannedFollowing | undefined, Problem> | "moved"> {
  const ledger = getLedger({ ledgers }, row.ledger);
  const head = await heads.of(ledger.id);
  const stored = await readRows(table, [row.id]);
  const record = stored.records.get(row.id);
  if (record && (record.hall !== hall.id || record.ledger !== ledger.id)) {
    return err(rowProblems.unknown_record({}));
  }
  if (record && !belongs(record, stored.personal.get(row.id))) return "moved";
  const current: CurrentRow | undefined = record && {
    record,
    personal: stored.personal.get(row.id)?.values ?? {},
    since: [],
  };
  const incoming = {
    id: row.id,
    baseVersion: row.baseVersion ?? record?.version ?? 0,
    action: row.action,
    values: row.values,
  };
  // Whoever took the first step may bring about what follows from it, whatever their role in the other ledger.
  const context = { ...rest, table, hall, ledgers, ledger, roles: null, may: () => true };
  const { decision, gathered, facts } = await decideGathered(incoming, current, context);
  if (decision.status === "unchanged") return ok(undefined);
  if (decision.status === "conflict" || decision.status === "refused") {
    return err(decision.problems[0] ?? rowProblems.unknown_record({}));
  }
  const planned = planRow(row.id, decision.change, record, head, { ...context, facts }, { reason });
  if (isTooLarge(planned.write)) return err(rowProblems.row_too_large({}));
  const locked = lockedMonths(context);
  const lock = await locked.judge(planned.write, reason !== undefined || row.action === "void");
  if (!lock.ok) return lock;
  heads.advance(ledger.id, planned.head);
  return ok({
    write: planned.write,
    checks: lock.value,
    seen: seenIn(gathered),
    next: followingOf(ledger, planned.write, decision.change.personal, record, facts),
  });
}

export function followingOf(
  ledger: GatherContext["ledger"],
  write: RowWrite,
  personal: Values,
  before: LedgerRecord | undefined,
  facts: LedgerFacts,
): readonly FollowingRow[] {
  return ledger.follows(changeOf(write, personal, before), facts);
}

/** What was decided on gathered rows holds only while their feeds stand still. */
export function seenIn(gathered: Gathered | null): SeenHead[] {
  return [...(gathered?.heads ?? [])].map(([ledger, head]) => ({ ledger, head }));
}
