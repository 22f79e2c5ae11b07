// What a later change of calendar may and may not move in a row that is written again.
import { expect, test } from "vitest";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { keepJudgement } from "../../../shared/ledger/keep-judgement.ts";
import type { Derived } from "../../../shared/ledger/record.ts";

const stored: Derived = {
  status: "completed",
  open: false,
  businessDay: plainDate("2026-03-02"),
  closingDay: plainDate("2026-03-10"),
  dueDate: plainDate("2026-03-09"),
  originalDueDate: plainDate("2026-03-09"),
  endedOn: plainDate("2026-03-10"),
  provisional: false,
  onTime: false,
  onTimeOriginal: false,
  marks: ["lateEntry"],
  calendar: "2026v1",
};
/** By the new calendar it would have been in time, and not entered late. */
const anew: Derived = {
  ...stored,
  dueDate: plainDate("2026-03-10"),
  originalDueDate: plainDate("2026-03-10"),
  onTime: true,
  onTimeOriginal: true,
  marks: [],
  calendar: "2026v2",
};

test("a closed row that is only told keeps its clock, its marks and its calendar", () => {
  expect(keepJudgement(stored, anew, { ...anew, status: "fedBack" })).toEqual({
    ...stored,
    status: "fedBack",
  });
});

test("a closed row whose completion is corrected is judged anew", () => {
  const after = {
    ...anew,
    endedOn: plainDate("2026-03-12"),
    closingDay: plainDate("2026-03-12"),
    onTime: false,
  };
  expect(keepJudgement(stored, anew, after)).toEqual({ ...after, marks: ["lateEntry"] });
});

test("an open row takes the new clock and keeps its marks", () => {
  const open = { ...stored, open: true, closingDay: null, endedOn: null };
  const after = { ...anew, open: true, closingDay: null, endedOn: null };
  expect(keepJudgement(open, after, after)).toEqual({ ...after, marks: ["lateEntry"] });
});

test("a mark that the write itself brings is taken", () => {
  const open = { ...stored, open: true };
  const after = { ...anew, open: true, marks: ["breach"] };
  expect(keepJudgement(open, { ...anew, open: true }, after).marks).toEqual(["breach"]);
});
