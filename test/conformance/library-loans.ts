// Library loans: a ledger that no hall has. This one file, and one line in a registry, is all that it takes.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../shared/kernel/permissions.ts";
import { addDays } from "../../shared/kernel/plain-date.ts";
import { defineProblems } from "../../shared/kernel/problem.ts";
import { defineLedger } from "../../shared/ledger/define-ledger.ts";
import { choice } from "../../shared/ledger/fields/choice.ts";
import { integer } from "../../shared/ledger/fields/number.ts";
import { text } from "../../shared/ledger/fields/text.ts";
import { date } from "../../shared/ledger/fields/time.ts";

const LOAN_DAYS = 14;
const returnedOn = date({ label: { zh: "归还日期", en: "Returned on" }, required: true });

const problems = defineProblems({
  reference_only: {
    status: 422,
    zh: "工具书只在馆内阅览;请改选其他“类别”。",
    en: "Works of reference are not lent; please choose another kind.",
  },
});

export const libraryLoans = defineLedger({
  id: "library-loans",
  version: 1,
  title: { zh: "图书借阅", en: "Library loans" },
  fields: {
    lentOn: date({ label: { zh: "借出日期", en: "Lent on" }, required: true }),
    kind: choice({
      label: { zh: "类别", en: "Kind" },
      choices: {
        novel: { zh: "小说", en: "novel" },
        children: { zh: "童书", en: "children's book" },
        reference: { zh: "工具书", en: "work of reference" },
      },
      required: true,
    }),
    title: text({ label: { zh: "书名", en: "Title" }, required: true }),
    volumes: integer({ label: { zh: "册数", en: "Volumes" }, minimum: 1, maximum: 10, required: true }),
    reader: text({ label: { zh: "读者", en: "Reader" }, maxLength: 60, personal: true }),
  },
  businessDate: "lentOn",
  dimension: "kind",
  statuses: {
    lent: { label: { zh: "借出", en: "lent" }, open: true },
    returned: { label: { zh: "已还", en: "returned" }, open: false },
  },
  transitions: { return: { label: { zh: "归还", en: "return" }, from: ["lent"], fields: { returnedOn } } },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: HALL_LEADERS,
    return: HALL_STAFF,
  },
  metrics: {
    volumes: {
      label: { zh: "借出册数", en: "Volumes lent" },
      combine: "sum",
      unit: "count",
      datedBy: "business",
      amount: ({ values }) => Number(values.volumes ?? 0),
    },
  },
  metricsVersion: 1,
  retentionYears: 1,
  derive({ values, events }) {
    const { lentOn } = values;
    if (!lentOn) throw new Error("a loan without its day was accepted");
    const returned =
      events.map(({ data }) => returnedOn.schema.safeParse(data.returnedOn).data).at(-1) ?? null;
    const dueDate = addDays(lentOn, LOAN_DAYS);
    const onTime = returned === null ? null : returned <= dueDate;
    return {
      status: returned ? "returned" : "lent",
      open: !returned,
      businessDay: lentOn,
      closingDay: returned,
      dueDate,
      originalDueDate: dueDate,
      endedOn: returned,
      provisional: false,
      onTime,
      onTimeOriginal: onTime,
      marks: [],
    };
  },
  check: ({ values }) => (values.kind === "reference" ? [problems.reference_only({ field: "kind" })] : []),
  recount: ({ values }) =>
    values.lentOn && values.volumes
      ? [{ day: values.lentOn, dimension: values.kind ?? null, amounts: { volumes: values.volumes } }]
      : [],
});
