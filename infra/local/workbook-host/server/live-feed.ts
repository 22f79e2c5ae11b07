// Follows one workbook and tells its open pages what changed, gathered per turn of the event loop.
import { type Area, areaAfterShift, hullOf } from "../model/area.ts";
import type { Change } from "../model/change.ts";
import type { Sheet } from "../model/sheet.ts";
import type { ViewChange, ViewWorkbook } from "../protocol/page-messages.ts";
import type { OpenWorkbook } from "../storage/workbook-store.ts";
import type { Shift } from "./catch-up.ts";
import { ConditionalLooks } from "./conditional-looks.ts";
import {
  drawArea,
  drawCharts,
  drawClosed,
  drawNotes,
  drawSheet,
  drawSheetContent,
  drawSheetLines,
  drawValidations,
  StyleTable,
} from "./workbook-picture.ts";

/** Someone who watches: changes are drawn for them, since protections differ by person. */
export interface Watcher {
  readonly email: string;
  changed(sequence: number, changes: readonly ViewChange[]): void;
}

/** More separate areas than this are drawn as one rectangle around them. */
const separateAreas = 60;

/** A page that lags further behind than this has lost its connection anyway. */
const rememberedShifts = 2000;

export class LiveFeed {
  private readonly opened: OpenWorkbook;
  private readonly looks: ConditionalLooks;
  private readonly watchers = new Set<Watcher>();
  private readonly shifts: ViewChange[] = [];
  /** Shifts that a page may not have heard of when it sent an edit. */
  private readonly pastShifts: Shift[] = [];
  private readonly areas = new Map<number, Area[]>();
  private readonly others = new Map<string, Change>();
  private sequence = 0;
  private scheduled: NodeJS.Immediate | undefined;

  constructor(opened: OpenWorkbook, now: () => number) {
    this.opened = opened;
    this.looks = new ConditionalLooks(opened.workbook, opened.calculation, now);
    opened.workbook.watch((change) => this.take(change));
  }

  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** The whole workbook as it is now; later messages carry on from its sequence. */
  picture(email: string): ViewWorkbook {
    this.flush();
    const { workbook } = this.opened;
    const table = new StyleTable();
    this.looks.refresh();
    const sheets = workbook.sheets.map((sheet) =>
      drawSheetContent(workbook, sheet, email, this.looks, table),
    );
    return {
      id: workbook.facts.id,
      name: workbook.facts.name,
      mayEdit: workbook.mayEdit(email),
      sequence: this.sequence,
      styles: table.styles,
      sheets,
    };
  }

  /** The truth about an area, for a page whose edit was refused. */
  correction(sheetId: number, area: Area): ViewChange[] {
    const sheet = this.opened.workbook.sheetById(sheetId);
    return sheet ? this.drawCells(sheet, [area]) : [];
  }

  /** Shifts that a page has not heard of whose last message had this number. */
  shiftsAfter(sequence: number): Shift[] {
    return this.pastShifts.filter((shift) => shift.sequence > sequence);
  }

  /** The clock was moved: formulas and rules that know today are worked out again. */
  clockMoved(): void {
    const { workbook } = this.opened;
    workbook.markAllStale();
    for (const sheet of workbook.sheets) {
      for (const rule of sheet.conditionalRules) for (const area of rule.areas) this.addArea(sheet.id, area);
    }
    this.schedule();
  }

  flush(): void {
    if (this.scheduled) clearImmediate(this.scheduled);
    this.scheduled = undefined;
    this.opened.calculation.bringUpToDate();
    if (this.scheduled) clearImmediate(this.scheduled);
    this.scheduled = undefined;
    if (this.shifts.length + this.areas.size + this.others.size === 0) return;
    const common = this.drawPending();
    const closedSheets = [...this.others.values()].flatMap((change) =>
      change.kind === "protections" ? change.sheetId : [],
    );
    this.shifts.length = 0;
    this.areas.clear();
    this.others.clear();
    this.sequence += 1;
    for (const watcher of this.watchers) {
      const own = closedSheets.flatMap((sheetId): ViewChange[] => {
        const sheet = this.opened.workbook.sheetById(sheetId);
        if (!sheet) return [];
        return [{ kind: "closed", sheetId, closed: drawClosed(this.opened.workbook, sheet, watcher.email) }];
      });
      watcher.changed(this.sequence, [...common, ...own]);
    }
  }

  private take(change: Change): void {
    if (change.kind === "cells") this.addArea(change.sheetId, change.area);
    else if (change.kind === "lines-shifted") this.addShift(change);
    else this.others.set(`${change.kind}:${"sheetId" in change ? change.sheetId : ""}`, change);
    this.schedule();
  }

  private schedule(): void {
    this.scheduled ??= setImmediate(() => this.flush());
  }

  private addArea(sheetId: number, area: Area): void {
    const areas = this.areas.get(sheetId) ?? [];
    this.areas.set(sheetId, areas);
    const last = areas.at(-1);
    if (last && areas.length >= separateAreas) areas[areas.length - 1] = hullOf(last, area);
    else areas.push(area);
  }

  /** Areas noted before the shift move along. Pages rewrite formulas themselves, by the same rule. */
  private addShift(change: Extract<Change, { kind: "lines-shifted" }>): void {
    const { sheetId, dimension, at, count } = change;
    this.shifts.push(change);
    this.pastShifts.push({ sequence: this.sequence + 1, sheetId, dimension, at, count });
    if (this.pastShifts.length > rememberedShifts) this.pastShifts.shift();
    const moved = (this.areas.get(sheetId) ?? []).flatMap(
      (area) => areaAfterShift(area, dimension, at, count) ?? [],
    );
    if (moved.length > 0) this.areas.set(sheetId, moved);
    // New lines take looks and rules from their neighbours.
    const sheet = this.opened.workbook.sheetById(sheetId);
    if (sheet && count > 0) {
      const lines = dimension === "rows" ? { row: at, rows: count } : { column: at, columns: count };
      this.addArea(sheetId, { ...sheet.wholeArea(), ...lines });
    }
    for (const kind of ["validations", "notes", "protections"] as const) {
      this.others.set(`${kind}:${sheetId}`, { kind, sheetId });
    }
    this.others.set(`lines-styled:${sheetId}`, { kind: "lines-styled", sheetId });
    this.others.set(`sheet-properties:${sheetId}`, { kind: "sheet-properties", sheetId });
  }

  private drawPending(): ViewChange[] {
    const kinds = [...this.others.values()];
    // A page builds itself anew for these; nothing else need be told then.
    const reloads = new Set(["sheet-list", "merges", "properties"]);
    if (kinds.some((change) => reloads.has(change.kind))) return [{ kind: "reload" }];
    const { workbook } = this.opened;
    const changes: ViewChange[] = [...this.shifts];
    this.looks.refresh();
    for (const change of kinds) {
      if (change.kind !== "conditional-rules") continue;
      const sheet = workbook.sheetById(change.sheetId);
      if (sheet) this.addArea(sheet.id, sheet.wholeArea());
    }
    for (const sheet of workbook.sheets) {
      const areas = this.areas.get(sheet.id);
      if (areas) changes.push(...this.drawCells(sheet, areas));
      else if (this.areas.size > 0) changes.push(...this.drawFarRules(sheet));
    }
    for (const change of kinds) changes.push(...this.drawOther(change));
    for (const sheet of workbook.sheets) {
      if (sheet.charts.length > 0 && this.areas.size > 0 && !this.others.has(`charts:${sheet.id}`)) {
        changes.push({ kind: "charts", sheetId: sheet.id, charts: drawCharts(workbook, sheet) });
      }
    }
    return changes;
  }

  /** Rules of a sheet that itself did not change, but that may look at one that did. */
  private drawFarRules(sheet: Sheet): ViewChange[] {
    const areas = this.looks.redrawn(sheet, { row: -1, column: -1, rows: 0, columns: 0 });
    return areas.length > 0 ? this.drawCells(sheet, areas) : [];
  }

  private drawCells(sheet: Sheet, areas: readonly Area[]): ViewChange[] {
    const table = new StyleTable();
    const clipped = [...areas, ...areas.flatMap((area) => this.looks.redrawn(sheet, area))].flatMap((area) =>
      clip(area, sheet),
    );
    if (clipped.length === 0) return [];
    const cells = withoutCovered(clipped).map((area) => drawArea(sheet, area, this.looks, table));
    return [{ kind: "cells", sheetId: sheet.id, styles: table.styles, cells }];
  }

  private drawOther(change: Change): ViewChange[] {
    const { workbook } = this.opened;
    const sheet = "sheetId" in change ? workbook.sheetById(change.sheetId) : undefined;
    if (!sheet) return [];
    const sheetId = sheet.id;
    switch (change.kind) {
      case "lines-styled":
        return [{ kind: "lines-styled", sheetId, ...drawSheetLines(sheet) }];
      case "sheet-properties":
        return [{ kind: "sheet", sheet: drawSheet(sheet) }];
      case "notes":
        return [{ kind: "notes", sheetId, notes: drawNotes(sheet) }];
      case "validations":
        return [{ kind: "validations", sheetId, validations: drawValidations(workbook, sheet) }];
      case "charts":
        return [{ kind: "charts", sheetId, charts: drawCharts(workbook, sheet) }];
      default:
        return [];
    }
  }
}

/** The part of an area with anything to draw: a page needs no blank cells below the last row ever used. */
function clip(area: Area, sheet: Sheet): Area[] {
  const rows = Math.min(area.row + area.rows, sheet.maxRows) - area.row;
  const columns = Math.min(area.column + area.columns, sheet.maxColumns) - area.column;
  return rows > 0 && columns > 0 ? [{ ...area, rows, columns }] : [];
}

function withoutCovered(areas: readonly Area[]): Area[] {
  const kept: Area[] = [];
  for (const area of areas) {
    const isCovered = kept.some(
      (other) =>
        other.row <= area.row &&
        other.column <= area.column &&
        other.row + other.rows >= area.row + area.rows &&
        other.column + other.columns >= area.column + area.columns,
    );
    if (!isCovered) kept.push(area);
  }
  return kept;
}
