// In whose hands a closed case lay: the hall's own time stands apart from the resident's and an agency's.
import { describe, expect, test } from "vitest";
import { handsOf } from "../../../shared/capabilities/cases/case-hands.ts";
import { caseMetrics } from "../../../shared/capabilities/cases/case-metrics.ts";
import { recountCase } from "../../../shared/capabilities/cases/recount-case.ts";
import { type DateTime, dateOf, dateTime } from "../../../shared/kernel/date-time.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import type { Derived, RowEvent } from "../../../shared/ledger/record.ts";

const at = (day: string): DateTime => dateTime(`2026-11-${day}T10:00:00+08:00`);

function event(action: string, day: string): RowEvent {
  const when = at(day);
  return { action, data: { at: when }, enteredAt: when, by: "p-1" };
}

const CASES: readonly (readonly [string, readonly RowEvent[], number, number, number])[] = [
  ["nothing in between", [], 18, 0, 0],
  [
    "a correction notice, answered",
    [event("giveCorrectionNotice", "04"), event("completeMaterials", "09")],
    13,
    5,
    0,
  ],
  ["a correction notice, never answered", [event("giveCorrectionNotice", "10")], 8, 10, 0],
  ["forwarded, with a result", [event("forward", "05"), event("recordUpstreamResult", "15")], 8, 0, 10],
  ["forwarded, closed without one", [event("forward", "05")], 3, 0, 15],
  [
    "all of it",
    [
      event("giveCorrectionNotice", "03"),
      event("completeMaterials", "05"),
      event("forward", "06"),
      event("recordUpstreamResult", "16"),
    ],
    6,
    2,
    10,
  ],
  ["reopened: the new round counts", [event("forward", "03"), event("reopen", "15")], 5, 0, 0],
  ["entered out of order", [event("forward", "12"), event("recordUpstreamResult", "08")], 18, 0, 0],
];

describe.each(CASES)("received on the 2nd, closed on the 20th: %s", (_, events, own, resident, upstream) => {
  const values = {
    receivedAt: at("02"),
    completedAt: at("20"),
    matter: "senior-card",
    outcome: "done",
  } as const;
  const row = { values, events, personalFields: [], enteredAt: at("02") };

  test("its days add up to what it took", () => {
    expect(handsOf(row, dateOf(at("20")))).toEqual({ own, resident, upstream });
  });

  test("counted a second time, day by day, it comes to the same", () => {
    const derived: Derived = {
      status: "completed",
      open: false,
      businessDay: dateOf(at("02")),
      closingDay: dateOf(at("20")),
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
    };
    expect(recountCase(row, derived)).toEqual(contributionsOf(caseMetrics, row, derived, "senior-card"));
  });
});
