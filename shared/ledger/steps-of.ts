// The steps of one kind that a row has taken, with what was given for them in the transition's own types.
import { type Fields, isValuesOf, type ValuesOf } from "./field.ts";
import type { RowEvent } from "./record.ts";

/**
 * Oldest first.
 *
 * @example
 * const answered = stepsOf("answer", transitions.answer, row.events).at(-1)?.at;
 */
export function stepsOf<F extends Fields>(
  action: string,
  { fields }: { readonly fields: F },
  events: readonly RowEvent[],
): ValuesOf<F>[] {
  return events.flatMap((event) =>
    event.action === action && isValuesOf(fields, event.data) ? [event.data] : [],
  );
}
