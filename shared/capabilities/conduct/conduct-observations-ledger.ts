// Conduct at the post (在岗行为): what was seen, by a leader, a check, a colleague; warned or dismissed. D3 一1、三, D4 二、五.

import { HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Actor, defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import type { FollowingRow, RowChange } from "../../ledger/follow.ts";
import { followingId } from "../../ledger/following-id.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { counted, dayIn, deriveBy, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";
import { CONDUCT_CODES, TO_BE_DISSUADED } from "./conduct-codes.ts";
import { yearAsked } from "./conduct-records-ledger.ts";

const fields = {
  observedOn: date({ label: { zh: "日期", en: "Seen on" }, required: true }),
  person: reference({ label: { zh: "当事人", en: "Person" }, refersTo: "person", required: true }),
  code: choice({ label: { zh: "行为", en: "Conduct" }, choices: CONDUCT_CODES, required: true }),
  source: choice({
    label: { zh: "来源", en: "Seen by" },
    choices: {
      leader: { zh: "负责人", en: "a leader" },
      check: { zh: "值周检查", en: "a check on weekly duty" },
      // D4 二 "采取相互监督制度".
      colleague: { zh: "同事(相互监督)", en: "a colleague (mutual supervision)" },
      resident: { zh: "群众反映", en: "a resident" },
    },
    required: true,
  }),
  reportedBy: reference({
    label: { zh: "反映人", en: "Reported by" },
    help: { zh: "同事反映时必填", en: "needed where a colleague reports" },
    refersTo: "person",
  }),
  dissuadedBy: text({
    label: { zh: "劝阻人", en: "Dissuaded by" },
    help: { zh: "吸烟、明火必填(D4 五)", en: "needed for smoking and open fire (D4 五)" },
    maxLength: 60,
  }),
  description: longText({ label: { zh: "情况", en: "What was seen" }, maxLength: 500, personal: true }),
};

export type ConductRow = TypedRow<typeof fields>;

const statuses = {
  reported: { label: { zh: "待处理", en: "to be judged" }, open: true },
  warned: { label: { zh: "已警告", en: "warned" }, open: false },
  dismissed: { label: { zh: "不成立", en: "dismissed" }, open: false },
} as const;

const on = date({ label: { zh: "日期", en: "On" }, required: true });

const problems = defineProblems({
  no_reporter: {
    status: 422,
    zh: "请填写“反映人”。D4 二的相互监督由同事署名反映。",
    en: "Please say who reports it: mutual supervision (D4 二) is signed with a name.",
  },
  reports_oneself: {
    status: 422,
    zh: "“反映人”和“当事人”是同一个人;请核对。",
    en: "Reported by and Person are the same; please check.",
  },
  nobody_dissuaded: {
    status: 422,
    zh: "请填写“劝阻人”。D4 五:对吸烟、使用明火,全体人员都有权利和义务及时劝阻和制止。",
    en: "Please say who stopped it. D4 五: everybody has the right and the duty to stop smoking and open fire.",
  },
  judges_own: {
    status: 403,
    zh: "当事人和反映人都不能处理这一条;请由另一位负责人处理。",
    en: "Neither the person nor whoever reported it judges it; please ask another leader.",
  },
});

/** D4 二 "采取相互监督制度": a colleague who reports says who it is, and reports somebody else. */
export function checkPeerReport({ values: { source, reportedBy, person } }: ConductRow): Problem[] {
  if (source === "colleague" && !reportedBy) return [problems.no_reporter({ field: "reportedBy" })];
  return reportedBy && reportedBy === person ? [problems.reports_oneself({ field: "reportedBy" })] : [];
}

/** D4 五 "大厅全体人员都有权利和义务及时进行劝阻和制止". */
export function checkDissuaded({ values: { code = "other", dissuadedBy } }: ConductRow): Problem[] {
  return TO_BE_DISSUADED.includes(code) && !dissuadedBy
    ? [problems.nobody_dissuaded({ field: "dissuadedBy" })]
    : [];
}

/** [P] Nobody judges their own conduct, or what they reported themselves. */
export function forbidPartisans(action: string, row: ConductRow | null, actor: Actor): Problem[] {
  const { person, reportedBy } = row?.values ?? {};
  const judging = action === "warn" || action === "dismiss";
  return judging && (actor.id === person || actor.id === reportedBy) ? [problems.judges_own({})] : [];
}

const plain = rules(
  notInFuture("observedOn", fields.observedOn.label),
  stepsInOrder("observedOn"),
  knownPerson("person", fields.person.label),
  knownPerson("reportedBy", fields.reportedBy.label),
);

function askedRecords({ values: { observedOn } }: ConductRow): RowsAsked[] {
  return observedOn ? [yearAsked(observedOn)] : [];
}

/** D4 二 "一经发现,给予警告处分(并记录当年考核制度表)": the warning goes into the person's record of the year. */
function recordOfTheYear(
  { action, event, row, id, serial }: RowChange<ConductRow>,
  facts: LedgerFacts,
): FollowingRow[] {
  const { observedOn, person, code } = row.values;
  const warnedOn = event && dayIn(event.data, "on");
  if (action !== "warn" || !observedOn || !person || !code || !warnedOn) return [];
  const year = yearOf(observedOn);
  const entry = `${serial} ${observedOn} ${CONDUCT_CODES[code].zh}`;
  const known = facts
    .rowsOf("conduct-records")
    .find(({ values }) => values.person === person && values.year === year);
  return known
    ? [{ ledger: "conduct-records", id: known.id, action: "warn", values: { on: warnedOn, entry } }]
    : [
        {
          ledger: "conduct-records",
          id: followingId(id, "record"),
          action: "upsert",
          baseVersion: 0,
          values: { yearBegins: `${year}-01-01`, year, person, warnings: [entry] },
        },
      ];
}

export const conductObservations = defineLedger({
  id: "conduct-observations",
  version: 1,
  title: { zh: "在岗行为登记", en: "Conduct at the post" },
  fields,
  businessDate: "observedOn",
  dimension: null,
  // Who saw whom do what stays out of shared cells.
  restricted: true,
  statuses,
  transitions: {
    warn: { label: { zh: "给予警告", en: "warn" }, from: ["reported"], fields: { on } },
    dismiss: {
      label: { zh: "不成立", en: "dismiss" },
      from: ["reported"],
      fields: { on, reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }) },
    },
  },
  access: {
    read: [...HALL_STAFF, "supervisingLeader", "director", "inspector", "centreAdmin"],
    readPersonal: [...HALL_LEADERS, "supervisingLeader"],
    unmask: ["inspector", "centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    upsert: [...HALL_STAFF, "inspector"],
    void: ["hallHead", "centreAdmin"],
    warn: ["hallHead", "supervisingLeader"],
    dismiss: ["hallHead", "supervisingLeader"],
  },
  metrics: {
    warned: counted("警告", "Warnings", "closing", (_, { status }) => status === "warned"),
  },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "observedOn", statuses, after: { warn: "warned", dismiss: "dismissed" } }),
  asks: askedRecords,
  permits: forbidPartisans,
  locked: ({ events }) => (events.length > 0 ? ["observedOn", "person", "code"] : []),
  check: (row, personal, facts) => [
    ...checkPeerReport(row),
    ...checkDissuaded(row),
    ...plain(row, personal, facts),
  ],
  follows: recordOfTheYear,
  recount: ({ events }) =>
    events.flatMap(({ action, data }) => {
      const day = dayIn(data, "on");
      return action === "warn" && day ? [{ day, dimension: null, amounts: { warned: 1 } }] : [];
    }),
});
