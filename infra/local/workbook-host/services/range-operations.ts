// Answers questions about ranges: reads and writes values, formulas, looks, notes and rules.
import { formulaFromR1C1, formulaToR1C1 } from "../formula/r1c1.ts";
import { findAddress } from "../model/a1.ts";
import { areasTouch } from "../model/area.ts";
import { type Cell, CellError, type CellStyle, resultOf } from "../model/cell.ts";
import { requireUnprotected } from "../model/edit.ts";
import { writeEntries, writeFormulas } from "../model/edit-entries.ts";
import { clearCells, writeNotes, writeStyles, writeValidations } from "../model/edit-looks.ts";
import { findText, patternOf } from "../model/find-text.ts";
import { copyCells, sortRows } from "../model/move-cells.ts";
import { displayText, isDatePattern } from "../model/number-format.ts";
import { findBarrier } from "../model/protection.ts";
import { instantOfSerial } from "../model/serial-date.ts";
import type { HostImplementation, RangeOperations, Spread } from "../protocol/host-operations.ts";
import type { WireValue } from "../protocol/wire.ts";
import { ScriptRefusal } from "./execution-context.ts";
import { matrixOf, type Resolver } from "./resolve.ts";

/** A cell's value as a script gets it: numbers under a date format are dates in the spreadsheet's zone. */
export function wireValue(cell: Cell | undefined, zone: string): WireValue {
  const value = resultOf(cell);
  if (value === undefined) return "";
  if (value instanceof CellError) return value.code;
  if (typeof value === "number" && isDatePattern(cell?.style?.numberFormat)) {
    return { date: instantOfSerial(value, zone) };
  }
  return value;
}

const at = <T>(spread: Spread<T>, row: number, column: number): T => {
  const value = spread.repeat ? spread.rows[0]?.[0] : spread.rows[row]?.[column];
  if (value === undefined) throw new ScriptRefusal("The data does not match the range.");
  return value;
};

export function rangeOperations(resolver: Resolver): Pick<HostImplementation, keyof RangeOperations> {
  return {
    "range.resolve": (workbookId, sheetId, address) => {
      const { workbook } = resolver.workbook(workbookId);
      const own = sheetId === undefined ? workbook.sheets[0] : workbook.sheetById(sheetId);
      const named = workbook.namedRanges.get(address);
      if (named) return { workbookId, sheetId: named.sheetId, ...named.area };
      const first = findAddress(address, own?.maxRows ?? 1, own?.maxColumns ?? 1);
      const sheet = first?.sheetName === undefined ? own : workbook.sheetByName(first.sheetName);
      const found = sheet && findAddress(address, sheet.maxRows, sheet.maxColumns);
      if (!sheet || !found) throw new ScriptRefusal("Range not found");
      const ref = { workbookId, sheetId: sheet.id, ...found.area };
      resolver.range(ref);
      return ref;
    },
    "range.require": (ref) => {
      resolver.range(ref);
    },
    "range.values": (ref) => {
      const { edit, sheet, area } = resolver.range(ref);
      edit.calculation.bringUpToDate();
      const zone = edit.workbook.facts.timeZone;
      return matrixOf(area, (row, column) => wireValue(sheet.cell(row, column), zone));
    },
    "range.displayValues": (ref) => {
      const { edit, sheet, area } = resolver.range(ref);
      edit.calculation.bringUpToDate();
      return matrixOf(area, (row, column) => {
        const cell = sheet.cell(row, column);
        return displayText(resultOf(cell), cell?.style?.numberFormat);
      });
    },
    "range.formulas": (ref, notation) => {
      const { sheet, area } = resolver.range(ref);
      return matrixOf(area, (row, column) => {
        const formula = sheet.cell(row, column)?.formula ?? "";
        return notation === "R1C1" && formula !== "" ? formulaToR1C1(formula, row, column) : formula;
      });
    },
    "range.notes": (ref) => {
      const { sheet, area } = resolver.range(ref);
      return matrixOf(area, (row, column) => sheet.cell(row, column)?.note ?? "");
    },
    "range.validations": (ref) => {
      const { sheet, area } = resolver.range(ref);
      return matrixOf(area, (row, column) => sheet.cell(row, column)?.validation ?? null);
    },
    "range.styles": (ref, key) => {
      const { sheet, area } = resolver.range(ref);
      return matrixOf(area, (row, column) => sheet.cell(row, column)?.style?.[key] ?? null);
    },
    "range.writeValues": (ref, entries) => {
      const { edit, sheet, area } = resolver.range(ref);
      writeEntries(edit, sheet, area, (row, column) => at(entries, row, column));
    },
    "range.writeFormulas": (ref, formulas, notation) => {
      const { edit, sheet, area } = resolver.range(ref);
      writeFormulas(edit, sheet, area, (row, column) => {
        const text = at(formulas, row, column);
        return notation === "R1C1" ? formulaFromR1C1(text, area.row + row, area.column + column) : text;
      });
    },
    "range.writeNotes": (ref, notes) => {
      const { edit, sheet, area } = resolver.range(ref);
      writeNotes(edit, sheet, area, (row, column) => at(notes, row, column));
    },
    "range.writeValidations": (ref, rules) => {
      const { edit, sheet, area } = resolver.range(ref);
      writeValidations(edit, sheet, area, (row, column) => at(rules, row, column) ?? undefined);
    },
    "range.writeStyles": (ref, key, values) => {
      const { edit, sheet, area } = resolver.range(ref);
      writeStyles(edit, sheet, area, (row, column): CellStyle => {
        const value = at(values, row, column);
        return { [key]: value === null || value === "" ? undefined : value };
      });
      // A number format can turn numbers into dates, which some formulas show.
      if (key === "numberFormat") edit.workbook.markStale(sheet.id, area);
    },
    "range.clear": (ref, what) => {
      const { edit, sheet, area } = resolver.range(ref);
      clearCells(edit, sheet, area, what);
    },
    "range.sort": (ref, keys) => {
      const { edit, sheet, area } = resolver.range(ref);
      sortRows(edit, sheet, area, keys);
    },
    "range.copy": (from, to, what) => {
      const source = resolver.range(from);
      const target = resolver.range(to);
      copyCells(target.edit, source.sheet, source.area, target.sheet, target.area, what);
    },
    "range.move": (from, to) => {
      const source = resolver.range(from);
      const target = resolver.range({ ...to, rows: from.rows, columns: from.columns });
      requireUnprotected(source.edit, source.sheet, source.area);
      const all = { contents: true, formats: true, validations: true };
      const cells = matrixOf(source.area, (row, column) => ({ ...source.sheet.cell(row, column) }));
      clearCells(source.edit, source.sheet, source.area, { ...all, notes: true });
      cells.forEach((line, row) => {
        line.forEach((cell, column) => {
          target.sheet.putCell(target.area.row + row, target.area.column + column, cell);
        });
      });
      target.edit.workbook.announceCells(target.sheet.id, target.area);
      target.edit.workbook.announce({ kind: "notes", sheetId: target.sheet.id });
      target.edit.workbook.announce({ kind: "validations", sheetId: target.sheet.id });
    },
    "range.find": (ref, query) => {
      const { edit, sheet, area } = resolver.range(ref);
      edit.calculation.bringUpToDate();
      return findText(sheet, area, query);
    },
    "range.replace": (ref, query, replacement) => {
      const { edit, sheet, area } = resolver.range(ref);
      const pattern = patternOf(query);
      let count = 0;
      for (const { row, column } of findText(sheet, area, query)) {
        const cell = sheet.cell(row, column);
        const text = cell?.formula ?? displayText(resultOf(cell), cell?.style?.numberFormat);
        const isFormula = cell?.formula !== undefined;
        if (isFormula && !query.inFormulas) continue;
        const replaced = text.replace(pattern, () => {
          count += 1;
          return replacement;
        });
        writeEntries(edit, sheet, { row, column, rows: 1, columns: 1 }, () => replaced);
      }
      return count;
    },
    "range.merge": (ref, how) => {
      const { edit, sheet, area } = resolver.range(ref);
      requireUnprotected(edit, sheet, area);
      sheet.merges = sheet.merges.filter((merge) => !areasTouch(merge, area));
      if (how === "ALL") sheet.merges.push(area);
      const rows = how === "ROWS" ? area.rows : 0;
      const columns = how === "COLUMNS" ? area.columns : 0;
      for (let r = 0; r < rows; r += 1) sheet.merges.push({ ...area, row: area.row + r, rows: 1 });
      for (let c = 0; c < columns; c += 1)
        sheet.merges.push({ ...area, column: area.column + c, columns: 1 });
      edit.workbook.announce({ kind: "merges", sheetId: sheet.id });
    },
    "range.merges": (ref) => {
      const { sheet, area } = resolver.range(ref);
      const { workbookId, sheetId } = ref;
      return sheet.merges
        .filter((merge) => areasTouch(merge, area))
        .map((merge) => ({ workbookId, sheetId, ...merge }));
    },
    "range.canEdit": (ref) => {
      const { edit, sheet, area } = resolver.range(ref);
      return (
        edit.workbook.mayEdit(edit.email) &&
        findBarrier(sheet, area, edit.email, edit.workbook.facts.owner) === undefined
      );
    },
  };
}
