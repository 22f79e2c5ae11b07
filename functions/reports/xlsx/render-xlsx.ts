// A report as an Excel workbook: a first sheet with its sentences, then one sheet for each table.
import writeExcelFile from "write-excel-file/node";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import type { Report, TableBlock } from "../model/report.ts";
import { titleOf } from "../model/report-title.ts";
import { frontSheet } from "./front-sheet.ts";
import { type Sheet, sheetName } from "./sheet.ts";
import { linkRelationships, withPrintTitles, withSheetParts } from "./sheet-parts.ts";
import { tableSheet } from "./table-sheet.ts";

export interface XlsxOptions {
  readonly locale: Locale;
  readonly addressOf: (relative: string) => string;
}

export async function renderXlsx(report: Report, options: XlsxOptions): Promise<Uint8Array> {
  const { locale } = options;
  const subtitle = `${titleOf(report, locale)} · ${say(BLOCK_TEXTS.asOf, locale)} ${showDateTime(report.asOf)}`;
  const taken = new Set<string>();
  const front = sheetName(say(BLOCK_TEXTS.front, locale), taken);
  const tables = report.blocks.filter((block): block is TableBlock => block.kind === "table");
  const names = new Map(tables.map((table) => [table.id, sheetName(say(table.title, locale), taken)]));
  const sheets = [
    frontSheet(report, front, names, { ...options, subtitle }),
    ...tables.map((table) => tableSheet(table, names.get(table.id) ?? table.id, { ...options, subtitle })),
  ];
  return writeSheets(sheets);
}

/** A single table, for exports. */
export async function renderTableXlsx(
  table: TableBlock,
  subtitle: string,
  options: XlsxOptions,
): Promise<Uint8Array> {
  const name = sheetName(say(table.title, options.locale), new Set());
  return writeSheets([tableSheet(table, name, { ...options, subtitle })]);
}

async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const at = (index: number): Sheet => {
    const sheet = sheets[index];
    if (!sheet) throw new Error(`no sheet ${index}`);
    return sheet;
  };
  const file = writeExcelFile(
    sheets.map(({ name, rows, widths, frozenRows, frozenColumns }) => ({
      sheet: name,
      data: rows,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozenRows,
      stickyColumnsCount: frozenColumns,
      showGridLines: false,
    })),
    {
      // Named in the file: without it Chinese is shown in whatever font a reader falls back to.
      fontFamily: "Microsoft YaHei",
      fontSize: 11,
      features: [
        {
          files: {
            transform: {
              "xl/worksheets/sheet{id}.xml": {
                transform: (xml, _, { sheetIndex }) => withSheetParts(xml, at(sheetIndex)),
              },
              "xl/worksheets/_rels/sheet{id}.xml.rels": {
                insert: (_, { sheetIndex }) => linkRelationships(at(sheetIndex)),
              },
              "xl/workbook.xml": { transform: (xml) => withPrintTitles(xml, sheets) },
            },
          },
        },
      ],
    },
  );
  return new Uint8Array(await file.toBuffer());
}
