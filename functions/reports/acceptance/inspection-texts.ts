// What pages and reports of an inspection say, in both languages.
import type { RectificationState, Ruling } from "../../../shared/capabilities/inspection/round.ts";
import type { Text } from "../../../shared/kernel/text.ts";

export const INSPECTION_TEXTS = {
  title: { zh: "验收报告", en: "Acceptance report" },
  hall: { zh: "大厅", en: "Hall" },
  rank: { zh: "名次", en: "Rank" },
  raw: { zh: "原始得分", en: "Raw score" },
  assessed: { zh: "应评分值", en: "Weight assessed" },
  score: { zh: "折算得分（百分）", en: "Score of 100" },
  bonus: { zh: "自选动作加分", en: "Bonus" },
  total: { zh: "总分", en: "Total" },
  before: { zh: "上轮总分", en: "Last round" },
  item: { zh: "考评项目", en: "Item" },
  clause: { zh: "依据", en: "Clause" },
  weight: { zh: "分值", en: "Weight" },
  counted: { zh: "达到", en: "Counted" },
  due: { zh: "应有", en: "Due" },
  rate: { zh: "比率", en: "Rate" },
  expected: { zh: "数据条数", en: "Lines of data" },
  late: { zh: "其中迟录", en: "Entered late" },
  missing: { zh: "其中缺失", en: "Missing" },
  self: { zh: "自评", en: "Self" },
  centre: { zh: "中心评分", en: "Centre" },
  objection: { zh: "大厅异议", en: "Objection" },
  ruling: { zh: "中心裁定", en: "Ruling" },
  counts: { zh: "认定得分", en: "Counts" },
  inspector: { zh: "检查人", en: "Inspector" },
  seenAt: { zh: "检查时间", en: "Seen at" },
  photos: { zh: "照片", en: "Photos" },
  note: { zh: "备注", en: "Note" },
  section: { zh: "部分", en: "Section" },
  what: { zh: "问题", en: "Finding" },
  owner: { zh: "责任人", en: "Owner" },
  dueOn: { zh: "期限", en: "Due" },
  state: { zh: "状态", en: "State" },
  reason: { zh: "理由", en: "Reason" },
  result: { zh: "结果", en: "Result" },
  window: { zh: "时段", en: "Window" },
  serial: { zh: "台账编号", en: "Serial" },
  visitors: { zh: "抽查来访人", en: "Visitors sampled" },
  notInLedger: { zh: "台账中没有", en: "Not in the ledger" },
  visitorsTaken: { zh: "扣分（台账）", en: "Taken (ledger)" },
  notices: { zh: "补正告知件数", en: "Cases with a notice" },
  breaches: { zh: "违反一次性告知", en: "Breaches" },
  breachesTaken: { zh: "扣分（流程）", en: "Taken (process)" },
  notApplicable: { zh: "不适用", en: "does not apply" },
  notScored: { zh: "待打分", en: "not scored" },
  tied: { zh: "（并列）", en: " (shared)" },
} as const satisfies Record<string, Text>;

export const RULINGS: Readonly<Record<Ruling["kind"], Text>> = {
  upheld: { zh: "维持", en: "upheld" },
  points: { zh: "改分", en: "changed" },
  notApplicable: { zh: "不适用", en: "does not apply" },
  void: { zh: "失实，该项作废", en: "fabricated: void" },
};

export const RECTIFICATION_STATES: Readonly<Record<RectificationState, Text>> = {
  open: { zh: "整改中", en: "open" },
  overdue: { zh: "逾期未整改", en: "overdue" },
  reported: { zh: "已报，待复查", en: "reported, to be re-inspected" },
  failed: { zh: "复查未通过", en: "failed re-inspection" },
  closed: { zh: "已销号", en: "closed" },
};

export const VISITOR_RESULTS = {
  found: { zh: "台账中有", en: "in the ledger" },
  notInLedger: { zh: "台账中没有", en: "not in the ledger" },
  nobodyCame: { zh: "该时段无人来访", en: "nobody came" },
} as const satisfies Record<string, Text>;

export function rulingText(ruling: Ruling): Text {
  const { zh, en } = RULINGS[ruling.kind];
  const points = ruling.kind === "points" ? ` ${ruling.points.toFixed(1)}` : "";
  return { zh: `${zh}${points}：${ruling.reason}`, en: `${en}${points}: ${ruling.reason}` };
}
