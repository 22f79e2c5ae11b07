// A State Council holiday notice as it is loaded: from a form, or from a file of rows.
import type { CalendarYear } from "../../kernel/working-calendar.ts";

/** As a form or file gives it: not yet known to make sense. */
export interface GivenNotice {
  readonly year: number;
  readonly source: { readonly zh: string; readonly en: string };
  /** 1 for a year that is loaded for the first time; one more with every change. */
  readonly version: number;
  readonly off: readonly (readonly [first: string, last: string])[];
  readonly makeUp: readonly string[];
}

export type Notice = CalendarYear;
