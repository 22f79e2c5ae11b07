// What the frame of boards says beside their figures.
import type { Text } from "../../../shared/kernel/text.ts";

export const FRAME_TEXTS = {
  boards: { zh: "看板", en: "Boards" },
  month: { zh: "月报", en: "Month" },
  year: { zh: "年报", en: "Year" },
  trends: { zh: "趋势", en: "Trends" },
  compare: { zh: "对比", en: "Compare" },
  overdue: { zh: "超期", en: "Overdue" },
  asOf: { zh: "数据截至", en: "As of" },
  linkNote: { zh: "点任一数字，可打开它的清单。", en: "Any figure opens its rows." },
  ledger: { zh: "台账", en: "Ledger" },
  hall: { zh: "大厅", en: "Hall" },
  allHalls: { zh: "全部大厅", en: "All halls" },
  show: { zh: "查看", en: "Show" },
  previous: { zh: "上一期", en: "Previous" },
  next: { zh: "下一期", en: "Next" },
  from: { zh: "对比期", en: "Compared with" },
  to: { zh: "本期", en: "Period" },
  lastMonth: { zh: "截至月份", en: "Up to" },
  unused: { zh: "这一期间无人办理的事项", en: "Matters that nobody brought in this period" },
} as const satisfies Record<string, Text>;
