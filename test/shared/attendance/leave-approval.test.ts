// Leave: who approves it; for each rule of the documents one request that is taken and one that is refused.
import { describe, expect, test } from "vitest";
import { D2_LEAVE_TIERS } from "../../../shared/ledger/leave-policy.ts";
import {
  AT,
  approve,
  ask,
  consented,
  DAY_AND_HALF,
  HALF,
  life,
  ONE_DAY,
  THREE_DAYS,
  THURSDAY,
  TWO_DAYS,
} from "./leave-life.ts";

describe("D3 一2: “请假半天的由大厅负责人审批;请假一天的由分管领导审批,请假一天以上的,由核算中心主任审批”", () => {
  test.each([
    ["half a day", HALF, "hall", ["window", "leader", "director"]],
    ["a day", ONE_DAY, "leader", ["hall", "director"]],
    ["a day and a half", DAY_AND_HALF, "director", ["hall", "leader"]],
    ["three days", THREE_DAYS, "director", ["hall", "leader"]],
  ] as const)("%s is approved by its own tier and by no other", (_, span, right, wrong) => {
    const hall = consented(span);
    for (const by of wrong) expect(approve(hall, by).codes).toEqual(["not_your_turn"]);
    expect(approve(hall, right).codes).toEqual([]);
    expect(hall.status("one")).toBe("approved");
    expect(hall.record("one").derived.marks).toContain("rightTierWithCover");
  });
});

describe("D2 一(二): one day the window head; more, and up to two days, the head agrees and the 分管领导 approves", () => {
  const D2 = { leaveTiers: D2_LEAVE_TIERS };

  test.each([HALF, ONE_DAY])("“请假1天以内(含半天)的,须经窗口负责人同意”", (span) => {
    const hall = consented(span, D2);
    expect(approve(hall, "leader").codes).toEqual(["not_your_turn"]);
    expect(approve(hall, "window").codes).toEqual([]);
    expect(hall.status("one")).toBe("approved");
  });

  test.each([DAY_AND_HALF, TWO_DAYS])(
    "“1天以上2天以内(含2天)的,由窗口负责人同意,分管领导批准”: in that order",
    (span) => {
      const hall = consented(span, D2);
      expect(approve(hall, "leader").codes).toEqual(["not_your_turn"]);
      expect(approve(hall, "window").codes).toEqual([]);
      expect(hall.status("one")).toBe("awaitingApproval");
      expect(approve(hall, "window").codes).toEqual(["not_your_turn"]);
      expect(approve(hall, "leader").codes).toEqual([]);
      expect(hall.status("one")).toBe("approved");
    },
  );

  test("the third case is missing: what has no rule is stopped, and says who can make one", () => {
    const { codes, problems } = ask(life(THURSDAY, D2), THREE_DAYS);
    expect(codes).toEqual(["no_leave_rule"]);
    expect(problems[0]?.message.zh).toMatch(/中心管理员或主任.*主要领导/);
    const configured = {
      leaveTiers: [...D2_LEAVE_TIERS.slice(0, 2), { maxHalfDays: null, approvers: ["director"] }],
    } as const;
    expect(ask(life(THURSDAY, configured), THREE_DAYS).codes).toEqual([]);
  });
});

describe("one's own leave goes to the next tier", () => {
  test("a hall head's half day goes to the 分管领导, never to the head", () => {
    const hall = consented({ ...HALF, person: "hall", cover: "window" });
    expect(approve(hall, "hall").codes).toEqual(["own_leave"]);
    expect(approve(hall, "window").codes).toEqual(["not_your_turn"]);
    expect(approve(hall, "leader").codes).toEqual([]);
  });

  test("a window head's two days need the 分管领导 alone (D2), who is above both steps", () => {
    const hall = consented({ ...TWO_DAYS, person: "window", cover: "hall" }, { leaveTiers: D2_LEAVE_TIERS });
    expect(approve(hall, "window").codes).toEqual(["own_leave"]);
    expect(approve(hall, "leader").codes).toEqual([]);
    expect(hall.status("one")).toBe("approved");
  });

  test("refusing one's own is no different", () => {
    const hall = consented({ ...HALF, person: "hall", cover: "window" });
    const refuse = (by: string) =>
      hall.send("leave-requests", "one", "refuse", { at: AT, reason: "人手不足" }, by);
    expect(refuse("hall").codes).toEqual(["own_leave"]);
    expect(refuse("leader").codes).toEqual([]);
    expect(hall.status("one")).toBe("refused");
  });
});

describe("D2 一(三): “工作人员按国家规定享受的假期,按有关规定、程序办理请假手续”", () => {
  test("names its paper, and follows tiers of its own", () => {
    const wedding = { type: "marriage", toDay: "2026-11-05" };
    expect(ask(life(), wedding).codes).toEqual(["proof_needed"]);
    const hall = consented({ ...wedding, proof: "结婚证(演示)" });
    expect(approve(hall, "director").codes).toEqual(["not_your_turn"]);
    expect(approve(hall, "hall").codes).toEqual([]);
    expect(approve(hall, "leader").codes).toEqual([]);
    expect(hall.status("one")).toBe("approved");
    expect(hall.record("one").derived.marks).toContain("statutory");
  });
});
