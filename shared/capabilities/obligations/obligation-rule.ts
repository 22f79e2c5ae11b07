// Who owes what by when, as data: each rule is in force for the periods that begin while it is.

import type { PeriodKind } from "../../kernel/period.ts";
import type { Role } from "../../kernel/permissions.ts";
import { type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";

export type DueRule =
  /** The nth working day after the period's last day, at a time (daily 1 at 10:00, monthly 3 at 17:00). */
  | { readonly kind: "workingDaysAfterPeriod"; readonly count: number; readonly at: string }
  /** The hall's closing on the last working day of the period (weekly supervision). */
  | { readonly kind: "closingOfLastWorkingDay" }
  /** A date of the following year, or the next working day after it (annual report: 10 January). */
  | { readonly kind: "dateOfNextYear"; readonly monthDay: string; readonly at: string }
  /** A date of the period itself, such as 15 July of a year (D1 四(一)). */
  | { readonly kind: "dateOfPeriod"; readonly monthDay: string; readonly at: string };

export interface ObligationRule {
  readonly id: string;
  readonly label: Text;
  readonly period: PeriodKind;
  readonly due: DueRule;
  /** Working days after the due date within which a completion still counts as late rather than missing. */
  readonly graceWorkingDays: number;
  /** From how many working days before the due date on it is called due soon. */
  readonly warnWorkingDays: number;
  readonly recipient: Text;
  readonly mustAct: Role;
  /** Where the documents ask for it. */
  readonly source: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

const COMMUNITY_OFFICE: Text = { zh: "社区管理室", en: "Community management office" };
const ALWAYS = plainDate("2000-01-01");

/** The project's defaults [P]; a centre replaces or ends them with a date. */
export const SHIPPED_RULES: readonly ObligationRule[] = [
  {
    id: "daily-summary",
    label: { zh: "每日汇总", en: "Daily summary" },
    period: "day",
    due: { kind: "workingDaysAfterPeriod", count: 1, at: "10:00" },
    graceWorkingDays: 5,
    warnWorkingDays: 0,
    recipient: { zh: "大厅负责人", en: "Hall head" },
    mustAct: "hallHead",
    source: "D1 三6 每天一汇总",
    from: ALWAYS,
    to: null,
  },
  {
    id: "weekly-supervision",
    label: { zh: "每周督查", en: "Weekly supervision" },
    period: "week",
    due: { kind: "closingOfLastWorkingDay" },
    graceWorkingDays: 5,
    warnWorkingDays: 1,
    recipient: { zh: "大厅负责人", en: "Hall head" },
    mustAct: "hallHead",
    source: "D1 三6 每周一督查; D2 二(三)",
    from: ALWAYS,
    to: null,
  },
  {
    id: "monthly-report",
    label: { zh: "每月上报", en: "Monthly report" },
    period: "month",
    due: { kind: "workingDaysAfterPeriod", count: 3, at: "17:00" },
    graceWorkingDays: 10,
    warnWorkingDays: 1,
    recipient: COMMUNITY_OFFICE,
    mustAct: "hallHead",
    source: "D1 三6 每月一上报",
    from: ALWAYS,
    to: null,
  },
  {
    id: "quarterly-report",
    label: { zh: "季报", en: "Quarterly report" },
    period: "quarter",
    due: { kind: "workingDaysAfterPeriod", count: 5, at: "17:00" },
    graceWorkingDays: 10,
    warnWorkingDays: 2,
    recipient: COMMUNITY_OFFICE,
    mustAct: "hallHead",
    source: "D5 三 年报、季报、月报、周报",
    from: ALWAYS,
    to: null,
  },
  {
    id: "annual-report",
    label: { zh: "年度总结", en: "Annual report" },
    period: "year",
    due: { kind: "dateOfNextYear", monthDay: "01-10", at: "17:00" },
    graceWorkingDays: 10,
    warnWorkingDays: 5,
    recipient: COMMUNITY_OFFICE,
    mustAct: "hallHead",
    source: "D5 三 年报、季报、月报、周报",
    from: ALWAYS,
    to: null,
  },
];
