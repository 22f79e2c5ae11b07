// A request for leave in the tests of its rules: what is asked for by default, and the steps to its approval.
import { expect } from "vitest";
import type { CentrePolicy } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { D3_LEAVE_TIERS } from "../../../shared/ledger/leave-policy.ts";
import { HallLife, type Outcome } from "./hall-life.ts";

/** Thursday morning; the leave of the tests is in the week after. */
export const THURSDAY = "2026-10-29 09:00";
export const AT = "2026-10-29 09:00";

const LEAVE: Values = {
  appliedAt: "2026-10-29 08:50",
  person: "wang",
  type: "personal",
  reason: "家中有事",
  fromDay: "2026-11-03",
  toDay: "2026-11-03",
  cover: "li",
};

export function life(now = THURSDAY, policy: Partial<CentrePolicy> = { leaveTiers: D3_LEAVE_TIERS }) {
  return new HallLife(now, policy);
}

export function ask(hall: HallLife, values: Values = {}, by = "wang", id = "one"): Outcome {
  return hall.send("leave-requests", id, "upsert", { ...LEAVE, ...values }, by);
}

/** Asked for and consented to. */
export function consented(values: Values = {}, policy?: Partial<CentrePolicy>) {
  const hall = life(THURSDAY, policy);
  const given = { ...LEAVE, ...values };
  expect(ask(hall, values, String(given.person)).problems).toEqual([]);
  hall.do("leave-requests", "one", "consent", { at: AT }, String(given.cover));
  return hall;
}

export const approve = (hall: HallLife, by: string, values: Values = {}) =>
  hall.send("leave-requests", "one", "approve", { at: AT, ...values }, by);

/** The days of a leave that begins on Tuesday 3 November. */
export const HALF = { toHalf: "morning" };
export const ONE_DAY = {};
export const DAY_AND_HALF = { toDay: "2026-11-04", toHalf: "morning" };
export const TWO_DAYS = { toDay: "2026-11-04" };
export const THREE_DAYS = { toDay: "2026-11-05" };
