// In whose hands a closed case lay, in calendar days: the hall's, the resident's, an outside agency's.
import { type DateTime, dateOf, isDateTime } from "../../kernel/date-time.ts";
import { dayNumber, type PlainDate } from "../../kernel/plain-date.ts";
import type { RowEvent, RowState } from "../../ledger/record.ts";

export interface Hands {
  readonly own: number;
  /** From a correction notice until the materials are complete. */
  readonly resident: number;
  /** From forwarding until the result: an outside agency's own time is shown, and not the hall's. */
  readonly upstream: number;
}

const BEGINS: Readonly<Record<string, Exclude<keyof Hands, "own">>> = {
  giveCorrectionNotice: "resident",
  forward: "upstream",
};
const ENDS: ReadonlySet<string> = new Set(["completeMaterials", "recordUpstreamResult"]);

/** Of the latest round: a case that was reopened is counted from its reopening. */
export function handsOf({ values, events }: RowState, closedOn: PlainDate): Hands {
  const reopened = events.findLastIndex(({ action }) => action === "reopen");
  const start = events[reopened] ? atOf(events[reopened]) : values.receivedAt;
  const days = { own: 0, resident: 0, upstream: 0 };
  if (typeof start !== "string" || !isDateTime(start)) return days;
  let hand: keyof Hands = "own";
  let since = dayNumber(dateOf(start));
  const passTo = (next: keyof Hands, on: PlainDate) => {
    // What happens after the closing, or was entered out of order, moves nothing backwards.
    const day = Math.max(since, Math.min(dayNumber(on), dayNumber(closedOn)));
    days[hand] += day - since;
    since = day;
    hand = next;
  };
  for (const event of events.slice(reopened + 1)) {
    const at = atOf(event);
    if (!at) continue;
    const begins = BEGINS[event.action];
    if (begins) passTo(begins, dateOf(at));
    else if (ENDS.has(event.action)) passTo("own", dateOf(at));
  }
  passTo("own", closedOn);
  return days;
}

function atOf({ data }: RowEvent): DateTime | undefined {
  const { at } = data;
  return typeof at === "string" && isDateTime(at) ? at : undefined;
}
