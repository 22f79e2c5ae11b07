// Referrals and enquiries: whom to see is named, what was asked is told, and the first person asked stays answerable.
import { describe, expect, test } from "vitest";
import { referrals } from "../../../shared/capabilities/referrals/referrals-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { LedgerLife } from "../ledger/ledger-life.ts";

const asked = {
  askedAt: "2026-03-02 09:00",
  subject: "公积金提取",
  firstAskedBy: "李样例",
  visitor: "张样例",
};
const referral = { ...asked, kind: "referral", toDepartment: "财务室", toPerson: "王样例" };
const enquiry = { ...asked, kind: "enquiry", askedOf: "社区管理室" };

function registered(values: Values): { life: LedgerLife; outcome: string } {
  const life = new LedgerLife(referrals);
  return { life, outcome: life.try("upsert", values) };
}

describe("annex cl. 2 “要明确告知他人应找哪个部门或哪位同志办理”", () => {
  test.each<[why: string, values: Values, outcome: string]>([
    ["a department", { ...referral, toPerson: null }, "referred"],
    ["a colleague", { ...referral, toDepartment: null }, "referred"],
    ["neither", { ...referral, toDepartment: null, toPerson: null }, "names_nobody"],
    ["a matter that does not exist", { ...referral, matter: "unknown" }, "unknown_matter"],
  ])("%s", (_, values, outcome) => {
    expect(registered(values).outcome).toBe(outcome);
  });

  test("首问责任: answerable until the other side took it", () => {
    const { life } = registered(referral);
    expect(life.duties()).toMatchObject([{ id: "takeOver", dueOn: "2026-03-03", doneOn: null }]);
    expect(referrals.responsibility(life.now)).toMatchObject({
      firstAskedBy: "李样例",
      holder: "李样例",
      answerable: true,
      handovers: [{ to: "王样例", department: "财务室", takenAt: null }],
    });
    expect(life.try("sendBack", { at: "2026-03-02 15:00", reason: "归劳资社保室" })).toBe("sentBack");
    expect(referrals.responsibility(life.now)?.answerable).toBe(true);
    expect(life.try("referAgain", { at: "2026-03-02 15:10" })).toBe("names_nobody");
    expect(life.try("referAgain", { at: "2026-03-02 15:10", toDepartment: "劳资社保室" })).toBe("referred");
    expect(life.try("takeOver", { at: "2026-03-03 09:00", by: "赵样例" })).toBe("takenOver");
    expect(referrals.responsibility(life.now)).toMatchObject({
      holder: "赵样例",
      department: "劳资社保室",
      answerable: false,
      handovers: [{ takenAt: null }, { to: "赵样例", takenAt: expect.any(String) }],
    });
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });
});

describe("annex cl. 3 “帮助其咨询了解或请示报告,并将结果告知当事人,不能一推了之”", () => {
  test("asked of somebody, answered, told: by a day", () => {
    expect(registered({ ...enquiry, askedOf: null }).outcome).toBe("asked_nobody");
    expect(registered({ ...enquiry, askedOf: null, departments: ["民政", "公安"] }).outcome).toBe("asked");
    const { life } = registered(enquiry);
    expect(life.duties()).toMatchObject([{ id: "tell", dueOn: "2026-03-09", doneOn: null }]);
    expect(life.try("answer", { at: "2026-03-04 09:00", result: "可以办理" })).toBe("answered");
    expect(referrals.responsibility(life.now)?.answerable).toBe(true);
    expect(life.try("tell", { at: "2026-03-05 09:00", toldBy: "phone" })).toBe("told");
    expect(life.now.derived).toMatchObject({ onTime: true, endedOn: "2026-03-05" });
    expect(referrals.responsibility(life.now)?.answerable).toBe(false);
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });

  test("told without an answer: what was told has to be said", () => {
    const { life } = registered(enquiry);
    const tell = { at: "2026-03-05 09:00", toldBy: "phone" };
    expect(life.try("tell", tell)).toBe("told_nothing");
    expect(life.try("tell", { ...tell, result: "上级尚未答复,下周再告知" })).toBe("told");
  });

  test("a promised day takes the place of the policy's", () => {
    expect(registered({ ...enquiry, tellBy: "2026-03-04" }).life.now.derived.dueDate).toBe("2026-03-04");
    expect(registered({ ...enquiry, tellBy: "2026-03-01" }).outcome).toBe("told_before_asked");
  });
});
