// A tennis club's bookings: a neutral ledger with a field of every kind, which proves that forms follow from definitions.
import { HALL_STAFF } from "../../../../shared/kernel/permissions.ts";
import { plainDate } from "../../../../shared/kernel/plain-date.ts";
import { defineProblems } from "../../../../shared/kernel/problem.ts";
import { defineLedger } from "../../../../shared/ledger/define-ledger.ts";
import { attachments } from "../../../../shared/ledger/fields/attachment.ts";
import { checklist } from "../../../../shared/ledger/fields/checklist.ts";
import { choice, reference } from "../../../../shared/ledger/fields/choice.ts";
import { textList } from "../../../../shared/ledger/fields/list.ts";
import { fen, flag, integer } from "../../../../shared/ledger/fields/number.ts";
import { longText, pattern, text } from "../../../../shared/ledger/fields/text.ts";
import { date, dateTime } from "../../../../shared/ledger/fields/time.ts";

const problems = defineProblems({
  court_too_small: {
    status: 422,
    zh: "双打要选大场;请改选“大场”。",
    en: "Doubles need a large court; please choose one.",
  },
});

export const bookings = defineLedger({
  id: "bookings",
  version: 1,
  title: { zh: "网球场预订", en: "Court bookings" },
  fields: {
    playedOn: date({ label: { zh: "日期", en: "Date" }, required: true }),
    startsAt: dateTime({ label: { zh: "开始", en: "Starts at" } }),
    member: text({ label: { zh: "会员", en: "Member" }, required: true, maxLength: 10 }),
    note: longText({ label: { zh: "备注", en: "Note" } }),
    tail: pattern({
      label: { zh: "卡号", en: "Card" },
      pattern: /^\d{4}$/,
      expected: { zh: "四位数字", en: "four digits" },
    }),
    players: integer({ label: { zh: "人数", en: "Players" }, minimum: 1, maximum: 4, required: true }),
    fee: fen({ label: { zh: "场地费", en: "Fee" } }),
    court: choice({
      label: { zh: "场地", en: "Court" },
      choices: { small: { zh: "小场", en: "small" }, large: { zh: "大场", en: "large" } },
      required: true,
    }),
    lights: flag({ label: { zh: "开灯", en: "Lights" }, required: true }),
    rackets: textList({ label: { zh: "借用球拍", en: "Rackets" } }),
    trainer: reference({ label: { zh: "教练", en: "Trainer" }, refersTo: "person" }),
    checks: checklist({
      label: { zh: "场地检查", en: "Court check" },
      items: { net: { zh: "球网", en: "Net" }, lines: { zh: "线", en: "Lines" } },
    }),
    papers: attachments({ label: { zh: "附件", en: "Files" }, most: 2 }),
  },
  businessDate: "playedOn",
  dimension: null,
  statuses: {
    booked: { label: { zh: "已预订", en: "booked" }, open: true },
    played: { label: { zh: "已打球", en: "played" }, open: false },
  },
  transitions: {
    play: {
      label: { zh: "打完", en: "play" },
      from: ["booked"],
      fields: {
        sets: integer({ label: { zh: "盘数", en: "Sets" }, minimum: 1, maximum: 5, required: true }),
      },
    },
  },
  access: { read: HALL_STAFF, upsert: HALL_STAFF, void: HALL_STAFF, play: HALL_STAFF },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values, events }) => ({
    status: events.length > 0 ? "played" : "booked",
    open: events.length === 0,
    businessDay: values.playedOn ?? plainDate("2026-01-01"),
    closingDay: null,
    dueDate: null,
    originalDueDate: null,
    endedOn: null,
    provisional: false,
    onTime: null,
    onTimeOriginal: null,
    marks: [],
  }),
  check: ({ values }) =>
    values.players === 4 && values.court === "small" ? [problems.court_too_small({ field: "court" })] : [],
});
