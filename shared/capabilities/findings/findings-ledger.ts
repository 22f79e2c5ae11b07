// Findings (检查发现的问题): owner, due date, rectified, re-checked, closed; one mechanism for every kind of check.
import { compareDateTimes, type DateTime, dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import type { Derived } from "../../ledger/record.ts";
import { recountFinding } from "./recount-finding.ts";

export const findingFields = {
  foundOn: date({ label: { zh: "发现日期", en: "Found on" }, required: true }),
  source: choice({
    label: { zh: "来源", en: "Found by" },
    choices: {
      weeklySupervision: { zh: "每周督查", en: "weekly supervision" },
      weeklyCheck: { zh: "值周检查", en: "check on weekly duty" },
      closingCheck: { zh: "开关门检查", en: "check at opening or closing" },
      inspection: { zh: "验收检查", en: "inspection" },
      surpriseCheck: { zh: "突击检查", en: "surprise check" },
      other: { zh: "其他", en: "other" },
    },
    required: true,
  }),
  /** The week, the round or the check that found it. */
  sourceId: text({ label: { zh: "来源编号", en: "Source" }, maxLength: 80 }),
  kind: text({ label: { zh: "问题类别", en: "Kind" }, maxLength: 60 }),
  content: longText({ label: { zh: "问题", en: "Finding" }, maxLength: 500, required: true }),
  /** What it is about: `cases/<id>` or a period. */
  subject: text({ label: { zh: "涉及", en: "About" }, maxLength: 120 }),
  owner: text({ label: { zh: "责任人", en: "Owner" }, maxLength: 60, required: true }),
  dueOn: date({ label: { zh: "整改期限", en: "To be rectified by" }, required: true }),
};

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

const transitions = {
  rectify: {
    label: { zh: "整改完成", en: "rectified" },
    from: ["open"],
    fields: {
      at,
      measure: longText({ label: { zh: "整改措施", en: "Measure" }, maxLength: 500, required: true }),
      photo: text({ label: { zh: "照片", en: "Photo" }, maxLength: 300 }),
    },
  },
  recheck: {
    label: { zh: "复查", en: "re-check" },
    from: ["rectified"],
    fields: {
      at,
      passed: flag({ label: { zh: "复查通过", en: "Passed" }, required: true }),
      note: longText({ label: { zh: "复查意见", en: "Note" }, maxLength: 500 }),
    },
  },
} as const;

export type FindingRow = TypedRow<typeof findingFields>;

const problems = defineProblems({
  due_before_found: {
    status: 422,
    zh: "整改期限早于发现日期;请核对。",
    en: "It would have to be rectified before it was found; please check both dates.",
  },
  step_out_of_order: {
    status: 422,
    zh: "这一步的时间早于上一步,或在将来;请核对时间。",
    en: "This step lies before the one it follows, or in the future; please check the time.",
  },
});

export const findings = defineLedger({
  id: "findings",
  // 2: checks on weekly duty, and at opening and closing, find things too.
  version: 2,
  title: { zh: "问题整改台账", en: "Findings" },
  fields: findingFields,
  businessDate: "foundOn",
  dimension: "source",
  statuses: {
    open: { label: { zh: "待整改", en: "to be rectified" }, open: true },
    rectified: { label: { zh: "已整改待复查", en: "rectified, to be re-checked" }, open: true },
    closed: { label: { zh: "已销号", en: "closed" }, open: false },
  },
  transitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: [...HALL_LEADERS, "inspector", "centreAdmin"],
    void: ["hallHead", "centreAdmin"],
    rectify: HALL_STAFF,
    recheck: [...HALL_LEADERS, "inspector", "centreAdmin"],
  },
  metrics: {
    found: {
      label: { zh: "发现问题", en: "Found" },
      combine: "sum",
      unit: "count",
      datedBy: "business",
      amount: () => 1,
    },
    closed: {
      label: { zh: "销号", en: "Closed" },
      combine: "sum",
      unit: "count",
      datedBy: "closing",
      amount: () => 1,
    },
    closedOnTime: {
      label: { zh: "按期整改", en: "Rectified in time" },
      combine: "sum",
      unit: "count",
      datedBy: "closing",
      amount: (_, { onTime }) => (onTime === true ? 1 : 0),
    },
  },
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveFinding,
  check: checkFinding,
  responsibility: ({ values: { owner = "" } }) => ({
    firstAskedBy: owner,
    answerable: true,
    holder: owner,
    department: null,
    handovers: [],
  }),
  duties: (_, derived) =>
    derived.dueDate === null
      ? []
      : [
          {
            id: "rectification",
            label: { zh: "问题整改", en: "Rectification" },
            dueOn: derived.dueDate,
            doneOn: derived.endedOn,
            mustAct: "hallHead",
            source: "D1 三6 “对发现的问题及时处理”",
          },
        ],
  handOver: handOverField("owner"),
  recount: recountFinding,
});

/** The latest rectification stands, unless a re-check did not pass. */
function stateOf(row: FindingRow): {
  status: "open" | "rectified" | "closed";
  rectified: DateTime | null;
  closed: DateTime | null;
} {
  let state: ReturnType<typeof stateOf> = { status: "open", rectified: null, closed: null };
  for (const { action, data } of row.events) {
    if (action === "rectify" && isValuesOf(transitions.rectify.fields, data)) {
      state = { status: "rectified", rectified: data.at ?? null, closed: null };
    } else if (action === "recheck" && isValuesOf(transitions.recheck.fields, data)) {
      state = data.passed
        ? { ...state, status: "closed", closed: data.at ?? null }
        : { status: "open", rectified: null, closed: null };
    }
  }
  return state;
}

function deriveFinding(row: FindingRow): Derived {
  const { foundOn, dueOn } = row.values;
  if (!foundOn || !dueOn) throw new Error("a finding without its dates was accepted");
  const { status, rectified, closed } = stateOf(row);
  const endedOn: PlainDate | null = rectified ? dateOf(rectified) : null;
  return {
    status,
    open: status !== "closed",
    businessDay: foundOn,
    closingDay: closed ? dateOf(closed) : null,
    dueDate: dueOn,
    originalDueDate: dueOn,
    endedOn,
    provisional: false,
    onTime: endedOn ? endedOn <= dueOn : null,
    onTimeOriginal: endedOn ? endedOn <= dueOn : null,
    marks: [],
  };
}

function checkFinding(row: FindingRow, _: unknown, facts: LedgerFacts): Problem[] {
  const { foundOn, dueOn } = row.values;
  if (foundOn && dueOn && dueOn < foundOn) return [problems.due_before_found({ field: "dueOn" })];
  let day = foundOn;
  let before: DateTime | undefined;
  for (const { data } of row.events) {
    const parsed = at.schema.safeParse(data.at);
    if (!parsed.success) continue;
    const time = parsed.data;
    const late = compareDateTimes(time, facts.now) > 0;
    if (late || (day && dateOf(time) < day) || (before && compareDateTimes(time, before) < 0)) {
      return [problems.step_out_of_order({ field: "at" })];
    }
    [day, before] = [dateOf(time), time];
  }
  return [];
}
