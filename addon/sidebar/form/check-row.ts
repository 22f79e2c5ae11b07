// Judges a whole new row of a ledger that is built in, rules across fields included, and tells when it would be due.
import type { TraceLine } from "../../../shared/kernel/deadline-trace.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import { acceptValues, type Values } from "../../../shared/ledger/field.ts";
import type { Derived, RowState } from "../../../shared/ledger/record.ts";
import { type Checked, checkFields, present } from "./check-fields.ts";

/** Without facts (never connected) only its fields can be judged. */
export function checkNewRow(ledger: Ledger, raw: Values, facts: LedgerFacts | null, zone: string): Checked {
  const checked = checkFields(ledger.fields, raw, zone);
  if (!facts || checked.problems.length > 0) return checked;
  const { row, personal } = newRow(ledger, present(checked.values), facts);
  return { values: checked.values, problems: ledger.check(row, personal, facts) };
}

export interface Preview {
  readonly derived: Derived;
  readonly trace: readonly TraceLine[];
}

/** When a row would be due, as far as it can be told from what was typed so far; null while it cannot. */
export function previewRow(ledger: Ledger, raw: Values, facts: LedgerFacts): Preview | null {
  const values = present(acceptValues(ledger.fields, raw, facts.zone).values);
  if (values[ledger.businessDate] === undefined) return null;
  const { row } = newRow(ledger, values, facts);
  return { derived: ledger.derive(row, facts), trace: ledger.trace(row, facts) };
}

function newRow(ledger: Ledger, values: Values, facts: LedgerFacts): { row: RowState; personal: Values } {
  const isPersonal = ([id]: [string, unknown]) => ledger.personalFields.includes(id);
  const entries = Object.entries(values);
  const personal = Object.fromEntries(entries.filter(isPersonal));
  const plain = Object.fromEntries(entries.filter((entry) => !isPersonal(entry)));
  const personalFields = Object.keys(personal).sort();
  return { row: { values: plain, personalFields, events: [], enteredAt: facts.now }, personal };
}
