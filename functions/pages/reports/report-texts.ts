// What the pages of reports say.
import type { Text } from "../../../shared/kernel/text.ts";

export const REPORT_TEXTS = {
  title: { zh: "报告", en: "Reports" },
  order: { zh: "生成一份报告", en: "Make a report" },
  kind: { zh: "报告种类", en: "Kind" },
  subject: { zh: "报告期", en: "Period" },
  hall: { zh: "范围", en: "About" },
  allHalls: { zh: "全中心", en: "The whole centre" },
  published: { zh: "对外公布版（隐去小数目）", en: "To be published (small figures hidden)" },
  make: { zh: "生成", en: "Make it" },
  latest: { zh: "最近生成的报告", en: "Latest reports" },
  none: { zh: "还没有生成过报告。", en: "No report has been made yet." },
  state: { zh: "状态", en: "State" },
  at: { zh: "时间", en: "At" },
  preliminary: { zh: "初步", en: "preliminary" },
  back: { zh: "全部报告", en: "All reports" },
  progress: { zh: "进度", en: "Progress" },
  refreshes: {
    zh: "本页每 2 秒自动刷新；可以离开，稍后从报告清单取。",
    en: "This page refreshes every 2 seconds; you may leave and fetch the report later from the list.",
  },
  open: { zh: "打开网页版（可打印）", en: "Open as a page (for printing)" },
  frozen: {
    zh: "这份报告已固定保存，以后打开都是同一内容。校验值",
    en: "This report is kept as it is: it reads the same whenever it is opened. SHA-256",
  },
  again: { zh: "重新生成", en: "Make it again" },
  exports: { zh: "导出记录", en: "What was exported" },
  by: { zh: "导出人", en: "By" },
  what: { zh: "内容", en: "What" },
  rows: { zh: "行数", en: "Rows" },
  personal: { zh: "个人信息", en: "Personal details" },
} as const satisfies Record<string, Text>;

export const JOB_STATES = {
  waiting: { zh: "等待", en: "waiting" },
  working: { zh: "生成中", en: "being made" },
  done: { zh: "已完成", en: "done" },
  failed: { zh: "未成功", en: "failed" },
} as const satisfies Record<string, Text>;

export const PERSONAL_STATES = {
  none: { zh: "无", en: "none" },
  masked: { zh: "已遮盖", en: "masked" },
  whole: { zh: "完整", en: "whole" },
} as const satisfies Record<string, Text>;
