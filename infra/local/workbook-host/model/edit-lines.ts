// Inserts, deletes, moves, hides and sizes rows and columns, and keeps everything anchored to them in place.
import { formulaAfterShift } from "../formula/rewrite-references.ts";
import { type Area, areaAfterShift, type Dimension, type SheetArea } from "./area.ts";
import type { Cell } from "./cell.ts";
import { type Edit, RefusedEdit, requireEditor, requireUnprotected } from "./edit.ts";
import type { Line, Sheet } from "./sheet.ts";
import type { RuleArgument, ValidationRule } from "./validation-rule.ts";

const lineArea = (sheet: Sheet, dimension: Dimension, at: number, count: number): Area =>
  dimension === "rows"
    ? { row: at, column: 0, rows: count, columns: sheet.maxColumns }
    : { row: 0, column: at, rows: sheet.maxRows, columns: count };

function spliceSparse<T>(
  list: (T | undefined)[],
  at: number,
  remove: number,
  insert: (T | undefined)[],
): void {
  if (at < list.length) list.splice(at, remove, ...insert);
  else
    insert.forEach((item, index) => {
      if (item !== undefined) list[at + index] = item;
    });
}

/** A new row takes looks and rules from its neighbour, not its contents. */
function looksOf(cell: Cell | undefined): Cell | undefined {
  if (!cell || (cell.style === undefined && cell.validation === undefined)) return undefined;
  return { style: cell.style, validation: cell.validation };
}

function shiftArgument(
  argument: RuleArgument,
  move: (area: SheetArea) => SheetArea | undefined,
): RuleArgument {
  if (typeof argument !== "object" || !("range" in argument)) return argument;
  return { range: move(argument.range) ?? argument.range };
}

/** Moves everything that is anchored to lines of the sheet: references, names, protections, rules, charts. */
function shiftAnchors(edit: Edit, sheet: Sheet, dimension: Dimension, at: number, count: number): void {
  const { workbook } = edit;
  const move = (area: Area): Area | undefined => areaAfterShift(area, dimension, at, count);
  const moveAll = (areas: readonly Area[]): Area[] => areas.flatMap((area) => move(area) ?? []);
  const moveElsewhere = (from: SheetArea): SheetArea | undefined => {
    if (from.sheetId !== sheet.id) return from;
    const area = move(from.area);
    return area && { sheetId: from.sheetId, area };
  };

  sheet.merges = moveAll(sheet.merges);
  sheet.protections = sheet.protections.flatMap((protection) => {
    const area = protection.kind === "SHEET" ? protection.area : move(protection.area);
    return area ? { ...protection, area, unprotected: moveAll(protection.unprotected) } : [];
  });
  sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
    const areas = moveAll(rule.areas);
    return areas.length > 0 ? { ...rule, areas } : [];
  });
  for (const [name, range] of [...workbook.namedRanges]) {
    const moved = moveElsewhere(range);
    if (moved) workbook.namedRanges.set(name, moved);
    else workbook.namedRanges.delete(name);
  }
  const movedRules = new Map<ValidationRule, ValidationRule>();
  for (const each of workbook.sheets) {
    each.charts = each.charts.map((chart) => ({
      ...chart,
      sources: chart.sources.flatMap((source) => moveElsewhere(source) ?? []),
    }));
    for (const cell of each.formulaCells) {
      if (cell.formula === undefined) continue;
      cell.formula = formulaAfterShift(cell.formula, each.name, sheet.name, dimension, at, count);
    }
    for (const { cell } of each.cellsIn(each.wholeArea())) {
      if (cell.validation?.criterion !== "VALUE_IN_RANGE") continue;
      const rule = cell.validation;
      const moved = movedRules.get(rule) ?? {
        ...rule,
        arguments: rule.arguments.map((argument) => shiftArgument(argument, moveElsewhere)),
      };
      movedRules.set(rule, moved);
      cell.validation = moved;
    }
  }
}

/** Inserts blank lines before `at`, with looks and rules of the line `looksFrom` (counted before insertion). */
export function insertLines(
  edit: Edit,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
  count: number,
  looksFrom: number | undefined,
): void {
  const size = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (at < 0 || at > size || count < 1) throw new RefusedEdit("Those rows or columns are out of bounds.");
  // Lines at the very end touch nothing that is protected, except in a protected sheet.
  requireUnprotected(edit, sheet, lineArea(sheet, dimension, Math.min(at, size - 1), 1));
  if (dimension === "rows") {
    const model = looksFrom === undefined ? undefined : sheet.cells[looksFrom];
    const fresh = Array.from({ length: count }, () => model?.map(looksOf));
    spliceSparse(sheet.cells, at, 0, fresh);
    spliceSparse(sheet.rowLines, at, 0, new Array<Line | undefined>(count).fill(undefined));
    sheet.maxRows += count;
  } else {
    for (const line of sheet.cells) {
      if (!line || at > line.length) continue;
      const model = looksFrom === undefined ? undefined : line[looksFrom];
      spliceSparse(
        line,
        at,
        0,
        Array.from({ length: count }, () => looksOf(model)),
      );
    }
    const width = looksFrom === undefined ? undefined : sheet.columnLines[looksFrom]?.size;
    spliceSparse(
      sheet.columnLines,
      at,
      0,
      Array.from({ length: count }, () => (width ? { size: width } : undefined)),
    );
    sheet.maxColumns += count;
  }
  if (dimension === "rows" && at < sheet.frozenRows) sheet.frozenRows += count;
  if (dimension === "columns" && at < sheet.frozenColumns) sheet.frozenColumns += count;
  finishShift(edit, sheet, dimension, at, count);
}

export function deleteLines(edit: Edit, sheet: Sheet, dimension: Dimension, at: number, count: number): void {
  const size = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (at < 0 || count < 1 || at + count > size) {
    throw new RefusedEdit("Those rows are out of bounds.");
  }
  if (count >= size)
    throw new RefusedEdit("It is not possible to delete all the rows or columns on the sheet.");
  const frozen = dimension === "rows" ? sheet.frozenRows : sheet.frozenColumns;
  if (frozen > 0 && at <= frozen && at + count >= size) {
    throw new RefusedEdit("Sorry, it is not possible to delete all non-frozen rows or columns.");
  }
  requireUnprotected(edit, sheet, lineArea(sheet, dimension, at, count));
  for (const { cell } of sheet.cellsIn(lineArea(sheet, dimension, at, count)))
    sheet.formulaCells.delete(cell);
  const frozenLost = Math.max(0, Math.min(frozen, at + count) - at);
  if (dimension === "rows") {
    sheet.cells.splice(at, count);
    sheet.rowLines.splice(at, count);
    sheet.maxRows -= count;
    sheet.frozenRows -= frozenLost;
  } else {
    for (const line of sheet.cells) line?.splice(at, count);
    sheet.columnLines.splice(at, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns -= frozenLost;
  }
  finishShift(edit, sheet, dimension, at, -count);
}

function finishShift(edit: Edit, sheet: Sheet, dimension: Dimension, at: number, count: number): void {
  shiftAnchors(edit, sheet, dimension, at, count);
  edit.workbook.markAllStale();
  edit.workbook.announce({ kind: "lines-shifted", sheetId: sheet.id, dimension, at, count });
}

const linesOf = (sheet: Sheet, dimension: Dimension): (Line | undefined)[] =>
  dimension === "rows" ? sheet.rowLines : sheet.columnLines;

function styleLines(
  edit: Edit,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
  count: number,
  change: Line,
): void {
  requireEditor(edit);
  const size = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (at < 0 || count < 1 || at + count > size)
    throw new RefusedEdit("Those rows or columns are out of bounds.");
  const lines = linesOf(sheet, dimension);
  for (let index = at; index < at + count; index += 1) {
    const line = { ...lines[index], ...change };
    lines[index] = line.size === undefined && !line.hidden ? undefined : line;
  }
  edit.workbook.announce({ kind: "lines-styled", sheetId: sheet.id });
}

export const hideLines = (
  edit: Edit,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
  count: number,
  hidden: boolean,
): void => styleLines(edit, sheet, dimension, at, count, { hidden: hidden || undefined });

export const sizeLines = (
  edit: Edit,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
  count: number,
  size: number,
): void => styleLines(edit, sheet, dimension, at, count, { size });
