// A workbook in memory that obeys the same rules as Google's, for tests of everything that works on sheets.
import type { CellWrite, ChartPlan, SheetFacts, SheetHost, SheetLayout } from "./sheet-host.ts";

interface MemorySheet {
  id: number;
  name: string;
  cells: string[][];
  hidden: boolean;
  layout: SheetLayout | null;
  charts: ChartPlan[];
  /** Cells whose drop-down was pasted over, as `row,column`. */
  foreign: Set<string>;
}

export class MemorySheetHost implements SheetHost {
  /** Every call by name, as an execution log would count them. */
  readonly calls: string[] = [];
  id: string;
  selected: { sheet: number; row: number } | null = null;
  private readonly all: MemorySheet[] = [
    { id: 0, name: "工作表1", cells: [], hidden: false, layout: null, charts: [], foreign: new Set() },
  ];
  private nextId = 1;

  constructor(id = "memory-workbook") {
    this.id = id;
  }

  workbookId(): string {
    return this.id;
  }
  sheets(): SheetFacts[] {
    this.calls.push("sheets");
    return this.all.map(({ id, name }) => ({ id, name }));
  }
  addSheet(name: string): number {
    this.calls.push("addSheet");
    if (this.all.some((sheet) => sheet.name === name)) throw new Error(`a sheet named ${name} exists`);
    const id = this.nextId++;
    this.all.push({ id, name, cells: [], hidden: false, layout: null, charts: [], foreign: new Set() });
    return id;
  }
  renameSheet(sheet: number, name: string): void {
    this.calls.push("renameSheet");
    this.at(sheet).name = name;
  }
  read(sheet: number): string[][] {
    this.calls.push("read");
    return this.grid(sheet);
  }
  readArea(sheet: number, row: number, column: number, rows: number, columns: number): string[][] {
    this.calls.push("readArea");
    const { cells } = this.at(sheet);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => cells[row - 1 + r]?.[column - 1 + c] ?? ""),
    );
  }
  write(sheet: number, cells: readonly CellWrite[]): void {
    if (cells.length === 0) return;
    this.calls.push("write");
    for (const { row, column, text } of cells) this.put(sheet, row, column, text);
  }
  writeArea(sheet: number, row: number, column: number, rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    this.calls.push("writeArea");
    rows.forEach((line, r) => {
      line.forEach((text, c) => {
        this.put(sheet, row + r, column + c, text);
      });
    });
  }
  clearBelow(sheet: number, row: number): void {
    this.calls.push("clearBelow");
    this.at(sheet).cells.splice(row - 1);
  }
  deleteRows(sheet: number, first: number, count: number): void {
    this.calls.push("deleteRows");
    this.at(sheet).cells.splice(first - 1, count);
  }
  setHidden(sheet: number, hidden: boolean): void {
    this.calls.push("setHidden");
    this.at(sheet).hidden = hidden;
  }
  insertColumn(sheet: number, before: number): void {
    this.calls.push("insertColumn");
    for (const line of this.at(sheet).cells) if (line.length >= before) line.splice(before - 1, 0, "");
  }
  layOut(sheet: number, layout: SheetLayout): void {
    this.calls.push("layOut");
    this.at(sheet).layout = layout;
    for (const { column, header } of layout.columns) this.put(sheet, 1, column, header);
  }
  restoreRules(sheet: number, layout: SheetLayout): void {
    this.calls.push("restoreRules");
    this.at(sheet).layout = layout;
    this.at(sheet).foreign.clear();
  }
  foreignRules(
    sheet: number,
    _layout: SheetLayout,
    row: number,
    rows: number,
  ): { row: number; column: number }[] {
    this.calls.push("foreignRules");
    return [...this.at(sheet).foreign]
      .map((key) => ({ row: Number(key.split(",")[0]), column: Number(key.split(",")[1]) }))
      .filter((cell) => cell.row >= row && cell.row < row + rows);
  }
  putChart(sheet: number, chart: ChartPlan): void {
    this.calls.push("putChart");
    this.at(sheet).charts = [chart];
  }
  select(sheet: number, row: number): void {
    this.selected = { sheet, row };
  }
  selection(): { sheet: number; row: number } | null {
    return this.selected;
  }
  flush(): void {
    this.calls.push("flush");
  }

  // What a person does, for tests.

  sheetNamed(name: string): number {
    const found = this.all.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}: ${this.all.map((sheet) => sheet.name).join()}`);
    return found.id;
  }
  isHidden(sheet: number): boolean {
    return this.at(sheet).hidden;
  }
  layoutOf(sheet: number): SheetLayout {
    const { layout } = this.at(sheet);
    if (!layout) throw new Error("the sheet was not laid out");
    return layout;
  }
  chartsOf(sheet: number): ChartPlan[] {
    return this.at(sheet).charts;
  }
  grid(sheet: number): string[][] {
    const { cells } = this.at(sheet);
    const last = cells.findLastIndex((line) => line.some((text) => text !== ""));
    const used = cells.slice(0, last + 1);
    const width = Math.max(1, ...used.map((line) => line.findLastIndex((text) => text !== "") + 1));
    return used.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ""));
  }
  type(sheet: number, row: number, column: number, text: string): void {
    this.put(sheet, row, column, text);
  }
  rows(sheet: number, change: (rows: string[][]) => string[][]): void {
    const [header = [], ...rows] = this.grid(sheet);
    this.at(sheet).cells = [header, ...change(rows)].map((line) => [...line]);
  }
  deleteSheet(sheet: number): void {
    this.all.splice(this.all.indexOf(this.at(sheet)), 1);
  }
  deleteColumn(sheet: number, column: number): void {
    for (const line of this.at(sheet).cells) line.splice(column - 1, 1);
  }
  pasteOver(sheet: number, row: number, column: number, text: string): void {
    this.put(sheet, row, column, text);
    this.at(sheet).foreign.add(`${row},${column}`);
  }
  /** The file, copied as a whole. */
  copy(id: string): MemorySheetHost {
    const copy = new MemorySheetHost(id);
    copy.all.splice(
      0,
      1,
      ...this.all.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((line) => [...line]),
        charts: [...sheet.charts],
        foreign: new Set(sheet.foreign),
      })),
    );
    copy.nextId = this.nextId;
    return copy;
  }

  private at(id: number): MemorySheet {
    const found = this.all.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`no sheet ${id}`);
    return found;
  }
  private put(sheet: number, row: number, column: number, text: string): void {
    const { cells } = this.at(sheet);
    while (cells.length < row) cells.push([]);
    const line = cells[row - 1];
    if (!line) throw new Error("no row");
    while (line.length < column) line.push("");
    line[column - 1] = text;
  }
}
