// Judges fields on their own before they are sent: by the code that judges them at the backend.
import { acceptValues, type Fields, missingFields, type Values } from "../../../shared/ledger/field.ts";
import type { RowAnswer } from "../../rpc-contract.ts";

export type Problems = RowAnswer["problems"];

export interface Checked {
  /** In canonical form; null clears. */
  readonly values: Values;
  readonly problems: Problems;
}

export function checkFields(fields: Fields, raw: Values, zone: string): Checked {
  const { values, problems } = acceptValues(fields, raw, zone);
  const named = new Set(problems.map(({ field }) => field));
  const missing = missingFields(fields, values).filter(({ field }) => !named.has(field));
  return { values, problems: [...problems, ...missing] };
}

export function present(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
