// Answers questions about one sheet: its lines, rules, protections and charts.
import { randomUUID } from "node:crypto";
import type { Area } from "../model/area.ts";
import { resultOf } from "../model/cell.ts";
import { type Edit, requireEditor, requireUnprotected } from "../model/edit.ts";
import { writeEntries } from "../model/edit-entries.ts";
import { deleteLines, hideLines, insertLines, sizeLines } from "../model/edit-lines.ts";
import { deleteSheet, duplicateSheet, hideSheet, moveSheet, renameSheet } from "../model/edit-sheets.ts";
import { copyCells } from "../model/move-cells.ts";
import { displayText } from "../model/number-format.ts";
import type { Protection } from "../model/protection.ts";
import { defaultColumnWidth, defaultRowHeight, type Sheet } from "../model/sheet.ts";
import type { HostImplementation, SheetOperations } from "../protocol/host-operations.ts";
import type { RangeRef, SheetRef, WireProtection } from "../protocol/wire.ts";
import { ScriptRefusal } from "./execution-context.ts";
import type { Resolver } from "./resolve.ts";
import { describeSheet } from "./workbook-operations.ts";

const areaOf = ({ row, column, rows, columns }: RangeRef): Area => ({ row, column, rows, columns });

function wireProtection(ref: SheetRef, sheet: Sheet, protection: Protection): WireProtection {
  const inSheet = (area: Area): RangeRef => ({ ...ref, ...area });
  return {
    id: protection.id,
    kind: protection.kind,
    range: inSheet(protection.kind === "SHEET" ? sheet.wholeArea() : protection.area),
    namedRange: protection.namedRange,
    description: protection.description,
    warningOnly: protection.warningOnly,
    domainEdit: protection.domainEdit,
    editors: protection.editors,
    unprotected: protection.unprotected.map(inSheet),
  };
}

function getProtection(edit: Edit, sheet: Sheet, id: string): Protection {
  const found = sheet.protections.find((each) => each.id === id);
  if (!found) throw new ScriptRefusal("The protection was removed.");
  const mayChange = edit.email === edit.workbook.facts.owner || found.editors.includes(edit.email);
  if (!mayChange) throw new ScriptRefusal("You do not have permission to edit this protection.");
  return found;
}

/** Width of a text in pixels, roughly: a Chinese character is twice as wide as a Latin one. */
const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e7f ? 14 : 7.5), 0);

function fittingWidth(sheet: Sheet, column: number): number {
  let width = 40;
  for (const { cell } of sheet.cellsIn({ row: 0, column, rows: sheet.maxRows, columns: 1 })) {
    width = Math.max(width, textWidth(displayText(resultOf(cell), cell.style?.numberFormat)) + 16);
  }
  return Math.round(Math.min(width, 600));
}

export function sheetOperations(resolver: Resolver): Pick<HostImplementation, keyof SheetOperations> {
  return {
    "sheet.describe": (ref) => {
      const { edit, sheet } = resolver.sheet(ref);
      return describeSheet(edit.workbook, sheet);
    },
    "sheet.extent": (ref) => {
      const { edit, sheet } = resolver.sheet(ref);
      edit.calculation.bringUpToDate();
      return { rows: sheet.lastRow(), columns: sheet.lastColumn() };
    },
    "sheet.update": (ref, change) => {
      const { edit, sheet } = resolver.sheet(ref);
      requireEditor(edit);
      if (change.name !== undefined) renameSheet(edit, sheet, change.name);
      if (change.hidden !== undefined) hideSheet(edit, sheet, change.hidden);
      if (change.index !== undefined) moveSheet(edit, sheet, change.index);
      if (change.tabColor !== undefined) sheet.tabColor = change.tabColor ?? undefined;
      if ((change.frozenRows ?? 0) >= sheet.maxRows || (change.frozenColumns ?? 0) >= sheet.maxColumns) {
        throw new ScriptRefusal("You can't freeze all visible rows or columns on the sheet.");
      }
      sheet.frozenRows = change.frozenRows ?? sheet.frozenRows;
      sheet.frozenColumns = change.frozenColumns ?? sheet.frozenColumns;
      edit.workbook.announce({ kind: "sheet-properties", sheetId: sheet.id });
    },
    "sheet.delete": (ref) => {
      const { edit, sheet } = resolver.sheet(ref);
      deleteSheet(edit, sheet);
    },
    "sheet.copyTo": (ref, workbookId, name) => {
      const { edit, sheet } = resolver.sheet(ref);
      const target = resolver.edit(workbookId).workbook;
      let chosen =
        name ??
        (edit.workbook.facts.locale.startsWith("zh") ? `${sheet.name}的副本` : `Copy of ${sheet.name}`);
      for (let number = 2; target.sheetByName(chosen); number += 1)
        chosen = `${chosen.replace(/ \d+$/, "")} ${number}`;
      return duplicateSheet({ ...edit, workbook: edit.workbook }, sheet, chosen, target.sheets.length, target)
        .id;
    },
    "sheet.insertLines": (ref, dimension, at, count, looksFrom) => {
      const { edit, sheet } = resolver.sheet(ref);
      insertLines(edit, sheet, dimension, at, count, looksFrom);
    },
    "sheet.deleteLines": (ref, dimension, at, count) => {
      const { edit, sheet } = resolver.sheet(ref);
      deleteLines(edit, sheet, dimension, at, count);
    },
    "sheet.moveLines": (ref, dimension, from, count, to) => {
      const { edit, sheet } = resolver.sheet(ref);
      if (to >= from && to <= from + count) return;
      insertLines(edit, sheet, dimension, to, count, undefined);
      const start = to <= from ? from + count : from;
      const spanOf = (at: number): Area =>
        dimension === "rows"
          ? { row: at, column: 0, rows: count, columns: sheet.maxColumns }
          : { row: 0, column: at, rows: sheet.maxRows, columns: count };
      copyCells(edit, sheet, spanOf(start), sheet, spanOf(to), {
        contents: true,
        formats: true,
        validations: true,
        asValues: false,
      });
      deleteLines(edit, sheet, dimension, start, count);
    },
    "sheet.hideLines": (ref, dimension, at, count, hidden) => {
      const { edit, sheet } = resolver.sheet(ref);
      hideLines(edit, sheet, dimension, at, count, hidden);
    },
    "sheet.sizeLines": (ref, dimension, at, count, size) => {
      const { edit, sheet } = resolver.sheet(ref);
      sizeLines(edit, sheet, dimension, at, count, size);
    },
    "sheet.fitLines": (ref, dimension, at, count) => {
      const { edit, sheet } = resolver.sheet(ref);
      edit.calculation.bringUpToDate();
      for (let index = at; index < at + count; index += 1) {
        const size = dimension === "rows" ? defaultRowHeight : fittingWidth(sheet, index);
        sizeLines(edit, sheet, dimension, index, 1, size);
      }
    },
    "sheet.line": (ref, dimension, at) => {
      const { sheet } = resolver.sheet(ref);
      const line = dimension === "rows" ? sheet.rowLines[at] : sheet.columnLines[at];
      const usual = dimension === "rows" ? defaultRowHeight : defaultColumnWidth;
      return { size: line?.size ?? usual, hidden: line?.hidden ?? false };
    },
    "sheet.appendRow": (ref, entries) => {
      const { edit, sheet } = resolver.sheet(ref);
      edit.calculation.bringUpToDate();
      const row = sheet.lastRow();
      if (row >= sheet.maxRows) insertLines(edit, sheet, "rows", sheet.maxRows, 1, sheet.maxRows - 1);
      sheet.growTo(row + 1, entries.length);
      const area = { row, column: 0, rows: 1, columns: Math.max(1, entries.length) };
      writeEntries(edit, sheet, area, (_, column) => entries[column]);
    },
    "sheet.conditionalRules": (ref) => [...resolver.sheet(ref).sheet.conditionalRules],
    "sheet.setConditionalRules": (ref, rules) => {
      const { edit, sheet } = resolver.sheet(ref);
      requireEditor(edit);
      sheet.conditionalRules = [...rules];
      edit.workbook.announce({ kind: "conditional-rules", sheetId: sheet.id });
    },
    "sheet.charts": (ref) => [...resolver.sheet(ref).sheet.charts],
    "sheet.putChart": (ref, chart) => {
      const { edit, sheet } = resolver.sheet(ref);
      requireEditor(edit);
      const id = chart.id === 0 ? edit.workbook.takeId() : chart.id;
      sheet.charts = [...sheet.charts.filter((each) => each.id !== id), { ...chart, id }];
      edit.workbook.announce({ kind: "charts", sheetId: sheet.id });
      return id;
    },
    "sheet.removeChart": (ref, chartId) => {
      const { edit, sheet } = resolver.sheet(ref);
      requireEditor(edit);
      sheet.charts = sheet.charts.filter((each) => each.id !== chartId);
      edit.workbook.announce({ kind: "charts", sheetId: sheet.id });
    },
    "sheet.protections": (ref, kind) => {
      const { sheet } = resolver.sheet(ref);
      return sheet.protections
        .filter((each) => each.kind === kind)
        .map((each) => wireProtection(ref, sheet, each));
    },
    "sheet.protect": (ref, range) => {
      const { edit, sheet } = resolver.sheet(ref);
      const area = range ? areaOf(range) : sheet.wholeArea();
      requireUnprotected(edit, sheet, area);
      const existing = range ? undefined : sheet.protections.find((each) => each.kind === "SHEET");
      if (existing) return wireProtection(ref, sheet, existing);
      const { owner, editors } = edit.workbook.facts;
      const protection: Protection = {
        id: randomUUID(),
        kind: range ? "RANGE" : "SHEET",
        area,
        namedRange: undefined,
        description: "",
        warningOnly: false,
        domainEdit: false,
        // A fresh protection still admits every editor; the script then removes those it wants out.
        editors: [...new Set([owner, edit.email, ...editors])],
        unprotected: [],
      };
      sheet.protections.push(protection);
      edit.workbook.announce({ kind: "protections", sheetId: sheet.id });
      return wireProtection(ref, sheet, protection);
    },
    "sheet.protection": (ref, id) => {
      const { sheet } = resolver.sheet(ref);
      const found = sheet.protections.find((each) => each.id === id);
      return found ? wireProtection(ref, sheet, found) : null;
    },
    "sheet.updateProtection": (ref, id, change) => {
      const { edit, sheet } = resolver.sheet(ref);
      const protection = getProtection(edit, sheet, id);
      protection.description = change.description ?? protection.description;
      protection.warningOnly = change.warningOnly ?? protection.warningOnly;
      protection.domainEdit = change.domainEdit ?? protection.domainEdit;
      protection.namedRange = change.namedRange ?? protection.namedRange;
      if (change.range) protection.area = areaOf(change.range);
      if (change.unprotected) protection.unprotected = change.unprotected.map(areaOf);
      if (change.editors) {
        // Neither the owner nor oneself can be removed.
        const kept = [edit.workbook.facts.owner, edit.email];
        protection.editors = [...new Set([...kept, ...change.editors])];
      }
      edit.workbook.announce({ kind: "protections", sheetId: sheet.id });
    },
    "sheet.removeProtection": (ref, id) => {
      const { edit, sheet } = resolver.sheet(ref);
      const protection = getProtection(edit, sheet, id);
      sheet.protections = sheet.protections.filter((each) => each !== protection);
      edit.workbook.announce({ kind: "protections", sheetId: sheet.id });
    },
  };
}
