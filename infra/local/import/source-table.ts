// An old ledger as rows of text, whatever kind of file it comes in; opens the right reader for a file.
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Text } from "../../../shared/kernel/text.ts";
import { StartFailure } from "../start-failure.mjs";
import { openCsv } from "./read-csv.ts";
import { openWorkbook } from "./read-workbook.ts";

export interface SourceRow {
  /** As an editor or a spreadsheet counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SourceTable {
  readonly header: readonly string[];
  /** What was found out about the file: encoding, separator, sheet. */
  readonly about: Text;
  /** A row of text has as many cells as its header; a workbook leaves empty ones out. */
  readonly ragged: boolean;
  /** The rows below the header; those without any content are left out. Can be read once. */
  rows(): AsyncIterable<SourceRow>;
}

export interface TableWanted {
  /** The header is the first row that has all of these. */
  readonly columns: readonly string[];
  readonly sheet: string | undefined;
  readonly encoding: string | undefined;
}

/** @throws StartFailure when the file cannot be read, or none of its first rows has the columns */
export async function openTable(path: string, wanted: TableWanted): Promise<SourceTable> {
  const start = await firstBytes(path);
  const isWorkbook =
    start.startsWith("504b0304") || // ZIP: .xlsx
    start.startsWith("d0cf11e0"); // OLE: .xls
  if (isWorkbook) return openWorkbook(path, wanted);
  const extension = extname(path).toLowerCase();
  if ([".csv", ".txt", ".tsv"].includes(extension)) return openCsv(path, wanted);
  throw new StartFailure({
    zh: `${path} 不是 Excel 工作簿,也不是 .csv;请用表格软件另存为 .xlsx 或 .csv。`,
    en: `${path} is neither an Excel workbook nor a .csv; please save it as .xlsx or .csv.`,
  });
}

async function firstBytes(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isFile()) throw new Error("not a file");
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead).toString("hex");
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new StartFailure({
      zh: `打不开文件 ${path}(${reason})。`,
      en: `The file ${path} cannot be opened (${reason}).`,
    });
  }
}
