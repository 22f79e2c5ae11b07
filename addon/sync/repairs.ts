// What was found damaged and put right, in words for the clerk: where, what, before and after.

import type { Text } from "../../shared/kernel/text.ts";
import type { RepairView } from "../rpc-contract.ts";

/** What each kind of repair is called. */
export const REPAIRS = {
  idCopied: {
    zh: "复制出来的行:已当作新行",
    en: "A copied row: now a row of its own",
  },
  idRestored: {
    zh: "行标识被改动:已按内容找回",
    en: "The row's id was changed: found again by its content",
  },
  idReplaced: {
    zh: "行标识被改动,找不到原来的行:已当作新行",
    en: "The row's id was changed and its row is not to be found: now a new row",
  },
  idForeign: {
    zh: "这一行来自别的表格:已换新标识登记",
    en: "This row came from another workbook: entered under a new id",
  },
  idsUnsorted: {
    zh: "只排序了部分栏,行标识错位:已对回",
    en: "Only some columns were sorted, so ids had moved: put back",
  },
  systemTyped: {
    zh: "系统栏被手工改动:已恢复",
    en: "A column that the add-on fills in was typed over: restored",
  },
  headerRenamed: { zh: "栏名被改动:已恢复", en: "A column's header was changed: restored" },
  headerLocked: {
    zh: "表头要由设置本表格的人来恢复;请他同步一次",
    en: "Only whoever set the workbook up can restore the header: ask them to synchronise once",
  },
  columnLost: {
    zh: "有一栏被删除:已补回,内容从后台取回",
    en: "A column was deleted: put back, its content fetched again",
  },
  columnAdded: { zh: "台账新增一栏", en: "The ledger has a new column" },
  sheetRenamed: { zh: "表名被改动:已恢复", en: "The sheet was renamed: restored" },
  sheetLost: {
    zh: "整张表被删除:已重建,内容从后台取回",
    en: "The sheet was deleted: made again, its rows fetched again",
  },
  rulesPasted: {
    zh: "粘贴盖掉了下拉列表或格式:已恢复",
    en: "Pasting replaced a drop-down or a format: restored",
  },
  readOnlyTyped: {
    zh: "只读的表被改动:已按后台恢复",
    en: "A sheet that only shows was changed: restored from the backend",
  },
  workbookCopied: {
    zh: "这是另一个表格的副本:从现在起独立同步",
    en: "This workbook is a copy of another one: from now on it synchronises by itself",
  },
  pendingLost: {
    zh: "还没上报的行被删除:后台没有这一行",
    en: "A row was deleted before it was sent: the backend has never seen it",
  },
} as const satisfies Record<string, Text>;

/** A run repairs thousands of rows at once when a whole sheet was damaged; people read the first. */
const MAX_REPAIRS = 50;

export class RepairLog {
  readonly views: RepairView[] = [];

  add(kind: keyof typeof REPAIRS, place: string, before: string, after: string): void {
    if (this.views.length < MAX_REPAIRS) {
      this.views.push({ place, what: REPAIRS[kind], before: short(before), after: short(after) });
    }
  }
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
