// Demonstration rows of the programme: actions by area, progress, good practice; events and tasks of the centre.
import { on, type RegisterRows } from "./register-rows.ts";

const AREAS = [
  ["serviceItems", "八个岗位事项全部公布"],
  ["workingRelations", "班组建制、统一考勤"],
  ["systems", "五项制度定稿"],
  ["flows", "三类流程图上墙"],
  ["ledgers", "台账每日汇总"],
  ["facilities", "补齐便民设施"],
  ["training", "三门通用课程全员完成"],
  ["nameAndSigns", "统一牌子与分区标示"],
] as const;

/** Five areas are done, one is late, the others are under way; one optional action comes on top. */
export const programmeActions: RegisterRows = ({ person }) => [
  ...AREAS.map(([area, goal], at) => ({
    values: {
      startsOn: "2026-09-01",
      area,
      kind: "required",
      goal: `${goal}(演示)`,
      leader: person("head"),
      dueOn: at === 5 ? "2026-10-30" : "2026-11-30",
    },
    steps: at < 5 ? [on("2026-10-20", "finish", { result: "已落实(演示)" })] : [],
  })),
  {
    values: {
      startsOn: "2026-09-01",
      area: "serviceItems",
      kind: "optional",
      goal: "老年人上门代办(演示)",
      leader: person("windowhead"),
      dueOn: "2026-11-30",
    },
  },
];

export const programmeProgress: RegisterRows = () => [
  { values: { reportedOn: "2026-09-02", kind: "agendaMeeting", content: "社区例会研究规范化建设(演示)" } },
  {
    values: {
      reportedOn: "2026-10-15",
      kind: "newProblem",
      area: "facilities",
      content: "便民设施采购延迟(演示)",
    },
    steps: [on("2026-10-19", "answer", { reply: "由办公室协调采购" })],
  },
];

export const goodPractices: RegisterRows = () => {
  const practice = (title: string) => ({
    proposedOn: "2026-10-16",
    area: "flows",
    kind: "practice",
    title,
    content: "把材料清单做成一张卡，一次讲清(演示)",
  });
  return [
    { values: practice("一张材料卡(演示)"), steps: [on("2026-10-23", "adopt")] },
    { values: practice("错时服务(演示)"), steps: [on("2026-10-23", "decline", { reason: "已有类似做法" })] },
    { values: practice("代办日历(演示)") },
  ];
};

export const programmeEvents: RegisterRows = () => [
  {
    values: {
      heldOn: "2026-08-26",
      kind: "kickOff",
      title: "规范化建设工作部署会(演示)",
      attendees: 40,
      minutes: "明确八个方面的任务与分工(演示)",
    },
  },
  { values: { heldOn: "2026-11-27", kind: "onSiteMeeting", title: "工作现场会(演示)", place: "朝晖社区" } },
];

export const departmentTasks: RegisterRows = () => [
  {
    values: {
      givenOn: "2026-08-27",
      department: "safetyAndEnvironment",
      support: "facilities",
      content: "统一服装款式并集中采购(演示)",
      dueOn: "2026-09-30",
    },
    steps: [on("2026-09-25", "finish", { result: "已完成采购(演示)" })],
  },
  {
    values: {
      givenOn: "2026-08-27",
      department: "labourAndSocialSecurity",
      support: "staff",
      content: "审核各社区培训计划(演示)",
      dueOn: "2026-11-30",
    },
  },
];
