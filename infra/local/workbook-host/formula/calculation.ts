// Brings formula results up to date: only formulas that read something changed are computed again.
import type { Area, SheetArea } from "../model/area.ts";
import { type Cell, CellError, hasContent, resultOf } from "../model/cell.ts";
import { serialOfInstant } from "../model/serial-date.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { evaluate } from "./evaluate.ts";
import type { FormulaContext } from "./formula-context.ts";
import {
  asMatrix,
  FormulaFailure,
  type FormulaResult,
  type FormulaValue,
  isMatrix,
  type Matrix,
  toBoolean,
} from "./formula-value.ts";
import { parseFormula } from "./parser.ts";
import { type Precedents, precedentsOf } from "./precedents.ts";
import { StaleRows } from "./stale-rows.ts";
import type { Node } from "./syntax-tree.ts";
import { FormulaSyntaxError } from "./tokenizer.ts";

interface Entry {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly tree: Node | undefined;
  readonly precedents: Precedents;
}

const sameResult = (a: FormulaValue, b: FormulaValue): boolean =>
  a === b || (a instanceof CellError && b instanceof CellError && a.code === b.code);

export class Calculation {
  private readonly workbook: Workbook;
  private readonly now: () => number;
  /** Where array formulas spilt their results, by the formula's cell. */
  private readonly spills = new Map<Cell, SheetArea>();
  private calculatedDay = Number.NaN;
  private known: { readonly version: string; readonly entries: readonly Entry[] } | undefined;

  constructor(workbook: Workbook, now: () => number) {
    this.workbook = workbook;
    this.now = now;
  }

  /** Computes what is stale; announces cells whose result changed. */
  bringUpToDate(): void {
    const stale = this.workbook.takeStale();
    const today = Math.floor(serialOfInstant(this.now(), this.workbook.facts.timeZone));
    const isNewDay = today !== this.calculatedDay;
    if (stale !== "all" && stale.length === 0 && !isNewDay) return;
    this.calculatedDay = today;
    this.withdrawSpills(stale === "all");
    const entries = this.entries();
    if (entries.length === 0) return;
    this.compute(this.staleEntries(entries, stale));
  }

  /** Decides a custom rule's formula as seen from one cell. */
  isTrueAt(formula: string, sheetId: number, row: number, column: number): boolean {
    return this.isTrueRelative(formula, sheetId, { row, column }, row, column);
  }

  /** A conditional format's formula is written for the first cell of its range and moves along. */
  isTrueRelative(
    formula: string,
    sheetId: number,
    from: Pick<Area, "row" | "column">,
    row: number,
    column: number,
  ): boolean {
    const sheet = this.workbook.sheetById(sheetId);
    const tree = sheet && parsed(formula);
    if (!tree) return false;
    const moved = { movedRows: row - from.row, movedColumns: column - from.column };
    try {
      return toBoolean(asMatrix(evaluate(tree, { ...this.context(sheet, row, column), ...moved }))[0]?.[0]);
    } catch (error) {
      if (error instanceof FormulaFailure) return false;
      throw error;
    }
  }

  /** All formulas with what they read; found anew only when formulas came, went or moved. */
  private entries(): readonly Entry[] {
    const version = this.workbook.formulaVersion();
    if (this.known?.version !== version) this.known = { version, entries: this.findEntries() };
    return this.known.entries;
  }

  private findEntries(): Entry[] {
    const entries: Entry[] = [];
    for (const sheet of this.workbook.sheets) {
      if (sheet.formulaCells.size === 0) continue;
      for (const { row, column, cell } of sheet.cellsIn(sheet.wholeArea())) {
        if (cell.formula === undefined) continue;
        const tree = parsed(cell.formula);
        const precedents = tree ? precedentsOf(tree, this.workbook, sheet) : { areas: [], isVolatile: false };
        entries.push({ sheet, row, column, cell, tree, precedents });
      }
    }
    return entries;
  }

  private staleEntries(entries: readonly Entry[], stale: readonly SheetArea[] | "all"): Set<Entry> {
    if (stale === "all") return new Set(entries);
    const rows = new StaleRows();
    for (const area of stale) rows.add(area);
    const found = new Set<Entry>();
    for (let grew = true; grew; ) {
      grew = false;
      for (const entry of entries) {
        if (found.has(entry)) continue;
        const spill = this.spills.get(entry.cell);
        const isStale =
          entry.cell.computed === undefined ||
          entry.precedents.isVolatile ||
          entry.precedents.areas.some((area) => rows.touches(area)) ||
          (spill !== undefined && rows.touches(spill));
        if (!isStale) continue;
        found.add(entry);
        rows.add({
          sheetId: entry.sheet.id,
          area: { row: entry.row, column: entry.column, rows: 1, columns: 1 },
        });
        if (spill) rows.add(spill);
        grew = true;
      }
    }
    return found;
  }

  private compute(stale: Set<Entry>): void {
    const waiting = new Map<Cell, Entry>();
    for (const entry of stale) waiting.set(entry.cell, entry);
    const running = new Set<Cell>();
    const matrices = new Map<string, Matrix>();
    const changed: SheetArea[] = [];

    const finish = (entry: Entry): void => {
      waiting.delete(entry.cell);
      running.add(entry.cell);
      const before = entry.cell.computed;
      const result = this.resultOf(entry, valueAt, matrixOf);
      running.delete(entry.cell);
      changed.push(...this.spill(entry, result));
      if (!sameResult(before, entry.cell.computed)) {
        changed.push({
          sheetId: entry.sheet.id,
          area: { row: entry.row, column: entry.column, rows: 1, columns: 1 },
        });
      }
    };
    const valueAt = (sheet: Sheet, row: number, column: number): FormulaValue => {
      const cell = sheet.cell(row, column);
      if (cell?.formula !== undefined) {
        if (running.has(cell)) throw new FormulaFailure("#REF!", "Circular dependency detected");
        const entry = waiting.get(cell);
        if (entry) finish(entry);
      }
      return resultOf(cell);
    };
    const matrixOf = ({ sheetId, area }: SheetArea): Matrix => {
      const key = `${sheetId}:${area.row}:${area.column}:${area.rows}:${area.columns}`;
      const known = matrices.get(key);
      if (known) return known;
      const sheet = this.workbook.sheetById(sheetId);
      if (!sheet) throw new FormulaFailure("#REF!");
      const matrix = Array.from({ length: area.rows }, (_, row) =>
        Array.from({ length: area.columns }, (__, column) =>
          valueAt(sheet, area.row + row, area.column + column),
        ),
      );
      matrices.set(key, matrix);
      return matrix;
    };
    for (const entry of stale) if (waiting.has(entry.cell)) finish(entry);
    for (const { sheetId, area } of changed) this.workbook.announce({ kind: "cells", sheetId, area });
  }

  private resultOf(
    entry: Entry,
    cellValue: FormulaContext["cellValue"],
    matrixOf: FormulaContext["matrixOf"],
  ): FormulaResult {
    if (!entry.tree) return new CellError("#ERROR!", "Formula parse error");
    const { sheet, row, column } = entry;
    try {
      const result = evaluate(entry.tree, { ...this.context(sheet, row, column), cellValue, matrixOf });
      return result === undefined ? 0 : result;
    } catch (error) {
      if (error instanceof FormulaFailure) return error.error;
      throw error;
    }
  }

  private context(sheet: Sheet, row: number, column: number): FormulaContext {
    return {
      workbook: this.workbook,
      sheet,
      row,
      column,
      now: this.now(),
      movedRows: 0,
      movedColumns: 0,
      inArray: false,
      cellValue: (from, r, c) => resultOf(from.cell(r, c)),
      matrixOf: ({ sheetId, area }) => {
        const from = this.workbook.sheetById(sheetId);
        return Array.from({ length: area.rows }, (_, r) =>
          Array.from({ length: area.columns }, (__, c) =>
            resultOf(from?.cell(area.row + r, area.column + c)),
          ),
        );
      },
    };
  }

  /** Stores a result; a matrix flows into the blank cells below and to the right, unless one of them is taken. */
  private spill(entry: Entry, result: FormulaResult): SheetArea[] {
    const { sheet, cell, row, column } = entry;
    const previous = this.spills.get(cell);
    if (previous) this.clearSpill(sheet, previous.area, cell);
    this.spills.delete(cell);
    if (!isMatrix(result)) {
      cell.computed = result;
      return previous ? [previous] : [];
    }
    const area = { row, column, rows: result.length, columns: result[0]?.length ?? 0 };
    cell.computed = result[0]?.[0] ?? "";
    if (area.rows * area.columns <= 1) return previous ? [previous] : [];
    for (const { cell: other } of sheet.cellsIn(area)) {
      if (other !== cell && hasContent(other)) {
        cell.computed = new CellError(
          "#REF!",
          "Array result was not expanded because it would overwrite data",
        );
        return previous ? [previous] : [];
      }
    }
    sheet.growTo(row + area.rows, column + area.columns);
    result.forEach((line, r) => {
      line.forEach((value, c) => {
        if (r + c > 0 && value !== undefined) sheet.ensureCell(row + r, column + c).computed = value;
      });
    });
    const here = { sheetId: sheet.id, area };
    this.spills.set(cell, here);
    return previous ? [previous, here] : [here];
  }

  /** Takes back what array formulas spilt that are gone; after rows moved, all of them, to be spilt anew. */
  private withdrawSpills(all: boolean): void {
    for (const [cell, { sheetId, area }] of [...this.spills]) {
      if (cell.formula !== undefined && !all) continue;
      this.spills.delete(cell);
      const sheet = this.workbook.sheetById(sheetId);
      if (!sheet) continue;
      this.clearSpill(sheet, all ? sheet.wholeArea() : area, cell);
      this.workbook.announce({ kind: "cells", sheetId, area });
    }
  }

  private clearSpill(sheet: Sheet, area: Area, owner: Cell): void {
    for (const { cell } of sheet.cellsIn(area)) {
      if (cell !== owner && cell.formula === undefined) cell.computed = undefined;
    }
  }
}

function parsed(formula: string): Node | undefined {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return undefined;
    throw error;
  }
}
