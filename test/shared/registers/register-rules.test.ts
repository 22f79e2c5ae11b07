// The rules of the plain registers: for each one example that is refused and one that is accepted, with its clause.
import { describe, expect, test } from "vitest";
import { arrears, balances } from "../../../shared/capabilities/budget/budget-heads.ts";
import { candidatesOf, topTopics } from "../../../shared/capabilities/demands/topics.ts";
import { areaStates } from "../../../shared/capabilities/programme/areas.ts";
import { unificationsOf } from "../../../shared/capabilities/programme/unifications.ts";
import {
  basicMissing,
  postedMissing,
  SYSTEMS,
} from "../../../shared/capabilities/service-systems/systems.ts";
import { generalCoursesMissing, postsWithoutPlan } from "../../../shared/capabilities/training/courses.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { AskedRow } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import { testFacts } from "../../support/facts.ts";
import { asked, forbidden, refusals, rowFor } from "../workflows/row-trial.ts";

function ledgerOf(id: string): Ledger {
  const found = findLedger(id);
  if (!found) throw new Error(`no ledger ${id}`);
  return found;
}

interface Example {
  readonly clause: string;
  readonly ledger: string;
  readonly code: string;
  readonly accepted: Values;
  /** Replaces values of the accepted row. */
  readonly refused: Values;
  readonly steps?: readonly (readonly [action: string, data: Values])[];
  readonly rows?: Readonly<Record<string, readonly AskedRow[]>>;
}

const photo = [
  { key: "00000000-0000-4000-8000-000000000001.jpg", name: "照片.jpg", type: "image/jpeg", bytes: 9 },
];
const plan = asked({ head: "newspapers", amountInFen: 60_000 });
const spent = asked({ head: "newspapers", amountInFen: 50_000 });

const EXAMPLES: readonly Example[] = [
  {
    clause: "D1 三7 “劳保服装费用不足部分由福利费支出”",
    ledger: "uniform-issues",
    code: "funding_does_not_add_up",
    accepted: { issuedOn: "2026-11-02", costInFen: 36_000, labourInFen: 30_000, welfareInFen: 6_000 },
    refused: { welfareInFen: 5_000 },
  },
  {
    clause: "D1 三9 “列入中心年度费用计划 … 经费支出由社区控制使用”",
    ledger: "budget-spending",
    code: "over_plan",
    accepted: { spentOn: "2026-11-02", head: "newspapers", amountInFen: 10_000 },
    refused: { amountInFen: 10_001 },
    rows: { "budget-plans": [plan], "budget-spending": [spent] },
  },
  {
    clause: "D1 三9 “按照‘费随事转’原则，由相关部门落实费用”",
    ledger: "funds-follow-task",
    code: "received_more_than_agreed",
    accepted: { agreedOn: "2026-11-02", agreedInFen: 500 },
    refused: { agreedInFen: 499 },
    steps: [["receive", { on: "2026-11-03", amountInFen: 500 }]],
  },
  {
    clause: "D1 三9 费随事转: nothing is settled while something is owed",
    ledger: "funds-follow-task",
    code: "still_in_arrears",
    accepted: { agreedOn: "2026-11-02", agreedInFen: 500 },
    refused: { agreedInFen: 600 },
    steps: [
      ["receive", { on: "2026-11-03", amountInFen: 500 }],
      ["settle", { on: "2026-11-03" }],
    ],
  },
  {
    clause: "D1 三4 “六项制度必须上墙公布”",
    ledger: "posted-systems",
    code: "posted_without_photo",
    accepted: { checkedOn: "2026-11-02", system: "accountability", onTheWall: true, photos: photo },
    refused: { photos: undefined },
  },
  {
    clause: "D1 三1 “牌子挂于门口显眼位置”",
    ledger: "signs-and-zones",
    code: "sign_without_photo",
    accepted: { checkedOn: "2026-11-02", subject: "doorSign", asRequired: true, photos: photo },
    refused: { photos: undefined },
  },
  {
    clause: "D5 二3 “通过考试合格后，发放健康培训合格证”",
    ledger: "health-certificates",
    code: "score_below_pass",
    accepted: { examinedOn: "2026-11-02", score: 60 },
    refused: { score: 59 },
    steps: [["issue", { on: "2026-11-03", certificateNumber: "健1" }]],
  },
  {
    clause: "D5 二 “申请办理资料均按一户一档保存”",
    ledger: "household-files",
    code: "second_file_of_a_household",
    accepted: { openedOn: "2026-11-02", fileNumber: "D2" },
    refused: { fileNumber: "D1" },
    rows: { "household-files": [asked({ fileNumber: "D1" })] },
  },
  {
    clause: "D5 三 “在国家、省、市、县网站及报刊发表新闻稿件”",
    ledger: "document-register",
    code: "news_without_level",
    accepted: { madeOn: "2026-11-02", kind: "news", level: "city" },
    refused: { level: undefined },
  },
  {
    clause: "D5 三 “年报、季报、月报、周报表 … 及时报送”",
    ledger: "document-register",
    code: "report_without_recipient",
    accepted: { madeOn: "2026-11-02", kind: "weeklyReport", recipient: "办公室", submittedOn: "2026-11-02" },
    refused: { recipient: undefined },
  },
  {
    clause: "D3 三1 “事事有着落，有回音”: by somebody of the hall",
    ledger: "tasks",
    code: "unknown_person",
    accepted: { givenOn: "2026-11-02", dueOn: "2026-11-06", owner: "p-clerk" },
    refused: { owner: "p-stranger" },
  },
  {
    clause: "D1 三8: a certificate is for training that was passed",
    ledger: "training-completions",
    code: "certificate_without_pass",
    accepted: { completedOn: "2026-11-02", person: "p-clerk", passed: true, certificateNumber: "1" },
    refused: { passed: false },
  },
  {
    clause: "D1 四(三) “组织召开工作现场会”: with its minutes",
    ledger: "programme-events",
    code: "meeting_without_minutes",
    accepted: { heldOn: "2026-11-02", kind: "onSiteMeeting", minutes: "纪要" },
    refused: { minutes: undefined },
  },
];

describe.each(EXAMPLES)("$clause", ({ ledger, code, accepted, refused, steps = [], rows = {} }) => {
  test("one row is accepted, one refused", () => {
    expect(refusals(ledgerOf(ledger), { values: accepted, steps, rows })).toEqual([]);
    expect(refusals(ledgerOf(ledger), { values: { ...accepted, ...refused }, steps, rows })).toEqual([code]);
  });
});

describe("who may decide", () => {
  test("D1 三8 “中心劳资社保室要对培训计划进行审核”: accepted from it, refused from another department", () => {
    const ledger = ledgerOf("training-plans");
    const by = (department: string) =>
      ledger
        .permits(
          "approve",
          rowFor({ values: {} }),
          { id: "p-x", roles: ["department"], departments: [department] },
          testFacts(),
        )
        .map(({ code }) => code);
    expect(by("labourAndSocialSecurity")).toEqual([]);
    expect(by("finance")).toEqual(["not_the_reviewing_department"]);
  });

  test.each([
    ["D3 三6 “未经批准，不准将 … 数据外传”", "media-approvals", "approve", "approves_own_request"],
    ["D4 三 “采取相应的经济处罚”", "damage-decisions", "decide", "decides_about_oneself"],
  ])("%s: accepted from another, refused from oneself", (_, id, action, code) => {
    const row = { values: { person: "p-head" } };
    expect(forbidden(ledgerOf(id), action, row, "p-windowHead", "windowHead")).toEqual([]);
    expect(forbidden(ledgerOf(id), action, row, "p-head", "hallHead")).toEqual([code]);
  });
});

describe("what follows from the registers", () => {
  test("D1 二 五统一: a hall that has everything is accepted in each of the five, what it lacks is named", () => {
    const whole = {
      namedByPattern: true,
      photographed: ["doorSign", "administrativeZone", "livingZone", "flowDiagrams"],
      postsWithMatters: 8,
      basicSystemsMissing: [],
      postedSystemsMissing: [],
      postsStaffed: 8,
      peopleWithoutLines: 0,
      hasTeam: true,
      budgetPlanned: true,
    };
    const lacks = (more: Partial<typeof whole>) =>
      Object.entries(unificationsOf({ ...whole, ...more })).flatMap(([which, all]) =>
        all.map(({ zh }) => `${which}: ${zh}`),
      );
    expect(lacks({})).toEqual([]);
    expect(lacks({ namedByPattern: false, photographed: ["administrativeZone", "livingZone"] })).toEqual([
      "image: 名称不合统一格式",
      "image: 门口牌子无照片",
      "flows: 流程示意图未上墙",
    ]);
    expect(lacks({ postsWithMatters: 7, postsStaffed: 6, peopleWithoutLines: 2, hasTeam: false })).toEqual([
      "matters: 1 个岗位没有在办事项",
      "resources: 2 个岗位无人",
      "resources: 2 人未定行政隶属或业务指导",
      "resources: 未编班组",
    ]);
    // A system that is refused a place on the wall is named with its own words.
    const [first] = basicMissing([]).map((system) => SYSTEMS[system]);
    expect(unificationsOf({ ...whole, basicSystemsMissing: first ? [first] : [] }).norms).toMatchObject([
      { zh: "未施行：首问责任制" },
    ]);
  });

  test("D1 三8: the posts without a plan, and the general courses that somebody lacks", () => {
    expect(postsWithoutPlan(["welfare", "party", "culture", "safety", "migrants", "mediation"])).toEqual([
      "public-health",
      "employment",
    ]);
    const taken = [
      { person: "a", course: "etiquette", passed: true },
      { person: "a", course: "emergencies", passed: false },
      { person: "b", course: "communication", passed: true },
    ];
    expect(generalCoursesMissing("a", taken)).toEqual(["emergencies", "communication"]);
  });

  test("D1 三9: plan against actual by head, and arrears never below zero", () => {
    expect(
      balances([{ head: "utilities", amountInFen: 900 }], [{ head: "utilities", amountInFen: 1_000 }]),
    ).toEqual([{ head: "utilities", plannedInFen: 900, spentInFen: 1_000, leftInFen: -100 }]);
    expect([arrears(500, 200), arrears(500, 600)]).toEqual([300, 0]);
  });

  test("D1 三4: five basic and six posted systems are two lists", () => {
    expect(basicMissing(["firstContact", "servicePledge", "oneTimeNotice"])).toEqual([
      "ledgerRegistration",
      "complaintHandling",
    ]);
    expect(postedMissing(["firstContact", "servicePledge"])).toHaveLength(5);
  });

  test("D1 三2, 五(四): candidates are asked for three times a quarter, the top ten by number", () => {
    const thrice = Array.from({ length: 3 }, () => ({ service: "代缴" }));
    expect(candidatesOf([...thrice, { service: "护照" }, { service: "护照" }])).toEqual([
      { topic: "代缴", count: 3 },
    ]);
    expect(topTopics(["traffic", "safety", "traffic"], 1)).toEqual([{ topic: "traffic", count: 2 }]);
  });

  test("D1 四(二), 五(五): an area is done by its required actions; without any it is none, never done", () => {
    const action = (kind: string, status: string, dueOn = "2026-11-30") => ({
      area: "flows",
      kind,
      status,
      dueOn,
    });
    const stateOf = (...actions: ReturnType<typeof action>[]) =>
      areaStates(actions, "2026-11-20").find(({ area }) => area === "flows")?.state;
    expect(stateOf(action("optional", "done"))).toBe("none");
    expect(stateOf(action("required", "done"))).toBe("done");
    expect(stateOf(action("required", "planned"))).toBe("underWay");
    expect(stateOf(action("required", "planned", "2026-11-19"))).toBe("overdue");
  });
});

test("D1 三8 “中心劳资社保室要对培训计划进行审核”: owed within five working days of each submission, until reviewed or returned", () => {
  const plans = ledgerOf("training-plans");
  const values = { plannedFor: "2026-12-10", post: "welfare", course: "etiquette", content: "礼仪" };
  const duties = (...steps: readonly string[]) => {
    const row = rowFor({ values, steps: steps.map((action) => [action, {}] as const) });
    const facts = testFacts();
    return plans.duties(row, plans.derive(row, facts), facts);
  };
  expect(duties()).toEqual([]);
  const owed = { id: "review", dueOn: "2026-11-27", doneOn: null, mustAct: "department", source: "D1 三8" };
  expect(duties("submit")).toMatchObject([owed]);
  expect(duties("submit", "return")).toMatchObject([{ ...owed, doneOn: "2026-11-20" }]);
  expect(duties("submit", "return", "submit")).toMatchObject([owed]);
  expect(duties("submit", "return", "submit", "approve")).toMatchObject([{ ...owed, doneOn: "2026-11-20" }]);
});
