// The values of a row taken apart and put together: plain and personal, as they were and as they become.
import type { Ledger } from "./define-ledger.ts";
import type { Values } from "./field.ts";
import type { LedgerRecord, Revision, RowState } from "./record.ts";

export function rowOf(record: LedgerRecord): RowState {
  const { values, personalFields, events, enteredAt } = record;
  return { values, personalFields, events, enteredAt };
}

/** The plain values as the sender last saw them: the later revisions undone, newest first. */
export function baseOf(record: LedgerRecord, since: readonly Revision[]): Values {
  return Object.assign({}, record.values, ...[...since].reverse().map(({ before }) => before));
}

export function split(ledger: Ledger, all: Values): { values: Values; personal: Values } {
  const isPersonal = (id: string) => ledger.personalFields.includes(id);
  const entries = Object.entries(all);
  return {
    values: Object.fromEntries(entries.filter(([id]) => !isPersonal(id))),
    personal: Object.fromEntries(entries.filter(([id]) => isPersonal(id))),
  };
}

/** True when the personal values that the row had were erased; it takes none any more. */
export function isErased({ personalFields, personalToken }: LedgerRecord): boolean {
  return personalToken === null && personalFields.length > 0;
}

/** A personal field that was erased still counts as given: erasing does not make an old row wrong. */
export function presence(ledger: Ledger, record: LedgerRecord, values: Values, personal: Values): Values {
  const erased = isErased(record) ? record.personalFields : [];
  return {
    ...Object.fromEntries(erased.filter((id) => ledger.fields[id]).map((id) => [id, "?"])),
    ...values,
    ...personal,
  };
}

export function presentPersonal(
  record: LedgerRecord,
  personal: Values,
  changed: readonly string[],
): string[] {
  const kept = record.personalFields.filter((id) => !changed.includes(id));
  return [...new Set([...kept, ...Object.keys(personal)])].sort();
}

export function withoutNulls(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

export function pick(values: Values, ids: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));
}

export function nullable(values: Values, ids: readonly string[]): Values {
  return Object.fromEntries(ids.map((id) => [id, values[id] ?? null]));
}
