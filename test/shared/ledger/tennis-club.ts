// A ledger that has nothing to do with halls: bookings of a tennis club. What works for it, the engine does.
import { addDays } from "../../../shared/kernel/plain-date.ts";
import { defineProblems } from "../../../shared/kernel/problem.ts";
import { defineLedger, type LedgerDefinition } from "../../../shared/ledger/define-ledger.ts";
import { choice } from "../../../shared/ledger/fields/choice.ts";
import { textList } from "../../../shared/ledger/fields/list.ts";
import { fen, flag, integer } from "../../../shared/ledger/fields/number.ts";
import { longText, text } from "../../../shared/ledger/fields/text.ts";
import { date } from "../../../shared/ledger/fields/time.ts";

export const tennisProblems = defineProblems({
  court_closed: {
    status: 422,
    zh: "三号场地冬季关闭。",
    en: "Court three is closed in winter; choose another.",
  },
});

export const bookingFields = {
  playsOn: date({ label: { zh: "打球日期", en: "Plays on" }, required: true }),
  court: choice({
    label: { zh: "场地", en: "Court" },
    choices: {
      one: { zh: "一号", en: "one" },
      two: { zh: "二号", en: "two" },
      three: { zh: "三号", en: "three" },
    },
    required: true,
  }),
  player: text({ label: { zh: "球员", en: "Player" }, maxLength: 20, required: true, personal: true }),
  wishes: longText({ label: { zh: "要求", en: "Wishes" }, personal: true }),
  guests: textList({ label: { zh: "随行", en: "Guests" } }),
  balls: integer({ label: { zh: "用球", en: "Balls" }, maximum: 12 }),
  floodlit: flag({ label: { zh: "灯光", en: "Floodlit" } }),
  paidInFen: fen({ label: { zh: "已付(元)", en: "Paid (yuan)" } }),
  playedOn: date({ label: { zh: "已打日期", en: "Played on" } }),
};

const one = (datedBy: "business" | "closing", zh: string, en: string) => ({
  label: { zh, en },
  combine: "sum" as const,
  unit: "count" as const,
  datedBy,
  amount: () => 1,
});

export const bookings: LedgerDefinition<typeof bookingFields> = {
  id: "bookings",
  version: 3,
  title: { zh: "场地预订", en: "Bookings" },
  fields: bookingFields,
  businessDate: "playsOn",
  dimension: "court",
  statuses: {
    booked: { label: { zh: "已订", en: "booked" }, open: true },
    played: { label: { zh: "已打", en: "played" }, open: false },
  },
  transitions: {
    play: {
      label: { zh: "打完", en: "play" },
      from: ["booked"],
      fields: { playedOn: { ...bookingFields.playedOn, required: true } },
    },
  },
  access: {
    read: ["clerk", "hallHead", "director"],
    readPersonal: ["clerk", "hallHead"],
    unmask: ["centreAdmin"],
    upsert: ["clerk", "hallHead"],
    void: ["hallHead"],
    erase: ["hallHead"],
    play: ["clerk"],
  },
  metrics: {
    booked: one("business", "预订", "Booked"),
    played: one("closing", "已打", "Played"),
    balls: { ...one("business", "用球", "Balls"), amount: ({ values }) => Number(values.balls ?? 0) },
    ballsPerBooking: {
      label: { zh: "每次用球", en: "Balls per booking" },
      combine: "ratio",
      numerator: "balls",
      denominator: ["booked"],
    },
  },
  metricsVersion: 1,
  retentionYears: 1,
  derive: ({ values }) => {
    const { playsOn, playedOn } = values;
    if (!playsOn) throw new Error("a booking without a day was accepted");
    const dueDate = addDays(playsOn, 1);
    return {
      status: playedOn ? "played" : "booked",
      open: !playedOn,
      businessDay: playsOn,
      closingDay: playedOn ?? null,
      dueDate,
      originalDueDate: dueDate,
      endedOn: playedOn ?? null,
      provisional: false,
      onTime: playedOn ? playedOn <= dueDate : null,
      onTimeOriginal: playedOn ? playedOn <= dueDate : null,
      marks: values.floodlit ? ["floodlit"] : [],
    };
  },
  check: ({ values }) =>
    values.court === "three" && values.playsOn?.slice(5, 7) === "12"
      ? [tennisProblems.court_closed({ field: "court" })]
      : [],
  effects: (action, event) => (action === "play" ? event.data : {}),
  recount: ({ values }) => {
    const { playsOn, playedOn, court = null, balls } = values;
    if (!playsOn) return [];
    const amounts = { booked: 1, ...(balls ? { balls } : {}) };
    const played = playedOn ? [{ day: playedOn, dimension: court, amounts: { played: 1 } }] : [];
    return [{ day: playsOn, dimension: court, amounts }, ...played];
  },
};

export const tennisClub = defineLedger(bookings);
