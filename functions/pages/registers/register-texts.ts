// The words of the pages that look over the registers.
import type { Text } from "../../../shared/kernel/text.ts";

export const REGISTER_TEXTS = {
  pages: { zh: "规范化与保障", en: "Standards and means" },
  programme: { zh: "规范化建设", en: "Programme" },
  training: { zh: "培训缺口", en: "Training gaps" },
  budget: { zh: "经费余额", en: "Budgets" },
  demands: { zh: "需求与热点", en: "Requests and demands" },
  voices: { zh: "投诉与好差评", en: "Complaints and ratings" },
  halls: { zh: "大厅", en: "Halls" },
  standard: { zh: "本厅规范化与保障", en: "This hall's standards and means" },
  year: { zh: "年度", en: "Year" },
  quarter: { zh: "季度", en: "Quarter" },
  show: { zh: "查看", en: "Show" },
  phasesForm: { zh: "登记实施步骤", en: "Register the phases" },
  phasesLead: {
    zh: "原文的日期没有年份、互相矛盾，所以各阶段的起止日期在这里逐一写明；“7月15日前”的申报按这里的截止日督办。",
    en: "The document's dates lack a year and contradict each other, so every phase's days are stated here; the papers “by 15 July” are owed by the day given here.",
  },
  programmeName: { zh: "工作名称", en: "Name (Chinese)" },
  programmeNameEn: { zh: "英文名称", en: "Name (English)" },
  submissionsDueOn: { zh: "申报截止日", en: "Papers due on" },
  first: { zh: "启动阶段", en: "Beginning" },
  second: { zh: "实施阶段", en: "Carrying out" },
  third: { zh: "总结验收阶段", en: "Acceptance and roll-out" },
  from: { zh: "开始", en: "from" },
  to: { zh: "结束", en: "to" },
  save: { zh: "保存", en: "Save" },
} as const satisfies Record<string, Text>;
