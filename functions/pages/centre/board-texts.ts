// What the month board says beside the figures.
import type { Text } from "../../../shared/kernel/text.ts";

export const BOARD_TEXTS = {
  previous: { zh: "上个月", en: "Previous" },
  next: { zh: "下个月", en: "Next" },
  month: { zh: "月份", en: "Month" },
  show: { zh: "查看", en: "Show" },
  choose: { zh: "选择月份", en: "Choose a month" },
  asOf: { zh: "数据截至", en: "As of" },
  stockNote: {
    zh: "“当前在办”“当前超期”是截至此刻的存量，与所选月份无关，按各厅当地日期判断；其余为所选月份的发生数。",
    en: "“Open now” and “overdue now” are as of this moment, whatever the month, judged by each hall's local date; all other figures are of the month.",
  },
  rateNote: {
    zh: "按时办结率 = 按时办结 ÷（按时办结 + 超期办结）；不计时限的事项不进入分子分母。按现到期日和原到期日分别计算。",
    en: "On-time rate = closed on time ÷ (closed on time + closed late); what has no limit stands on neither side. Given by the current and by the original due date.",
  },
  linkNote: {
    zh: "点任一数字，可打开它的办件清单。",
    en: "Any figure opens the list of its cases.",
  },
  empty: {
    zh: "这个月还没有办件。各厅在表格里登记并同步后，数字会出现在这里。",
    en: "There are no cases in this month yet. Figures appear here once halls have entered and synchronised theirs.",
  },
  halls: { zh: "各大厅", en: "Halls" },
  hall: { zh: "大厅", en: "Hall" },
  total: { zh: "合计", en: "Total" },
  hallsCaption: {
    zh: "各大厅本月数字；最后两栏为当前存量",
    en: "Figures of the month by hall; the last two columns are as of now",
  },
  matters: { zh: "各事项", en: "Matters" },
  matter: { zh: "服务事项", en: "Service item" },
  mattersCaption: {
    zh: "全中心按岗位和事项汇总，按目录顺序",
    en: "The whole centre by post and matter, in the order of the catalogue",
  },
  unused: { zh: "本月无人办理的事项", en: "Matters that nobody brought this month" },
  matrix: { zh: "大厅 × 事项", en: "Halls × matters" },
  matrixCaption: {
    zh: "每格：受理 / 办结；“·”表示没有",
    en: "In each cell: received / closed; “·” means none",
  },
  none: { zh: "没有", en: "none" },
} as const satisfies Record<string, Text>;
