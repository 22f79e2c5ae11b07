// A neutral ledger, in two versions, that proves the engine knows nothing of cases: a tennis club's bookings.

import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { defineLedger } from "../../../shared/ledger/define-ledger.ts";
import { choice } from "../../../shared/ledger/fields/choice.ts";
import { fen, flag, integer } from "../../../shared/ledger/fields/number.ts";
import { longText, text } from "../../../shared/ledger/fields/text.ts";
import { date } from "../../../shared/ledger/fields/time.ts";

const fields = {
  day: date({ label: { zh: "日期", en: "Day" }, required: true }),
  player: text({ label: { zh: "球员", en: "Player" }, required: true, personal: true }),
  court: choice({
    label: { zh: "场地", en: "Court" },
    choices: { clay: { zh: "红土", en: "clay" }, grass: { zh: "草地", en: "grass" } },
    required: true,
  }),
  guests: integer({ label: { zh: "客人数", en: "Guests" } }),
  fee: fen({ label: { zh: "费用", en: "Fee" } }),
  paid: flag({ label: { zh: "已付", en: "Paid" } }),
  remark: longText({ label: { zh: "备注", en: "Remark" } }),
};

export const bookingsV1: Ledger = defineLedger({
  id: "bookings",
  version: 1,
  title: { zh: "订场", en: "Bookings" },
  fields,
  businessDate: "day",
  dimension: "court",
  statuses: {
    booked: { label: { zh: "已订", en: "booked" }, open: true },
    played: { label: { zh: "已打", en: "played" }, open: false },
  },
  transitions: {},
  access: { read: ["clerk"], upsert: ["clerk"], void: ["hallHead"] },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values }) => ({
    status: "booked",
    open: true,
    businessDay: values.day ?? plainDate("2026-01-01"),
    closingDay: null,
    dueDate: null,
    originalDueDate: null,
    endedOn: null,
    provisional: false,
    onTime: null,
    onTimeOriginal: null,
    marks: [],
  }),
  check: () => [],
});

const { remark: _gone, court, day, player, ...rest } = fields;

/** A column under another label, one new in the middle, one gone. */
export const bookingsV2: Ledger = {
  ...bookingsV1,
  version: 2,
  fields: {
    day,
    player,
    coach: text({ label: { zh: "教练", en: "Coach" } }),
    court: { ...court, label: { zh: "球场", en: "Tennis court" } },
    ...rest,
  },
};
