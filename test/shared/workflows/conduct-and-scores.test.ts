// Conduct at the post, the warnings of a year, and assessments 70/30: each rule with its clause.
import { describe, expect, test } from "vitest";
import { assessments } from "../../../shared/capabilities/assessments/assessments-ledger.ts";
import { CONDUCT_CODES } from "../../../shared/capabilities/conduct/conduct-codes.ts";
import { conductObservations } from "../../../shared/capabilities/conduct/conduct-observations-ledger.ts";
import { conductRecords } from "../../../shared/capabilities/conduct/conduct-records-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { testFacts } from "../../support/facts.ts";
import { asked, derivedOf, followers, forbidden, refusals, rowFor, words } from "./row-trial.ts";

describe("conduct", () => {
  const seen = { observedOn: "2026-11-17", person: "p-clerk", code: "earphones", source: "leader" };

  test.each([
    ["D3 一1", ["breakfastOut", "privateErrands"]],
    ["D3 三3", ["noise", "horseplay", "littering", "snacks"]],
    ["D3 三5", ["untidy", "quarrel", "abuse"]],
    ["D4 二", ["strolling", "offPost", "games", "chatting", "earphones"]],
    ["D4 五", ["smoking", "openFire"]],
  ] as const)("%s has its codes", (clause, codes) => {
    for (const code of codes) expect(CONDUCT_CODES[code].clause, code).toContain(clause);
  });

  test("D4 二 “采取相互监督制度”: a colleague signs, and reports somebody else", () => {
    const peer = { ...seen, source: "colleague", reportedBy: "p-clerk2" };
    expect(refusals(conductObservations, { values: peer })).toEqual([]);
    expect(refusals(conductObservations, { values: { ...peer, reportedBy: undefined } })).toEqual([
      "no_reporter",
    ]);
    expect(refusals(conductObservations, { values: { ...peer, reportedBy: "p-clerk" } })).toEqual([
      "reports_oneself",
    ]);
  });

  test("D4 五 “全体人员都有权利和义务及时进行劝阻和制止”", () => {
    const smoking = { ...seen, code: "smoking", dissuadedBy: "李乙" };
    expect(refusals(conductObservations, { values: smoking })).toEqual([]);
    expect(refusals(conductObservations, { values: { ...smoking, dissuadedBy: undefined } })).toEqual([
      "nobody_dissuaded",
    ]);
  });

  test("[P] neither the person nor whoever reported it judges it", () => {
    const trial = { values: { ...seen, source: "colleague", reportedBy: "p-windowHead" } };
    expect(forbidden(conductObservations, "warn", trial, "p-head", "hallHead")).toEqual([]);
    for (const id of ["p-clerk", "p-windowHead"]) {
      expect(forbidden(conductObservations, "warn", trial, id, "hallHead")).toEqual(["judges_own"]);
    }
  });

  test("D4 二 “给予警告处分(并记录当年考核制度表)”: the first makes the year's record, the next joins it", () => {
    const warned = { values: seen, steps: [["warn", { on: "2026-11-18" }]] as const };
    expect(followers(conductObservations, warned)).toMatchObject([
      {
        ledger: "conduct-records",
        action: "upsert",
        values: { year: 2026, person: "p-clerk", warnings: ["2026-00007 2026-11-17 带耳机听歌"] },
      },
    ]);
    const known = asked({ person: "p-clerk", year: 2026, warnings: ["2026-00003 2026-03-02 吃零食或东西"] });
    const again = { ...warned, rows: { "conduct-records": [known] } };
    expect(followers(conductObservations, again)).toMatchObject([
      { id: known.id, action: "warn", values: { entry: "2026-00007 2026-11-17 带耳机听歌" } },
    ]);
    const others = { ...warned, rows: { "conduct-records": [asked({ person: "p-clerk2", year: 2026 })] } };
    expect(followers(conductObservations, others)).toMatchObject([{ action: "upsert" }]);
  });

  test("D4 二 “如屡犯…进行严肃处理”: the second warning of a year is open until it is decided on", () => {
    const record = { yearBegins: "2026-01-01", year: 2026, person: "p-clerk", warnings: ["一"] };
    const again = ["warn", { on: "2026-11-18", entry: "二" }] as const;
    const decided = ["decide", { on: "2026-11-19", measure: "通报批评" }] as const;
    const status = (steps: Parameters<typeof derivedOf>[1]["steps"] = []) => {
      const derived = derivedOf(conductRecords, { values: record, steps });
      return [derived.status, derived.open];
    };
    expect(status()).toEqual(["warned", false]);
    // Two that an old ledger brings are a repetition as well.
    const carried = { values: { ...record, warnings: ["一", "二"] } };
    expect(derivedOf(conductRecords, carried)).toMatchObject({ status: "repeated", open: true });
    expect([conductRecords.restricted, conductObservations.restricted]).toEqual([true, true]);
    expect(status([again])).toEqual(["repeated", true]);
    expect(status([again, decided])).toEqual(["decided", false]);
    expect(status([again, decided, ["warn", { on: "2026-11-20", entry: "三" }]])).toEqual(["repeated", true]);
    expect(refusals(conductRecords, { values: record, steps: [again] })).toEqual([]);
    const tomorrow = ["warn", { on: "2026-11-21", entry: "二" }] as const;
    expect(refusals(conductRecords, { values: record, steps: [tomorrow] })).toEqual(["in_the_future"]);
    const [event] = rowFor({ values: record, steps: [again] }).events;
    const before = { values: record };
    if (!event) throw new Error("no event");
    expect(
      conductRecords.effects("warn", event, rowFor(before), derivedOf(conductRecords, before), testFacts()),
    ).toEqual({
      warnings: ["一", "二"],
    });
  });
});

describe("an assessment", () => {
  const values = { firstDay: "2026-10-01", period: "2026-10", person: "p-utility" };
  const community = (data: Values = {}) =>
    ["scoreByCommunity", { on: "2026-11-02", score: 90, ...data }, "p-head"] as const;
  const employer = [
    "scoreByEmployer",
    { on: "2026-11-03", score: 80, document: "供电〔2026〕8 号" },
    "p-leader",
  ] as const;
  const conclude = ["conclude", { on: "2026-11-04" }] as const;

  test("D1 三3 “社区考核权重为70%,所属单位考核权重为30%”: both scores, then 87.00", () => {
    expect(refusals(assessments, { values, steps: [community(), employer, conclude] })).toEqual([]);
    const before = { values, steps: [community(), employer] };
    const [event] = rowFor({ values, steps: [conclude] }).events;
    if (!event) throw new Error("no event");
    expect(
      assessments.effects("conclude", event, rowFor(before), derivedOf(assessments, before), testFacts()),
    ).toEqual({
      total: "87.00",
    });
    for (const [only, side] of [
      [community(), "所属单位"],
      [employer, "社区"],
    ] as const) {
      const trial = { values, steps: [only, conclude] };
      expect(derivedOf(assessments, { values, steps: [only] }).status).toBe("incomplete");
      expect(refusals(assessments, trial)).toEqual(["one_score_missing"]);
      expect(words(assessments, trial)).toContain(`还缺${side}的评分`);
    }
    expect(refusals(assessments, { values, steps: [conclude] })).toEqual([
      "one_score_missing",
      "one_score_missing",
    ]);
  });

  test("D1 三3 “生活服务类服务项目工作人员”: those whom another employs", () => {
    expect(refusals(assessments, { values })).toEqual([]);
    expect(refusals(assessments, { values: { ...values, person: "p-clerk" } })).toEqual([
      "not_of_a_living_service",
    ]);
  });

  test("D2 二(四)2 “作为窗口规章人员考核依据之一”: reported checks of the period are named", () => {
    const check = asked({}, { serial: "2026-00042", status: "published" });
    const scored = (data: Values, rows = { "weekly-checks": [check] }) => ({
      values,
      rows,
      steps: [community(data)],
    });
    expect(refusals(assessments, scored({ basis: ["2026-00042"] }))).toEqual([]);
    expect(refusals(assessments, scored({}))).toEqual(["checks_unused"]);
    expect(refusals(assessments, scored({ basis: ["2026-00041"] }))).toEqual(["unknown_check"]);
    expect(
      refusals(assessments, scored({}, { "weekly-checks": [{ ...check, status: "recorded" }] })),
    ).toEqual([]);
  });

  test("D4 二 “记录当年考核制度表”: the year's warnings are stated", () => {
    const record = asked({ person: "p-utility", year: 2026, warnings: ["一", "二"] });
    const scored = (data: Values) => ({
      values,
      rows: { "conduct-records": [record] },
      steps: [community(data)],
    });
    expect(refusals(assessments, scored({ warnings: 2 }))).toEqual([]);
    expect(refusals(assessments, scored({}))).toEqual(["warnings_differ"]);
  });

  test("[P] two scores are two hands, and neither is one's own", () => {
    const scored = { values, steps: [community()] };
    expect(forbidden(assessments, "scoreByEmployer", scored, "p-leader", "supervisingLeader")).toEqual([]);
    expect(forbidden(assessments, "scoreByEmployer", scored, "p-head", "hallHead")).toEqual(["scores_twice"]);
    expect(forbidden(assessments, "conclude", scored, "p-utility", "director")).toEqual(["scores_own"]);
  });

  test("one for a person and a period, never in cells, and not for every reader", () => {
    const rows = { assessments: [asked(values)] };
    expect(refusals(assessments, { values, rows })).toEqual(["already_assessed"]);
    expect(refusals(assessments, { values: { ...values, period: "2026-W40" } })).toEqual(["period_mismatch"]);
    const tomorrow = { values, steps: [community({ on: "2026-11-21" })] };
    expect(refusals(assessments, tomorrow)).toEqual(["in_the_future"]);
    expect(assessments.restricted).toBe(true);
    expect(assessments.access.read).toEqual(["hallHead", "supervisingLeader", "director", "centreAdmin"]);
  });
});
