// An invented row of one of the halls' daily workflows, and the steps that it has taken by the demonstration's end.
import type { Values } from "../../../../shared/ledger/field.ts";

export interface WorkflowLife {
  readonly ledger: string;
  /** Distinguishes the row within its hall; its id is made of it. */
  readonly key: string;
  readonly values: Values;
  readonly steps?: readonly (readonly [action: string, values: Values])[];
}

/** Who and what is there in a hall. */
export interface WorkflowPlace {
  /** The id of an account: `clerk1`, `clerk2`, `windowhead`, `head`, `utility`. */
  person(name: string): string;
  /** The id that a row with this key gets. */
  idOf(ledger: string, key: string): string;
  /** A case of this month that a check can sample. */
  readonly sampled: string;
}

/** `2026-11-18T09:05:00+08:00`, of a day of November. */
export function november(day: number, clock: string): string {
  return `${dayOfNovember(day)}T${clock}:00+08:00`;
}

export function dayOfNovember(day: number): string {
  return `2026-11-${String(day).padStart(2, "0")}`;
}
