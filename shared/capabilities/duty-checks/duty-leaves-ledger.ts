// A window head on duty who has to leave (值周外出): approved by the party-branch secretary, with a substitute. D2 二(四)2.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Actor, defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import { counted, dayIn, deriveBy } from "../../ledger/plain-register.ts";
import { mondayOf } from "./weekly-duty-ledger.ts";

const fields = {
  from: date({ label: { zh: "外出日期起", en: "Away from" }, required: true }),
  to: date({ label: { zh: "外出日期止", en: "Away to" }, required: true }),
  windowHead: text({
    label: { zh: "值周的窗口负责人", en: "Window head on duty" },
    maxLength: 60,
    required: true,
  }),
  reason: longText({ label: { zh: "特殊情况", en: "Special reason" }, maxLength: 300, required: true }),
  substitute: text({
    label: { zh: "窗口顶替人员", en: "Substitute at the window" },
    help: { zh: "D2 二(四)2:须明确落实窗口顶替人员", en: "D2 二(四)2: a substitute has to be named" },
    maxLength: 60,
  }),
};

export type DutyLeaveRow = TypedRow<typeof fields>;

const statuses = {
  asked: { label: { zh: "待村党支部书记批准", en: "asked for" }, open: true },
  approved: { label: { zh: "已批准", en: "approved" }, open: false },
  declined: { label: { zh: "未批准", en: "declined" }, open: false },
} as const;

const problems = defineProblems({
  no_substitute: {
    status: 422,
    zh: "请填写“窗口顶替人员”。D2 二(四)2:值周的窗口负责人外出,须明确落实窗口顶替人员。",
    en: "Please name the substitute. D2 二(四)2: a window head on duty who leaves names a substitute at the window.",
  },
  own_substitute: {
    status: 422,
    zh: "顶替人员不能是外出的本人,也不能是已经在值周的人;请另选一位。",
    en: "The substitute is neither the person who leaves nor on duty already; please name somebody else.",
  },
  not_on_duty: {
    status: 422,
    zh: "“{name}”不是这一周值周的窗口负责人;请先排好值周表,或走一般请假。",
    en: "“{name}” is no window head on duty that week; set up the roster first, or ask for ordinary leave.",
  },
  beyond_the_week: {
    status: 422,
    zh: "外出日期要在同一周内,且止不早于起;跨周请分周填写。",
    en: "Both days lie in one week, the last not before the first; please fill in one row for each week.",
  },
  approves_own: {
    status: 403,
    zh: "不能批准自己提出的外出;请由村党支部书记或其代理人批准。",
    en: "Nobody approves what they asked for; the party-branch secretary, or a deputy, does.",
  },
});

function roster(row: DutyLeaveRow, facts: LedgerFacts) {
  const monday = row.values.from && mondayOf(row.values.from);
  return facts.rowsOf("weekly-duty").find(({ values }) => values.monday === monday);
}

/** D2 二(四)2 "须…明确落实窗口顶替人员": somebody else, and not one who is on duty anyway. */
export function checkSubstitute(row: DutyLeaveRow, facts: LedgerFacts): Problem[] {
  const { substitute, windowHead } = row.values;
  if (!substitute) return [problems.no_substitute({ field: "substitute" })];
  const { cadres, supervisors, windowHeads } = roster(row, facts)?.values ?? {};
  const busy = [cadres, supervisors, windowHeads].flatMap((names) => (Array.isArray(names) ? names : []));
  return substitute === windowHead || busy.includes(substitute)
    ? [problems.own_substitute({ field: "substitute" })]
    : [];
}

/** D2 二(四)2 speaks of "值周的窗口负责人": the roster of that week has to name the person. */
export function checkOnDuty(row: DutyLeaveRow, facts: LedgerFacts): Problem[] {
  const heads = roster(row, facts)?.values.windowHeads;
  const { windowHead = "" } = row.values;
  return Array.isArray(heads) && heads.includes(windowHead)
    ? []
    : [problems.not_on_duty({ field: "windowHead", name: windowHead })];
}

function checkDays({ values: { from, to } }: DutyLeaveRow): Problem[] {
  return from && to && (to < from || mondayOf(from) !== mondayOf(to))
    ? [problems.beyond_the_week({ field: "to" })]
    : [];
}

function rosterOfWeek({ values: { from } }: DutyLeaveRow): RowsAsked[] {
  return from ? [{ ledger: "weekly-duty", from: mondayOf(from), to: mondayOf(from) }] : [];
}

/** D2 二(四)2 "须报经村党支部书记同意": the secretary's agreement, never that of whoever asked. */
function forbidOwnApproval(action: string, row: DutyLeaveRow | null, actor: Actor, facts: LedgerFacts) {
  if (action !== "approve" && action !== "decline") return [];
  const name = facts.findPerson(actor.id)?.name;
  return row && name !== undefined && row.values.windowHead === name ? [problems.approves_own({})] : [];
}

export const dutyLeaves = defineLedger({
  id: "duty-leaves",
  version: 1,
  title: { zh: "值周外出顶替", en: "Leaves of heads on duty" },
  fields,
  businessDate: "from",
  dimension: null,
  usesPeople: true,
  statuses,
  transitions: {
    approve: {
      label: { zh: "同意(村党支部书记)", en: "approve" },
      from: ["asked"],
      fields: {
        on: date({ label: { zh: "批准日期", en: "Approved on" }, required: true }),
        note: text({ label: { zh: "意见", en: "Opinion" }, maxLength: 200 }),
      },
    },
    decline: {
      label: { zh: "不同意", en: "decline" },
      from: ["asked"],
      fields: {
        on: date({ label: { zh: "日期", en: "On" }, required: true }),
        reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
      },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_LEADERS,
    void: ["hallHead", "centreAdmin"],
    // [P] The secretary of the party branch signs in with the role of the supervising leader.
    approve: ["supervisingLeader"],
    decline: ["supervisingLeader"],
  },
  metrics: {
    approved: counted("批准的值周外出", "Leaves of heads on duty, approved", "closing", (_, { status }) => {
      return status === "approved";
    }),
  },
  metricsVersion: 2,
  retentionYears: 3,
  derive: deriveBy({ day: "from", statuses, after: { approve: "approved", decline: "declined" } }),
  asks: rosterOfWeek,
  permits: forbidOwnApproval,
  handOver: (row, handing) => (row.events.length === 0 ? handOverField("substitute")(row, handing) : null),
  locked: ({ events }) => (events.length > 0 ? ["from", "to", "windowHead", "substitute"] : []),
  check: (row, _, facts) => [...checkDays(row), ...checkOnDuty(row, facts), ...checkSubstitute(row, facts)],
  // The roster says from now on who is at the window.
  follows: ({ action, row }, facts) => {
    const week = roster(row, facts);
    const { from, to, windowHead, substitute } = row.values;
    return action === "approve" && week
      ? [
          {
            ledger: "weekly-duty",
            id: week.id,
            action: "substitute",
            values: { absent: windowHead, substitute, from, to },
          },
        ]
      : [];
  },
  recount: ({ events }) => {
    const on = events.find(({ action }) => action === "approve");
    const day = on && dayIn(on.data, "on");
    return day ? [{ day, dimension: null, amounts: { approved: 1 } }] : [];
  },
});
