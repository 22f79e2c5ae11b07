// What the list of rows says beside the rows.
import type { Text } from "../../../shared/kernel/text.ts";

export const ROWS_TEXTS = {
  all: { zh: "全部登记（含作废）", en: "All entries (voided ones included)" },
  allHalls: { zh: "全部大厅", en: "All halls" },
  now: { zh: "截至此刻", en: "as of now" },
  serial: { zh: "编号", en: "Serial" },
  hall: { zh: "大厅", en: "Hall" },
  due: { zh: "到期日", en: "Due" },
  originalDue: { zh: "原到期日", en: "Original due date" },
  status: { zh: "状态", en: "Status" },
  onTime: { zh: "是否按时", en: "On time" },
  days: { zh: "天数", en: "Days" },
  adds: { zh: "计入数", en: "Adds" },
  download: { zh: "下载整个清单：", en: "The whole list as a file:" },
  amount: { zh: "金额（元）", en: "Amount (yuan)" },
  counted: { zh: "计入分子", en: "In the numerator" },
  sum: { zh: "合计（元）", en: "Total (yuan)" },
  yes: { zh: "按时", en: "on time" },
  no: { zh: "超期", en: "late" },
  notAssessable: { zh: "不计时限", en: "no limit" },
  running: { zh: "未办结", en: "not closed" },
  overdue: { zh: "已超期", en: "overdue" },
  voided: { zh: "已作废", en: "voided" },
  provisional: { zh: "暂定", en: "provisional" },
  counts: { zh: "计入", en: "counts" },
  countsNot: { zh: "不计入", en: "does not" },
  none: { zh: "没有符合的办件。", en: "There are no such cases." },
  masked: {
    zh: "个人信息已按您的职责遮盖。",
    en: "Personal details are masked for your role.",
  },
  previous: { zh: "上一页", en: "Previous page" },
  next: { zh: "下一页", en: "Next page" },
  backToBoard: { zh: "回到月报", en: "Back to the month board" },
  backToHall: { zh: "回到大厅页", en: "Back to the hall" },
  caption: {
    zh: "点编号可打开办件的经过和时限说明",
    en: "A serial number opens the case's history and its deadline",
  },
} as const satisfies Record<string, Text>;

export function rowCount(count: number): Text {
  return { zh: `共 ${count} 行`, en: count === 1 ? "1 row" : `${count} rows` };
}

export function pageOf(page: number, pages: number): Text {
  return { zh: `第 ${page} 页，共 ${pages} 页`, en: `Page ${page} of ${pages}` };
}

export function ratioExplained(numerator: Text, counted: number, rows: number, rate: string): Text {
  return {
    zh: `下列 ${rows} 行为分母，其中 ${counted} 行“${numerator.zh}”为分子：${counted} ÷ ${rows} = ${rate}`,
    en: `The ${rows} rows below are the denominator; ${counted} of them (${numerator.en}) are the numerator: ${counted} ÷ ${rows} = ${rate}`,
  };
}

export function averageExplained(numerator: Text, days: number, rows: number, average: string): Text {
  return {
    zh: `下列 ${rows} 行的“${numerator.zh}”共 ${days}：${days} ÷ ${rows} = ${average}`,
    en: `The ${rows} rows below come to ${days} (${numerator.en}): ${days} ÷ ${rows} = ${average}`,
  };
}
