// Short outings: for each rule of the documents one that is taken and one that is refused.
import { describe, expect, test } from "vitest";
import type { CentrePolicy } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { HallLife } from "./hall-life.ts";

const MORNING = "2026-11-03 09:10";
const OUT: Values = {
  ...{ leavesAt: "2026-11-03 10:00", backBy: "2026-11-03 11:00", person: "wang", cover: "li", told: "li" },
  ...{ kind: "official", destination: "街道办事处", phoneReachable: true },
};

const life = (policy: Partial<CentrePolicy> = {}) => new HallLife(MORNING, policy);
const register = (hall: HallLife, values: Values = {}, by = "wang", id = "out") =>
  hall.send("outings", id, "upsert", { ...OUT, ...values }, by);
const step = (hall: HallLife, action: string, by: string, values: Values = {}) =>
  hall.send("outings", "out", action, { at: hall.now, ...values }, by).codes;

function consented(values: Values = {}, policy: Partial<CentrePolicy> = {}) {
  const hall = life(policy);
  const given = { ...OUT, ...values };
  expect(register(hall, values, String(given.person)).problems).toEqual([]);
  expect(step(hall, "consent", String(given.cover))).toEqual([]);
  return hall;
}

describe("D3 一1: “短时外出,必须向大厅负责人请假,并说明去向”", () => {
  test("the hall head approves, nobody else, and only then one goes", () => {
    const hall = consented();
    expect(hall.status("out")).toBe("awaitingApproval");
    expect(step(hall, "goOut", "wang")).toEqual(["not_allowed_in_status"]);
    expect(step(hall, "approve", "window")).toEqual(["not_your_turn"]);
    expect(step(hall, "approve", "hall")).toEqual([]);
    expect(step(hall, "goOut", "wang")).toEqual([]);
    expect(hall.status("out")).toBe("out");
  });

  test("nobody approves their own: the hall head's goes to the 分管领导", () => {
    const hall = consented({ person: "hall", cover: "window" });
    expect(step(hall, "approve", "hall")).toEqual(["own_outing"]);
    expect(step(hall, "approve", "leader")).toEqual([]);
  });

  test("a destination is needed", () => {
    expect(register(life(), { destination: "" }).codes).toEqual(["required"]);
  });

  test("it ends on its day; within the hours; and in its order", () => {
    expect(register(life(), { backBy: "2026-11-04 10:00" }).codes).toEqual(["not_within_a_day"]);
    expect(register(life(), { backBy: "2026-11-03 10:00" }).codes).toEqual(["back_before_leaving"]);
    const evening = { leavesAt: "2026-11-03 18:00", backBy: "2026-11-03 19:00" };
    expect(register(life(), evening).codes).toEqual(["outside_hours"]);
    const sunday = { leavesAt: "2026-11-08 10:00", backBy: "2026-11-08 11:00" };
    expect(register(life(), sunday).codes).toEqual(["outside_hours"]);
  });
});

describe("D2 一(六): “外出的工作人员,要向同窗口工作人员说明行踪,并且保持通讯工具畅通”", () => {
  test("with notice only, consent of the cover person is enough", () => {
    const hall = consented({}, { outingNeedsApproval: false });
    expect(hall.status("out")).toBe("ready");
    expect(step(hall, "goOut", "wang")).toEqual([]);
  });

  test("a colleague knows, somebody else and of this hall; the phone is on", () => {
    expect(register(life(), { told: "" }).codes).toEqual(["nobody_told"]);
    expect(register(life(), { told: "wang" }).codes).toEqual(["told_oneself"]);
    expect(register(life(), { told: "zhao" }).codes).toEqual(["not_of_this_hall"]);
    expect(register(life(), { phoneReachable: false }).codes).toEqual(["not_reachable"]);
    expect(register(life(), { told: "gas" }).codes).toEqual([]);
  });
});

describe("D2 一(五): “上述各种外出及请假情况,必须安排临时顶岗人员”", () => {
  test("cover is somebody else, who is there, and who agrees in person", () => {
    expect(register(life(), { cover: "" }).codes).toEqual(["required"]);
    expect(register(life(), { cover: "wang" }).codes).toEqual(["cover_is_oneself"]);
    const hall = life();
    register(hall);
    expect(step(hall, "consent", "wang")).toEqual(["only_cover_consents"]);
    expect(step(hall, "approve", "hall")).toEqual(["not_allowed_in_status"]);
    expect(step(hall, "declineCover", "li", { reason: "窗口有人" })).toEqual([]);
    expect(hall.status("out")).toBe("coverDeclined");
    expect(step(hall, "replaceCover", "wang", { cover: "gas", reason: "另换" })).toEqual([]);
    expect(step(hall, "consent", "gas")).toEqual([]);
    expect(hall.status("out")).toBe("awaitingApproval");
  });

  test("cover who is out then is refused, and so is going out while one covers", () => {
    const hall = life();
    register(hall, { person: "li", cover: "gas", told: "gas" }, "li", "first");
    expect(register(hall).codes).toEqual(["cover_is_away"]);
    expect(register(hall, { person: "gas", cover: "wang", told: "wang" }, "gas").codes).toEqual([
      "you_are_cover",
    ]);
    expect(register(hall, { leavesAt: "2026-11-03 14:00", backBy: "2026-11-03 15:00" }).codes).toEqual([]);
  });
});

describe("nobody is in two places", () => {
  test("two outings do not overlap; one after the other they are taken", () => {
    const hall = life();
    register(hall);
    const again = { leavesAt: "2026-11-03 10:30", backBy: "2026-11-03 11:30" };
    expect(register(hall, again, "wang", "two").codes).toEqual(["outing_overlaps"]);
    const after = { leavesAt: "2026-11-03 11:00", backBy: "2026-11-03 11:30" };
    expect(register(hall, after, "wang", "two").codes).toEqual([]);
  });

  test("nor does an outing with a leave", () => {
    const hall = life();
    const leave = {
      ...{ appliedAt: MORNING, person: "wang", type: "personal", reason: "事", cover: "gas" },
      ...{ fromDay: "2026-11-04", toDay: "2026-11-04", toHalf: "morning" },
    };
    hall.do("leave-requests", "leave", "upsert", leave, "wang");
    const on = (hour: string) => ({
      leavesAt: `2026-11-04 ${hour}:00`,
      backBy: `2026-11-04 ${hour}:30`,
    });
    expect(register(hall, on("10")).codes).toEqual(["on_leave_then"]);
    expect(register(hall, on("14")).codes).toEqual([]);
  });

  test("the way out and the way back are times of that day, in their order", () => {
    const hall = consented({}, { outingNeedsApproval: false });
    expect(step(hall, "goOut", "gas")).toEqual(["not_the_applicant"]);
    expect(step(hall, "goOut", "wang", { at: "2026-11-02 10:00" })).toEqual(["not_within_a_day"]);
    hall.now = "2026-11-03 12:00";
    expect(step(hall, "goOut", "wang", { at: "2026-11-03 10:05" })).toEqual([]);
    expect(step(hall, "comeBack", "wang", { at: "2026-11-03 10:00" })).toEqual(["not_yet"]);
    expect(step(hall, "comeBack", "wang", { at: "2026-11-03 11:20" })).toEqual([]);
    expect(hall.record("out").derived).toMatchObject({ status: "back", marks: ["backLate"] });
    expect(hall.record("out").contributions[0]?.amounts).toEqual({ outings: 1, backLate: 1 });
  });
});
