// Ratings: one for each case, and the loop of a bad one. D1 二 "提高居民满意度".
import { describe, expect, test } from "vitest";
import { serviceRatings } from "../../../shared/capabilities/ratings/ratings-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { type Acting, askedRow, LedgerLife } from "../ledger/ledger-life.ts";

const CASE = "00000000-0000-4000-8000-00000000000c";
const rows = { cases: [askedRow(CASE, "2026-00007", { matter: "senior-card" }, "fedBack")] };
const auditor: Acting = { id: "leader", roles: ["supervisingLeader"] };

const sound = {
  ratedAt: "2026-03-02 16:00",
  matter: "senior-card",
  channel: "counter",
  caseId: CASE,
  caseNumber: "2026-00007",
};

/** As the case's own step makes it: the system writes. */
function rated(grade: string, values: Values = {}): { life: LedgerLife; outcome: string } {
  const life = new LedgerLife(serviceRatings, { rows });
  return { life, outcome: life.try("upsert", { ...sound, grade, ...values }, null) };
}

const begin = { at: "2026-03-03 09:00", cause: "等候过久,已电话核实", owner: "李样例" };
const finish = { at: "2026-03-05 09:00", measure: "增开一个窗口" };
const claim = { at: "2026-03-03 10:00", kind: "invalid", reason: "评价人误按,已书面说明" };
const audit = { at: "2026-03-04 10:00", upheld: true, opinion: "情况属实" };

describe("one rating for each case (D1 二 “居民满意度”)", () => {
  test("of its matter and number: taken", () => {
    expect(rated("satisfied").outcome).toBe("recorded");
  });

  test.each<[why: string, values: Values, code: string]>([
    ["without its case", { caseId: null, caseNumber: null }, "case_missing"],
    ["of a case that is not there", { caseId: "00000000-0000-4000-8000-0000000000ff" }, "unknown_case"],
    ["with a number that no case has", { caseId: null, caseNumber: "2026-00099" }, "unknown_case"],
    ["of another matter", { matter: "other" }, "other_case"],
    ["under another number", { caseNumber: "2026-00008" }, "other_case"],
    ["of no grade that there is", { grade: "wonderful" }, "unknown_choice"],
    ["given in the future", { ratedAt: "2027-03-02 16:00" }, "in_the_future"],
  ])("%s: refused", (_, values, code) => {
    expect(rated("satisfied", values).outcome).toBe(code);
  });

  test("nobody betters a grade; a comment may be added, and erased", () => {
    const { life } = rated("dissatisfied");
    expect(life.try("upsert", { grade: "verySatisfied" })).toBe("field_locked");
    expect(life.try("upsert", { comment: "等了一个小时" })).toBe("toRectify");
  });

  test("typed with its number it finds its case, and stands on it", () => {
    const { caseId: _, ...typed } = { ...sound, grade: "satisfied" };
    const life = new LedgerLife(serviceRatings, { rows });
    expect(life.try("upsert", typed)).toBe("recorded");
    const change = { action: "upsert", event: null, before: null, row: life.now, personal: {} };
    expect(
      serviceRatings.follows(
        { ...change, derived: life.now.derived, id: "rating", serial: "2026-00001" },
        life.facts,
      ),
    ).toMatchObject([{ ledger: "cases", id: CASE, action: "noteRating", values: { rating: "rating" } }]);
    expect(new LedgerLife(serviceRatings, { rows }).try("upsert", { ...sound, grade: "satisfied" })).toBe(
      "field_locked",
    );
  });

  test("only what came by box or on paper may name no case", () => {
    const nameless = { caseId: null, caseNumber: null };
    expect(rated("satisfied", { ...nameless, channel: "box" }).outcome).toBe("recorded");
    expect(rated("satisfied", { ...nameless, channel: "code" }).outcome).toBe("case_missing");
  });
});

describe("the loop of a bad rating", () => {
  test("a good one opens none", () => {
    const { life } = rated("acceptable");
    expect(life.now.derived).toMatchObject({ open: false, dueDate: null });
    expect(life.duties()).toEqual([]);
    expect(life.try("beginRectifying", begin)).toBe("not_allowed_in_status");
  });

  test("to rectify → rectifying → rectified → called back, in 5 working days [P]", () => {
    const { life } = rated("veryDissatisfied");
    expect(life.now.derived).toMatchObject({ status: "toRectify", open: true, dueDate: "2026-03-09" });
    expect(life.duties()).toMatchObject([{ dueOn: "2026-03-09", doneOn: null }]);
    expect(life.try("finishRectifying", finish)).toBe("not_allowed_in_status");
    expect(life.try("beginRectifying", { ...begin, cause: null })).toBe("required");
    expect(life.try("beginRectifying", begin)).toBe("rectifying");
    expect(life.try("finishRectifying", finish)).toBe("rectified");
    expect(life.now.derived).toMatchObject({ open: false, onTime: true, closingDay: "2026-03-05" });
    expect(life.try("callBack", { at: "2026-03-06 09:00", content: "content" })).toBe("confirmed");
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });

  test("a call-back that is not content opens it again, past its day as overdue", () => {
    const { life } = rated("dissatisfied");
    life.try("beginRectifying", begin);
    life.try("finishRectifying", finish);
    expect(life.try("callBack", { at: "2026-03-12 09:00", content: "notContent" })).toBe("rectifying");
    expect(life.now.derived).toMatchObject({ open: true, endedOn: null, dueDate: "2026-03-09" });
    expect(life.figures().counted).toEqual(life.figures().recounted);
    life.try("finishRectifying", { ...finish, at: "2026-03-13 09:00" });
    expect(life.now.derived).toMatchObject({ onTime: false });
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });

  test("invalid is audited, by somebody else, and then counts for nobody", () => {
    const { life } = rated("dissatisfied");
    expect(life.try("claim", { ...claim, reason: null })).toBe("required");
    expect(life.try("claim", claim, { id: "leader", roles: ["hallHead", "supervisingLeader"] })).toBe(
      "underAudit",
    );
    expect(life.try("audit", audit, auditor)).toBe("audited_by_claimant");
    expect(life.try("audit", audit, { id: "head", roles: ["hallHead"] })).toBe("not_permitted");
    expect(life.try("audit", audit, { id: "director", roles: ["director"] })).toBe("invalid");
    expect(life.figures().counted).toEqual(life.figures().recounted);
    expect(life.figures().counted[0]?.amounts).toEqual({ invalid: 1 });
  });

  test("what an audit turns down goes on where it was", () => {
    const { life } = rated("dissatisfied");
    life.try("beginRectifying", begin);
    life.try("claim", { ...claim, at: "2026-03-04 09:00", kind: "cannotRectify" });
    expect(life.try("audit", { ...audit, at: "2026-03-05 09:00", upheld: false }, auditor)).toBe(
      "rectifying",
    );
    expect(life.figures().counted[0]?.amounts).toEqual({ rated: 1, dissatisfied: 1, bad: 1 });
  });

  test("what cannot be rectified is closed, still counted, and may be called back about", () => {
    const { life } = rated("dissatisfied");
    life.try("claim", { ...claim, kind: "cannotRectify" });
    expect(life.try("audit", audit, auditor)).toBe("cannotRectify");
    expect(life.figures().counted).toEqual(life.figures().recounted);
    expect(life.try("callBack", { at: "2026-03-05 09:00", content: "notContent" })).toBe("cannotRectify");
  });
});
