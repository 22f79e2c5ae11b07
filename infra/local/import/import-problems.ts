// What the import itself finds wrong with a row, before the ledger's own rules are asked.
import { defineProblems } from "../../../shared/kernel/problem.ts";

export const importProblems = defineProblems({
  key_missing: {
    status: 422,
    zh: "“{column}”是空的,没有它认不出是哪一行;请填写。",
    en: "“{column}” is empty, and without it the row cannot be told from others; please fill it in.",
  },
  key_repeated: {
    status: 422,
    zh: "编号“{key}”与第 {line} 行相同;请改正其中一行。",
    en: "The key “{key}” is the same as in line {line}; please correct one of the two.",
  },
  too_few_cells: {
    status: 422,
    zh: "这一行只有 {count} 格,表头有 {width} 格;请检查分隔符、引号和换行。",
    en: "This row has {count} cells, the header {width}; please check separators, quotation marks and line breaks.",
  },
  too_many_cells: {
    status: 422,
    zh: "这一行有 {count} 格,表头只有 {width} 格;请检查分隔符和引号。",
    en: "This row has {count} cells, the header only {width}; please check separators and quotation marks.",
  },
  cell_error: {
    status: 422,
    zh: "“{column}”里是电子表格的错误值 {value};请填写实际内容。",
    en: "“{column}” holds the spreadsheet error {value}; please put in what it should say.",
  },
  unreadable_time: {
    status: 422,
    zh: "“{column}”的“{value}”读不成日期时间;映射文件的格式:{formats}。",
    en: "“{value}” in “{column}” cannot be read as a date or time; formats of the mapping: {formats}.",
  },
  time_of_day_missing: {
    status: 422,
    zh: '“{column}”的“{value}”只有日期,没有时间;请补上时间,或在映射文件里写 "time"。',
    en: '“{value}” in “{column}” has a date but no time; add the time, or give a "time" in the mapping file.',
  },
  unreadable_step: {
    status: 422,
    zh: "步骤文件第 {line} 行的时间“{value}”读不出来;请改正。",
    en: "The time “{value}” in line {line} of the steps' file cannot be read; please correct it.",
  },
  row_too_large: {
    status: 413,
    zh: "这一行超过 {limit} KB,一次传不完;请缩短。",
    en: "This row is larger than {limit} KB, more than one call takes; please shorten it.",
  },
});

/** How a problem is shown: the column's words in both languages. */
export function sentence({
  message,
}: {
  readonly message: { readonly zh: string; readonly en: string };
}): string {
  return `${message.zh} ${message.en}`;
}
