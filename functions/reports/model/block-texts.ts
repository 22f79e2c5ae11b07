// What reports say beside their own content, in every rendering.
import type { Text } from "../../../shared/kernel/text.ts";

export const BLOCK_TEXTS = {
  yes: { zh: "√", en: "yes" },
  no: { zh: "×", en: "no" },
  open: { zh: "□", en: "open" },
  colon: { zh: "：", en: ": " },
  date: { zh: "日期", en: " Date" },
  nothing: { zh: "没有可计算的数", en: "nothing to reckon with" },
  attention: { zh: "（需关注）", en: " (needs attention)" },
  preliminary: { zh: "初步", en: "Preliminary" },
  preliminaryNote: {
    zh: "初步数：所报期间尚未关闭，数字仍可能变化。",
    en: "Preliminary: the period is not closed, and figures may still change.",
  },
  asOf: { zh: "数据截至", en: "As of" },
  front: { zh: "概况", en: "Overview" },
  contents: { zh: "目录", en: "Contents" },
  notes: { zh: "说明", en: "Notes" },
  internalNote: {
    zh: "公布版略去逐件清单、人员姓名和内部意见等仅供内部使用的内容，章节号不变。",
    en: "What is for internal use is left out of what is published: lists of single cases, names of staff, internal opinions. Sections keep their numbers.",
  },
  suppressedNote: {
    zh: "小于规定数目的数字不予公布，以“<”表示；为防止推算而一并隐去的以“*”表示。",
    en: "Figures that are too small to be published are shown as “<”; those hidden so that they cannot be worked out, as “*”.",
  },
  page: { zh: "第", en: "Page " },
  pageEnd: { zh: "页", en: "" },
} as const satisfies Record<string, Text>;
