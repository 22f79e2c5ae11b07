// Opening and closing of the hall (开关门检查): cleaned before work, papers locked and power off after it. D4 四、五, D3 二4.
import { compareDateTimes, dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import {
  checkComplete,
  checkFaultsOwned,
  checkFaultsTold,
  faultsIn,
  findingsFollowing,
} from "../../ledger/checklist-findings.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { checklist } from "../../ledger/fields/checklist.ts";
import { text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { counted, deriveBy } from "../../ledger/plain-register.ts";
import type { Contribution } from "../../ledger/record.ts";

const fields = {
  day: date({ label: { zh: "日期", en: "Day" }, required: true }),
  keeper: text({ label: { zh: "当班人员", en: "On duty" }, maxLength: 60, required: true }),
  note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
};

export type OpeningRow = TypedRow<typeof fields>;

/** D4 四: what is seen to before work begins. */
const OPENING_CONTENTS = {
  swept: { zh: "办公区已清扫", en: "the office is swept" },
  tidy: { zh: "无痰迹、无杂物堆放", en: "no spittle, nothing piled up" },
  desks: { zh: "资料、用品摆放整齐", en: "papers and supplies in order" },
  relevant: { zh: "无与工作无关的物品", en: "nothing that has no use for work" },
  bright: { zh: "空气清新、窗明几净", en: "fresh air, clean windows" },
} as const;

/** D3 二4 "清理好物品和数据资料,关好电脑和电源", D4 五 "文档资料应入柜上锁", D4 四 "用完及时归档". */
const CLOSING_CONTENTS = {
  cleared: { zh: "物品和数据资料已清理", en: "things and data are put away" },
  filed: { zh: "用完的文件材料已归档", en: "papers that were used are filed" },
  locked: { zh: "文档资料已入柜上锁", en: "files are locked in the cabinets" },
  computers: { zh: "电脑已关", en: "computers are off" },
  power: { zh: "电源已关", en: "the power is off" },
  valuables: { zh: "财物已妥善保管", en: "valuables are safe" },
} as const;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

export const openingTransitions = {
  open: {
    label: { zh: "开门检查", en: "check at opening" },
    from: ["expected"],
    fields: {
      at,
      contents: checklist({
        label: { zh: "开门检查内容", en: "Contents at opening" },
        items: OPENING_CONTENTS,
        required: true,
      }),
    },
  },
  close: {
    label: { zh: "关门检查", en: "check at closing" },
    from: ["opened"],
    fields: {
      at,
      contents: checklist({
        label: { zh: "关门检查内容", en: "Contents at closing" },
        items: CLOSING_CONTENTS,
        required: true,
      }),
      rectifyOwner: text({ label: { zh: "整改责任人", en: "Rectified by whom" }, maxLength: 60 }),
      rectifyBy: date({ label: { zh: "整改期限", en: "Rectified by" } }),
    },
  },
} as const;

const statuses = {
  expected: { label: { zh: "待开门检查", en: "to be opened" }, open: true },
  opened: { label: { zh: "待关门检查", en: "to be closed" }, open: true },
  closed: { label: { zh: "已关门", en: "closed" }, open: false },
} as const;

const problems = defineProblems({
  day_taken: {
    status: 409,
    zh: "这一天已有开关门检查({serial});请在那一行登记。",
    en: "This day has its row already ({serial}); please use that one.",
  },
  other_day: {
    status: 422,
    zh: "检查时间不在“日期”那一天,或在将来,或关门早于开门;请核对。",
    en: "The time is not on that day, lies in the future, or closing lies before opening; please check it.",
  },
});

function closingOf({ events }: Pick<OpeningRow, "events">) {
  const data = events.find(({ action }) => action === "close")?.data;
  return data && isValuesOf(openingTransitions.close.fields, data) ? data : undefined;
}

/** D4 四 "每天上班前要对办公区进行清扫": every content of the opening is checked, and what is wrong is told. */
export function checkOpening({ events }: Pick<OpeningRow, "events">): Problem[] {
  const event = events.at(-1);
  if (event?.action !== "open" || !isValuesOf(openingTransitions.open.fields, event.data)) return [];
  const { contents: field } = openingTransitions.open.fields;
  const clause = { zh: "D4 四", en: "D4 四" };
  const { contents } = event.data;
  return [
    ...checkComplete("contents", field, contents, clause),
    ...checkFaultsTold("contents", field, contents),
  ];
}

/** D3 二4, D4 五 "离岗或下班后文档资料应入柜上锁": every content of the closing; what is wrong has an owner. */
export function checkClosing(row: Pick<OpeningRow, "events">): Problem[] {
  const closing = closingOf(row);
  if (!closing) return [];
  const { contents: field } = openingTransitions.close.fields;
  const { contents, rectifyOwner, rectifyBy } = closing;
  return [
    ...checkComplete("contents", field, contents, { zh: "D3 二4、D4 五", en: "D3 二4, D4 五" }),
    ...checkFaultsTold("contents", field, contents),
    ...checkFaultsOwned(contents, { owner: rectifyOwner, dueOn: rectifyBy }),
  ];
}

function checkTimes({ values: { day }, events }: OpeningRow, { now }: LedgerFacts): Problem[] {
  const times = events.flatMap(({ data }) => at.schema.safeParse(data.at).data ?? []);
  const wrong = times.some((time, index) => {
    const before = times[index - 1];
    return (
      dateOf(time) !== day ||
      compareDateTimes(time, now) > 0 ||
      (before !== undefined && compareDateTimes(time, before) < 0)
    );
  });
  return wrong ? [problems.other_day({ field: "at" })] : [];
}

function checkOneADay({ values: { day } }: OpeningRow, facts: LedgerFacts): Problem[] {
  const other = facts.rowsOf("openings-and-closings").find(({ values }) => values.day === day);
  return other ? [problems.day_taken({ field: "day", serial: other.serial })] : [];
}

function isFlawed(row: Pick<OpeningRow, "events">): boolean {
  return faultsIn(closingOf(row)?.contents).length > 0;
}

export const openingsAndClosings = defineLedger({
  id: "openings-and-closings",
  version: 1,
  title: { zh: "开关门检查", en: "Openings and closings" },
  fields,
  businessDate: "day",
  dimension: null,
  statuses,
  transitions: openingTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    open: HALL_STAFF,
    close: HALL_STAFF,
  },
  metrics: {
    closed: counted("开关门检查完成天数", "Days checked at opening and closing", "closing"),
    flawed: counted("其中关门检查有问题", "of which with a fault at closing", "closing", (row) =>
      isFlawed(row),
    ),
  },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "day", due: "day", statuses, after: { open: "opened", close: "closed" } }),
  asks: ({ values: { day } }) => (day ? [{ ledger: "openings-and-closings", from: day, to: day }] : []),
  locked: ({ events }) => (events.length > 0 ? ["day"] : []),
  check: (row, _, facts) => [
    ...checkOneADay(row, facts),
    ...checkTimes(row, facts),
    ...checkOpening(row),
    ...checkClosing(row),
  ],
  follows: ({ action, row, id, serial }) => {
    const closing = action === "close" ? closingOf(row) : undefined;
    const { day } = row.values;
    const { contents, rectifyOwner: owner, rectifyBy: dueOn } = closing ?? {};
    return contents && owner && dueOn && day
      ? findingsFollowing(openingTransitions.close.fields.contents, contents, {
          ledger: "openings-and-closings",
          id,
          serial,
          foundOn: day,
          source: "closingCheck",
          owner,
          dueOn,
        })
      : [];
  },
  duties: (_, derived) =>
    derived.dueDate === null
      ? []
      : [
          {
            id: "closing",
            label: { zh: "关门检查", en: "Check at closing" },
            dueOn: derived.dueDate,
            doneOn: derived.closingDay,
            mustAct: "windowHead",
            source: "D3 二4 “下班前要清理好物品和数据资料,关好电脑和电源”",
          },
        ],
  recount: ({ values: { day }, events }): Contribution[] => {
    const close = events.find(({ action }) => action === "close");
    if (!close || !day) return [];
    const contents: unknown = close.data.contents;
    const faults = Array.isArray(contents) && contents.some((one) => one.ok === false);
    return [{ day, dimension: null, amounts: faults ? { closed: 1, flawed: 1 } : { closed: 1 } }];
  },
});
