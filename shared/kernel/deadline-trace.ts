// The explanation of a due date: one line per calendar day, with its reason and the notice that it rests on.
import type { Correction, Exclusion } from "./clock-stops.ts";
import { datesBetween, earlier, later, type PlainDate } from "./plain-date.ts";
import type { Text } from "./text.ts";
import type { CalendarDay, WorkingCalendar } from "./working-calendar.ts";

export type TraceKind =
  | "start"
  | "workday"
  | "makeUp"
  | "dayOff"
  | "stopped"
  | "excluded"
  | "extended"
  | "given";

export interface TraceLine {
  readonly date: PlainDate;
  readonly kind: TraceKind;
  /** Working days used up to and including this day; a limit of 0 is due without using any. */
  readonly used: number;
  readonly label: Text;
  /** True on the due date in force, and on the original one. */
  readonly due: boolean;
  readonly originalDue: boolean;
  readonly provisional: boolean;
  /** The notice that makes this date a day off or a working day; absent where the weekday says it. */
  readonly source?: Text;
}

export const TRACE_LABELS: Record<TraceKind, Text> = {
  start: { zh: "起算日(不计入)", en: "day 0, not counted" },
  workday: { zh: "工作日", en: "working day" },
  makeUp: { zh: "补班", en: "make-up working day" },
  dayOff: { zh: "休", en: "day off" },
  stopped: { zh: "停表:等待补正材料", en: "stopped: awaiting materials" },
  excluded: { zh: "停表:特别程序", en: "not counted: special procedure" },
  extended: { zh: "延期", en: "extension" },
  given: { zh: "随案给定的到期日", en: "due date given with the case" },
};

export interface TraceFacts {
  readonly calendar: WorkingCalendar;
  readonly receivedOn: PlainDate;
  readonly correction: Correction | null;
  readonly exclusion: Exclusion | null;
  /** Day 0 of the first count, and of the count in force. */
  readonly firstDay: PlainDate;
  readonly start: PlainDate;
  /** Working days of the hall's own limit. */
  readonly limit: number;
  readonly original: PlainDate | null;
  readonly due: PlainDate | null;
  readonly given: boolean;
}

/** Lines from the day of receipt through the due date; through the day on which the clock stopped when it waits. */
export function traceOf(facts: TraceFacts): TraceLine[] {
  const line = lineOf(facts);
  if (facts.given && facts.due) {
    const start = line(earlier(facts.receivedOn, facts.due), "start", 0);
    return facts.due > facts.receivedOn
      ? [start, line(facts.due, "given", 0)]
      : [{ ...start, due: true, originalDue: true }];
  }
  const stoppedOn = facts.correction?.waitingSince ?? facts.exclusion?.openSince ?? facts.start;
  const last = facts.due ?? later(stoppedOn, facts.receivedOn);
  let used = 0;
  return datesBetween(facts.receivedOn, last).map((date) => {
    const kind = kindOf(date, facts);
    if (kind === "start") used = 0;
    if (kind === "extended" || (facts.limit > 0 && (kind === "workday" || kind === "makeUp"))) used++;
    return line(date, kind, used);
  });
}

function kindOf(date: PlainDate, facts: TraceFacts): TraceKind {
  const { correction, exclusion, firstDay, original, receivedOn } = facts;
  if (date === receivedOn || correction?.restarts.includes(date)) return "start";
  const stopped = correction?.stops.some(
    ({ noticedOn, arrivedOn }) => date > noticedOn && (arrivedOn === null || date <= arrivedOn),
  );
  if (stopped) return "stopped";
  if (date === firstDay) return "start";
  const day = facts.calendar.day(date);
  if (!day.working) return "dayOff";
  if (exclusion?.has(date)) return "excluded";
  if (original !== null && date > original) return "extended";
  return day.kind === "makeUp" ? "makeUp" : "workday";
}

function lineOf({ calendar, original, due }: TraceFacts) {
  return (date: PlainDate, kind: TraceKind, used: number): TraceLine => {
    const day: CalendarDay = calendar.day(date);
    const named = day.kind === "holiday" || day.kind === "makeUp" || day.provisional;
    return {
      date,
      kind,
      used,
      label: TRACE_LABELS[kind],
      due: date === due,
      originalDue: date === original,
      provisional: day.provisional,
      ...(named ? { source: day.source } : {}),
    };
  };
}
