// Two invented ledgers that know of one another: loans of a library, and its bans. For the engine's cross-ledger rules.

import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems } from "../../../shared/kernel/problem.ts";
import { defineLedger } from "../../../shared/ledger/define-ledger.ts";
import { attachments } from "../../../shared/ledger/fields/attachment.ts";
import { checklist } from "../../../shared/ledger/fields/checklist.ts";
import { reference } from "../../../shared/ledger/fields/choice.ts";
import { text } from "../../../shared/ledger/fields/text.ts";
import { date } from "../../../shared/ledger/fields/time.ts";
import type { Derived } from "../../../shared/ledger/record.ts";

export const libraryProblems = defineProblems({
  lent_already: { status: 409, zh: "“{book}”已借出。", en: "“{book}” is lent already." },
  banned: { status: 409, zh: "该读者被停借。", en: "This reader may not borrow." },
  own_return: { status: 403, zh: "不能由本人验收归还。", en: "Not by the reader." },
  nobody: { status: 422, zh: "没有这个人。", en: "There is no such person." },
});

function days(on: PlainDate | undefined, closed: boolean): Derived {
  if (!on) throw new Error("a row without its date was accepted");
  return {
    status: closed ? "closed" : "open",
    open: !closed,
    businessDay: on,
    closingDay: closed ? on : null,
    dueDate: null,
    originalDueDate: null,
    endedOn: null,
    provisional: false,
    onTime: null,
    onTimeOriginal: null,
    marks: [],
  };
}

const statuses = {
  open: { label: { zh: "未结", en: "open" }, open: true },
  closed: { label: { zh: "已结", en: "closed" }, open: false },
};
const counted = {
  all: {
    label: { zh: "总数", en: "All" },
    combine: "sum",
    unit: "count",
    datedBy: "business",
    amount: () => 1,
  },
} as const;

/** Id of the ban that a lost loan brings: made from the loan's, and never the same. */
export const banOf = (loan: string): string =>
  loan.replace(/^./, (digit) => (15 - Number.parseInt(digit, 16)).toString(16));

export const loans = defineLedger({
  id: "loans",
  version: 1,
  title: { zh: "借阅", en: "Loans" },
  fields: {
    lentOn: date({ label: { zh: "借出日期", en: "Lent on" }, required: true }),
    book: text({ label: { zh: "书名", en: "Book" }, required: true, maxLength: 40 }),
    reader: reference({ label: { zh: "读者", en: "Reader" }, refersTo: "person", required: true }),
    state: checklist({
      label: { zh: "书况", en: "State" },
      items: { cover: { zh: "封面", en: "cover" }, pages: { zh: "书页", en: "pages" } },
    }),
    photos: attachments({ label: { zh: "照片", en: "Photos" }, most: 2 }),
  },
  businessDate: "lentOn",
  dimension: null,
  statuses,
  transitions: {
    giveBack: { label: { zh: "归还", en: "give back" }, from: ["open"], fields: {} },
    lose: { label: { zh: "丢失", en: "lose" }, from: ["open"], fields: {} },
  },
  access: {
    read: ["clerk", "hallHead", "centreAdmin"],
    upsert: ["clerk"],
    void: ["hallHead"],
    giveBack: ["clerk", "hallHead"],
    lose: ["clerk"],
  },
  metrics: counted,
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values, events }) => days(values.lentOn, events.length > 0),
  asks: ({ values }) => [
    { ledger: "loans", open: true },
    ...(values.lentOn ? [{ ledger: "bans", from: values.lentOn, to: values.lentOn }] : []),
  ],
  check: ({ values, events }, _, facts) => {
    if (events.length > 0) return [];
    if (!facts.findPerson(values.reader ?? "")) return [libraryProblems.nobody({ field: "reader" })];
    if (facts.rowsOf("loans").some((row) => row.values.book === values.book)) {
      return [libraryProblems.lent_already({ field: "book", book: values.book ?? "" })];
    }
    return facts.rowsOf("bans").some((row) => row.values.reader === values.reader)
      ? [libraryProblems.banned({ field: "reader" })]
      : [];
  },
  permits: (action, row, actor) =>
    action === "giveBack" && (row?.values.reader === actor.id || !actor.roles.includes("hallHead"))
      ? [libraryProblems.own_return({})]
      : [],
  follows: ({ event, id, row }) =>
    event?.action === "lose"
      ? [
          {
            ledger: "bans",
            id: banOf(id),
            action: "upsert",
            baseVersion: 0,
            values: { bannedOn: row.values.lentOn, reader: row.values.reader },
          },
        ]
      : [],
});

export const bans = defineLedger({
  id: "bans",
  version: 1,
  title: { zh: "停借", en: "Bans" },
  fields: {
    bannedOn: date({ label: { zh: "日期", en: "On" }, required: true }),
    reader: reference({ label: { zh: "读者", en: "Reader" }, refersTo: "person", required: true }),
  },
  businessDate: "bannedOn",
  dimension: null,
  statuses,
  transitions: {},
  access: { read: ["hallHead"], upsert: ["hallHead"], void: ["hallHead"] },
  metrics: counted,
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values }) => days(values.bannedOn, true),
  check: ({ values }) => (values.reader === "p-head" ? [libraryProblems.nobody({ field: "reader" })] : []),
});

export const shelves = defineLedger({
  id: "shelves",
  version: 1,
  title: { zh: "书架", en: "Shelves" },
  scope: "centre",
  fields: { builtOn: date({ label: { zh: "日期", en: "Built on" }, required: true }) },
  businessDate: "builtOn",
  dimension: null,
  statuses,
  transitions: {},
  access: { read: ["clerk", "centreAdmin"], upsert: ["centreAdmin"], void: ["centreAdmin"] },
  metrics: counted,
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values }) => days(values.builtOn, true),
  check: () => [],
});
