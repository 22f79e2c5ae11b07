// The three flows of D1 三5: which steps each has, and that the diagrams' arrows are where the steps really lead.
import { describe, expect, test } from "vitest";
import {
  type CaseAction,
  type CaseFlow,
  FLOW_NAMES,
  FLOW_STEPS,
  flowShape,
  isCaseFlow,
  LEADS_TO,
} from "../../../shared/capabilities/cases/case-flows.ts";
import { caseStatuses } from "../../../shared/capabilities/cases/case-transitions.ts";
import { FLOWS } from "../../../shared/capabilities/catalogue/matter.ts";
import { CaseLife } from "./case-life.ts";

const STEPS: Partial<Record<CaseAction, readonly [before: readonly CaseAction[], values: object]>> = {
  giveCorrectionNotice: [[], { at: "2026-03-02 10:00", items: ["照片"] }],
  completeMaterials: [["giveCorrectionNotice"], { at: "2026-03-03 10:00" }],
  beginSpecialProcedure: [[], { kind: "hearing", startsOn: "2026-03-03", toldAt: "2026-03-02 11:00" }],
  endSpecialProcedure: [["beginSpecialProcedure"], { endsOn: "2026-03-05" }],
  forward: [[], { at: "2026-03-03 10:00", agency: "区社保局", consent: "inPerson" }],
  recordUpstreamResult: [["forward"], { at: "2026-03-06 10:00" }],
  complete: [[], { completedAt: "2026-03-06 11:00", outcome: "done" }],
  feedBack: [["complete"], { feedbackAt: "2026-03-06 12:00", feedbackChannel: "phone" }],
  reopen: [["complete"], { at: "2026-03-09 10:00", reason: "当事人提出" }],
};

describe("D1 三5 “建立规范的代办事项、初审上报事项、咨询服务事项工作流程”", () => {
  test("every flow of the catalogue has its steps and its name", () => {
    expect(FLOWS.filter((flow) => !isCaseFlow(flow))).toEqual([]);
    expect(Object.keys(FLOW_STEPS).sort()).toEqual([...FLOWS].sort());
    expect(Object.values(FLOW_NAMES).map(({ zh }) => zh)).toEqual([
      "代办事项",
      "初审上报事项",
      "咨询服务事项",
      "日常管理任务",
    ]);
  });

  test.each(Object.entries(LEADS_TO))(
    "“%s” leads a real case to the status that the diagram draws",
    (action, status) => {
      const isAction = (name: string): name is CaseAction => Object.hasOwn(LEADS_TO, name);
      if (!isAction(action)) throw new Error(`unknown step ${action}`);
      const [before, values] = STEPS[action] ?? [[], {}];
      const life = new CaseLife({}, { upstream: true });
      for (const one of before) life.step(one, { ...STEPS[one]?.[1] });
      life.step(action, { ...values });
      expect(caseStatuses[status]).toBeDefined();
      // A special procedure without its end is under way on the day after the last that the test knows.
      expect(life.derived.status).toBe(status);
    },
  );

  test.each<[CaseFlow, boolean, string[], string[]]>([
    ["agencyHandling", false, ["processing", "completed", "fedBack"], ["awaitingCorrection", "paused"]],
    [
      "preliminaryReview",
      true,
      ["processing", "upstream", "resultKnown", "completed", "fedBack"],
      ["awaitingCorrection", "paused"],
    ],
    ["consultation", false, ["processing", "completed", "fedBack"], []],
    ["routineTask", false, ["processing", "completed", "fedBack"], ["awaitingCorrection", "paused"]],
  ])("%s is drawn with what it has, every box reached by an arrow", (flow, upstream, main, side) => {
    const shape = flowShape(flow, upstream);
    expect([shape.main, shape.side]).toEqual([main, side]);
    const reached = new Set(shape.edges.map(({ to }) => to));
    expect([...shape.main.slice(1), ...shape.side].filter((status) => !reached.has(status))).toEqual([]);
    for (const { from, to } of shape.edges)
      expect([...main, ...side]).toEqual(expect.arrayContaining([from, to]));
  });
});
