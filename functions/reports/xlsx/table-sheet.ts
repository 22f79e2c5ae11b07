// A table of a report as a worksheet: real numbers with formats, totals and ratios as formulas, texts always as texts.
import type { CellObject } from "write-excel-file/node";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import {
  type Cell,
  type Column,
  type Figure,
  isFigure,
  isText,
  type Row,
  type TableBlock,
  type Unit,
} from "../model/report.ts";
import { showDate, showFigure } from "../model/show-inline.ts";
import { cellAddress, columnName } from "./cell-address.ts";
import { cellText, linesOf, linkNext, type Sheet } from "./sheet.ts";

export const FORMATS: Readonly<Record<Unit, string>> = {
  count: "#,##0",
  fen: "#,##0.00",
  rate: "0.0%",
  days: "0.0",
  points: "0.0",
};

const BORDER = { borderStyle: "thin", borderColor: "#9fb0bf" } as const;
const LOOKS = {
  row: BORDER,
  group: { ...BORDER, backgroundColor: "#f3f6f8", textColor: "#51606f", fontWeight: "bold" },
  total: { ...BORDER, backgroundColor: "#eef3f6", fontWeight: "bold" },
} as const;

export interface SheetOptions {
  readonly locale: Locale;
  readonly addressOf: (relative: string) => string;
  /** Under the title: period, moment, preliminary or not. */
  readonly subtitle: string;
}

const HEAD_ROWS = 3;

export function tableSheet(table: TableBlock, name: string, options: SheetOptions): Sheet {
  const { columns, rows } = table;
  const { locale, subtitle } = options;
  const widths = columns.map(({ width }) => Math.min(70, Math.round(width * 11)));
  const sheet: Sheet = {
    name,
    rows: [],
    widths,
    frozenRows: HEAD_ROWS,
    frozenColumns: columns.length > 6 ? 1 : 0,
    landscape: widths.reduce((sum, width) => sum + width, 0) > 90,
    links: new Map(),
    values: new Map(),
  };
  sheet.rows.push([{ value: cellText(say(table.title, locale)), fontWeight: "bold", fontSize: 14 }]);
  sheet.rows.push([{ value: cellText(subtitle), textColor: "#51606f" }]);
  const heads = columns.map(({ label }, at) => linesOf(say(label, locale), widths[at] ?? 1));
  sheet.rows.push(
    columns.map(({ label, as }, at) => ({
      ...BORDER,
      ...(at === 0 ? { height: 6 + 16 * Math.max(...heads) } : {}),
      value: cellText(say(label, locale)),
      fontWeight: "bold" as const,
      backgroundColor: "#e8eef3",
      wrap: true,
      alignVertical: "center" as const,
      align: as in FORMATS ? ("right" as const) : ("left" as const),
    })),
  );
  for (const row of rows) pushRow(sheet, table, row, options);
  if (rows.length === 0 && table.empty) sheet.rows.push([{ value: cellText(say(table.empty, locale)) }]);
  if (table.note) sheet.rows.push([], [{ value: cellText(say(table.note, locale)), textColor: "#51606f" }]);
  return sheet;
}

function pushRow(sheet: Sheet, table: TableBlock, row: Row, options: SheetOptions): void {
  const look = LOOKS[row.kind];
  const made: CellObject[] = [];
  for (const [at, column] of table.columns.entries()) {
    const cell = row.cells[at] ?? null;
    const to = linkOf(cell);
    if (to !== null) linkNext(sheet, made, options.addressOf(to));
    const formula = isFigure(cell) ? formulaOf(table, row, column, cell, sheet.rows.length) : undefined;
    if (formula === undefined) {
      made.push({ ...look, ...plainCell(cell, options.locale) });
      continue;
    }
    sheet.values.set(cellAddress(sheet.rows.length, at), formula.comesTo);
    made.push({
      ...look,
      type: "Formula",
      value: formula.text,
      format: FORMATS[formula.unit],
      alignVertical: "center",
    });
  }
  const lines = Math.max(
    1,
    ...made.map(({ value, wrap }, at) =>
      wrap && typeof value === "string" ? linesOf(value, sheet.widths[at] ?? 1) : 1,
    ),
  );
  // Given, because programs do not agree on how high a line of Chinese is.
  sheet.rows.push(
    made.map((cell, at) => (at === 0 ? { ...cell, height: Math.min(400, 5 + lines * 15) } : cell)),
  );
}

function linkOf(cell: Cell): string | null {
  if (cell === null || isText(cell) || cell.kind === "date") return null;
  return cell.kind === "link" ? cell.to : cell.rows;
}

/** Money is in yuan here, as people read it. */
function numberOf({ unit, value }: Figure): number | null {
  return unit === "fen" && value !== null ? value / 100 : value;
}

function plainCell(cell: Cell, locale: Locale): CellObject {
  if (cell === null) return {};
  if (isText(cell) || cell.kind === "link") {
    const text = say(isText(cell) ? cell : cell.text, locale);
    return { type: String, value: cellText(text), wrap: true, alignVertical: "center" };
  }
  if (cell.kind === "date") return { type: String, value: showDate(cell.date), alignVertical: "center" };
  const value = numberOf(cell);
  if (value === null) return { type: String, value: showFigure(cell), align: "right" };
  const colour = cell.attention ? { textColor: "#a3190f" } : {};
  return { ...colour, type: Number, value, format: FORMATS[cell.unit], alignVertical: "center" };
}

interface Formula {
  readonly text: string;
  readonly unit: Unit;
  readonly comesTo: number;
}

/** Only where the spreadsheet comes to the same figure from the cells that it shows. */
function formulaOf(
  table: TableBlock,
  row: Row,
  column: Column,
  figure: Figure,
  at: number,
): Formula | undefined {
  const comesTo = numberOf(figure);
  if (comesTo === null) return undefined;
  const { unit } = figure;
  const index = table.columns.indexOf(column);
  if (column.ratio) {
    const part = (id: string) => table.columns.findIndex((one) => one.id === id);
    const [numerator, ...denominator] = [column.ratio.numerator, ...column.ratio.denominator].map(part);
    const known = [numerator, ...denominator].every((one) => isNumber(row.cells[one ?? -1] ?? null));
    if (numerator === undefined || !known) return undefined;
    const sum = denominator.map((one) => cellAddress(at, one)).join("+");
    return { text: `${cellAddress(at, numerator)}/(${sum})`, unit, comesTo };
  }
  const plain = table.rows.filter(({ kind }) => kind === "row");
  if (row.kind !== "total" || !column.adds || plain.length === 0) return undefined;
  if (!plain.every(({ cells }) => isNumber(cells[index] ?? null))) return undefined;
  const name = columnName(index);
  const last = HEAD_ROWS + table.rows.filter(({ kind }) => kind !== "total").length;
  return { text: `SUM(${name}${HEAD_ROWS + 1}:${name}${last})`, unit, comesTo };
}

function isNumber(cell: Cell): boolean {
  return isFigure(cell) && cell.value !== null;
}
