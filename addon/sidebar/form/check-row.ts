// Judges what was typed before it is sent, by the very rules that judge it at the backend.
import type { TraceLine } from "../../../shared/kernel/deadline-trace.ts";
import { decideRow } from "../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import { acceptValues, type Fields, missingFields, type Values } from "../../../shared/ledger/field.ts";
import type { Derived, RowEvent, RowState } from "../../../shared/ledger/record.ts";
import type { RowAnswer } from "../../rpc-contract.ts";

export type Problems = RowAnswer["problems"];

export interface Checked {
  /** In canonical form; null clears. */
  readonly values: Values;
  readonly problems: Problems;
}

/** A new row; without facts (never connected) only its fields can be judged. */
export function checkNewRow(ledger: Ledger, raw: Values, facts: LedgerFacts | null, zone: string): Checked {
  const { values } = acceptValues(ledger.fields, raw, facts?.zone ?? zone);
  const given = present(values);
  if (!facts) return checkFields(ledger.fields, raw, zone);
  const incoming = { id: "", baseVersion: 0, action: "upsert", values: raw };
  const decision = decideRow(incoming, undefined, { ledger, facts, actor: "", may: () => true });
  return { values: given, problems: "problems" in decision ? decision.problems : [] };
}

/** Fields on their own: of a changed row, or of a step. */
export function checkFields(fields: Fields, raw: Values, zone: string): Checked {
  const { values, problems } = acceptValues(fields, raw, zone);
  const named = new Set(problems.map(({ field }) => field));
  const missing = missingFields(fields, values).filter(({ field }) => !named.has(field));
  return { values, problems: [...problems, ...missing] };
}

export interface Preview {
  readonly derived: Derived;
  readonly trace: readonly TraceLine[];
}

/** When a row would be due, as far as it can be told from what was typed so far; null while it cannot. */
export function previewRow(ledger: Ledger, raw: Values, facts: LedgerFacts): Preview | null {
  const values = present(acceptValues(ledger.fields, raw, facts.zone).values);
  if (values[ledger.businessDate] === undefined) return null;
  const plain = Object.entries(values).filter(([id]) => !ledger.personalFields.includes(id));
  const events: RowEvent[] = [];
  const row: RowState = {
    values: Object.fromEntries(plain),
    personalFields: [],
    events,
    enteredAt: facts.now,
  };
  return { derived: ledger.derive(row, facts), trace: ledger.trace(row, facts) };
}

export function present(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
