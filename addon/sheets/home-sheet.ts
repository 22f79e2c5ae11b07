// The first page of the workbook: what is overdue and what is due soon, over all ledgers.

import { dateTimeAt, showDateTime } from "../../shared/kernel/date-time.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { urgencyOf } from "../sync/row-words.ts";
import { calendarIn, type SyncContext, todayIn } from "../sync/sync-context.ts";
import { entriesOf, type IndexEntry, readIndex } from "../sync/workbook-index.ts";
import type { ColumnLayout, SheetHost, SheetLayout } from "./sheet-host.ts";

export const HOME_SHEET = "首页";
/** A page that people read; the rest is in the ledgers, which can be filtered. */
const MAX_LINES = 200;

const COLUMNS = [
  { header: "紧急程度", note: "Urgency", width: 90 },
  { header: "台账", note: "SheetLedger", width: 120 },
  { header: "编号", note: "No.", width: 110 },
  { header: "状态", note: "Status", width: 120 },
  { header: "到期日", note: "Due", width: 100 },
] as const;

export function homeLayout(): SheetLayout {
  return {
    columns: COLUMNS.map(({ header, note, width }, at): ColumnLayout => {
      return { column: at + 1, header, note, width, format: "@", hidden: false, guarded: false, rule: null };
    }),
    marks: [
      { formula: '=LEFT($A2,2)="超期"', background: "#fad2cf", color: "#a50e0e", bold: true },
      { formula: '=LEFT($A2,2)="临期"', background: "#feefc3", color: "#7a4f01", bold: false },
    ],
    tabColor: "#c5221f",
    hidden: false,
    guarded: true,
  };
}

/** Writes the page anew; a missing page is made again. */
export function writeHome(context: SyncContext): void {
  const { host } = context;
  const state = readIndex(host);
  if (!state) return;
  const [today, calendar] = [todayIn(context), calendarIn(context)];
  const lines = context.ledgers
    .flatMap((ledger) =>
      [...entriesOf(state, ledger.id).values()].flatMap((entry) => {
        const urgency = urgencyOf(entry, today, calendar);
        return urgency && entry.state !== "missing"
          ? [{ due: entry.due, cells: lineOf(ledger, entry, urgency) }]
          : [];
      }),
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, MAX_LINES)
    .map(({ cells }) => cells);
  const updated = `更新于 ${showDateTime(dateTimeAt(context.now(), context.workbook.timeZone))}`;
  const body = lines.length > 0 ? lines : [["今天没有到期或超期的事项", "", "", "", ""]];
  const sheet = homeSheet(host);
  const before = host.read(sheet).slice(1);
  const wanted = [...body, [updated, "", "", "", ""]];
  const blank = COLUMNS.map(() => "");
  while (wanted.length < before.length) wanted.push(blank);
  host.writeArea(sheet, 2, 1, wanted);
}

function homeSheet(host: SheetHost): number {
  const found = host.sheets().find(({ name }) => name === HOME_SHEET);
  if (found) return found.id;
  const sheet = host.addSheet(HOME_SHEET);
  host.layOut(sheet, homeLayout());
  return sheet;
}

function lineOf(ledger: SheetLedger, entry: IndexEntry, urgency: "overdue" | "dueSoon"): string[] {
  const status = Object.hasOwn(ledger.statuses, entry.status) ? ledger.statuses[entry.status] : undefined;
  return [
    urgency === "overdue" ? "超期" : "临期",
    ledger.title.zh,
    entry.serial,
    status?.label.zh ?? "",
    entry.due,
  ];
}
