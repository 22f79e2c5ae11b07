// A centre's rules of leave: chosen from a day on, and never for days that are past.
import { expect, test } from "vitest";
import { Centre, policyOn } from "../../../shared/capabilities/organisation/centre.ts";
import {
  choiceOf,
  type LeaveRules,
  tiersOf,
  withLeaveRules,
} from "../../../shared/capabilities/organisation/leave-rules.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { approversFor } from "../../../shared/ledger/approval.ts";

const TODAY = plainDate("2026-11-20");
const RULES: LeaveRules = {
  ...{ from: "2026-12-01", preset: "D2", longLeave: "director" },
  ...{ outingNeedsApproval: false, absenteeism: true },
};
const centre = Centre.parse({
  ...{ id: "c", name: { zh: "中心", en: "centre" }, calendarYears: [], matters: [], demonstration: true },
  policies: [
    { from: "2026-01-01", policy: { receiveNextDay: true, correctionNoticeWithin: 3, lateEntryAfter: 2 } },
  ],
});

test("D2's third case is whoever the centre names, and stays without a rule until then", () => {
  expect(approversFor(tiersOf({ preset: "D2", longLeave: "" }), 6, ["clerk"])).toBeNull();
  expect(approversFor(tiersOf({ preset: "D2", longLeave: "director" }), 6, ["clerk"])).toEqual(["director"]);
  expect(approversFor(tiersOf({ preset: "D3", longLeave: "" }), 1, ["clerk"])).toEqual(["hallHead"]);
});

test("a choice is known again by its tiers, and others are nobody's choice", () => {
  for (const longLeave of ["director", "supervisingLeader", ""] as const) {
    const choice = { preset: "D2", longLeave } as const;
    expect(choiceOf(tiersOf(choice))).toEqual(choice);
  }
  expect(choiceOf(tiersOf({ preset: "D3", longLeave: "" }))?.preset).toBe("D3");
  expect(choiceOf([{ maxHalfDays: null, approvers: ["clerk"] }])).toBeUndefined();
});

test("the rules hold from their day on, and leave the other choices and the days before alone", () => {
  const changed = withLeaveRules(centre, RULES, TODAY);
  if (!changed.ok) throw new Error(changed.error.code);
  const before = policyOn(changed.value, plainDate("2026-11-30"));
  const after = policyOn(changed.value, plainDate("2026-12-01"));
  expect([before.absenteeism, before.outingNeedsApproval]).toEqual([false, true]);
  expect([after.absenteeism, after.outingNeedsApproval]).toEqual([true, false]);
  expect(after).toMatchObject({ receiveNextDay: true, correctionNoticeWithin: 3, lateEntryAfter: 2 });
  const again = withLeaveRules(changed.value, { ...RULES, absenteeism: false }, TODAY);
  expect(again.ok && again.value.policies.length).toBe(2);
});

test("rules do not change the past, and their day exists", () => {
  for (const from of ["2026-11-19", "2026-02-30", ""]) {
    const refused = withLeaveRules(centre, { ...RULES, from }, TODAY);
    expect(refused).toMatchObject({ ok: false, error: { code: "rules_from_past", field: "from" } });
  }
  expect(withLeaveRules(centre, { ...RULES, from: TODAY }, TODAY).ok).toBe(true);
});
