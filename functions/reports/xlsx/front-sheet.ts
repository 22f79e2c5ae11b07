// The first worksheet of a report: what it is, its sentences and notes, and the way to every table.
import type { CellObject } from "write-excel-file/node";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import { type Block, type Cell, isFigure, type Report } from "../model/report.ts";
import { titleOf } from "../model/report-title.ts";
import { showDate, showInline } from "../model/show-inline.ts";
import { blocksWithNotes } from "../model/with-notes.ts";
import { cellText, linesOf, linkNext, type Sheet } from "./sheet.ts";
import { FORMATS, type SheetOptions } from "./table-sheet.ts";

const WIDTHS = [34, 24, 24, 24];

export function frontSheet(
  report: Report,
  name: string,
  tables: ReadonlyMap<string, string>,
  options: SheetOptions,
): Sheet {
  const { locale, subtitle } = options;
  const sheet: Sheet = {
    name,
    rows: [],
    widths: WIDTHS,
    frozenRows: 0,
    frozenColumns: 0,
    landscape: false,
    links: new Map(),
    values: new Map(),
  };
  const { cover, preliminary } = report;
  if (cover) wide(sheet, say(cover.motto, locale), { textColor: "#a3190f", align: "center" });
  wide(sheet, titleOf(report, locale), { fontWeight: "bold", fontSize: 18, align: "center", height: 34 });
  if (cover) {
    wide(sheet, say(cover.subtitle, locale), { align: "center" });
    wide(sheet, say(cover.organisation, locale), { align: "center" });
  }
  wide(sheet, subtitle, { textColor: "#51606f", align: "center" });
  if (preliminary)
    wide(sheet, say(BLOCK_TEXTS.preliminaryNote, locale), { textColor: "#7a4a00", wrap: true });
  sheet.rows.push([]);
  for (const block of blocksWithNotes(report)) pushBlock(sheet, block, tables, options);
  return sheet;
}

/** Text over the whole width. A merged cell does not grow by itself: its height follows from the text. */
function wide(sheet: Sheet, text: string, look: CellObject = {}): void {
  const width = WIDTHS.reduce((sum, one) => sum + one, 0);
  const lines = look.wrap ? linesOf(text, width) : 1;
  sheet.rows.push([
    {
      height: 6 + lines * 15,
      alignVertical: "center",
      ...look,
      value: cellText(text),
      columnSpan: WIDTHS.length,
    },
  ]);
}

function pushBlock(
  sheet: Sheet,
  block: Block,
  tables: ReadonlyMap<string, string>,
  { locale, addressOf }: SheetOptions,
): void {
  switch (block.kind) {
    case "heading":
      wide(sheet, say(block.text, locale), {
        fontWeight: "bold",
        fontSize: block.level === 1 ? 14 : 12,
      });
      break;
    case "paragraph":
      wide(sheet, block.parts.map((part) => showInline(part, locale)).join(""), { wrap: true });
      break;
    case "notice":
      wide(sheet, say(block.text, locale), { wrap: true, textColor: "#7a4a00" });
      break;
    case "fields":
      for (const { label, value } of block.items) {
        const row: CellObject[] = [{ value: cellText(say(label, locale)), textColor: "#51606f" }];
        if (isFigure(value) && value.rows !== null) linkNext(sheet, row, addressOf(value.rows));
        row.push(fieldCell(value, locale));
        sheet.rows.push(row);
      }
      break;
    case "checklist":
      for (const { text, state, note } of block.items) {
        const mark = say(BLOCK_TEXTS[state], locale);
        wide(sheet, `${mark} ${say(text, locale)}${note ? ` — ${note}` : ""}`, { wrap: true });
      }
      break;
    case "table":
      wide(sheet, `→ ${tables.get(block.id) ?? ""}`, { textColor: "#0a5a8c" });
      break;
    case "chart":
      break;
    case "signatures":
      sheet.rows.push([]);
      for (const { label, name, date } of block.lines) {
        const colon = say(BLOCK_TEXTS.colon, locale);
        sheet.rows.push([
          { value: cellText(`${say(label, locale)}${colon}`), height: 30, align: "right" },
          { value: cellText(name ?? ""), bottomBorderStyle: "thin" },
          { value: `${say(BLOCK_TEXTS.date, locale)}${colon}`, align: "right" },
          { value: date ? showDate(date) : "", bottomBorderStyle: "thin" },
        ]);
      }
  }
}

function fieldCell(value: Cell, locale: Locale): CellObject {
  if (!isFigure(value) || value.value === null) {
    return { type: String, value: cellText(showInline(value, locale)), columnSpan: 3, wrap: true };
  }
  const number = value.unit === "fen" ? value.value / 100 : value.value;
  return { type: Number, value: number, format: FORMATS[value.unit], align: "left" };
}
