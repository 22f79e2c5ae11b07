// Halls, and the centre that a hall belongs to on a day.
import * as z from "zod";
import { type DateTime, dateTimeFromWall, instantOf } from "../../kernel/date-time.ts";
import { isPlainDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import type { Timetable } from "../../ledger/facts.ts";
import { Team } from "./team.ts";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const mark = z.object({ by: z.string(), at: z.iso.datetime({ offset: true }) });
/** Never removed: what was entered wrongly is withdrawn, and counts no more. */
const span = z.object({
  from: date,
  to: date,
  reason: z.string().min(1),
  /** Who entered it, and when; absent where it was there from the beginning. */
  entered: mark.optional(),
  withdrawn: mark.optional(),
});

export const Hall = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** D1 三1: "××社区便民服务大厅". */
  name: text,
  timeZone: z.string(),
  opensAt: clockTime,
  closesAt: clockTime,
  complaintPhone: z.string(),
  /** The community (社区) that leads the hall's work, D1 三3. */
  community: text.optional(),
  /** Windows of the counter, by the names that stand on them. */
  windows: z.array(z.string().min(1).max(60)).optional(),
  /** D1 三3 “社区服务大厅为班组建制”. */
  teams: z.array(Team).optional(),
  /** The midday break, which parts the two halves of a day; without one they part at noon. */
  breakFrom: clockTime.optional(),
  breakTo: clockTime.optional(),
  /** Other hours from a date on, such as summer's; before the first of them the hall's own hold. */
  timetables: z
    .array(
      z.object({
        from: date,
        opensAt: clockTime,
        closesAt: clockTime,
        breakFrom: clockTime.optional(),
        breakTo: clockTime.optional(),
      }),
    )
    .optional(),
  /** Which centre the hall belongs to, from which month on; a hall changes centre on the first of a month only. */
  centres: z.array(z.object({ from: month, centre: z.string() })).min(1),
  /** First and last day of service; without them, from the hall's first month with a centre on. */
  opensOn: date.optional(),
  closesOn: date.optional(),
  /** Spans without service (rebuilding, flood): nothing is owed for a period that lies within one. */
  suspensions: z.array(span).optional(),
  /** What a hall need not do for a while, by obligation rule, and why. */
  exemptions: z.array(span.extend({ rule: z.string().min(1) })).optional(),
  /** Invented for demonstration. */
  demonstration: z.boolean(),
});
export type Hall = z.infer<typeof Hall>;
export type HallSpan = z.infer<typeof span>;

/** The centre of a hall on a day; days before its first month count to its first centre. */
export function centreOf(hall: Hall, day: PlainDate): string {
  const sorted = [...hall.centres].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found = sorted.findLast(({ from }) => from <= day.slice(0, 7)) ?? sorted[0];
  if (!found) throw new Error(`hall ${hall.id} has no centre`);
  return found.centre;
}

/** A centre's own office as a place for rows: like a hall, and in no list of halls. */
export function officeOf({ id, name, demonstration }: Pick<Hall, "id" | "name" | "demonstration">): Hall {
  return {
    id,
    name,
    // A centre's people work by Chinese time; each hall has a zone of its own.
    timeZone: "Asia/Shanghai",
    opensAt: "09:00",
    closesAt: "17:30",
    complaintPhone: "",
    centres: [{ from: "2000-01", centre: id }],
    demonstration,
  };
}

const NOON = "12:00";

export type Hours = Readonly<Record<"opensAt" | "closesAt" | "breakFrom" | "breakTo", string>>;

/** The hours in force on a day, as clocks show them; a day without a break has none. */
export function hoursOn(hall: Hall, day: PlainDate): Hours {
  const dated = [...(hall.timetables ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  const {
    opensAt,
    closesAt,
    breakFrom = "",
    breakTo = "",
  } = dated.findLast(({ from }) => from <= day) ?? hall;
  return { opensAt, closesAt, breakFrom, breakTo };
}

/** The hours in force on a day, in minutes after midnight. */
export function timetableOn(hall: Hall, day: PlainDate): Timetable {
  const { opensAt, closesAt, breakFrom, breakTo } = hoursOn(hall, day);
  return {
    opensAt: minutesOf(opensAt),
    breakFrom: minutesOf(breakFrom || NOON),
    breakTo: minutesOf(breakTo || breakFrom || NOON),
    closesAt: minutesOf(closesAt),
  };
}

/** Whether a hall serves on a day that is a working day: not before it opened, nor closed, nor suspended. */
export function isServing(hall: Hall, day: PlainDate): boolean {
  if (day < opensOn(hall) || (hall.closesOn && day > hall.closesOn)) return false;
  return !inForce(hall.suspensions).some(({ from, to }) => from <= day && day <= to);
}

/** Spans that nobody has withdrawn. */
export function inForce<Span extends HallSpan>(spans: readonly Span[] | undefined): Span[] {
  return (spans ?? []).filter(({ withdrawn }) => withdrawn === undefined);
}

/** The moment at which a hall closes on a day, in milliseconds since 1970. */
export function closingOf(hall: Hall, day: PlainDate): number {
  return instantOf(closingTimeOf(hall, day));
}

export function closingTimeOf(hall: Hall, day: PlainDate): DateTime {
  const { closesAt } = timetableOn(hall, day);
  return dateTimeFromWall(day, Math.floor(closesAt / 60), closesAt % 60, hall.timeZone);
}

/** The first day for which a hall can owe anything. */
export function opensOn(hall: Hall): PlainDate {
  const [first] = hall.centres.map(({ from }) => from).sort();
  return hall.opensOn ?? plainDate(`${first ?? "2000-01"}-01`);
}

/** Minutes after midnight of `17:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
