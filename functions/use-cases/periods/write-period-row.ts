// Writes a step of a period's row, making the row first where there is none, with its state in one transaction.

import { periodStateOf } from "../../../shared/capabilities/obligations/completion.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { compareDateTimes, showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { periodStatePut } from "../../storage/period-state-store.ts";
import { findRecords } from "../../storage/record-store.ts";
import type { TableAction } from "../../storage/table.ts";
import { statePlace } from "../obligations/hall-obligations.ts";
import { writeRows } from "../write-rows.ts";
import type { PeriodCall, PeriodDuty } from "./period-call.ts";
import { periodRowId } from "./period-row-id.ts";

export interface PeriodStep {
  readonly action: string;
  readonly data: Values;
  /** Further actions of the same transaction: locks, frozen figures. */
  readonly beside?: readonly TableAction[];
  /** The version of the row on which the step was decided; another one sends the caller back. */
  readonly version: number;
}

export type StepOutcome =
  | { readonly status: "accepted" | "unchanged"; readonly record: LedgerRecord }
  /** The row was changed meanwhile: read it again and decide anew. */
  | { readonly status: "moved" };

export async function findPeriodRow(
  call: PeriodCall,
  { obligation, ledger }: PeriodDuty,
): Promise<LedgerRecord | undefined> {
  const id = idOf(call, { obligation, ledger });
  return (await findRecords(call.deps.table, [id])).get(id);
}

function idOf({ at }: PeriodCall, { obligation, ledger }: PeriodDuty): string {
  return periodRowId(at.hall.id, ledger.id, obligation.rule.id, obligation.period.id);
}

export interface DraftedRow {
  readonly record: LedgerRecord;
  /** False when somebody else made it in the meantime: the same one. */
  readonly made: boolean;
}

/** Makes the row of a period that has none yet. */
export async function draftPeriodRow(
  call: PeriodCall,
  duty: PeriodDuty,
): Promise<Result<DraftedRow, Problem>> {
  const { rule, period } = duty.obligation;
  const values = { rule: rule.id, period: period.id, firstDay: period.first, lastDay: period.last };
  const row: IncomingRow = { id: idOf(call, duty), baseVersion: 0, action: "upsert", values };
  const [outcome] = await writeRows([row], contextOf(call, duty, []));
  const record = outcome?.record ?? (await findPeriodRow(call, duty));
  if (record) return ok({ record, made: outcome?.decision.status === "accepted" });
  const refused = outcome?.decision.status === "refused" ? outcome.decision.problems[0] : undefined;
  if (refused) return err(refused);
  throw new Error(`a period's row could not be made: ${row.id}`);
}

export async function writePeriodStep(
  call: PeriodCall,
  duty: PeriodDuty,
  step: PeriodStep,
): Promise<Result<StepOutcome, Problem>> {
  const row: IncomingRow = {
    id: idOf(call, duty),
    baseVersion: step.version,
    action: step.action,
    values: step.data,
  };
  const [outcome] = await writeRows([row], contextOf(call, duty, step.beside ?? []));
  if (!outcome) throw new Error("a step was left without an outcome");
  const { decision, record } = outcome;
  if (decision.status === "conflict") return ok({ status: "moved" });
  if (decision.status === "refused") {
    const [problem] = decision.problems;
    if (!problem) throw new Error("refused without a problem");
    return err(problem);
  }
  if (!record) throw new Error("a period's id belongs to another hall");
  return ok({ status: decision.status === "unchanged" ? "unchanged" : "accepted", record });
}

/** Refused when the clock stands before the row's last step: nothing may look as if it had been done earlier. */
export function clockBehind({ facts }: PeriodCall, record: LedgerRecord | undefined): Problem | undefined {
  const last = record?.events.at(-1)?.enteredAt ?? record?.enteredAt;
  if (!last || compareDateTimes(facts.now, last) >= 0) return undefined;
  return periodProblems.clock_backwards({ now: showDateTime(facts.now), last: showDateTime(last) });
}

function contextOf(
  { deps, at, facts, principal, batchId }: PeriodCall,
  duty: PeriodDuty,
  beside: readonly TableAction[],
) {
  const { obligation, ledger } = duty;
  const { table } = deps;
  return {
    table,
    hall: at.hall,
    ledger,
    facts,
    actor: principal.id,
    batchId,
    enteredBy: null,
    ledgers: deps.ledgers,
    // The caller has asked who may do it, and for whom.
    roles: null,
    may: () => true,
    beside: ({ record }: { readonly record: LedgerRecord }) => [
      periodStatePut(
        table.name,
        statePlace(at.hall, obligation),
        obligation.id,
        periodStateOf(record, obligation.rule),
      ),
      ...beside,
    ],
  };
}
