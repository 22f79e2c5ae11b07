// The invented halls' signing and reporting: most in time, some late, some returned, some missing.

import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { chineseWorkingDays } from "./working-days.ts";

/** `09:30`, before the day's cases; or after them. */
export type Moment = "morning" | "afternoon" | "evening";

export interface PeriodAct {
  readonly moment: Moment;
  readonly who: "head" | "centre";
  readonly verb: "sign" | "confirm" | "submit" | "accept" | "return";
  readonly rule: string;
  readonly period: string;
  readonly reason?: string;
}

interface Month {
  readonly id: string;
  readonly last: string;
  /** Halls, by number, that report late, are returned, are left unjudged, or do not report. */
  readonly late: readonly number[];
  readonly returned: readonly number[];
  readonly unjudged: readonly number[];
  readonly missing: readonly number[];
  /** Sent back and not sent again. */
  readonly dropped: readonly number[];
}

const NONE = { late: [], returned: [], unjudged: [], missing: [], dropped: [] };

const MONTHS: readonly Month[] = [
  { ...NONE, id: "2026-08", last: "2026-08-31" },
  { ...NONE, id: "2026-09", last: "2026-09-30", late: [2], returned: [4], missing: [8] },
  { ...NONE, id: "2026-10", last: "2026-10-31", late: [10], unjudged: [1], dropped: [6], missing: [9] },
];

/** The hall whose head stopped signing in November. */
const SILENT_HALL = 7;
const SILENT_FROM = "2026-11-09";

/** By day, what a hall and its centre do about periods; days past the end of the demonstration simply never come. */
export function planPeriods(
  number: number,
  days: ReturnType<typeof chineseWorkingDays>,
  random: SeededRandom,
): Map<PlainDate, PeriodAct[]> {
  const plan = new Map<PlainDate, PeriodAct[]>();
  const add = (day: PlainDate | undefined, act: PeriodAct) => {
    if (day) plan.set(day, [...(plan.get(day) ?? []), act]);
  };
  days.list.forEach((day, index) => {
    const act = { who: "head", verb: "sign", rule: "daily-summary", period: day } as const;
    const chance = random.next();
    if (number === SILENT_HALL && day >= SILENT_FROM) return;
    if (chance < 0.86) add(day, { ...act, moment: "evening" });
    else if (chance < 0.95) add(days.list[index + 1], { ...act, moment: "morning" });
    else if (chance < 0.985) add(days.list[index + random.between(2, 3)], { ...act, moment: "morning" });
  });
  for (const { week, last } of days.weeks) {
    const chance = random.next();
    const act = { who: "head", verb: "confirm", rule: "weekly-supervision", period: week } as const;
    if (chance < 0.9) add(last, { ...act, moment: "afternoon" });
    else if (chance < 0.96) add(days.after(last, 1), { ...act, moment: "afternoon" });
  }
  for (const month of MONTHS) planReport(number, month, days, add);
  const quarter = { rule: "quarterly-report", period: "2026-Q3" } as const;
  if (number !== 8 && number !== 3) {
    add(days.after("2026-09-30", 4), { ...quarter, moment: "morning", who: "head", verb: "submit" });
  }
  return plan;
}

function planReport(
  number: number,
  month: Month,
  days: ReturnType<typeof chineseWorkingDays>,
  add: (day: PlainDate | undefined, act: PeriodAct) => void,
): void {
  if (month.missing.includes(number)) return;
  const report = { rule: "monthly-report", period: month.id } as const;
  const submit: PeriodAct = { ...report, moment: "morning", who: "head", verb: "submit" };
  const first = month.late.includes(number) ? 5 : 2;
  add(days.after(month.last, first), submit);
  if (month.unjudged.includes(number)) return;
  const isReturned = month.returned.includes(number) || month.dropped.includes(number);
  if (isReturned) {
    const reason = "收费与收据不符,请核对(演示)";
    add(days.after(month.last, first + 1), {
      ...report,
      moment: "afternoon",
      who: "centre",
      verb: "return",
      reason,
    });
  }
  if (month.dropped.includes(number)) return;
  if (isReturned) add(days.after(month.last, first + 3), submit);
  const accepted = days.after(month.last, isReturned ? first + 4 : first + 2);
  add(accepted, { ...report, moment: "afternoon", who: "centre", verb: "accept" });
}
