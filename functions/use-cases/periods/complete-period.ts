// Completes one owed period under one's own token: the checks that signing, confirming and submitting share.
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { findLock, isUnlocked } from "../../storage/lock-store.ts";
import { TableBusy } from "../../storage/table-busy.ts";
import { actingFor } from "./acting-for.ts";
import { findDuty, type PeriodCall, type PeriodDuty, tooEarly } from "./period-call.ts";
import {
  clockBehind,
  draftPeriodRow,
  findPeriodRow,
  type PeriodStep,
  writePeriodStep,
} from "./write-period-row.ts";

export interface Completed {
  readonly period: string;
  readonly status: "accepted" | "unchanged";
  readonly record: LedgerRecord;
}

/** What is to be written, decided on the row as it stands; `unchanged` when nothing new is to be said. */
export type DecideStep = (
  record: LedgerRecord | undefined,
  duty: PeriodDuty,
  deputyFor: string | null,
) => Promise<Result<Omit<PeriodStep, "action" | "version"> | "unchanged", Problem>>;

const ATTEMPTS = 6;

export async function completePeriod(
  call: PeriodCall,
  rule: string,
  periodId: string,
  action: string,
  decide: DecideStep,
): Promise<Result<Completed, Problem>> {
  const found = findDuty(call, rule, periodId);
  if (!found.ok) return found;
  const duty = found.value;
  const { obligation, ledger } = duty;
  if (obligation.rule.completedBy !== action) {
    return err(
      periodProblems.period_foreign({ field: "periods", period: periodId, rule: obligation.rule.label }),
    );
  }
  const acting = actingFor(call.principal, call.at.place, ledger, action, obligation);
  if (!acting.ok) return acting;
  const early = tooEarly(call, obligation);
  if (early) return err(early);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await findPeriodRow(call, duty);
    const behind = clockBehind(call, known);
    if (behind) return err(behind);
    const locked = await lockedBy(call, duty);
    if (locked) return err(locked);
    // Decided before a row is made, so that a refusal leaves nothing behind.
    const decided = await decide(known, duty, acting.value);
    if (!decided.ok) return decided;
    const period = obligation.period.id;
    if (decided.value === "unchanged") {
      if (known) return ok({ period, status: "unchanged", record: known });
      throw new Error("what was never written cannot be unchanged");
    }
    const drafted = known ? ok({ record: known }) : await draftPeriodRow(call, duty);
    if (!drafted.ok) return drafted;
    const { version } = drafted.value.record;
    // Somebody else made the row, or a step in it, in between: decide on what they left.
    if (version !== (known?.version ?? 1)) continue;
    const written = await writePeriodStep(call, duty, { ...decided.value, action, version });
    if (!written.ok) return written;
    if (written.value.status !== "moved") return ok({ period, ...written.value });
  }
  throw new TableBusy(`${rule}/${periodId} kept being changed by others`);
}

/** Days and weeks of a month whose report was accepted are closed, unless the centre has unlocked them. */
async function lockedBy(
  { deps, at, facts }: PeriodCall,
  { obligation, ledger }: PeriodDuty,
): Promise<Problem | undefined> {
  const { period } = obligation;
  if (period.kind !== "day" && period.kind !== "week" && period.kind !== "month") return undefined;
  const month = monthOf(period.last);
  // A month that is not over cannot have been accepted.
  if (month >= monthOf(facts.today)) return undefined;
  const lock = await findLock(deps.table, at.hall.id, month);
  if (!lock || isUnlocked(lock, ledger.id, deps.now())) return undefined;
  return obligation.rule.locks
    ? periodProblems.already_accepted({ field: "periods", period: period.id })
    : periodProblems.period_locked({ field: "periods", month });
}

export interface Several {
  readonly done: readonly Completed[];
  readonly refused: readonly { readonly period: string; readonly problem: Problem }[];
}

/** Several periods, one after another: each is taken or refused by itself. */
export async function completeSeveral(
  periods: readonly string[],
  complete: (period: string) => Promise<Result<Completed, Problem>>,
): Promise<Several> {
  const done: Completed[] = [];
  const refused: Several["refused"][number][] = [];
  for (const period of [...new Set(periods)]) {
    const outcome = await complete(period);
    if (outcome.ok) done.push(outcome.value);
    else refused.push({ period, problem: outcome.error });
  }
  return { done, refused };
}

/** Values that were given; a transition takes no nulls. */
export function given(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
