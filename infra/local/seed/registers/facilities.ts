// Demonstration rows about the rooms: facilities, repairs, systems on the wall, signs, media, backups.
import { on, type RegisterRow, type RegisterRows } from "./register-rows.ts";

export const facilityChecks: RegisterRows = () => [
  {
    values: {
      checkedOn: "2026-10-13",
      checkedBy: "演示(大厅负责人)",
      telephone: true,
      computer: true,
      network: true,
      sofa: true,
      waterDispenser: true,
      umbrellas: false,
      noticeBoard: true,
      complaintBox: true,
      displayScreen: true,
      note: "雨伞待补",
    },
  },
];

const ticket = (facility: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    reportedOn: "2026-10-19",
    facility,
    fault: "不能使用(演示)",
    station: "演示物业站",
    dueOn: "2026-10-23",
  },
  steps,
});

export const repairTickets: RegisterRows = () => [
  ticket("饮水机", [
    on("2026-10-21", "repair", { work: "更换加热管", costInFen: 8_000 }),
    on("2026-10-22", "confirm"),
  ]),
  ticket("空调", [
    on("2026-10-21", "repair", { work: "加氟" }),
    on("2026-10-22", "reject", { reason: "仍不制热" }),
  ]),
  ticket("照明", [on("2026-10-20", "repair", { work: "更换灯管" })]),
];

const request = (direction: string, person: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    askedOn: "2026-10-20",
    person,
    direction,
    medium: "移动硬盘(演示)",
    content: "季度汇总表",
    recipient: "社区管理室",
  },
  steps,
});

export const mediaApprovals: RegisterRows = ({ person }) => [
  request("dataOut", person("clerk1"), [on("2026-10-20", "approve"), on("2026-10-21", "use")]),
  request("mediumIn", person("clerk2"), [on("2026-10-20", "refuse", { reason: "介质未查杀病毒" })]),
  request("dataOut", person("clerk2"), [on("2026-10-20", "approve")]),
  request("mediumIn", person("clerk1")),
];

export const backupLogs: RegisterRows = () =>
  ["2026-10-16", "2026-10-23", "2026-11-13"].map((day) => ({
    values: {
      backedUpOn: day,
      content: "本周台账(演示)",
      medium: "办公室保险柜硬盘",
      backedUpBy: "演示(窗口二)",
      readBack: true,
    },
  }));

export const serviceSystems: RegisterRows = () =>
  (
    [
      ["firstContact", "第一位接待群众的工作人员为首问责任人，负责到底。"],
      ["servicePledge", "公开事项、材料和期限，按承诺办结。"],
      ["oneTimeNotice", "依据、时限、程序、材料和不予办理理由一次告知清楚。"],
      ["ledgerRegistration", "每件一登记，每天一汇总，每周一督查，每月一上报。"],
      ["complaintHandling", "投诉有登记、有调查、有答复。"],
      ["timeLimitedCompletion", "在公布的工作日内办结。"],
      ["serviceScope", "八个岗位与七类生活服务。"],
      ["accountability", "违反制度的，按规定追究责任。"],
    ] as const
  ).map(([system, content], at) => ({
    values: { inForceFrom: "2026-08-24", system, edition: 1, content: `${content}(演示)` },
    steps: at === 7 ? [on("2026-11-02", "supersede")] : [],
  }));

export const postedSystems: RegisterRows = () => [
  {
    values: {
      checkedOn: "2026-10-13",
      system: "accountability",
      onTheWall: false,
      checkedBy: "演示(大厅负责人)",
      note: "新版印制中",
    },
  },
];

export const signsAndZones: RegisterRows = () => [
  {
    values: {
      checkedOn: "2026-10-13",
      subject: "flowDiagrams",
      asRequired: false,
      checkedBy: "演示(大厅负责人)",
      note: "缺咨询类一张",
    },
  },
];
