// Weekly duty and its checks, clause by clause: one accepted and one refused example for each rule.
import { describe, expect, test } from "vitest";
import { dutyLeaves } from "../../../shared/capabilities/duty-checks/duty-leaves-ledger.ts";
import { FOURTEEN_CONTENTS } from "../../../shared/capabilities/duty-checks/fourteen-contents.ts";
import { weeklyChecks } from "../../../shared/capabilities/duty-checks/weekly-checks-ledger.ts";
import { weeklyDuty } from "../../../shared/capabilities/duty-checks/weekly-duty-ledger.ts";
import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import { testFacts } from "../../support/facts.ts";
import { asked, derivedOf, followers, forbidden, refusals, rowFor, words } from "./row-trial.ts";

const week = { monday: "2026-11-16", cadres: ["张甲"], supervisors: ["李乙"], windowHeads: ["王丙"] };
const rows = { "weekly-duty": [asked(week)], cases: [asked({}, { serial: "2026-00012" })] };

describe("the roster", () => {
  test("D2 二(二) “值周检查人员由村两委干部、党风廉政监督员和窗口负责人组成”", () => {
    expect(refusals(weeklyDuty, { values: week })).toEqual([]);
    for (const group of ["cadres", "supervisors", "windowHeads"]) {
      expect(refusals(weeklyDuty, { values: { ...week, [group]: undefined } }), group).toEqual([
        "group_missing",
      ]);
    }
    expect(words(weeklyDuty, { values: { ...week, supervisors: undefined } })).toContain(
      "没有“党风廉政监督员”",
    );
  });

  test("[P] nobody is on duty in two capacities", () => {
    expect(refusals(weeklyDuty, { values: { ...week, windowHeads: ["王丙", "赵丁"] } })).toEqual([]);
    expect(refusals(weeklyDuty, { values: { ...week, windowHeads: ["张甲"] } })).toEqual(["twice_on_duty"]);
  });

  test("there is one for a week, which begins on its Monday", () => {
    const monday = { ...week, monday: "2026-11-09" };
    expect(refusals(weeklyDuty, { values: monday, rows })).toEqual([]);
    expect(refusals(weeklyDuty, { values: week, rows })).toEqual(["week_taken"]);
    expect(refusals(weeklyDuty, { values: { ...week, monday: "2026-11-17" } })).toEqual(["not_a_monday"]);
  });
});

describe("a window head on duty who leaves", () => {
  const leave = {
    from: "2026-11-18",
    to: "2026-11-19",
    windowHead: "王丙",
    reason: "就医",
    substitute: "赵丁",
  };

  test("D2 二(四)2 “明确落实窗口顶替人员”: a substitute, who is not on duty anyway", () => {
    expect(refusals(dutyLeaves, { values: leave, rows })).toEqual([]);
    expect(refusals(dutyLeaves, { values: { ...leave, substitute: undefined }, rows })).toEqual([
      "no_substitute",
    ]);
    for (const substitute of ["王丙", "张甲"]) {
      expect(refusals(dutyLeaves, { values: { ...leave, substitute }, rows })).toEqual(["own_substitute"]);
    }
  });

  test("D2 二(四)2 “值周的窗口负责人”: only those on the roster of that week", () => {
    expect(refusals(dutyLeaves, { values: { ...leave, windowHead: "孙戊" }, rows })).toEqual(["not_on_duty"]);
    const later = { ...leave, from: "2026-11-18", to: "2026-11-24" };
    expect(refusals(dutyLeaves, { values: later, rows })).toEqual(["beyond_the_week"]);
  });

  test("D2 二(四)2 “须报经村党支部书记同意”: the secretary agrees, and never to their own leave", () => {
    const own = { values: { ...leave, windowHead: "样例head" } };
    expect(dutyLeaves.access.approve).toEqual(["supervisingLeader"]);
    expect(forbidden(dutyLeaves, "approve", own, "p-windowHead", "supervisingLeader")).toEqual([]);
    expect(forbidden(dutyLeaves, "approve", own, "p-head", "supervisingLeader")).toEqual(["approves_own"]);
  });

  test("once approved, the roster names who stands in, and the check expects that person", () => {
    const approved = { values: leave, rows, steps: [["approve", { on: "2026-11-18" }]] as const };
    const [change] = followers(dutyLeaves, approved);
    expect(change).toMatchObject({ ledger: "weekly-duty", action: "substitute" });
    const substituted = asked(week, {
      events: rowFor({ values: week, steps: [["substitute", change?.values ?? {}]] }).events,
    });
    const check = (inspectors: string[], checkedOn = "2026-11-18") => ({
      values: { checkedOn, kind: "full", inspectors },
      rows: { "weekly-duty": [substituted] },
    });
    expect(refusals(weeklyChecks, check(["张甲", "李乙", "赵丁"]))).toEqual([]);
    expect(refusals(weeklyChecks, check(["张甲", "李乙", "王丙"]))).toEqual(["unaccounted"]);
    expect(refusals(weeklyChecks, check(["张甲", "李乙", "王丙"], "2026-11-20"))).toEqual([]);
  });
});

describe("a check", () => {
  const planned = { checkedOn: "2026-11-18", kind: "full", inspectors: ["张甲", "李乙", "王丙"] };
  const all = Object.keys(FOURTEEN_CONTENTS).map((item) => ({ item, ok: true }));
  const record = (data: Values, values: Values = planned) => ({
    values,
    rows,
    steps: [["record", { on: "2026-11-18", contents: all, sampledCases: ["2026-00012"], ...data }]] as const,
  });

  test("D2 二(一)1: a full check goes through fourteen contents, a surprise check “不拘形式”", () => {
    expect(Object.keys(FOURTEEN_CONTENTS)).toHaveLength(14);
    expect(refusals(weeklyChecks, record({}))).toEqual([]);
    const some = { contents: all.slice(0, 12) };
    expect(refusals(weeklyChecks, record(some))).toEqual(["contents_missing"]);
    expect(words(weeklyChecks, record(some))).toMatch(/缺 2 项:计算机使用和管理、安全防范。D2 二\(一\)1/);
    expect(refusals(weeklyChecks, record(some, { ...planned, kind: "surprise" }))).toEqual([]);
  });

  test("D1 三6 “发现问题及时处理”: what is wrong is told, and has an owner and a day", () => {
    const [first, ...rest] = all;
    const fault = (note?: string) => ({
      contents: [{ ...first, ok: false, ...(note ? { note } : {}) }, ...rest],
    });
    const owned = { rectifyOwner: "王丙", rectifyBy: "2026-11-25" };
    expect(refusals(weeklyChecks, record({ ...fault("无证办件"), ...owned }))).toEqual([]);
    expect(refusals(weeklyChecks, record({ ...fault("无证办件") }))).toEqual(["fault_without_owner"]);
    expect(refusals(weeklyChecks, record({ ...fault(), ...owned }))).toEqual(["fault_without_note"]);
    expect(followers(weeklyChecks, record({ ...fault("无证办件"), ...owned }))).toMatchObject([
      {
        ledger: "findings",
        action: "upsert",
        baseVersion: 0,
        values: {
          source: "weeklyCheck",
          kind: "依法行政",
          content: "无证办件",
          owner: "王丙",
          dueOn: "2026-11-25",
        },
      },
    ]);
    expect(followers(weeklyChecks, record({}))).toEqual([]);
  });

  test("D1 三6 “发现问题及时处理”: a finding is due after it was found, and put right after that", () => {
    const found = { foundOn: "2026-11-18", source: "weeklyCheck", content: "未佩证", owner: "王丙" };
    const rectified = (at: string) => [["rectify", { at, measure: "已补发" }]] as const;
    const due = { ...found, dueOn: "2026-11-25" };
    expect(refusals(findings, { values: due })).toEqual([]);
    expect(refusals(findings, { values: { ...due, dueOn: "2026-11-17" } })).toEqual(["due_before_found"]);
    expect(refusals(findings, { values: due, steps: rectified("2026-11-19T10:00:00+08:00") })).toEqual([]);
    for (const at of ["2026-11-17T10:00:00+08:00", "2026-11-21T10:00:00+08:00"]) {
      expect(refusals(findings, { values: due, steps: rectified(at) })).toEqual(["step_out_of_order"]);
    }
  });

  test("D2 二(三) “全面检查每周不少于一次”: a check counts when it was made, not when it was planned", () => {
    const counted = (trial: { readonly values: Values }, derived = derivedOf(weeklyChecks, trial)) =>
      contributionsOf(weeklyChecks.metrics, rowFor(trial), derived, null).flatMap(({ amounts }) =>
        Object.keys(amounts),
      );
    expect(counted({ values: planned })).toEqual([]);
    expect(counted(record({}))).toEqual(["full"]);
  });

  test("D2 二(一)2 “检查各窗口办件管理规定的执行情况”: a full check samples cases, which exist", () => {
    expect(refusals(weeklyChecks, record({ sampledCases: undefined }))).toEqual(["no_sample"]);
    expect(refusals(weeklyChecks, record({ sampledCases: ["2026-09999"] }))).toEqual(["unknown_case"]);
  });

  test("D2 二(二): it is made by those on duty", () => {
    const trial = (values: Values, known = rows) => ({ values: { ...planned, ...values }, rows: known });
    const surprise = { kind: "surprise", inspectors: ["李乙"] };
    expect(refusals(weeklyChecks, trial(surprise))).toEqual([]);
    expect(refusals(weeklyChecks, trial({ ...surprise, inspectors: ["孙戊"] }))).toEqual(["nobody_on_duty"]);
    expect(refusals(weeklyChecks, trial(surprise, { ...rows, "weekly-duty": [] }))).toEqual(["no_roster"]);
  });

  test("D2 二(四)1 “不得无故缺席”: everybody is present or excused; who is not, is looked at", () => {
    const without = { ...planned, inspectors: ["张甲", "李乙"] };
    expect(refusals(weeklyChecks, { values: without, rows })).toEqual(["unaccounted"]);
    const excused = { values: { ...without, absentees: ["王丙:公出"] }, rows };
    const unexcused = { values: { ...without, absentees: ["王丙"] }, rows };
    expect(refusals(weeklyChecks, excused)).toEqual([]);
    expect(refusals(weeklyChecks, unexcused)).toEqual([]);
    expect(derivedOf(weeklyChecks, excused).marks).toEqual([]);
    expect(derivedOf(weeklyChecks, unexcused).marks).toEqual(["unexcusedInspector"]);
    const drafts = (trial: typeof excused) =>
      weeklyChecks.draftFindings(rowFor(trial), derivedOf(weeklyChecks, trial), testFacts());
    expect(drafts(excused)).toEqual([]);
    expect(drafts(unexcused)).toMatchObject([{ kind: "unexcusedInspector", on: "2026-11-18" }]);
  });

  test("D2 二(四)2 “值周检查情况在村两委会上通报”: owed from when it is recorded until it is reported", () => {
    const recorded = record({});
    const derived = derivedOf(weeklyChecks, recorded);
    expect([derived.status, derived.open, derived.dueDate]).toEqual(["recorded", true, "2026-12-02"]);
    expect(weeklyChecks.duties(rowFor(recorded), derived, testFacts())).toMatchObject([
      { id: "publication", doneOn: null, mustAct: "hallHead" },
    ]);
    const published = {
      ...recorded,
      steps: [...recorded.steps, ["publish", { on: "2026-11-20", meeting: "第 20 次" }]] as const,
    };
    expect(derivedOf(weeklyChecks, published)).toMatchObject({ status: "published", onTime: true });
    const early = {
      ...recorded,
      steps: [...recorded.steps, ["publish", { on: "2026-11-17", meeting: "第 20 次" }]] as const,
    };
    expect(refusals(weeklyChecks, early)).toEqual(["in_the_future"]);
  });
});
