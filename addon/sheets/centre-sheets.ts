// A centre's workbook: the consolidated month by hall with a chart, and what is overdue, from the backend's figures.

import { showDateTime } from "../../shared/kernel/date-time.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { OverdueRows, RollUps } from "../sync/backend-shapes.ts";
import type { ColumnLayout, SheetHost, SheetLayout } from "./sheet-host.ts";

export const CENTRE_SHEETS = { month: "月度汇总", overdue: "超期" } as const;

interface Figure {
  readonly key: string;
  readonly header: string;
  readonly note: string;
  readonly format: string;
  show(value: number | null): string;
}

/** Every metric of every ledger, then what is open and overdue right now. */
export function figuresOf(ledgers: readonly SheetLedger[]): Figure[] {
  return ledgers.flatMap((ledger) =>
    Object.entries(ledger.metrics).map(([id, metric]): Figure => {
      const prefix = ledgers.length > 1 ? `${ledger.title.zh} ` : "";
      const common = {
        key: `${ledger.id}.${id}`,
        header: `${prefix}${metric.label.zh}`,
        note: `${ledger.title.en}: ${metric.label.en}`,
      };
      if (metric.combine === "ratio") {
        // Nothing to divide by is no full marks: the cell says so.
        const format = metric.unit === "days" ? "0.0" : "0.0%";
        return { ...common, format, show: (value) => (value === null ? "—" : String(value)) };
      }
      const unit = metric.unit === "fen" ? 100 : 1;
      const format = metric.unit === "fen" ? "#,##0.00" : "0";
      return { ...common, format, show: (value) => String((value ?? 0) / unit) };
    }),
  );
}

const OVERDUE_HEADERS = ["大厅", "台账", "编号", "事项", "状态", "到期日"];

export function centreLayout(name: string, ledgers: readonly SheetLedger[]): SheetLayout {
  const month = [
    { header: "大厅", note: "Hall", format: "@" },
    ...figuresOf(ledgers),
    { header: "在办", note: "Open now", format: "0" },
    { header: "超期", note: "Overdue now", format: "0" },
  ];
  const overdue = OVERDUE_HEADERS.map((header) => ({ header, note: "", format: "@" }));
  const wanted = name === CENTRE_SHEETS.month ? month : overdue;
  return {
    columns: wanted.map(({ header, note, format }, at): ColumnLayout => {
      const width = at === 0 ? 180 : 110;
      return { column: at + 1, header, note, width, format, hidden: false, guarded: false, rule: null };
    }),
    marks: [],
    tabColor: name === CENTRE_SHEETS.month ? "#1a73e8" : "#c5221f",
    hidden: false,
    guarded: true,
  };
}

export function writeRollUps(host: SheetHost, ledgers: readonly SheetLedger[], answer: RollUps): void {
  const figures = figuresOf(ledgers);
  const lines = answer.halls.map(({ hall, figures: own, stocks }) => [
    hall.name.zh,
    ...figures.map((figure) => figure.show(own[figure.key]?.live ?? null)),
    String(stocks.reduce((sum, { open }) => sum + open.value, 0)),
    String(stocks.reduce((sum, { overdue }) => sum + overdue.value, 0)),
  ]);
  const total = [
    "合计",
    ...figures.map((figure) => figure.show(answer.total[figure.key]?.live ?? null)),
    String(answer.halls.flatMap(({ stocks }) => stocks).reduce((sum, { open }) => sum + open.value, 0)),
    String(answer.halls.flatMap(({ stocks }) => stocks).reduce((sum, { overdue }) => sum + overdue.value, 0)),
  ];
  const updated = [`${answer.period} 更新于 ${showDateTime(answer.asOf)}`];
  const sheet = sheetNamed(host, CENTRE_SHEETS.month, ledgers);
  replace(host, sheet, [...lines, total, updated], total.length);
  const shown = ["received", "closed", "closedLate"].flatMap((id) => {
    const at = figures.findIndex(({ key }) => key.endsWith(`.${id}`));
    return at < 0 ? [] : [at + 2];
  });
  host.putChart(sheet, {
    title: `${answer.centre.name.zh} ${answer.period}`,
    rows: lines.length + 1,
    columns: [1, ...shown],
    row: lines.length + 6,
    column: 1,
  });
}

export function writeOverdue(
  host: SheetHost,
  ledgers: readonly SheetLedger[],
  answer: OverdueRows,
  hallName: (id: string) => string,
): void {
  const lines = answer.rows.map(({ hall, ledger, serial, matter, status, dueDate }) => {
    const found = ledgers.find(({ id }) => id === ledger);
    const label = found && Object.hasOwn(found.statuses, status) ? found.statuses[status]?.label.zh : status;
    return [hallName(hall), found?.title.zh ?? ledger, serial, matter ?? "", label ?? status, dueDate ?? ""];
  });
  const sheet = sheetNamed(host, CENTRE_SHEETS.overdue, ledgers);
  replace(host, sheet, lines.length > 0 ? lines : [["没有超期的事项"]], OVERDUE_HEADERS.length);
}

function sheetNamed(host: SheetHost, name: string, ledgers: readonly SheetLedger[]): number {
  const found = host.sheets().find((sheet) => sheet.name === name);
  if (found) return found.id;
  const sheet = host.addSheet(name);
  host.layOut(sheet, centreLayout(name, ledgers));
  return sheet;
}

/** One write; what was there before and is no longer goes. */
function replace(host: SheetHost, sheet: number, lines: readonly string[][], width: number): void {
  const before = Math.max(0, host.read(sheet).length - 1);
  const wanted = Array.from({ length: Math.max(lines.length, before) }, (_, row) =>
    Array.from({ length: width }, (__, column) => lines[row]?.[column] ?? ""),
  );
  host.writeArea(sheet, 2, 1, wanted);
}
