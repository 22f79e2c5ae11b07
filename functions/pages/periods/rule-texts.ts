// The words of the page about the rules of what halls owe.
import type { DueRule, ObligationRule } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import type { Text } from "../../../shared/kernel/text.ts";

export const RULE_TEXTS = {
  title: { zh: "应办规则", en: "Rules of what is owed" },
  lead: {
    zh: "期间第一天施行的规则管到该期间结束；改动只对明天以后开始的期间有效，已签、已报的不变。",
    en: "The rule in force on a period's first day holds for all of it. Changes are for periods that begin tomorrow or later; what was signed and reported stays.",
  },
  rule: { zh: "事项", en: "Duty" },
  due: { zh: "到期", en: "Due" },
  grace: { zh: "宽限(工作日)", en: "Grace (working days)" },
  graceNote: {
    zh: "到期未办显示“已超期”，过了宽限显示“缺报”。",
    en: "Not done when due shows as overdue, after the grace as missed.",
  },
  warn: { zh: "提前提醒(工作日)", en: "Warn before (working days)" },
  recipient: { zh: "报送对象", en: "Recipient" },
  who: { zh: "由谁办", en: "Who must act" },
  source: { zh: "依据", en: "Source" },
  from: { zh: "自", en: "From" },
  to: { zh: "至", en: "To" },
  always: { zh: "初始", en: "from the beginning" },
  entered: { zh: "登记人", en: "Entered by" },
  change: { zh: "修改", en: "Change" },
  changeOf: { zh: "修改规则：", en: "Change the rule: " },
  count: { zh: "期后第几个工作日", en: "Working day after the period" },
  at: { zh: "时间", en: "Time" },
  monthDay: { zh: "次年日期(月-日)", en: "Date of the next year (mm-dd)" },
  recipientZh: { zh: "报送对象(中文)", en: "Recipient (Chinese)" },
  recipientEn: { zh: "报送对象(英文)", en: "Recipient (English)" },
  ends: { zh: "从这天起不再要求", en: "no longer owed from that day on" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已保存，从所填日期起施行。", en: "Saved; in force from the day given." },
  add: { zh: "新增一种报告(按报送对象)", en: "Another report, for its recipient" },
  labelZh: { zh: "名称(中文)", en: "Name (Chinese)" },
  labelEn: { zh: "名称(英文)", en: "Name (English)" },
  period: { zh: "周期", en: "Period" },
  programme: { zh: "在“实施步骤”页修改", en: "changed with the programme" },
} as const satisfies Record<string, Text>;

export const CADENCE_NAMES = {
  day: { zh: "每天", en: "daily" },
  week: { zh: "每周", en: "weekly" },
  month: { zh: "每月", en: "monthly" },
  quarter: { zh: "每季", en: "quarterly" },
  year: { zh: "每年", en: "yearly" },
} as const satisfies Record<ObligationRule["period"], Text>;

/** In words, as the rule is meant. */
export function dueText(due: DueRule): Text {
  switch (due.kind) {
    case "workingDaysAfterPeriod":
      return {
        zh: `期后第 ${due.count} 个工作日 ${due.at}`,
        en: `working day ${due.count} after the period, ${due.at}`,
      };
    case "closingOfLastWorkingDay":
      return { zh: "期内最后一个工作日闭厅时", en: "closing of its last working day" };
    case "dateOfNextYear":
      return {
        zh: `次年 ${due.monthDay}(遇休顺延) ${due.at}`,
        en: `${due.monthDay} of the next year or the next working day, ${due.at}`,
      };
    case "dateOfPeriod":
      return { zh: `当年 ${due.monthDay} ${due.at}`, en: `${due.monthDay} of the year, ${due.at}` };
  }
}
