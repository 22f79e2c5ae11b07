// Attendance: a day against the timetable, the slips and the clock; for each rule a row taken and a row refused.
import { describe, expect, test } from "vitest";
import type { CentrePolicy } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { D3_LEAVE_TIERS } from "../../../shared/ledger/leave-policy.ts";
import { HallLife } from "./hall-life.ts";

/** Tuesday 3 November, after closing; the hall's hours are 9:00 to 12:00 and 12:00 to 17:30. */
const EVENING = "2026-11-03 18:00";
const DAY = { day: "2026-11-03", person: "wang", morning: "present", afternoon: "present" };

function life(now = EVENING, policy: Partial<CentrePolicy> = {}) {
  return new HallLife(now, { leaveTiers: D3_LEAVE_TIERS, ...policy });
}

const line = (hall: HallLife, values: Values = {}, id = "day") =>
  hall.send("attendance", id, "upsert", { ...DAY, ...values }, "li");

function confirmed(values: Values = {}, policy: Partial<CentrePolicy> = {}) {
  const hall = life(EVENING, policy);
  expect(line(hall, values).problems).toEqual([]);
  hall.do("attendance", "day", "confirm", { at: EVENING }, "li");
  return hall;
}

const marks = (hall: HallLife) => hall.record("day").derived.marks;

describe("D2 一(一): “必须遵守作息时间,准时上下班…不得无故缺席、迟到、早退”; D4 一: 迟到、早退、脱岗", () => {
  test.each([
    [{}, "recorded", []],
    [{ arrivedAt: "2026-11-03 09:00" }, "recorded", []],
    [{ arrivedAt: "2026-11-03 09:01" }, "unexplained", ["late"]],
    [{ leftAt: "2026-11-03 17:30" }, "recorded", []],
    [{ leftAt: "2026-11-03 17:29" }, "unexplained", ["early"]],
    [{ offPostFrom: "2026-11-03 10:00", offPostTo: "2026-11-03 10:40" }, "unexplained", ["offPost"]],
    [{ morning: "absent" }, "unexplained", ["absent"]],
    [{ morning: "absent", arrivedAt: "2026-11-03 12:00" }, "unexplained", ["absent"]],
    [{ morning: "absent", arrivedAt: "2026-11-03 12:20" }, "unexplained", ["late", "absent"]],
  ] as const)("%j is %s, with %j", (values, status, found) => {
    const hall = confirmed(values);
    expect(hall.status("day")).toBe(status);
    for (const mark of ["late", "early", "offPost", "absent"] as const) {
      expect(marks(hall).includes(mark), mark).toBe(found.some((one) => one === mark));
    }
  });

  test("a centre may allow some minutes", () => {
    const late = { arrivedAt: "2026-11-03 09:05" };
    expect(marks(confirmed(late))).toContain("late");
    expect(marks(confirmed(late, { attendanceGraceMinutes: 5 }))).not.toContain("late");
  });

  test("a line counts only when somebody has confirmed it, and late when that comes too late", () => {
    const hall = life();
    line(hall, { arrivedAt: "2026-11-03 10:00" });
    expect([hall.status("day"), marks(hall)]).toEqual(["unconfirmed", []]);
    hall.now = "2026-11-04 09:00";
    hall.do("attendance", "day", "confirm", { at: hall.now }, "li");
    expect(marks(hall)).not.toContain("lateEntry");
    const slow = life();
    line(slow);
    slow.now = "2026-11-05 09:00";
    slow.do("attendance", "day", "confirm", { at: slow.now }, "li");
    expect(marks(slow)).toContain("lateEntry");
    expect(slow.record("day").contributions[0]?.amounts).toEqual({ personDays: 1 });
  });
});

describe("D1 三3: “工作人员由社区服务大厅统一考勤”", () => {
  test("utilities' staff stand on the same sheet; people of another hall do not", () => {
    expect(line(life(), { person: "gas" }).codes).toEqual([]);
    expect(line(life(), { person: "zhao" }).codes).toEqual(["not_of_this_hall"]);
  });

  test("a person has one line a day", () => {
    const hall = life();
    line(hall);
    expect(line(hall, {}, "again").codes).toEqual(["recorded_already"]);
    expect(line(hall, { person: "gas" }, "again").codes).toEqual([]);
  });

  test("a line is due when the hall works, and not before the day", () => {
    expect(line(life(), { day: "2026-11-01" }).codes).toEqual(["no_service_day"]);
    expect(line(life(), { day: "2026-11-04" }).codes).toEqual(["day_ahead"]);
    // A Saturday on which work was made up.
    expect(line(life(), { day: "2026-10-10" }).codes).toEqual([]);
  });

  test("times lie on the day, in their order, and not of somebody who was not there", () => {
    expect(line(life(), { arrivedAt: "2026-11-02 09:00" }).codes).toEqual(["not_on_that_day"]);
    const reversed = { arrivedAt: "2026-11-03 10:00", leftAt: "2026-11-03 09:30" };
    expect(line(life(), reversed).codes).toEqual(["times_reversed"]);
    const away = { morning: "absent", afternoon: "absent" };
    expect(line(life(), { ...away, arrivedAt: "2026-11-03 10:00" }).codes).toEqual(["times_of_absent"]);
    expect(line(life(), { leftAt: "2026-11-03 18:30" }).codes).toEqual(["in_the_future"]);
  });
});

const LATE = { arrivedAt: "2026-11-03 09:40" };
const EXPLANATION = { cause: "traffic", toldTo: "window", explanation: "公交停运(演示)" };
const explain = (hall: HallLife, values: Values = {}, by = "wang") =>
  hall.send("attendance", "day", "explain", { at: hall.now, ...EXPLANATION, ...values }, by);

describe("D2 一(一): “意外情况不能及时到岗上班的,需及时向窗口负责人说明情况”", () => {
  test("it is told to a head, and judged by somebody else", () => {
    const hall = confirmed(LATE);
    for (const toldTo of ["li", "wang"]) {
      expect(explain(hall, { toldTo }).codes).toEqual(["told_nobody_who_counts"]);
    }
    expect(explain(hall).codes).toEqual([]);
    expect(hall.status("day")).toBe("explained");
    const judge = (by: string) =>
      hall.send("attendance", "day", "judge", { at: hall.now, accepted: true }, by);
    expect(judge("li").codes).toEqual(["not_permitted"]);
    expect(judge("window").codes).toEqual([]);
    expect(hall.status("day")).toBe("settled");
    expect(marks(hall)).toEqual(expect.arrayContaining(["late", "accepted"]));
  });

  test("a head does not judge their own", () => {
    const hall = life();
    hall.do("attendance", "day", "upsert", { ...DAY, ...LATE, person: "window" }, "li");
    hall.do("attendance", "day", "confirm", { at: EVENING }, "li");
    expect(explain(hall, { toldTo: "hall" }, "window").codes).toEqual([]);
    const judge = (by: string) =>
      hall.send("attendance", "day", "judge", { at: hall.now, accepted: true }, by).codes;
    expect(judge("window")).toEqual(["own_explanation"]);
    expect(judge("hall")).toEqual([]);
  });
});

describe("D4 一: “应向相关领导说明情况,否则按旷工处理”", () => {
  const lapse = (hall: HallLife) => hall.send("attendance", "day", "lapse", { at: hall.now }, "hall").codes;

  test("after one working day, and only where the centre enabled it", () => {
    const off = confirmed({ morning: "absent", afternoon: "absent" });
    off.now = "2026-11-05 09:00";
    expect(lapse(off)).toEqual(["absenteeism_off"]);
    const on = confirmed({ morning: "absent", afternoon: "absent" }, { absenteeism: true });
    expect(on.record("day").derived.dueDate).toBe("2026-11-04");
    on.now = "2026-11-04 17:00";
    expect(lapse(on)).toEqual(["not_lapsed_yet"]);
    on.now = "2026-11-05 09:00";
    expect(lapse(on)).toEqual([]);
    expect([on.status("day"), marks(on).includes("absenteeism")]).toEqual(["absenteeism", true]);
  });

  test("an explanation that is not accepted counts as absent where enabled, and is only judged elsewhere", () => {
    for (const [absenteeism, status] of [
      [true, "absenteeism"],
      [false, "settled"],
    ] as const) {
      const hall = confirmed(LATE, { absenteeism });
      explain(hall);
      hall.do("attendance", "day", "judge", { at: hall.now, accepted: false }, "hall");
      expect(hall.status("day")).toBe(status);
    }
  });
});

describe("the sheet and the slips say the same", () => {
  const LEAVE = {
    ...{ appliedAt: "2026-11-03 17:50", person: "wang", type: "sick", reason: "发热", lateReason: "急病" },
    ...{ fromDay: "2026-11-03", toDay: "2026-11-03", cover: "li" },
  };
  const onLeave = (hall: HallLife, values: Values = {}) => {
    hall.do("leave-requests", "slip", "upsert", { ...LEAVE, ...values }, "wang");
    hall.do("leave-requests", "slip", "consent", { at: hall.now }, "li");
    return hall.send("leave-requests", "slip", "approve", { at: hall.now }, "leader");
  };

  test("请假 needs an approved leave (D2 一(二)), and an approved leave is 请假", () => {
    const hall = life();
    const both = { morning: "leave", afternoon: "leave" };
    expect(line(hall, both).codes).toEqual(["leave_unknown", "leave_unknown"]);
    expect(onLeave(hall).codes).toEqual([]);
    expect(line(hall).codes).toEqual(["on_approved_leave", "on_approved_leave"]);
    expect(line(hall, both).codes).toEqual([]);
  });

  test("外出 needs an outing that was registered (D2 一(六))", () => {
    const hall = life("2026-11-03 08:50");
    const out = {
      ...{ person: "wang", cover: "li", kind: "official", destination: "街道办", told: "li" },
      ...{ leavesAt: "2026-11-03 10:00", backBy: "2026-11-03 11:30", phoneReachable: true },
    };
    hall.do("outings", "out", "upsert", out, "wang");
    hall.now = EVENING;
    expect(line(hall, { morning: "outing" }).codes).toEqual(["outing_unknown"]);
    hall.now = "2026-11-03 08:50";
    hall.do("outings", "out", "consent", { at: hall.now }, "li");
    hall.do("outings", "out", "approve", { at: hall.now }, "hall");
    hall.now = EVENING;
    expect(line(hall, { morning: "outing" }).codes).toEqual([]);
  });

  test("a leave approved later changes the day, keeps what stood there, and takes an absence off the list", () => {
    const hall = confirmed({ morning: "absent", afternoon: "absent" });
    expect(hall.status("day")).toBe("unexplained");
    expect(onLeave(hall).codes).toEqual([]);
    expect(hall.record("day")).toMatchObject({
      values: { morning: "leave", afternoon: "leave" },
      derived: { status: "recorded" },
    });
    expect(hall.record("day").events.map(({ action }) => action)).toEqual(["confirm", "applyLeave"]);
    expect(marks(hall)).toEqual(expect.arrayContaining(["leave", "madeUp"]));
    expect(marks(hall)).not.toContain("absent");
    expect(hall.record("day").contributions[0]?.amounts).toMatchObject({ leaveHalfDays: 2 });
  });

  test("a leave is refused on a half that was confirmed as present; on a draft line it is not", () => {
    expect(onLeave(confirmed()).codes).toEqual(["marked_present", "marked_present"]);
    expect(onLeave(confirmed({ afternoon: "absent" })).codes).toEqual(["marked_present"]);
    const hall = confirmed({ afternoon: "absent" });
    const half = { fromHalf: "afternoon" };
    hall.do("leave-requests", "slip", "upsert", { ...LEAVE, ...half }, "wang");
    hall.do("leave-requests", "slip", "consent", { at: hall.now }, "li");
    expect(hall.send("leave-requests", "slip", "approve", { at: hall.now }, "hall").codes).toEqual([]);
    expect(hall.record("day").values).toMatchObject({ morning: "present", afternoon: "leave" });
    const draft = life();
    line(draft);
    expect(onLeave(draft).codes).toEqual([]);
    expect(draft.status("day")).toBe("recorded");
  });

  test("a leave that ends early, or is voided, gives its halves back to be recorded anew", () => {
    const hall = life("2026-11-02 09:00");
    onLeave(hall, { appliedAt: "2026-11-02 08:00", toDay: "2026-11-04" });
    hall.send("leave-requests", "slip", "approve", { at: hall.now }, "director");
    expect(hall.status("slip")).toBe("approved");
    hall.now = "2026-11-04 18:00";
    for (const day of ["2026-11-03", "2026-11-04"]) {
      hall.do("attendance", day, "upsert", { ...DAY, day, morning: "leave", afternoon: "leave" }, "li");
      hall.do("attendance", day, "confirm", { at: hall.now }, "li");
    }
    const back = { at: hall.now, lastDay: "2026-11-04", lastHalf: "morning" };
    hall.do("leave-requests", "slip", "recordReturn", back, "wang");
    expect(hall.record("2026-11-03").values.afternoon).toBe("leave");
    expect(hall.record("2026-11-04")).toMatchObject({
      values: { morning: "leave", afternoon: "present" },
      derived: { status: "unconfirmed" },
    });
    hall.do("leave-requests", "slip", "void", { reason: "填错人" }, "hall");
    expect(hall.record("2026-11-03")).toMatchObject({
      values: { morning: "present", afternoon: "present" },
      derived: { status: "unconfirmed" },
    });
  });

  test("nobody applies or lifts a leave by hand", () => {
    const hall = confirmed();
    const values = { at: hall.now, slip: "2026-00001", morning: true, afternoon: true };
    for (const action of ["applyLeave", "liftLeave"]) {
      expect(hall.send("attendance", "day", action, values, "hall").codes).toEqual(["not_permitted"]);
    }
  });
});
