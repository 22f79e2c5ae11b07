// The duty roster (值周): who checks the windows in a week. D2 二(二), and who stands in for a head that leaves, 二(四)2.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { addDays, weekday } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { textList } from "../../ledger/fields/list.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { counted, deriveBy } from "../../ledger/plain-register.ts";
import type { RowEvent } from "../../ledger/record.ts";

const fields = {
  monday: date({
    label: { zh: "周一日期", en: "Monday" },
    help: { zh: "值周那一周的周一", en: "the Monday of the week on duty" },
    required: true,
  }),
  cadres: textList({
    label: { zh: "村(居)两委干部", en: "Two-committee cadres" },
    help: {
      zh: "党支部委员会、村(居)民委员会的干部",
      en: "of the party branch and of the residents' committee",
    },
  }),
  supervisors: textList({ label: { zh: "党风廉政监督员", en: "Integrity supervisors" } }),
  windowHeads: textList({ label: { zh: "窗口负责人", en: "Window heads" } }),
  note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
};

export type WeeklyDutyRow = TypedRow<typeof fields>;

const GROUPS = ["cadres", "supervisors", "windowHeads"] as const;

const problems = defineProblems({
  group_missing: {
    status: 422,
    zh: "值周人员里没有“{label}”。D2 二(二):由村两委干部、党风廉政监督员和窗口负责人组成;请补上。",
    en: "The roster has no {label}. D2 二(二): two-committee cadres, integrity supervisors and window heads; please add one.",
  },
  not_a_monday: {
    status: 422,
    zh: "“周一日期”不是周一;请填这一周的周一。",
    en: "Monday: that day is no Monday; please give the Monday of the week.",
  },
  week_taken: {
    status: 409,
    zh: "这一周已有值周表({serial});请改那一行。",
    en: "This week has a roster already ({serial}); please change that row.",
  },
  twice_on_duty: {
    status: 422,
    zh: "“{name}”在值周表里出现两次;一人只以一种身份值周。",
    en: "“{name}” stands on the roster twice; everybody is on duty in one capacity.",
  },
});

/** D2 二(二) "值周检查人员由村两委干部、党风廉政监督员和窗口负责人组成": at least one of each. */
export function checkComposition({ values }: WeeklyDutyRow): Problem[] {
  return GROUPS.filter((group) => !values[group]?.length).map((group) =>
    problems.group_missing({ field: group, label: fields[group].label }),
  );
}

/** [P] Nobody checks in two capacities: a window head who is a cadre too leaves one group without anybody. */
export function checkNobodyTwice({ values }: WeeklyDutyRow): Problem[] {
  const all = GROUPS.flatMap((group) => (values[group] ?? []).map((name) => ({ group, name })));
  const again = all.find(({ name }, at) => all.findIndex((one) => one.name === name) < at);
  return again ? [problems.twice_on_duty({ field: again.group, name: again.name })] : [];
}

function checkWeek({ values }: WeeklyDutyRow, facts: LedgerFacts): Problem[] {
  if (!values.monday) return [];
  if (weekday(values.monday) !== 1) return [problems.not_a_monday({ field: "monday" })];
  const other = facts.rowsOf("weekly-duty").find((row) => row.values.monday === values.monday);
  return other ? [problems.week_taken({ field: "monday", serial: other.serial })] : [];
}

function ownWeek({ values: { monday } }: WeeklyDutyRow): RowsAsked[] {
  return monday ? [{ ledger: "weekly-duty", from: monday, to: monday }] : [];
}

const substitute = {
  label: { zh: "安排顶替", en: "name a substitute" },
  from: ["planned"],
  fields: {
    absent: text({ label: { zh: "外出的窗口负责人", en: "Head who leaves" }, maxLength: 60, required: true }),
    substitute: text({ label: { zh: "顶替人员", en: "Substitute" }, maxLength: 60, required: true }),
    from: date({ label: { zh: "起", en: "From" }, required: true }),
    to: date({ label: { zh: "止", en: "To" }, required: true }),
  },
};

/** Who is on duty on a day: the roster, with those who stand in for a window head who is away. */
export function onDuty(
  values: Readonly<Record<string, unknown>>,
  events: readonly RowEvent[],
  day: string,
): string[] {
  const rostered = GROUPS.flatMap((group) => {
    const list = fields[group].schema.safeParse(values[group]);
    return list.success ? [...list.data] : [];
  });
  const standing = events.filter(
    ({ action, data }) => action === "substitute" && String(data.from) <= day && day <= String(data.to),
  );
  return rostered.map((name) =>
    String(standing.findLast(({ data }) => data.absent === name)?.data.substitute ?? name),
  );
}

export const weeklyDuty = defineLedger({
  id: "weekly-duty",
  version: 1,
  title: { zh: "值周安排", en: "Weekly duty roster" },
  fields,
  businessDate: "monday",
  dimension: null,
  statuses: { planned: { label: { zh: "已安排", en: "planned" }, open: false } },
  transitions: { substitute },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_LEADERS,
    void: ["hallHead", "centreAdmin"],
    // Taken with the approval of the ledger of duty leaves, by whoever approves there.
    substitute: ["supervisingLeader"],
  },
  metrics: { rosters: counted("值周安排周数", "Weeks with a roster") },
  metricsVersion: 2,
  retentionYears: 3,
  derive: deriveBy({ day: "monday", statuses: { planned: { open: false } } }),
  asks: ownWeek,
  check: (row, _, facts) => [...checkComposition(row), ...checkNobodyTwice(row), ...checkWeek(row, facts)],
  recount: ({ values: { monday } }) =>
    monday ? [{ day: monday, dimension: null, amounts: { rosters: 1 } }] : [],
});

/** The Monday of a day's week. */
export function mondayOf(day: Parameters<typeof weekday>[0]) {
  return addDays(day, 1 - weekday(day));
}
