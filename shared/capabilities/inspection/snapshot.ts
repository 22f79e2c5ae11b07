// What a signature freezes: the round with everything that its scores rest on, as one canonical text with its hash.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../kernel/date-time.ts";
import { Evidence } from "./evidence.ts";
import { Bonus, Minutes, OnSiteEntry, Opinion, Rectification, Round, VisitorCheck } from "./round.ts";
import { type HallInputs, type HallScore, scoreHall } from "./score-hall.ts";

const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const text = z.strictObject({ zh: z.string(), en: z.string() });

export const HallState = z.strictObject({
  hall: z.string(),
  name: text,
  /** When the rows behind the computed items were read. */
  reckonedAt: dateTime,
  evidence: Evidence,
  inspectors: z.array(z.string()),
  onSite: z.record(z.string(), OnSiteEntry),
  opinions: z.record(z.string(), Opinion),
  visitors: z.record(z.string(), VisitorCheck),
  bonus: z.array(Bonus),
});
export type HallState = z.infer<typeof HallState>;

export const InspectionSnapshot = z.strictObject({
  format: z.literal(1),
  round: Round,
  halls: z.array(HallState),
  rectifications: z.array(Rectification),
  minutes: Minutes.nullable(),
  /** Of months that were not accepted when it was signed; not empty: preliminary. */
  unclosed: z.array(z.strictObject({ hall: z.string(), months: z.array(z.string()) })),
  /** Names of the people who appear in it, as they were. */
  people: z.record(z.string(), z.string()),
  /** Totals of the round that it is compared with, by hall. */
  before: z.strictObject({ title: text, totals: z.record(z.string(), z.number().nullable()) }).nullable(),
  signed: z.strictObject({ by: z.string(), at: dateTime }).nullable(),
});
export type InspectionSnapshot = z.infer<typeof InspectionSnapshot>;

export function inputsOf(state: Omit<HallState, "name" | "hall" | "reckonedAt" | "inspectors">): HallInputs {
  const checks = Object.values(state.visitors).filter(({ result }) => result !== "nobodyCame");
  return {
    evidence: state.evidence,
    onSite: new Map(Object.entries(state.onSite).map(([item, { points }]) => [item, points])),
    opinions: new Map(Object.entries(state.opinions)),
    visitors: {
      checked: checks.length,
      notInLedger: checks.filter(({ result }) => result === "notInLedger").length,
    },
    bonus: state.bonus,
  };
}

export function scoreOf({ scorecard }: Pick<Round, "scorecard">, state: HallState): HallScore {
  return scoreHall(scorecard, inputsOf(state));
}

export function totalsOf({
  round,
  halls,
}: Pick<InspectionSnapshot, "round" | "halls">): Record<string, number | null> {
  return Object.fromEntries(halls.map((state) => [state.hall, scoreOf(round, state).total]));
}
