// Who has to agree, by the size of what is asked for and by who asks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "../../../shared/kernel/permissions.ts";
import { approversFor, nextApprover, tierFor } from "../../../shared/ledger/approval.ts";
import { D2_LEAVE_TIERS, D3_LEAVE_TIERS, OUTING_TIERS } from "../../../shared/ledger/leave-policy.ts";

describe("D3 一2: half a day, a day, more than a day", () => {
  test.each([
    [1, ["hallHead"]],
    [2, ["supervisingLeader"]],
    [3, ["director"]],
    [400, ["director"]],
  ] as const)("%i half days: %j", (halfDays, approvers) => {
    expect(approversFor(D3_LEAVE_TIERS, halfDays, ["clerk"])).toEqual(approvers);
  });
});

describe("D2 一(二): up to one day, up to two days, and a third case that is missing", () => {
  test.each([
    [1, ["windowHead"]],
    [2, ["windowHead"]],
    [3, ["windowHead", "supervisingLeader"]],
    [4, ["windowHead", "supervisingLeader"]],
    [5, null],
  ] as const)("%i half days: %j", (halfDays, approvers) => {
    expect(approversFor(D2_LEAVE_TIERS, halfDays, ["clerk"])).toEqual(approvers);
  });

  test("the tier is there, and empty", () => {
    expect(tierFor(D2_LEAVE_TIERS, 5)).toBeUndefined();
    const two = tierFor(D2_LEAVE_TIERS, 4);
    expect(two && nextApprover(two, [])).toBe("windowHead");
    expect(two && nextApprover(two, [{ by: "p", role: "windowHead" }])).toBe("supervisingLeader");
    expect(
      two &&
        nextApprover(two, [
          { by: "p", role: "windowHead" },
          { by: "q", role: "supervisingLeader" },
        ]),
    ).toBeNull();
  });
});

describe("one's own goes to the next tier", () => {
  test.each([
    ["windowHead", D2_LEAVE_TIERS, 2, ["supervisingLeader"]],
    ["hallHead", D3_LEAVE_TIERS, 1, ["supervisingLeader"]],
    ["hallHead", OUTING_TIERS, 1, ["supervisingLeader"]],
    ["supervisingLeader", OUTING_TIERS, 1, ["director"]],
    ["director", D3_LEAVE_TIERS, 1, null],
  ] as const)("a %s's", (role, tiers, halfDays, approvers) => {
    expect(approversFor(tiers, halfDays, [role])).toEqual(approvers);
  });

  test("nobody is ever approved by somebody who does not stand above them", () => {
    const line = ["clerk", "windowHead", "hallHead", "supervisingLeader", "director"] as const;
    const tiers = fc.array(
      fc.record({
        maxHalfDays: fc.option(fc.integer({ min: 1, max: 20 })),
        approvers: fc.subarray([...ROLES]),
      }),
    );
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 30 }), fc.constantFrom(...line), (all, size, own) => {
        const approvers = approversFor(all, size, [own]);
        if (approvers === null) return;
        expect(approvers.length).toBeGreaterThan(0);
        for (const role of approvers) {
          const rank: number = [...line, ""].indexOf(role);
          expect(rank === -1 || rank > line.indexOf(own)).toBe(true);
        }
      }),
      { seed: 20_261_125 },
    );
  });
});
