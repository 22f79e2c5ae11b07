// The words of the pages about personal data: a resident's requests, erasing, and the log of readings and exports.
import type { Text } from "../../../shared/kernel/text.ts";

export const RESIDENT_TEXTS = {
  title: { zh: "群众个人信息:查阅、更正、删除", en: "A resident's data: shown, corrected, erased" },
  lead: {
    zh: "本人提出申请时使用:核对身份后,按姓名和手机尾号查找;查到的每一行都会记入查阅记录。",
    en: "For a resident who asks: check who they are, then look by name and the last four digits together; every row found is put on record as looked at.",
  },
  name: { zh: "姓名", en: "Name" },
  phoneTail: { zh: "手机尾号(4 位)", en: "Last four digits of the telephone" },
  reason: { zh: "申请情况(会留下记录)", en: "What was asked (kept on record)" },
  find: { zh: "查找", en: "Find" },
  goOn: { zh: "继续查找其余大厅", en: "Go on with the other halls" },
  some: {
    zh: "记录很多,本次只查了一部分大厅;请继续,直到查完。",
    en: "There are many rows, and only some halls were looked at; go on until the end.",
  },
  none: {
    zh: "没有同时符合姓名和尾号的记录。匿名办理、已删除个人信息的记录查不到。",
    en: "No row has both. Rows without a name, and rows whose personal details were erased, are not found.",
  },
  found: { zh: "查到的记录", en: "Rows found" },
  searched: { zh: "已查大厅和中心台账数", en: "Places looked at" },
  where: { zh: "大厅与台账", en: "Hall and ledger" },
  row: { zh: "编号", en: "Number" },
  data: { zh: "登记的个人信息", en: "Personal details held" },
  status: { zh: "状态", en: "Status" },
  actions: { zh: "办理", en: "Do" },
  correct: { zh: "更正", en: "Correct" },
  correctByHall: { zh: "更正由大厅办理", en: "the hall corrects it" },
  erase: { zh: "删除个人信息", en: "Erase personal details" },
  print: { zh: "打印本页即可交给本人。", en: "This page can be printed for the person." },
} as const satisfies Record<string, Text>;

export const ERASE_TEXTS = {
  title: { zh: "删除个人信息", en: "Erase personal details" },
  what: { zh: "将删除这一行的下列内容:", en: "These details of the row will be erased:" },
  lasting: {
    zh: "删除后不能恢复;编号、经过和统计保留,仍可核对。有法定保存期限、仍在办理的事项,请先确认可以删除。",
    en: "They cannot be brought back; number, history and figures stay and can still be verified. Where a retention period runs or the matter is open, be sure first that they may go.",
  },
  open: { zh: "这一行还在办理中。", en: "The matter of this row is still open." },
  reason: { zh: "删除理由(不写个人信息)", en: "Reason (without personal details)" },
  confirm: { zh: "我已核对申请人身份,确认删除", en: "I know who asks, and mean to erase" },
  submit: { zh: "确认删除", en: "Erase" },
  cancel: { zh: "不删除,回到记录", en: "Back to the row, erase nothing" },
  nothing: {
    zh: "这一行没有可删除的个人信息。",
    en: "This row holds no personal details that could be erased.",
  },
} as const satisfies Record<string, Text>;

export const READING_TEXTS = {
  title: { zh: "查阅与导出记录", en: "Readings and exports" },
  lead: {
    zh: "谁在什么时候、因为什么查看过谁的完整个人信息,谁导出过什么;最近的在前。",
    en: "Who looked at whose details, when and why, and who exported what; the latest first.",
  },
  readings: { zh: "查阅记录", en: "Readings" },
  noReadings: { zh: "还没有人查看过完整的个人信息。", en: "Nobody has looked at personal details yet." },
  exports: { zh: "导出记录", en: "Exports" },
  noExports: { zh: "还没有人导出过。", en: "Nothing has been exported yet." },
  who: { zh: "人员", en: "Who" },
  row: { zh: "记录", en: "Row" },
  reason: { zh: "理由", en: "Reason" },
  what: { zh: "导出的内容", en: "What" },
  format: { zh: "格式", en: "Format" },
  rows: { zh: "行数", en: "Rows" },
  personal: { zh: "个人信息", en: "Personal details" },
} as const satisfies Record<string, Text>;

/** How personal fields stood in an export. */
export const PERSONAL_IN_EXPORT = {
  none: { zh: "无", en: "none" },
  masked: { zh: "遮盖", en: "masked" },
  whole: { zh: "完整", en: "whole" },
} as const satisfies Record<string, Text>;
