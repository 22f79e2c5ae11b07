// Draws a workbook, or a part of it, as the page shows it.
import type { Area } from "../model/area.ts";
import { type Cell, type CellStyle, resultOf } from "../model/cell.ts";
import type { EmbeddedChart } from "../model/chart.ts";
import { displayText } from "../model/number-format.ts";
import { findBarrier } from "../model/protection.ts";
import { serialOfInstant } from "../model/serial-date.ts";
import type { Line, Sheet } from "../model/sheet.ts";
import { plainResult } from "../model/snapshot.ts";
import { choicesOf } from "../model/validation.ts";
import type { ValidationRule } from "../model/validation-rule.ts";
import type { Workbook } from "../model/workbook.ts";
import type {
  ViewCell,
  ViewCells,
  ViewChart,
  ViewLine,
  ViewSheet,
  ViewSheetContent,
  ViewValidation,
} from "../protocol/page-messages.ts";
import type { ConditionalLooks } from "./conditional-looks.ts";

/** Styles used in one message, each once. */
export class StyleTable {
  readonly styles: CellStyle[] = [];
  private readonly numbers = new Map<CellStyle, number>();
  numberOf(style: CellStyle): number {
    const known = this.numbers.get(style);
    if (known !== undefined) return known;
    const number = this.styles.push(style) - 1;
    this.numbers.set(style, number);
    return number;
  }
}

function drawCell(cell: Cell | undefined, looks: CellStyle | undefined, table: StyleTable): ViewCell | null {
  if (!cell && !looks) return null;
  const value = plainResult(resultOf(cell));
  return {
    ...(value === undefined || value === "" ? {} : { v: value }),
    ...(cell?.formula === undefined ? {} : { f: cell.formula }),
    ...(cell?.style ? { s: table.numberOf(cell.style) } : {}),
    ...(looks ? { c: table.numberOf(looks) } : {}),
  };
}

/** Every cell of an area, blank ones as null: the page replaces what it has. */
export function drawArea(sheet: Sheet, area: Area, looks: ConditionalLooks, table: StyleTable): ViewCells {
  return {
    row: area.row,
    column: area.column,
    rows: Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => {
        const [row, column] = [area.row + r, area.column + c];
        return drawCell(sheet.cell(row, column), looks.at(sheet, row, column), table);
      }),
    ),
  };
}

/** Only rows that hold something, for a first picture. */
function drawFilledRows(sheet: Sheet, looks: ConditionalLooks, table: StyleTable): ViewCells[] {
  const rows: ViewCells[] = [];
  const conditionalColumns = sheet.conditionalRules.length > 0 ? sheet.maxColumns : 0;
  for (let row = 0; row < sheet.maxRows; row += 1) {
    const width = Math.max(sheet.cells[row]?.length ?? 0, conditionalColumns);
    if (width === 0) continue;
    const line = Array.from({ length: width }, (_, column) =>
      drawCell(sheet.cell(row, column), looks.at(sheet, row, column), table),
    );
    if (line.some((cell) => cell !== null)) rows.push({ row, column: 0, rows: [line] });
  }
  return rows;
}

const drawLines = (lines: readonly (Line | undefined)[]): ViewLine[] =>
  lines.flatMap((line, at) =>
    line
      ? {
          at,
          ...(line.size === undefined ? {} : { size: line.size }),
          ...(line.hidden ? { hidden: true } : {}),
        }
      : [],
  );

export const drawSheetLines = (sheet: Sheet): { rowLines: ViewLine[]; columnLines: ViewLine[] } => ({
  rowLines: drawLines(sheet.rowLines),
  columnLines: drawLines(sheet.columnLines),
});

export const drawNotes = (sheet: Sheet): ViewSheetContent["notes"] =>
  [...sheet.cellsIn(sheet.wholeArea())].flatMap(({ row, column, cell }) =>
    cell.note === undefined ? [] : { row, column, text: cell.note },
  );

/** Rectangles that together cover the given cells: runs down each column, joined sideways where they match. */
function rectanglesOf(cells: readonly { row: number; column: number }[]): Area[] {
  const runs: Area[] = [];
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && last.row + last.rows === row) {
      runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    } else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const joined: Area[] = [];
  for (const run of runs) {
    const neighbour = joined.findIndex(
      (area) => area.row === run.row && area.rows === run.rows && area.column + area.columns === run.column,
    );
    const found = joined[neighbour];
    if (found) joined[neighbour] = { ...found, columns: found.columns + 1 };
    else joined.push(run);
  }
  return joined;
}

export function drawValidations(workbook: Workbook, sheet: Sheet): ViewValidation[] {
  const places = new Map<string, { rule: ValidationRule; cells: { row: number; column: number }[] }>();
  const keys = new Map<ValidationRule, string>();
  for (const { row, column, cell } of sheet.cellsIn(sheet.wholeArea())) {
    const rule = cell.validation;
    if (!rule || rule.criterion === "CUSTOM_FORMULA") continue;
    const key = keys.get(rule) ?? JSON.stringify(rule);
    keys.set(rule, key);
    const place = places.get(key) ?? { rule, cells: [] };
    place.cells.push({ row, column });
    places.set(key, place);
  }
  const zone = workbook.facts.timeZone;
  return [...places.values()].map(({ rule, cells }) => ({
    areas: rectanglesOf(cells),
    criterion: rule.criterion,
    choices: choicesOf(rule, workbook),
    numbers: rule.arguments.flatMap((each) =>
      typeof each === "number"
        ? each
        : typeof each === "object" && "date" in each
          ? serialOfInstant(each.date, zone)
          : [],
    ),
    texts: rule.arguments.filter((each) => typeof each === "string"),
    allowInvalid: rule.allowInvalid,
    helpText: rule.helpText ?? "",
  }));
}

/** Areas of the sheet that a person may not edit. */
export function drawClosed(workbook: Workbook, sheet: Sheet, email: string): Area[] {
  if (!workbook.mayEdit(email)) return [sheet.wholeArea()];
  return sheet.protections.flatMap((protection): Area[] => {
    const probe = protection.kind === "SHEET" ? sheet.wholeArea() : protection.area;
    const barrier = findBarrier({ protections: [protection] }, probe, email, workbook.facts.owner);
    // Holes in a protected sheet are left to the server, which knows them.
    return barrier && protection.unprotected.length === 0 ? [probe] : [];
  });
}

function drawChart(workbook: Workbook, chart: EmbeddedChart): ViewChart {
  const table: (string | number)[][] = [];
  for (const { sheetId, area } of chart.sources) {
    const sheet = workbook.sheetById(sheetId);
    if (!sheet) continue;
    for (let r = 0; r < Math.min(area.rows, 200); r += 1) {
      const line = table[r] ?? [];
      table[r] = line;
      for (let c = 0; c < area.columns; c += 1) {
        const cell = sheet.cell(area.row + r, area.column + c);
        const value = resultOf(cell);
        line.push(
          typeof value === "number" && c + line.length > 0
            ? value
            : displayText(value, cell?.style?.numberFormat),
        );
      }
    }
  }
  return { id: chart.id, type: chart.type, title: String(chart.options.title ?? ""), table };
}

export const drawCharts = (workbook: Workbook, sheet: Sheet): ViewChart[] =>
  sheet.charts.map((chart) => drawChart(workbook, chart));

export const drawSheet = (sheet: Sheet): ViewSheet => ({
  id: sheet.id,
  name: sheet.name,
  hidden: sheet.hidden,
  tabColor: sheet.tabColor ?? "",
  frozenRows: sheet.frozenRows,
  frozenColumns: sheet.frozenColumns,
  maxRows: sheet.maxRows,
  maxColumns: sheet.maxColumns,
});

export function drawSheetContent(
  workbook: Workbook,
  sheet: Sheet,
  email: string,
  looks: ConditionalLooks,
  table: StyleTable,
): ViewSheetContent {
  return {
    ...drawSheet(sheet),
    ...drawSheetLines(sheet),
    cells: drawFilledRows(sheet, looks, table),
    merges: sheet.merges,
    notes: drawNotes(sheet),
    validations: drawValidations(workbook, sheet),
    closed: drawClosed(workbook, sheet, email),
    charts: drawCharts(workbook, sheet),
  };
}
