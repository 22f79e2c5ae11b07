// What a row is derived to be where most of that is plain: no clock of its own, or one day that it is held against.
import type { Derived } from "./record.ts";

/**
 * Without a due date a row is not assessable; with one it is on time when it ended on or before that day. What is
 * given stands as given.
 */
export function derivedRow(
  given: Pick<Derived, "status" | "open" | "businessDay"> & Partial<Derived>,
): Derived {
  const { dueDate = null, endedOn = null } = given;
  const onTime = dueDate !== null && endedOn !== null ? endedOn <= dueDate : null;
  return {
    closingDay: null,
    dueDate,
    originalDueDate: dueDate,
    endedOn,
    provisional: false,
    onTime,
    onTimeOriginal: onTime,
    marks: [],
    ...given,
  };
}
