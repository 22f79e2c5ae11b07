// Demonstration of order in the hall: handovers, outsiders, incidents, conduct, second checks, the box, assessments.
import { dayOfNovember as day, november, type WorkflowLife, type WorkflowPlace } from "./workflow-life.ts";

function handovers({ person }: WorkflowPlace): WorkflowLife[] {
  const values = (on: number) => ({
    handedOverAt: november(on, "12:00"),
    from: person("clerk1"),
    to: person("clerk2"),
    matters: "两件待补正材料(演示)",
  });
  return [
    {
      ledger: "duty-handovers",
      key: "taken",
      values: values(18),
      steps: [["accept", { at: november(18, "12:05") }]],
    },
    { ledger: "duty-handovers", key: "offered", values: values(20) },
  ];
}

function outsiders({ person }: WorkflowPlace): WorkflowLife[] {
  const values = (on: number) => ({
    enteredAt: november(on, "14:00"),
    visitor: "维修工(演示)",
    reason: "检修打印机(演示)",
    allowedBy: person("windowhead"),
  });
  return [
    {
      ledger: "counter-exceptions",
      key: "left",
      values: values(17),
      steps: [["leave", { at: november(17, "14:40") }]],
    },
    { ledger: "counter-exceptions", key: "inside", values: values(20) },
  ];
}

function incidents({ person }: WorkflowPlace): WorkflowLife[] {
  const fire = {
    occurredAt: november(18, "14:00"),
    kind: "fire",
    gravity: "major",
    place: "二号窗口",
    description: "插座冒烟,无人受伤(演示)",
    cause: "negligence",
    onDuty: person("clerk2"),
  };
  const hazard = { ...fire, gravity: "hazard", cause: "equipment", description: "电线裸露(演示)" };
  const report = (clock: string) => ["report", { at: november(18, clock), to: "大厅负责人(演示)" }] as const;
  const handle = [
    "handle",
    { at: november(18, "16:00"), measures: "更换插座(演示)", emergency: "断电、疏散群众(演示)" },
  ] as const;
  const close = ["close", { at: november(19, "10:00"), result: "已恢复,已教育(演示)" }] as const;
  return [
    { ledger: "incidents", key: "closed", values: fire, steps: [report("15:30"), handle, close] },
    { ledger: "incidents", key: "handled", values: hazard, steps: [report("14:20"), handle] },
    { ledger: "incidents", key: "reported", values: hazard, steps: [report("14:30")] },
    { ledger: "incidents", key: "noticed", values: { ...hazard, occurredAt: november(20, "11:00") } },
  ];
}

function conduct({ person }: WorkflowPlace): WorkflowLife[] {
  const seen = (on: number, code: string) => ({
    observedOn: day(on),
    person: person("clerk1"),
    code,
    source: "leader",
    description: "(演示)",
  });
  const ledger = "conduct-observations";
  return [
    { ledger, key: "first", values: seen(3, "snacks"), steps: [["warn", { on: day(4) }]] },
    { ledger, key: "second", values: seen(12, "earphones"), steps: [["warn", { on: day(13) }]] },
    {
      ledger,
      key: "dismissed",
      values: { ...seen(16, "offPost"), source: "colleague", reportedBy: person("clerk2") },
      steps: [["dismiss", { on: day(17), reason: "陪同群众取表(演示)" }]],
    },
    { ledger, key: "reported", values: seen(19, "chatting") },
  ];
}

function secondChecks({ person, sampled }: WorkflowPlace): WorkflowLife[] {
  const checked = (on: number) => ({
    checkedOn: day(on),
    kind: "entry",
    subject: sampled,
    enteredBy: person("clerk1"),
    checkedBy: person("clerk2"),
    result: "sound",
  });
  const stock = { kind: "stock", declared: 12, inStock: 11, result: "error", error: "少登一份(演示)" };
  const ledger = "entry-checks";
  return [
    { ledger, key: "sound", values: checked(17) },
    {
      ledger,
      key: "corrected",
      values: { ...checked(18), ...stock },
      steps: [["correct", { on: day(18), how: "补登一份(演示)" }]],
    },
    { ledger, key: "wrong", values: { ...checked(20), ...stock } },
  ];
}

function box(): WorkflowLife[] {
  const opened = (on: number, letters: number) => ({
    ledger: "box-openings",
    key: `box-${on}`,
    values: {
      openedOn: day(on),
      openers: ["周演示(两委干部)", "吴演示(监督员)"],
      letters,
      complaints: 0,
    },
  });
  return [opened(6, 1), opened(13, 0), opened(20, 2)];
}

function assessments({ person }: WorkflowPlace): WorkflowLife[] {
  const month = (number: number) => ({
    firstDay: `2026-${String(number).padStart(2, "0")}-01`,
    period: `2026-${String(number).padStart(2, "0")}`,
    person: person("utility"),
  });
  const community = (score: number) => ["scoreByCommunity", { on: day(3), score }] as const;
  const employer = [
    "scoreByEmployer",
    { on: day(4), score: 86, document: "供电考核〔2026〕9 号(演示)" },
  ] as const;
  const ledger = "assessments";
  return [
    {
      ledger,
      key: "july",
      values: month(7),
      steps: [community(92), employer, ["conclude", { on: day(5), grade: "good" }]],
    },
    { ledger, key: "august", values: month(8), steps: [community(88), employer] },
    { ledger, key: "september", values: month(9), steps: [employer] },
    { ledger, key: "october", values: month(10) },
  ];
}

export const ORDER_LIVES = [handovers, outsiders, incidents, conduct, secondChecks, box, assessments];
