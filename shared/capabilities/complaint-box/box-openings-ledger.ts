// Openings of the complaint box (投诉评议箱开箱): when, by whom, what was in it, and that it was registered. D1 三7.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { counted, deriveBy, notInFuture, RECORDED, totalled } from "../../ledger/plain-register.ts";

const fields = {
  openedOn: date({ label: { zh: "开箱日期", en: "Opened on" }, required: true }),
  openers: textList({
    label: { zh: "开箱人", en: "Opened by" },
    help: { zh: "至少两人,每行一人", en: "at least two, one a line" },
    required: true,
  }),
  letters: integer({ label: { zh: "信件数", en: "Letters" }, maximum: 10_000, required: true }),
  complaints: integer({
    label: { zh: "其中投诉数", en: "of which complaints" },
    maximum: 10_000,
    required: true,
  }),
  numbers: textList({
    label: { zh: "投诉登记编号", en: "Registered as" },
    help: { zh: "投诉台账的编号,每件一行", en: "numbers of the ledger of complaints, one for each" },
    maxLength: 40,
  }),
  note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
};

export type BoxOpeningRow = TypedRow<typeof fields>;

const problems = defineProblems({
  one_opener: {
    status: 422,
    zh: "开箱要有两人在场;请补填“开箱人”。",
    en: "Two people open the box together; please add the other one.",
  },
  more_complaints_than_letters: {
    status: 422,
    zh: "投诉数大于信件数;请核对。",
    en: "There are more complaints than letters; please check the numbers.",
  },
  not_all_registered: {
    status: 422,
    zh: "箱内有 {complaints} 件投诉,只写了 {numbers} 个登记编号。D1 三7:投诉(评议)箱接受群众监督;请逐件登记后填写编号。",
    en: "{complaints} complaints were in the box, {numbers} numbers are given. D1 三7: the box is there for people to complain; please register each.",
  },
});

/** [P] Nobody opens the box alone: letters may be about whoever does. */
export function checkTwoOpeners({ values: { openers = [] } }: BoxOpeningRow): Problem[] {
  return openers.length < 2 ? [problems.one_opener({ field: "openers" })] : [];
}

/** D1 三7 "投诉(评议)箱等接受群众监督的设施": what was in it is a complaint like any other, and has its number. */
export function checkRegistered({ values }: BoxOpeningRow): Problem[] {
  const { letters = 0, complaints = 0, numbers = [] } = values;
  if (complaints > letters) return [problems.more_complaints_than_letters({ field: "complaints" })];
  return numbers.length === complaints
    ? []
    : [problems.not_all_registered({ field: "numbers", complaints, numbers: numbers.length })];
}

const dated = notInFuture("openedOn", fields.openedOn.label);

export const boxOpenings = defineLedger({
  id: "box-openings",
  version: 1,
  title: { zh: "投诉箱开箱记录", en: "Openings of the complaint box" },
  fields,
  businessDate: "openedOn",
  dimension: null,
  statuses: RECORDED,
  transitions: {},
  access: { read: [...HALL_STAFF, ...CENTRE_READERS], upsert: HALL_STAFF, void: HALL_LEADERS },
  metrics: {
    opened: counted("开箱次数", "Times opened"),
    letters: totalled("letters", "count", "箱内信件", "Letters in the box"),
  },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "openedOn", statuses: RECORDED }),
  check: (row, personal, facts) => [
    ...checkTwoOpeners(row),
    ...checkRegistered(row),
    ...dated(row, personal, facts),
  ],
  recount: ({ values: { openedOn, letters } }) =>
    openedOn
      ? [{ day: openedOn, dimension: null, amounts: { opened: 1, ...(letters ? { letters } : {}) } }]
      : [],
});
