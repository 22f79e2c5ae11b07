// Leave beforehand and afterwards, its spans, and what happens to a slip once it is approved.
import { describe, expect, test } from "vitest";
import { D2_LEAVE_TIERS } from "../../../shared/ledger/leave-policy.ts";
import {
  AT,
  approve,
  ask,
  consented,
  HALF,
  life,
  ONE_DAY,
  THREE_DAYS,
  THURSDAY,
  TWO_DAYS,
} from "./leave-life.ts";

describe("D2 一(四): “各类请假手续均须事前按规定办理;…无法事前办理手续的,事后要及时补办”", () => {
  test("after it began a reason is asked for; made up within a working day of the return it is in time", () => {
    const monday = "2026-11-02 11:00";
    const friday = { fromDay: "2026-10-30", toDay: "2026-10-30" };
    expect(ask(life(monday), friday).codes).toEqual(["late_reason_needed"]);
    const hall = life(monday);
    expect(ask(hall, { ...friday, lateReason: "突发急病送医" }).codes).toEqual([]);
    expect(hall.record("one").derived).toMatchObject({ dueDate: "2026-11-02" });
    expect(hall.record("one").derived.marks).toEqual(["leave", "retroactive"]);
    const tuesday = life("2026-11-03 09:00");
    expect(ask(tuesday, { ...friday, lateReason: "突发急病送医" }).codes).toEqual([]);
    expect(tuesday.record("one").derived.marks).toEqual(["leave", "retroactive", "madeUpLate"]);
  });

  test("beforehand nothing of the kind is asked for", () => {
    const hall = life();
    expect(ask(hall).codes).toEqual([]);
    expect(hall.record("one").derived.marks).toEqual(["leave"]);
    expect(hall.record("one").derived.dueDate).toBe("2026-11-03");
  });

  test("续假: what follows on a leave is its extension, and both together ask for their tier", () => {
    const hall = consented(HALF);
    expect(approve(hall, "hall").codes).toEqual([]);
    const next = { fromDay: "2026-11-03", fromHalf: "afternoon", toDay: "2026-11-03" };
    expect(ask(hall, next, "wang", "two").codes).toEqual(["extension_needed"]);
    expect(ask(hall, { ...next, continues: "2026-00099" }, "wang", "two").codes).toEqual([
      "nothing_to_extend",
    ]);
    const slip = hall.record("one").serial;
    expect(ask(hall, { ...next, continues: slip }, "wang", "two").codes).toEqual([]);
    hall.do("leave-requests", "two", "consent", { at: AT }, "li");
    const two = (by: string) => hall.send("leave-requests", "two", "approve", { at: AT }, by).codes;
    expect(two("hall")).toEqual(["not_your_turn"]);
    expect(two("leader")).toEqual([]);
  });

  test("a working day between two leaves makes them two, a weekend does not", () => {
    const hall = life();
    expect(ask(hall, { fromDay: "2026-11-05", toDay: "2026-11-06" }).codes).toEqual([]);
    expect(ask(hall, { fromDay: "2026-11-09", toDay: "2026-11-09" }, "wang", "two").codes).toEqual([
      "extension_needed",
    ]);
    expect(ask(hall, { fromDay: "2026-11-10", toDay: "2026-11-10" }, "wang", "two").codes).toEqual([]);
  });
});

describe("spans", () => {
  test("overlapping leave is refused, leave after it is not", () => {
    const hall = life();
    expect(ask(hall, TWO_DAYS).codes).toEqual([]);
    expect(ask(hall, { fromDay: "2026-11-04" }, "wang", "two").codes).toContain("ends_before_it_begins");
    expect(ask(hall, { fromDay: "2026-11-04", toDay: "2026-11-06" }, "wang", "two").codes).toEqual([
      "overlapping_leave",
    ]);
    hall.do("leave-requests", "one", "withdraw", { at: AT, reason: "不去了" }, "wang");
    expect(ask(hall, { fromDay: "2026-11-04", toDay: "2026-11-06" }, "wang", "two").codes).toEqual([]);
  });

  test("days off cost nothing, and need no leave", () => {
    const weekend = { fromDay: "2026-10-31", toDay: "2026-11-01" };
    expect(ask(life(), weekend).codes).toEqual(["no_working_day"]);
    // Friday to Monday is two days: the director's at once by D3, were the weekend counted as well by D2 nobody's.
    const long = { fromDay: "2026-10-30", toDay: "2026-11-02" };
    expect(ask(life(THURSDAY, { leaveTiers: D2_LEAVE_TIERS }), long).codes).toEqual([]);
  });

  test("a make-up Saturday counts, by the calendar", () => {
    const hall = life("2026-10-09 09:00", { leaveTiers: D2_LEAVE_TIERS });
    const applied = { appliedAt: "2026-10-09 08:00" };
    // 2026-10-10 is a Saturday on which work is made up; with Monday and Tuesday three days.
    expect(ask(hall, { ...applied, fromDay: "2026-10-10", toDay: "2026-10-13" }).codes).toEqual([
      "no_leave_rule",
    ]);
    expect(ask(hall, { ...applied, fromDay: "2026-10-10", toDay: "2026-10-12" }).codes).toEqual([]);
  });

  test("a slip covers 190 days at most", () => {
    const maternity = { type: "maternity", proof: "诊断证明(演示)" };
    expect(ask(life(), { ...maternity, toDay: "2027-06-01" }).codes).toEqual(["leave_too_long"]);
    expect(ask(life(), { ...maternity, toDay: "2027-04-09" }).codes).toEqual([]);
  });

  test("D1 三3 “统一考勤”: somebody of another hall neither asks here nor covers here", () => {
    expect(ask(life(), { person: "zhao" }, "hall").codes).toEqual(["not_of_this_hall"]);
    expect(ask(life(), { cover: "zhao" }).codes).toEqual(["not_of_this_hall"]);
    expect(ask(life(), {}, "hall").codes).toEqual([]);
  });

  test("a request is not made in the future, nor is a step", () => {
    expect(ask(life(), { appliedAt: "2026-10-30 09:00" }).codes).toEqual(["in_the_future"]);
    const hall = life();
    ask(hall);
    const ahead = hall.send("leave-requests", "one", "consent", { at: "2026-10-30 09:00" }, "li");
    expect(ahead.codes).toEqual(["in_the_future"]);
  });
});

describe("after the approval", () => {
  test("what was agreed to is not edited, and is withdrawn only before it begins", () => {
    const hall = consented(ONE_DAY);
    approve(hall, "leader");
    expect(hall.send("leave-requests", "one", "upsert", { toDay: "2026-11-04" }, "wang").codes).toEqual([
      "field_locked",
    ]);
    const withdraw = (by: string) =>
      hall.send("leave-requests", "one", "withdraw", { at: AT, reason: "不去了" }, by);
    expect(withdraw("gas").codes).toEqual(["not_the_applicant"]);
    hall.now = "2026-11-04 09:00";
    expect(withdraw("wang").codes).toEqual(["begun_already"]);
    hall.now = "2026-11-02 09:00";
    expect(withdraw("wang").codes).toEqual([]);
    expect(hall.record("one").derived.marks).toEqual([]);
  });

  test("an early return shortens it, a later one is an extension", () => {
    const hall = consented(THREE_DAYS);
    approve(hall, "director");
    hall.now = "2026-11-05 09:00";
    const back = (lastDay: string) =>
      hall.send("leave-requests", "one", "recordReturn", { at: "2026-11-05 09:00", lastDay }, "wang").codes;
    expect(back("2026-11-06")).toEqual(["return_outside"]);
    expect(back("2026-11-04")).toEqual([]);
    expect(hall.status("one")).toBe("returned");
    // 李 covers no longer on the fifth, and may be away then.
    const free = { person: "li", cover: "gas", fromDay: "2026-11-05", toDay: "2026-11-05" };
    const late = { ...free, lateReason: "急事" };
    expect(ask(hall, late, "li", "two").codes).toEqual([]);
  });

  test("D3 一2: “经批准签字的请假条由办公室存留”: numbered, filed by the office, on time within three working days", () => {
    const hall = consented(ONE_DAY);
    const file = (by: string) =>
      hall.send("leave-requests", "one", "file", { at: hall.now, place: "办公室一号柜" }, by);
    expect(file("office").codes).toEqual(["not_allowed_in_status"]);
    approve(hall, "leader");
    expect(hall.record("one").serial).toMatch(/^2026-\d{5}$/);
    expect(file("office").codes).toEqual(["not_over_yet"]);
    hall.now = "2026-11-06 10:00";
    expect(file("li").codes).toEqual(["not_permitted"]);
    expect(file("office").codes).toEqual([]);
    expect(hall.record("one").derived).toMatchObject({
      status: "filed",
      closingDay: "2026-11-06",
      onTime: true,
    });
  });
});
