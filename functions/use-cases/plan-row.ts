// From a decision to what is written: the new record with its serial, its revision, its contributions.
import { randomBytes } from "node:crypto";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { yearOf } from "../../shared/kernel/plain-date.ts";
import type { Change } from "../../shared/ledger/decide-row.ts";
import { dimensionOf, type Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";
import { keepJudgement } from "../../shared/ledger/keep-judgement.ts";
import { contributionsOf } from "../../shared/ledger/metric.ts";
import type { Derived, LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { PersonalItem } from "../storage/record-item.ts";
import type { Head } from "../storage/record-store.ts";
import type { RowWrite } from "../storage/row-write.ts";
import { tokenOf } from "./personal-token.ts";

export interface PlanContext {
  readonly hall: Hall;
  readonly ledger: Ledger;
  readonly facts: LedgerFacts;
  readonly actor: string;
  readonly batchId: string;
  readonly enteredBy: string | null;
}

export interface Planned {
  readonly write: RowWrite;
  readonly head: Head;
}

/** The write for a change, taking the next place in the feed and, for a new row, the next serial number. */
export function planRow(
  id: string,
  change: Change,
  stored: LedgerRecord | undefined,
  head: Head,
  context: PlanContext,
  given: { readonly reason?: string | undefined; readonly enteredBy?: string | undefined } = {},
): Planned {
  const { hall, ledger, facts, actor, batchId } = context;
  const enteredBy = given.enteredBy ?? context.enteredBy;
  const version = (stored?.version ?? 0) + 1;
  const seq = head.seq + 1;
  const derived = derive(change, stored, context);
  const numbered = stored
    ? { serial: stored.serial, serials: head.serials }
    : nextSerial(head, yearOf(derived.businessDay));
  const personal = personalWrite(id, change);
  const personalToken = personal === "keep" ? (stored?.personalToken ?? null) : tokenOf(personal);
  const record: LedgerRecord = {
    ...change.row,
    id,
    hall: hall.id,
    ledger: ledger.id,
    version,
    seq,
    serial: numbered.serial,
    definitionVersion: ledger.version,
    personalToken,
    derived,
    contributions: change.voided
      ? []
      : contributionsOf(
          ledger.metrics,
          change.row,
          derived,
          dimensionOf(ledger.dimension, change.row.values),
        ),
    metricsVersion: ledger.metricsVersion,
    updatedAt: facts.now,
    enteredBy,
    syncedBy: actor,
    voided: change.voided,
    revisions: [...(stored?.revisions ?? []), seq],
  };
  const revision: Revision = {
    seq,
    recordId: id,
    version,
    action: change.action,
    at: facts.now,
    syncedBy: actor,
    enteredBy,
    batchId,
    before: change.before,
    after: change.after,
    personalChanged: change.personalChanged,
    personalToken: change.personalChanged.length > 0 ? personalToken : null,
    data: change.data,
    reason: given.reason ?? null,
  };
  return {
    write: { record, expectedVersion: version - 1, revision, personal, applied: stored?.contributions ?? [] },
    head: { seq, serials: numbered.serials },
  };
}

function derive(change: Change, stored: LedgerRecord | undefined, { ledger, facts }: PlanContext): Derived {
  const after = ledger.derive(change.row, facts);
  const derived = stored ? keepJudgement(stored.derived, ledger.derive(rowOf(stored), facts), after) : after;
  return change.voided ? { ...derived, status: "void", open: false } : derived;
}

/** `2026-00012`: read with the head and advanced by condition on it, so that no number is left out or given twice. */
function nextSerial(head: Head, year: number): { serial: string; serials: Head["serials"] } {
  const number = (head.serials[year] ?? 0) + 1;
  return {
    serial: `${year}-${String(number).padStart(5, "0")}`,
    serials: { ...head.serials, [year]: number },
  };
}

function personalWrite(id: string, change: Change): PersonalItem | "keep" {
  if (change.personalChanged.length === 0) return "keep";
  return { id, salt: randomBytes(12).toString("base64url"), values: change.personal };
}
