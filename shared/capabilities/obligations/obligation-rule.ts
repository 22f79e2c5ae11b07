// Who owes what by when, as data: each rule is in force for the periods that begin while it is.

import * as z from "zod";
import { ROLES, type Role } from "../../kernel/permissions.ts";
import { addDays, earlier, isPlainDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);

const DueRule = z.discriminatedUnion("kind", [
  /** The nth working day after the period's last day, at a time (daily 1 at 10:00, monthly 3 at 17:00). */
  z.object({ kind: z.literal("workingDaysAfterPeriod"), count: z.number().int().min(1).max(60), at: time }),
  /** The hall's closing on the last working day of the period (weekly supervision). */
  z.object({ kind: z.literal("closingOfLastWorkingDay") }),
  /** A date of the following year, or the next working day after it (annual report: 10 January). */
  z.object({ kind: z.literal("dateOfNextYear"), monthDay, at: time }),
  /** A date of the period itself, such as 15 July of a year (D1 四(一)). */
  z.object({ kind: z.literal("dateOfPeriod"), monthDay, at: time }),
]);
export type DueRule = z.infer<typeof DueRule>;

export const ObligationRule = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: text,
  period: z.enum(["day", "week", "month", "quarter", "year"]),
  due: DueRule,
  /** Working days after the due date within which a completion still counts as late rather than missing. */
  graceWorkingDays: z.number().int().min(0).max(260),
  /** From how many working days before the due date on it is called due soon. */
  warnWorkingDays: z.number().int().min(0).max(60),
  recipient: text,
  mustAct: z.enum(ROLES) satisfies z.ZodType<Role>,
  /** The ledger that shows it as done, and the step that does it. */
  ledger: z.string(),
  completedBy: z.string(),
  /** Acceptance of it locks the figures of its month. */
  locks: z.boolean(),
  /** Where the documents ask for it. */
  source: z.string(),
  from: date,
  to: date.nullable(),
  /** Who put a centre's own rule into force, and when. */
  entered: z.object({ by: z.string(), at: z.string() }).optional(),
});
export type ObligationRule = Readonly<z.infer<typeof ObligationRule>>;

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
    ledger: "daily-summaries",
    completedBy: "sign",
    locks: false,
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
    ledger: "weekly-supervisions",
    completedBy: "confirm",
    locks: false,
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
    ledger: "reports",
    completedBy: "submit",
    locks: true,
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
    ledger: "reports",
    completedBy: "submit",
    locks: false,
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
    ledger: "reports",
    completedBy: "submit",
    locks: false,
    source: "D5 三 年报、季报、月报、周报",
    from: ALWAYS,
    to: null,
  },
];

/** A programme with explicit dates, as far as obligations depend on it. */
export interface ProgrammeDates {
  readonly id: string;
  readonly name: Text;
  readonly year: number;
  readonly submissionsDueOn: string;
}

const PAPERS: readonly (readonly [id: string, label: Text])[] = [
  ["funding-plan", { zh: "经费计划", en: "Funding plan" }],
  ["implementation-scheme", { zh: "实施方案", en: "Implementation scheme" }],
];

/** D1 四(一): by 15 July the community hands in its funding plan and its implementation scheme, "7月15日前". */
export function programmeRules(programme: ProgrammeDates): ObligationRule[] {
  return PAPERS.map(([id, label]) => ({
    id,
    label,
    period: "year",
    due: { kind: "dateOfPeriod", monthDay: programme.submissionsDueOn.slice(5), at: "17:00" },
    graceWorkingDays: 10,
    warnWorkingDays: 5,
    recipient: { zh: "中心", en: "Centre" },
    mustAct: "hallHead",
    ledger: "programme-submissions",
    completedBy: "submit",
    locks: false,
    source: "D1 四(一)",
    from: plainDate(`${programme.year}-01-01`),
    to: plainDate(`${programme.year}-12-31`),
  }));
}

/**
 * A centre's own rules in force beside or after the shipped ones: of the rules with one id, each ends on the day
 * before the next begins. To end a rule for good, a centre repeats it with a `to`.
 */
export function rulesOf(own: readonly unknown[], programmes: readonly ProgrammeDates[]): ObligationRule[] {
  const all = [...SHIPPED_RULES, ...z.array(ObligationRule).parse(own)].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const dated = all.map((rule, index) => {
    const next = all.slice(index + 1).find(({ id }) => id === rule.id);
    if (!next) return rule;
    const end = addDays(next.from, -1);
    return { ...rule, to: rule.to === null ? end : earlier(rule.to, end) };
  });
  return [...dated, ...programmes.flatMap(programmeRules)];
}
