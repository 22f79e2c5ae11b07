// The centre's part of a report: accepting it locks its month, returning it says why, unlocking is for a while.

import { centreOf } from "../../../shared/capabilities/organisation/hall.ts";
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { countersOf, type Snapshot } from "../../../shared/capabilities/periods/snapshot.ts";
import { dateTimeAt, parseInstant } from "../../../shared/kernel/date-time.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { frozenPuts } from "../../storage/frozen-store.ts";
import { findLock, lockPut } from "../../storage/lock-store.ts";
import type { TableAction } from "../../storage/table.ts";
import { TableBusy } from "../../storage/table-busy.ts";
import type { Completed } from "./complete-period.ts";
import { findDuty, type PeriodCall, type PeriodDuty, ruleLocks } from "./period-call.ts";
import { getSnapshot } from "./read-snapshot.ts";
import { clockBehind, findPeriodRow, type PeriodStep, writePeriodStep } from "./write-period-row.ts";

/** An unlock is a gap in the wall: a month at most, `[P]`. */
const MAX_UNLOCK_DAYS = 31;
const DAY_MS = 86_400_000;
const ATTEMPTS = 6;

type Decide = (
  record: LedgerRecord,
  duty: PeriodDuty,
) => Promise<Result<Omit<PeriodStep, "action" | "version">, Problem>>;

async function judge(
  call: PeriodCall,
  rule: string,
  periodId: string,
  action: "accept" | "return" | "unlock",
  decide: Decide,
): Promise<Result<Completed, Problem>> {
  const found = findDuty(call, rule, periodId);
  if (!found.ok) return found;
  const duty = found.value;
  const { obligation, ledger } = duty;
  if (!can(call.principal, call.at.place, ledger.access, action))
    return err(periodProblems.not_yours_to_judge({}));
  const period = obligation.period.id;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const record = await findPeriodRow(call, duty);
    const behind = clockBehind(call, record);
    if (behind) return err(behind);
    if (record && isRepeated(record, action)) return ok({ period, status: "unchanged", record });
    const status = record?.derived.status ?? "drafted";
    if (!record || !ledger.transitions[action]?.from.includes(status)) {
      const label = ledger.statuses[status]?.label ?? { zh: status, en: status };
      return err(periodProblems.not_submitted({ period, status: label }));
    }
    const decided = await decide(record, duty);
    if (!decided.ok) return decided;
    const written = await writePeriodStep(call, duty, { ...decided.value, action, version: record.version });
    if (!written.ok) return written;
    if (written.value.status !== "moved") return ok({ period, ...written.value });
  }
  throw new TableBusy(`${rule}/${periodId} kept being changed by others`);
}

/** A second click on accepting or returning finds it done. */
function isRepeated({ events }: LedgerRecord, action: string): boolean {
  return action !== "unlock" && latestOf(events, ["submit", "accept", "return"])?.action === action;
}

/** Accepts what was submitted last, and no other: its snapshot's figures become the frozen ones. */
export function acceptReport(
  call: PeriodCall,
  rule: string,
  periodId: string,
): Promise<Result<Completed, Problem>> {
  return judge(call, rule, periodId, "accept", async (record, duty) => {
    const hash = snapshotOf(record);
    if (hash === null) return ok({ data: {} });
    const snapshot = await getSnapshot(call.deps.blobs, hash, duty.obligation.period.id);
    return ok({ data: { snapshot: hash }, beside: await locking(call, duty, hash, snapshot) });
  });
}

async function locking(
  { deps, at }: PeriodCall,
  { obligation }: PeriodDuty,
  hash: string,
  snapshot: Snapshot,
): Promise<TableAction[]> {
  if (!ruleLocks(obligation)) return [];
  const { table } = deps;
  const month = obligation.period.id;
  const lock = await findLock(table, at.hall.id, month);
  const splits = Object.fromEntries(
    Object.entries(snapshot.ledgers).map(([ledger, { byDimension }]) => [ledger, byDimension]),
  );
  const frozen = { hall: at.hall.id, snapshot: hash, sums: countersOf(snapshot) };
  return [
    // Accepting anew ends what was unlocked for the correction.
    lockPut(table.name, at.hall.id, month, lock, []),
    ...frozenPuts(table.name, centreOf(at.hall, obligation.period.last), month, frozen, splits),
  ];
}

export async function returnReport(
  call: PeriodCall,
  rule: string,
  periodId: string,
  reason: string,
): Promise<Result<Completed, Problem>> {
  if (reason.trim().length < 2) return err(periodProblems.reason_required({ field: "reason" }));
  const returned = await judge(call, rule, periodId, "return", async () =>
    ok({ data: { reason: reason.trim() } }),
  );
  if (returned.ok && returned.value.status === "accepted")
    await tellAuthor(call, rule, returned.value, reason.trim());
  return returned;
}

async function tellAuthor(
  call: PeriodCall,
  rule: string,
  { period, record }: Completed,
  reason: string,
): Promise<void> {
  const { deps, at, principal } = call;
  const duty = findDuty(call, rule, period);
  const author = latestOf(record.events, ["submit"])?.by;
  if (!duty.ok || !author) return;
  await deps.notices?.reportReturned({
    hall: at.hall.id,
    hallName: at.hall.name,
    obligation: duty.value.obligation.id,
    label: duty.value.obligation.rule.label,
    period,
    author,
    reason,
    by: principal.id,
  });
}

export interface Unlocking {
  readonly reason?: string | undefined;
  /** RFC 3339. */
  readonly until?: string | undefined;
  /** Ids of ledgers; with that of the report itself it may be submitted anew. */
  readonly ledgers?: readonly string[] | undefined;
}

/** Scoped, reasoned, expiring and attributed, or refused. */
export async function unlockReport(
  call: PeriodCall,
  rule: string,
  periodId: string,
  unlocking: Unlocking,
): Promise<Result<Completed, Problem>> {
  const checked = checkUnlocking(call, unlocking);
  if (!checked.ok) return checked;
  const { reason, until, ledgers } = checked.value;
  return judge(call, rule, periodId, "unlock", async (_, duty) => {
    const data: Values = { reason, until, ledgers };
    if (!ruleLocks(duty.obligation)) return ok({ data });
    const { table } = call.deps;
    const hall = call.at.hall.id;
    const lock = await findLock(table, hall, duty.obligation.period.id);
    const unlock = { reason, until, ledgers, by: call.principal.id, at: call.facts.now };
    const unlocks = [...(lock?.unlocks ?? []), unlock];
    return ok({ data, beside: [lockPut(table.name, hall, duty.obligation.period.id, lock, unlocks)] });
  });
}

function checkUnlocking(
  { deps, at }: PeriodCall,
  { reason, until, ledgers }: Unlocking,
): Result<{ reason: string; until: string; ledgers: string[] }, Problem> {
  const why = reason?.trim() ?? "";
  if (why.length < 2) return err(periodProblems.reason_required({ field: "reason" }));
  if (!until?.trim()) return err(periodProblems.unlock_end_required({ field: "until" }));
  const end = parseInstant(until.trim());
  const now = deps.now();
  if (end === undefined || end <= now || end > now + MAX_UNLOCK_DAYS * DAY_MS) {
    return err(periodProblems.unlock_end_invalid({ field: "until", days: MAX_UNLOCK_DAYS }));
  }
  const known = deps.ledgers.map(({ id }) => id);
  const scope = [...new Set(ledgers ?? [])];
  if (scope.length === 0 || scope.some((id) => !known.includes(id))) {
    return err(periodProblems.unlock_scope_required({ field: "ledgers", ledgers: known.join(", ") }));
  }
  return ok({ reason: why, until: dateTimeAt(end, at.hall.timeZone), ledgers: scope });
}

export function snapshotOf(record: LedgerRecord): string | null {
  const submitted = latestOf(record.events, ["submit"]);
  return typeof submitted?.data.snapshot === "string" ? submitted.data.snapshot : null;
}
