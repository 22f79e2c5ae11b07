// Pastes text from elsewhere as if it were typed: the server reads each entry by its cell's format, so that a plain
// text column keeps leading zeros. Univer would turn such texts into numbers first.
import { CellValueType, type ICellData, ICommandService, type Univer } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { SheetView } from "./sheet-view.ts";
import { rangeOf } from "./univer-picture.ts";

/** Cells copied inside Univer carry this mark in their HTML; those it pastes itself. */
export const isOwnCopy = (html: unknown): boolean =>
  typeof html === "string" && html.includes("data-copy-id");

/** Rows and cells of a clipboard text: tabs between cells, quotes around cells with line breaks. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const trimmed = text.replace(/(?:\r\n|\n|\r)$/, "");
  for (const match of trimmed.matchAll(cell)) {
    if (match[0] === "" && match.index === trimmed.length && (rows.at(-1)?.length ?? 0) > 0) break;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") break;
    if (match[3] !== "\t") rows.push([]);
  }
  return rows;
}

/** The entry that `raw` stands for is what the person pasted; Univer only shows it until the server has read it. */
const rawCell = (text: string): ICellData =>
  text === ""
    ? { v: null, p: null, f: null, custom: { raw: "" } }
    : { v: text, t: CellValueType.STRING, p: null, f: null, custom: { raw: text } };

/** Pastes at the selection; a selection that is a multiple of the text's size is filled. */
export function pasteText(univer: Univer, view: SheetView, text: string): void {
  const at = view.selection();
  const workbook = view.workbook();
  if (!at || !workbook) return;
  const rows = cellsOfText(text);
  const height = rows.length;
  const width = Math.max(...rows.map((row) => row.length));
  const area = {
    row: at.row,
    column: at.column,
    rows: at.rows % height === 0 ? at.rows : height,
    columns: at.columns % width === 0 ? at.columns : width,
  };
  const value: Record<number, Record<number, ICellData>> = {};
  for (let r = 0; r < area.rows; r += 1) {
    const line: Record<number, ICellData> = {};
    for (let c = 0; c < area.columns; c += 1)
      line[area.column + c] = rawCell(rows[r % height]?.[c % width] ?? "");
    value[area.row + r] = line;
  }
  const commands = univer.__getInjector().get(ICommandService);
  void commands.executeCommand(SetRangeValuesCommand.id, {
    unitId: workbook.getUnitId(),
    subUnitId: String(at.sheetId),
    range: rangeOf(area),
    value,
  });
}
