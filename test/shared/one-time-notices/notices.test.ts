// One-time notices: five parts, filled from the catalogue and frozen; corrections, refusals, archives; return fares.
import { describe, expect, test } from "vitest";
import { travelCompensations } from "../../../shared/capabilities/one-time-notices/compensations-ledger.ts";
import { oneTimeNotices } from "../../../shared/capabilities/one-time-notices/notices-ledger.ts";
import type { MatterFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { askedRow, LedgerLife, person } from "../ledger/ledger-life.ts";

const CASE = "00000000-0000-4000-8000-00000000000c";

const matter: Partial<MatterFacts> = {
  name: { zh: "餐饮服务许可", en: "Catering permit" },
  flow: "preliminaryReview",
  timeLimit: 10,
  upstream: true,
  version: 3,
  effectiveFrom: "2026-02-01",
  subtypes: [
    { id: "small", name: { zh: "小型餐馆", en: "Small restaurant" } },
    { id: "large", name: { zh: "大型餐馆", en: "Large restaurant" } },
  ],
  materials: [
    { id: "form", name: { zh: "申请表", en: "Form" } },
    { id: "plan", name: { zh: "布局图", en: "Floor plan" }, subtypes: ["large"] },
  ],
};

const rows = { cases: [askedRow(CASE, "2026-00007", { matter: "m" })] };

const information = {
  givenAt: "2026-03-02 09:00",
  kind: "information",
  matter: "m",
  manner: "phone",
  givenBy: "李样例",
};

function noticed(values: Values, options: { readonly system?: boolean; readonly now?: string } = {}) {
  const life = new LedgerLife(oneTimeNotices, { rows, matter, ...(options.now ? { now: options.now } : {}) });
  const outcome = life.try("upsert", { ...information, ...values }, options.system ? null : undefined);
  return { life, outcome };
}

describe("annex cl. 1 “依据、时限、程序、所需的全部资料以及不予办理理由”", () => {
  test("five parts are filled from the matter's list, with the version used", () => {
    const { life, outcome } = noticed({});
    expect(outcome).toBe("given");
    expect(life.now.values).toMatchObject({
      limit: "自材料齐全之日起 10 个工作日(上级部门审批时间另计)",
      materials: ["申请表", "布局图"],
      listVersion: "第 3 版(2026-02-01 起)",
    });
    for (const part of ["basis", "procedure", "refusalReasons"]) expect(life.now.values[part]).toMatch(/\S/);
  });

  test("a kind of matter asks for its own materials, and what was written by hand stays", () => {
    const { life } = noticed({ subtype: "small", limit: "当日" });
    expect(life.now.values).toMatchObject({ materials: ["申请表"], limit: "当日" });
  });

  test("what was told is told: nobody edits it afterwards", () => {
    const { life } = noticed({});
    expect(life.try("upsert", { materials: ["申请表"] })).toBe("field_locked");
  });

  test.each<[clause: string, values: Values, outcome: string]>([
    ["cl. 1 “到我单位或电话咨询”: no such manner", { manner: "rumour" }, "unknown_choice"],
    ["cl. 2 “一次性书面告知其所需补正的手续和资料”: names nothing", { kind: "correction" }, "names_nothing"],
    ["cl. 2 names two things", { kind: "correction", corrections: ["申请表", "布局图"] }, "given"],
    ["cl. 1 “不予办理理由”: a refusal without a reason", { kind: "refusal" }, "refusal_without_reason"],
    ["cl. 1 “不予办理理由”", { kind: "refusal", refusalReasons: "不属于本大厅服务范围" }, "given"],
    ["of a matter that does not exist", { matter: "unknown" }, "unknown_matter"],
    ["D5 二(一) “根据餐饮服务单位的规模大小”: of a kind that the matter has", { subtype: "large" }, "given"],
    ["D5 二(一): of a kind that it has not", { subtype: "m" }, "unknown_kind"],
    ["given in the future", { givenAt: "2027-03-02 09:00" }, "in_the_future"],
  ])("%s", (_, values, outcome) => {
    expect(noticed(values).outcome).toBe(outcome);
  });

  test("a part that is left empty and that nobody can fill is refused by its name", () => {
    const life = new LedgerLife({ ...oneTimeNotices, fill: () => ({}) });
    const problems = life.take("upsert", { ...information });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      ["basis", "limit", "procedure", "materials", "refusalReasons"].map((part) => `part_missing ${part}`),
    );
    expect(problems[0]?.message.zh).toContain("依据、时限、程序、所需的全部资料以及不予办理理由");
  });
});

describe("cl. 2 on a case: the list is given there, and the notice carries its verdict", () => {
  const onCase = { kind: "correction", corrections: ["布局图"], caseId: CASE, caseNumber: "2026-00007" };

  test("as the case's step makes it: taken, and a breach is counted", () => {
    const { life, outcome } = noticed({ ...onCase, verdict: "breach" }, { system: true });
    expect(outcome).toBe("given");
    expect(life.now.derived.marks).toContain("breach");
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });

  test("nobody writes the case or the verdict by hand", () => {
    expect(noticed({ ...onCase, verdict: "first" }).outcome).toContain("field_locked");
    expect(noticed(onCase, { system: true }).outcome).toBe("given_on_case");
    const judged = { kind: "correction", corrections: ["布局图"], verdict: "first" };
    expect(noticed(judged, { system: true }).outcome).toBe("given_on_case");
  });
});

describe("cl. 4 “要以书面的形式告知当事人,并存档备查”", () => {
  test("important needs its recipient, a number, and an archive within a day [P]", () => {
    expect(noticed({ important: true }).outcome).toBe("important_not_written");
    const { life, outcome } = noticed({ important: true, recipient: "张样例" });
    expect(outcome).toBe("toArchive");
    expect(life.duties()).toMatchObject([{ id: "archive", dueOn: "2026-03-03", doneOn: null }]);
    expect(life.print()[0]).toMatchObject({ number: "告〔2026〕12号" });
    expect(life.try("archive", { at: "2026-03-03 10:00", signed: true })).toBe("required");
    expect(life.try("archive", { at: "2026-03-03 10:00", signed: true, place: "卷3" })).toBe("archived");
    expect(life.duties()).toMatchObject([{ doneOn: "2026-03-03" }]);
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });

  test("what is not important owes none and bears its ledger's number", () => {
    const { life } = noticed({});
    expect(life.duties()).toEqual([]);
    expect(life.print()[0]?.number).toBe("编号 2026-00012");
    expect(life.try("archive", { at: "2026-03-03 10:00", signed: true, place: "卷3" })).toBe(
      "not_allowed_in_status",
    );
  });
});

test("the printed notice has five parts, a list of what to bring, and lines to sign on", () => {
  const { life } = noticed({ kind: "correction", corrections: ["布局图"], recipient: "张样例" });
  const [paper] = life.print();
  const words = JSON.stringify(paper);
  for (const part of ["依据", "时限", "程序", "全部资料", "不予办理的理由", "布局图", "张样例", "签收"]) {
    expect(words).toContain(part);
  }
  expect(paper?.blocks.map(({ kind }) => kind)).toContain("signatures");
});

describe("cl. 5 “致使服务对象跑二趟…承办人应赔偿服务对象的往返交通费”", () => {
  const claim = {
    claimedAt: "2026-03-10 09:00",
    claimant: "张样例",
    handler: "clerk",
    causeKind: "notTold",
    cause: "3月2日没有告知要带户口簿,3月9日又来了一趟",
    firstTripOn: "2026-03-02",
    secondTripOn: "2026-03-09",
  };
  const decide = { at: "2026-03-11 09:00", decision: "pay", reason: "清单漏列户口簿", amountInFen: 800 };
  const claimed = (values: Values = {}) => {
    const life = new LedgerLife(travelCompensations, { people: [person("clerk", "clerk")] });
    return { life, outcome: life.try("upsert", { ...claim, ...values }) };
  };

  test.each<[clause: string, values: Values, outcome: string]>([
    ["cl. 5", {}, "claimed"],
    ["cl. 5 “能一次性告知清楚而未明确告知”: without cause", { cause: null }, "claim_without_cause"],
    ["cl. 5 “跑二趟”: the second trip first", { secondTripOn: "2026-03-01" }, "trips_out_of_order"],
    ["cl. 5 “跑二趟”: the second trip after the claim", { secondTripOn: "2026-03-11" }, "trips_out_of_order"],
    ["cl. 5 “承办人”: nobody here", { handler: "stranger" }, "unknown_person"],
  ])("%s", (_, values, outcome) => {
    expect(claimed(values).outcome).toBe(outcome);
  });

  test("decided by others, paid as decided; nothing is computed or deducted", () => {
    const { life } = claimed({ claimedInFen: 1600 });
    expect(life.try("decide", decide, { id: "clerk", roles: ["hallHead"] })).toBe("decides_own_case");
    expect(life.try("decide", { ...decide, amountInFen: null })).toBe("amount_missing");
    expect(life.try("decide", { ...decide, decision: "refuse" })).toBe("amount_without_payment");
    expect(life.try("decide", decide)).toBe("toPay");
    expect(life.duties()).toMatchObject([{ id: "pay", dueOn: "2026-03-18", doneOn: null }]);
    const pay = { at: "2026-03-12 09:00", receipt: "收条1" };
    expect(life.try("recordPayment", { ...pay, paidInFen: 1600 })).toBe("paid_otherwise");
    expect(life.try("recordPayment", { ...pay, paidInFen: 800 })).toBe("paid");
    expect(life.figures().counted).toEqual(life.figures().recounted);
    expect(life.now.contributions[1]?.amounts).toEqual({ paid: 1, paidInFen: 800 });
  });

  test("turned down, it owes nothing more", () => {
    const { life } = claimed();
    const { amountInFen: _, ...refusal } = { ...decide, decision: "refuse" };
    expect(life.try("decide", refusal)).toBe("refused");
    expect(life.duties()).toEqual([]);
    expect(life.figures().counted).toEqual(life.figures().recounted);
  });
});
