// Reopening: the same case in a new round, with a day 0 of its own, and what was judged before kept.
import { expect, test } from "vitest";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { workingCalendar } from "../../../shared/kernel/working-calendar.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import { CaseLife, caseFacts } from "./case-life.ts";

const again = (at: string, reason = "群众反映材料有误") => ({ at, reason });

/** Closed two days late, and told. */
function closedLate(): CaseLife {
  const life = new CaseLife();
  life.step("complete", { completedAt: "2026-03-11 10:00", outcome: "done" });
  life.step("feedBack", { feedbackAt: "2026-03-11 11:00", feedbackChannel: "phone" });
  return life;
}

test("a new round begins on the day of reopening and keeps serial, receipt and the earlier judgement", () => {
  const life = closedLate();
  expect(life.derived).toMatchObject({ onTime: false, closingDay: "2026-03-11" });
  expect(life.try("reopen", again("2026-03-20 09:00"))).toBe("accepted");
  expect(life.record.serial).toBe("2026-00001");
  expect(life.derived).toMatchObject({
    status: "processing",
    open: true,
    businessDay: "2026-03-02",
    closingDay: null,
    dueDate: "2026-03-27",
    onTime: null,
  });
  expect(life.derived.marks).toContain("reopened");
  expect(life.record.values.rounds).toEqual([
    {
      completedAt: "2026-03-11T10:00:00+08:00",
      outcome: "done",
      feedbackAt: "2026-03-11T11:00:00+08:00",
      feedbackChannel: "phone",
      dueDate: "2026-03-09",
      originalDueDate: "2026-03-09",
      onTime: false,
      onTimeOriginal: false,
    },
  ]);
});

test("the trace explains the round in force", () => {
  const life = closedLate();
  life.step("reopen", again("2026-03-20 09:00"));
  const trace = life.trace();
  expect(trace[0]).toMatchObject({ date: "2026-03-20", kind: "start" });
  expect(trace.at(-1)).toMatchObject({ date: "2026-03-27", due: true });
});

test("figures follow the latest round, and the recount agrees", () => {
  const life = closedLate();
  const figures = () => {
    const own = contributionsOf(cases.metrics, life.record, life.derived, "m");
    expect(own).toEqual(cases.recount(life.record, life.derived));
    return Object.fromEntries(
      own.flatMap(({ day, amounts }) => Object.entries(amounts).map(([id, n]) => [`${day} ${id}`, n])),
    );
  };
  expect(figures()).toMatchObject({ "2026-03-11 closedLate": 1 });
  life.step("reopen", again("2026-03-20 09:00"));
  expect(Object.keys(figures()).filter((id) => id.includes("closed"))).toEqual([]);
  life.step("complete", { completedAt: "2026-03-24 10:00", outcome: "done" });
  expect(figures()).toMatchObject({
    "2026-03-02 received": 1,
    "2026-03-02 reopened": 1,
    "2026-03-24 closedOnTime": 1,
  });
  expect(Object.keys(figures())).not.toContain("2026-03-11 closedLate");
});

test("a new round has steps of its own: what was forwarded or extended before does not count", () => {
  const life = new CaseLife();
  life.step("extend", {
    askedAt: "2026-03-03 09:00",
    at: "2026-03-03 10:00",
    workingDays: 5,
    reason: "核实",
    toldAt: "2026-03-03 11:00",
  });
  life.step("forward", { at: "2026-03-09 17:00", agency: "街道办", consent: "inPerson" });
  life.step("complete", { completedAt: "2026-03-11 10:00", outcome: "done" });
  life.step("reopen", again("2026-03-20 09:00"));
  expect(life.derived).toMatchObject({ status: "processing", dueDate: "2026-03-27", endedOn: null });
  expect(life.try("giveCorrectionNotice", { at: "2026-03-23 10:00", items: ["照片"] })).toBe("accepted");
  expect(life.derived.marks).not.toContain("breach");
});

test("a due date that came with the case was that of its first round", () => {
  const life = new CaseLife({ givenDueDate: "2026-03-10" });
  life.step("complete", { completedAt: "2026-03-10 10:00", outcome: "done" });
  life.step("reopen", again("2026-03-20 09:00"));
  expect(life.derived.dueDate).toBe("2026-03-27");
});

test("may happen again and again; every round is kept", () => {
  const life = closedLate();
  for (const day of ["2026-03-20", "2026-03-23", "2026-03-24"]) {
    expect(life.try("reopen", again(`${day} 09:00`))).toBe("accepted");
    expect(life.try("complete", { completedAt: `${day} 15:00`, outcome: "done" })).toBe("accepted");
  }
  expect(life.record.values.rounds).toHaveLength(3);
  expect(life.derived).toMatchObject({ status: "completed", onTime: true, closingDay: "2026-03-24" });
});

test("a calendar changed later does not touch the judgement of an earlier round", () => {
  const life = closedLate();
  life.step("reopen", again("2026-03-20 09:00"));
  const years = CHINA_CALENDAR_YEARS.map((year) =>
    year.year === 2026 ? { ...year, version: 2, makeUp: [] } : year,
  );
  const anew = cases.derive(life.record, caseFacts("2026-12-30 12:00", { calendar: workingCalendar(years) }));
  expect(anew.dueDate).toBe("2026-03-27");
  expect(life.record.values.rounds).toMatchObject([{ onTime: false, dueDate: "2026-03-09" }]);
});

test.each([
  ["before it was closed", again("2026-03-11 10:30"), "reopened_before_closed"],
  ["without a reason", { at: "2026-03-20 09:00" }, "required"],
  ["in the future", again("2027-03-20 09:00"), "in_the_future"],
])("%s: refused", (_, values, code) => {
  const life = closedLate();
  expect(life.try("reopen", values)).toBe(code);
  expect(life.derived.status).toBe("fedBack");
});

test("a case that is open is not reopened, nor one by a clerk", () => {
  expect(new CaseLife().try("reopen", again("2026-03-20 09:00"))).toBe("not_allowed_in_status");
  expect(closedLate().try("reopen", again("2026-03-20 09:00"), "clerk")).toBe("not_permitted");
});

test("completed before it was reopened: refused", () => {
  const life = closedLate();
  life.step("reopen", again("2026-03-20 09:00"));
  expect(life.try("complete", { completedAt: "2026-03-19 10:00", outcome: "done" })).toBe(
    "event_out_of_order",
  );
});

test("nobody types earlier rounds", () => {
  const life = closedLate();
  life.step("reopen", again("2026-03-20 09:00"));
  expect(life.try("upsert", { rounds: [] })).toBe("field_locked");
  expect(life.try("upsert", { rounds: life.record.values.rounds })).toBe("unchanged");
});
