// Words of the pages about the catalogue.
import type { Text } from "../../../shared/kernel/text.ts";

export const CATALOGUE_TEXTS = {
  title: { zh: "服务事项目录", en: "Catalogue of services" },
  lead: {
    zh: "事项归中心统一管理；新版本从明天起施行，已收的办件保持原版本。",
    en: "The centre keeps the catalogue. New versions begin tomorrow at the earliest; cases received before keep theirs.",
  },
  matter: { zh: "事项", en: "Service" },
  flow: { zh: "流程", en: "Flow" },
  limit: { zh: "办理期限", en: "Limit" },
  days: { zh: "个工作日", en: "working days" },
  sameDay: { zh: "当日", en: "same day" },
  noLimit: { zh: "不设期限", en: "none" },
  extra: { zh: "外单位时间另计", en: "outside agency's time apart" },
  responsible: { zh: "承办责任", en: "Responsible" },
  version: { zh: "版本", en: "Version" },
  state: { zh: "状态", en: "State" },
  active: { zh: "启用", en: "active" },
  retired: { zh: "停办", en: "retired" },
  notActive: { zh: "缺期限，不能启用", en: "no limit: not active" },
  from: { zh: "起", en: "from" },
  upcoming: { zh: "待施行", en: "to come" },
  beginning: { zh: "初始", en: "from the beginning" },
  newVersion: { zh: "新版本", en: "New version" },
  preview: { zh: "预览变化", en: "Preview the change" },
  apply: { zh: "确认施行", en: "Put into force" },
  back: { zh: "返回修改", en: "Go back" },
  changes: { zh: "变化", en: "What changes" },
  before: { zh: "原来", en: "Before" },
  after: { zh: "改为", en: "After" },
  applied: { zh: "新版本已登记，施行日期", en: "The new version is registered, from" },
  problems: { zh: "还不能施行：", en: "It cannot be put into force yet:" },
  versions: { zh: "历次版本", en: "Versions" },
  materials: { zh: "所需材料(每行一种：中文 | English)", en: "Materials (one line each: 中文 | English)" },
  zh: { zh: "中文名称", en: "Name in Chinese" },
  en: { zh: "英文名称", en: "Name in English" },
  timeLimit: { zh: "办理期限(工作日)", en: "Limit (working days)" },
  formerNames: { zh: "曾用名(用、分隔)", en: "Former names (separated by 、)" },
  retiredFrom: { zh: "停办日期", en: "Retired from" },
  effectiveFrom: { zh: "施行日期", en: "In force from" },
  diagram: { zh: "流程示意图", en: "Flow diagram" },
  newMatter: { zh: "新增事项", en: "New service" },
  newMatterLead: {
    zh: "没有办理期限或承办责任人的事项不能启用（日常管理任务可不设期限）；新事项从明天或以后施行。",
    en: "No service becomes active without a limit and somebody responsible (standing duties may go without a limit); it begins tomorrow or later.",
  },
  id: { zh: "编号（小写英文，如 pension-card）", en: "Id (such as pension-card)" },
  initials: { zh: "拼音首字母（如 LNZ）", en: "Pinyin initials (such as LNZ)" },
  post: { zh: "岗位", en: "Post" },
  basis: { zh: "办理依据（一次性告知时引用）", en: "Basis, as a one-time notice cites it" },
  more: { zh: "其他", en: "More" },
  upstream: { zh: "须外单位审批（其时间另计）", en: "an outside agency decides (its time apart)" },
  fee: { zh: "收费（仅生活服务）", en: "a fee is taken (living services only)" },
  unknown: { zh: "目录里没有这个事项。", en: "There is no such service in the catalogue." },
} as const satisfies Record<string, Text>;

/** `3 个工作日`, `当日`, `不设期限`. */
export function limitText(timeLimit: number | null): Text {
  if (timeLimit === null) return CATALOGUE_TEXTS.noLimit;
  if (timeLimit === 0) return CATALOGUE_TEXTS.sameDay;
  return { zh: `${timeLimit} 个工作日`, en: `${timeLimit} working day${timeLimit === 1 ? "" : "s"}` };
}
