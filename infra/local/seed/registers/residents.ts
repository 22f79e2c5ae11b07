// Demonstration rows about residents and businesses: files, permits, documents, tasks, requests, demands.
import { on, type RegisterRow, type RegisterRows } from "./register-rows.ts";

export const householdFiles: RegisterRows = ({ prefix }) => {
  const file = (number: number, steps: RegisterRow["steps"] = []): RegisterRow => ({
    values: {
      openedOn: "2026-09-07",
      fileNumber: `${prefix}-D${number}`,
      household: `演示业户${number}`,
      kind: "catering",
      cases: ["2026-00001"],
      place: `档案柜一层${number}格`,
    },
    steps,
  });
  const writeUp = on("2026-09-21", "writeUp");
  return [
    file(1, [writeUp]),
    file(2, [writeUp, on("2026-10-12", "goOn")]),
    file(3, [on("2026-10-12", "close", { reason: "业户迁出" })]),
  ];
};

const permit = (
  permitNumber: string,
  kind: string,
  validUntil: string,
  steps: RegisterRow["steps"] = [],
) => ({
  values: {
    issuedOn: "2026-09-09",
    permitNumber,
    holder: "演示业主",
    premises: "演示餐馆",
    kind,
    validUntil,
  },
  steps,
});

export const permits: RegisterRows = ({ prefix }) => [
  permit(`${prefix}-证1`, "small-restaurant", "2031-09-08"),
  permit(`${prefix}-证2`, "snack-bar", "2026-12-05"),
  permit(`${prefix}-证3`, "stall", "2026-11-09", [on("2026-11-06", "renew", { newNumber: `${prefix}-证9` })]),
  permit(`${prefix}-证4`, "drinks-shop", "2031-09-08", [on("2026-10-20", "cancel", { reason: "停业" })]),
];

export const documentRegister: RegisterRows = () => [
  {
    values: {
      madeOn: "2026-09-04",
      kind: "plan",
      title: "规范化建设实施方案(演示)",
      number: "演示〔2026〕3号",
    },
  },
  { values: { madeOn: "2026-09-11", kind: "emergencyPlan", title: "大厅突发事件应急预案(演示)" } },
  {
    values: {
      madeOn: "2026-10-09",
      kind: "monthlyReport",
      title: "九月月报(演示)",
      recipient: "社区管理室",
      submittedOn: "2026-10-09",
    },
  },
  { values: { madeOn: "2026-10-22", kind: "news", title: "一次办好便民事(演示)", level: "city" } },
];

const task = (owner: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    givenOn: "2026-10-12",
    kind: "adHoc",
    content: "整理出租房屋台账(演示)",
    givenBy: "演示(大厅负责人)",
    owner,
    dueOn: "2026-10-23",
  },
  steps,
});

export const tasks: RegisterRows = ({ person }) => {
  const answer = on("2026-10-21", "answer", { result: "已核对完毕" });
  return [
    task(person("clerk1"), [answer, on("2026-10-22", "confirm")]),
    task(person("clerk2"), [answer, on("2026-10-22", "sendBack", { reason: "还缺两户" })]),
    task(person("clerk1"), [answer]),
  ];
};

const unmet = (service: string, day: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: { askedOn: day, topic: "newService", service, answer: "暂不能办理，已登记" },
  steps,
});

export const unmetRequests: RegisterRows = () => [
  unmet("代缴有线电视费", "2026-10-12"),
  unmet("代缴有线电视费", "2026-10-15"),
  unmet("代缴有线电视费", "2026-10-27"),
  unmet("办理护照", "2026-09-14", [
    on("2026-09-29", "review", { decision: "referred", reason: "属出入境管理部门" }),
  ]),
];

const demand = (topic: string, day: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    raisedOn: day,
    topic,
    channel: "visit",
    content: "楼道照明和停车问题(演示)",
    owner: "演示物业站",
    dueOn: "2026-11-27",
  },
  steps,
});

export const demands: RegisterRows = () => [
  demand("traffic", "2026-10-14"),
  demand("traffic", "2026-10-28"),
  demand("environment", "2026-10-19", [on("2026-10-26", "answer", { result: "solved", note: "已清运" })]),
];
