// Where everybody is, who stands in for whom and signs for them, and what of it the week looks at: told from the slips.
import { describe, expect, test } from "vitest";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { absencesIn } from "../../../shared/capabilities/attendance/away.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import {
  leaveCalendar,
  uncovered,
  whereaboutsOf,
} from "../../../shared/capabilities/attendance/whereabouts.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { D3_LEAVE_TIERS } from "../../../shared/ledger/leave-policy.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { HallLife, PEOPLE } from "./hall-life.ts";
import { approve, ask, consented, HALF, life } from "./leave-life.ts";

const TUESDAY = "2026-11-03";
/** A leave of Tuesday morning, covered by 李; the hall head approves a half day. */
function onTuesdayMorning() {
  const hall = consented(HALF);
  expect(approve(hall, "hall").codes).toEqual([]);
  return hall;
}

const OUT: Values = {
  ...{ leavesAt: `${TUESDAY} 14:00`, backBy: `${TUESDAY} 15:00`, person: "gas", cover: "wang", told: "wang" },
  ...{ kind: "official", destination: "街道办事处", phoneReachable: true },
};

const line = (day: string, values: Values = {}) => ({
  ...{ day, person: "wang", morning: "present", afternoon: "present", ...values },
});

describe("D2 一(六) “要向同窗口工作人员说明行踪”: the board", () => {
  const seen = (hall: HallLife, person: string) =>
    whereaboutsOf(PEOPLE, hall.facts("board")).find((one) => one.person.id === person);

  test("follows the slip by the half day, with who stands in for whom", () => {
    const hall = onTuesdayMorning();
    hall.now = `${TUESDAY} 10:00`;
    expect(seen(hall, "wang")).toMatchObject({ state: "onLeave", absence: { serial: "2026-00001" } });
    expect(seen(hall, "li")).toMatchObject({ state: "notRecorded", coversFor: ["wang"] });
    hall.now = `${TUESDAY} 14:00`;
    expect(seen(hall, "wang")).toMatchObject({ state: "notRecorded", absence: null });
    expect(seen(hall, "li")?.coversFor).toEqual([]);
  });

  test("a leave that nobody has approved yet takes nobody away", () => {
    const hall = consented(HALF);
    hall.now = `${TUESDAY} 10:00`;
    expect(seen(hall, "wang")?.state).toBe("notRecorded");
    expect(seen(hall, "li")?.coversFor).toEqual([]);
  });

  test("knows who is out, where, until when, and that the phone is on; and who is absent or at the post", () => {
    const hall = life(`${TUESDAY} 13:50`);
    hall.do("outings", "out", "upsert", OUT, "gas");
    hall.do("outings", "out", "consent", { at: hall.now }, "wang");
    hall.do("outings", "out", "approve", { at: hall.now }, "hall");
    expect(seen(hall, "gas")?.state).toBe("notRecorded");
    hall.now = `${TUESDAY} 14:10`;
    hall.do("outings", "out", "goOut", { at: hall.now }, "gas");
    expect(seen(hall, "gas")).toMatchObject({
      state: "out",
      destination: "街道办事处",
      phoneReachable: true,
    });
    expect(seen(hall, "wang")?.coversFor).toEqual(["gas"]);
    for (const [person, afternoon] of [
      ["wang", "present"],
      ["li", "absent"],
    ] as const) {
      hall.do("attendance", person, "upsert", line(TUESDAY, { person, afternoon }), "window");
      hall.do("attendance", person, "confirm", { at: hall.now }, "window");
    }
    expect([seen(hall, "wang")?.state, seen(hall, "li")?.state]).toEqual(["atPost", "absent"]);
    hall.now = `${TUESDAY} 18:00`;
    expect(seen(hall, "wang")?.state).toBe("offHours");
    hall.now = "2026-11-08 10:00";
    expect(seen(hall, "wang")?.state).toBe("offHours");
  });

  test("D2 一(五) “必须安排临时顶岗人员”: a leave whose cover has not agreed stands out, one that is covered does not", () => {
    const hall = life();
    expect(ask(hall).codes).toEqual([]);
    const until = plainDate(TUESDAY);
    expect(uncovered(hall.facts("board"), until).map(({ person }) => person)).toEqual(["wang"]);
    expect(uncovered(hall.facts("board"), plainDate("2026-11-02"))).toEqual([]);
    expect(uncovered(consented().facts("board"), until)).toEqual([]);
  });

  test("the calendar shows the halves that are taken, and whom one stands in for", () => {
    const hall = onTuesdayMorning();
    const facts = hall.facts("calendar");
    const days = ["2026-11-03", "2026-11-04", "2026-11-08"].map(plainDate);
    const cells = leaveCalendar("wang", days, absencesIn(facts), facts);
    expect(cells.map(({ working, leave }) => [working, leave.map(({ halves }) => halves)])).toEqual([
      [true, [["morning"]]],
      [true, []],
      [false, []],
    ]);
    const [covering] = leaveCalendar("li", days, absencesIn(facts), facts);
    expect(covering?.covering.map(({ person }) => person)).toEqual(["wang"]);
  });
});

describe("D2 一(五) “以保证窗口工作正常开展”: a head's cover signs in their place, for those days only", () => {
  function deputies(values: Values, action = "approve", approver = "leader") {
    const hall = consented(values);
    const before = rowOf(hall.record("one"));
    const event = hall.do("leave-requests", "one", action, { at: hall.now }, approver);
    const change = { action, event: null, before, row: rowOf(event), derived: event.derived };
    const more = { id: "one", serial: event.serial, personal: {} };
    return leaveRequests.appoints({ ...change, ...more }, hall.facts("one"));
  }

  test("with the approval, dated, of the office that the cover person does not hold", () => {
    expect(deputies({ person: "window", cover: "li" })).toMatchObject([
      {
        ...{ role: "windowHead", deputyFor: "window", deputy: "li", ends: false },
        ...{ from: TUESDAY, to: TUESDAY },
      },
    ]);
    // A clerk has no office that anybody could hold for them.
    expect(deputies({})).toEqual([]);
  });

  test("not before, and no longer when it is withdrawn", () => {
    const hall = consented({ person: "window", cover: "li" });
    const asked = rowOf(hall.record("one"));
    const appointed = (action: string, before: typeof asked, now: typeof asked) =>
      leaveRequests.appoints(
        {
          ...{ action, event: null, before, row: now, id: "one", serial: "2026-00001", personal: {} },
          derived: hall.record("one").derived,
        },
        hall.facts("one"),
      );
    expect(appointed("consent", asked, asked)).toEqual([]);
    const approved = rowOf(hall.do("leave-requests", "one", "approve", { at: hall.now }, "leader"));
    expect(appointed("upsert", approved, approved)).toEqual([]);
    expect(appointed("void", approved, approved)).toMatchObject([{ role: "windowHead", ends: true }]);
  });
});

describe("nobody is in two places, and nothing happens before its time", () => {
  test("a leave across an outing that was registered is refused, after it is taken", () => {
    const hall = life();
    hall.do("outings", "out", "upsert", { ...OUT, person: "wang", cover: "li", told: "li" }, "wang");
    expect(ask(hall, { cover: "gas" }).codes).toEqual(["overlapping_outing"]);
    expect(ask(hall, { cover: "gas", ...HALF }).codes).toEqual([]);
  });

  test("D1 三3 “统一考勤”: who works in two halls asks in the first of them", () => {
    const people = PEOPLE.map((one) => (one.id === "wang" ? { ...one, homeHall: "west" } : one));
    const elsewhere = new HallLife("2026-10-29 09:00", { leaveTiers: D3_LEAVE_TIERS }, people);
    expect(ask(elsewhere).problems).toMatchObject([{ code: "of_another_hall", field: "person" }]);
    expect(elsewhere.send("outings", "out", "upsert", { ...OUT, person: "wang" }, "wang").codes).toContain(
      "of_another_hall",
    );
    expect(ask(life()).codes).toEqual([]);
  });

  test("a step is not taken in the future", () => {
    const hall = life(`${TUESDAY} 13:50`);
    hall.do("outings", "out", "upsert", OUT, "gas");
    const consent = (at: string) => hall.send("outings", "out", "consent", { at }, "wang").codes;
    expect(consent(`${TUESDAY} 14:30`)).toEqual(["in_the_future"]);
    expect(consent(hall.now)).toEqual([]);
    hall.do("attendance", "day", "upsert", line(TUESDAY), "li");
    const confirm = (at: string) => hall.send("attendance", "day", "confirm", { at }, "li").codes;
    expect(confirm(`${TUESDAY} 14:30`)).toEqual(["in_the_future"]);
    expect(confirm(hall.now)).toEqual([]);
  });

  test("D3 一1 “必须向大厅负责人请假”: where nobody is above a person the outing is stopped, and says so", () => {
    const tiers = { outingTiers: [{ maxHalfDays: null, approvers: ["hallHead" as const] }] };
    const hall = new HallLife(`${TUESDAY} 09:10`, tiers);
    const ofHead = { ...OUT, person: "hall", cover: "window", told: "window" };
    expect(hall.send("outings", "one", "upsert", ofHead, "hall").codes).toEqual(["no_outing_rule"]);
    expect(hall.send("outings", "two", "upsert", OUT, "gas").codes).toEqual([]);
  });
});

describe("the sheet, where a slip says part of a day, and what it leaves unexplained", () => {
  test("a half day's leave leaves the other half to be confirmed, a whole day's leaves nothing", () => {
    const day = (values: Values, approver: string) => {
      const hall = consented(values);
      hall.now = `${TUESDAY} 10:00`;
      hall.do("attendance", "day", "upsert", line(TUESDAY), "li");
      expect(approve(hall, approver, { at: hall.now }).codes).toEqual([]);
      return hall.status("day");
    };
    expect(day(HALF, "hall")).toBe("unconfirmed");
    expect(day({}, "leader")).toBe("recorded");
  });

  test("D2 一(一) “不得无故缺席、迟到、早退”: what nobody explained is the week's to look at", () => {
    const drafts = (values: Values) => {
      const hall = life(`${TUESDAY} 18:00`);
      hall.do("attendance", "day", "upsert", line(TUESDAY, values), "li");
      const { derived, ...row } = hall.do("attendance", "day", "confirm", { at: hall.now }, "li");
      return attendance.draftFindings(rowOf({ derived, ...row }), derived, hall.facts("day"));
    };
    expect(drafts({})).toEqual([]);
    expect(drafts({ arrivedAt: `${TUESDAY} 09:30` })).toMatchObject([
      { kind: "unexplained", content: { zh: "迟到,未说明" }, on: TUESDAY },
    ]);
  });
});
