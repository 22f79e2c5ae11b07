// One workbook: its sheets, named ranges and sharing, and the place where changes are announced.
import { type Area, areasTouch, findCommonArea, hullOf, type SheetArea } from "./area.ts";
import type { Change } from "./change.ts";
import { Sheet } from "./sheet.ts";

export interface DeveloperMetadata {
  readonly id: number;
  key: string;
  value: string | undefined;
  visibility: string;
  readonly sheetId: number | undefined;
}

export interface WorkbookFacts {
  readonly id: string;
  name: string;
  owner: string;
  editors: string[];
  viewers: string[];
  timeZone: string;
  locale: string;
}

export class Workbook {
  readonly facts: WorkbookFacts;
  sheets: Sheet[] = [];
  readonly namedRanges = new Map<string, SheetArea>();
  metadata: DeveloperMetadata[] = [];
  nextId = 1;
  /** Areas whose entries changed since formulas were last calculated. */
  private uncalculated: SheetArea[] = [];
  private allUncalculated = true;
  private structureVersion = 0;
  private readonly watchers = new Set<(change: Change) => void>();

  constructor(facts: WorkbookFacts) {
    this.facts = facts;
  }

  sheetById(id: number): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  sheetByName(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  addSheet(name: string, index = this.sheets.length, rows = 1000, columns = 26): Sheet {
    const id = this.sheets.some((sheet) => sheet.id === 0) || this.nextId > 1 ? this.takeId() + 100 : 0;
    const sheet = new Sheet(id, name, rows, columns);
    this.sheets.splice(index, 0, sheet);
    this.structureVersion += 1;
    this.announce({ kind: "sheet-list" });
    return sheet;
  }

  takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }

  mayEdit(email: string): boolean {
    return email === this.facts.owner || this.facts.editors.includes(email);
  }

  mayView(email: string): boolean {
    return this.mayEdit(email) || this.facts.viewers.includes(email);
  }

  watch(watcher: (change: Change) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  announce(change: Change): void {
    for (const watcher of this.watchers) watcher(change);
  }

  /** Entries in an area changed: formulas that read it are stale. */
  announceCells(sheetId: number, area: Area): void {
    this.markStale(sheetId, area);
    this.announce({ kind: "cells", sheetId, area });
  }

  markStale(sheetId: number, area: Area): void {
    if (this.allUncalculated) return;
    const last = this.uncalculated.at(-1);
    // Neighbouring writes of a loop collapse into one rectangle.
    if (last?.sheetId === sheetId && this.uncalculated.length > 40) {
      this.uncalculated[this.uncalculated.length - 1] = { sheetId, area: hullOf(last.area, area) };
    } else {
      this.uncalculated.push({ sheetId, area });
    }
  }

  /** Changes whenever formulas, their places or what their names mean may have changed. */
  formulaVersion(): string {
    return `${this.structureVersion}/${this.sheets.map((sheet) => sheet.formulaVersion).join("/")}`;
  }

  /** Everything is to be computed again: rows moved, names changed, sheets came or went. */
  markAllStale(): void {
    this.structureVersion += 1;
    this.allUncalculated = true;
    this.uncalculated = [];
  }

  takeStale(): readonly SheetArea[] | "all" {
    const stale = this.allUncalculated ? "all" : this.uncalculated;
    this.allUncalculated = false;
    this.uncalculated = [];
    return stale;
  }

  /** Merged areas that an area cuts or contains. */
  mergesTouching(sheet: Sheet, area: Area): Area[] {
    return sheet.merges.filter(
      (merge) => areasTouch(merge, area) && findCommonArea(merge, area) !== undefined,
    );
  }
}
