// How a register's demonstration rows are written down: values, and the steps that follow, on days of the demonstration.
import type { Values } from "../../../../shared/ledger/field.ts";

export type Staff = "clerk1" | "clerk2" | "windowhead" | "head";

/** Where the rows stand. */
export interface RegisterPlace {
  /** Distinguishes numbers of one hall from those of another. */
  readonly prefix: string;
  /** The id of somebody of the hall. */
  person(staff: Staff): string;
}

export interface RegisterStep {
  readonly action: string;
  readonly values?: Values;
  /** Who takes it, where not everybody whose role may also may here: a department by name. */
  readonly by?: "labour";
}

export interface RegisterRow {
  readonly values: Values;
  readonly steps?: readonly RegisterStep[];
}

/** All rows of one register; together they show every status and take every step. */
export type RegisterRows = (place: RegisterPlace) => readonly RegisterRow[];

/** A step that names its day. */
export function on(day: string, action: string, values: Values = {}): RegisterStep {
  return { action, values: { on: day, ...values } };
}
