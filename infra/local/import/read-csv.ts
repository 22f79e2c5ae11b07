// Reads a text file of separated values row by row, however large it is.
import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import * as z from "zod";
import { StartFailure } from "../start-failure.mjs";
import { findHeader, HEADER_WITHIN, headerNotFound, refuseTwins } from "./find-header.ts";
import { unguarded } from "./formula-guard.ts";
import type { SourceRow, SourceTable, TableWanted } from "./source-table.ts";
import { decoded, detectEncoding } from "./text-encoding.ts";

const SEPARATORS = [
  { character: ",", zh: "逗号", en: "comma" },
  { character: ";", zh: "分号", en: "semicolon" },
  { character: "\t", zh: "制表符", en: "tab" },
] as const;

/** A longer row is a quotation mark that was never closed. */
const MAX_ROW_CHARACTERS = 1_000_000;

const Parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

export async function openCsv(path: string, wanted: TableWanted): Promise<SourceTable> {
  const encoding = wanted.encoding ?? (await detectEncoding(path));
  const beginnings = await Promise.all(
    SEPARATORS.map(async (separator) => ({ separator, rows: await beginning(path, encoding, separator) })),
  );
  const found = beginnings.find(({ rows }) => findHeader(rows, wanted.columns) >= 0);
  const name = encoding.toUpperCase();
  if (!found) {
    // The separator that splits most is the likeliest.
    const width = (rows: string[][]) => Math.max(0, ...rows.map((row) => row.length));
    const likeliest = [...beginnings].sort((a, b) => width(b.rows) - width(a.rows))[0];
    throw headerNotFound(path, likeliest?.rows ?? [], wanted.columns, { zh: name, en: name });
  }
  const { separator, rows } = found;
  const at = findHeader(rows, wanted.columns);
  const header = rows[at] ?? [];
  refuseTwins(path, header, wanted.columns);
  return {
    header,
    about: { zh: `${name},${separator.zh}`, en: `${name}, ${separator.en}` },
    ragged: false,
    rows: async function* () {
      let index = 0;
      for await (const row of read(path, encoding, separator.character)) {
        if (index++ > at && row.cells.some((cell) => cell.trim() !== "")) yield row;
      }
    },
  };
}

async function beginning(
  path: string,
  encoding: string,
  separator: (typeof SEPARATORS)[number],
): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of read(path, encoding, separator.character)) {
    rows.push([...cells]);
    if (rows.length >= HEADER_WITHIN) break;
  }
  return rows;
}

async function* read(path: string, encoding: string, delimiter: string): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  // Errors come out of the parser, which the loop reads.
  pipeline(Readable.from(decoded(path, encoding)), parser, () => {});
  let line = 0;
  try {
    for await (const item of parser) {
      const { record, info } = Parsed.parse(item);
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      line = info.lines;
      yield { line: line - breaks, cells: record.map(unguarded) };
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("CSV_")) throw error;
    throw new StartFailure({
      zh: `${path} 第 ${line + 1} 行起读不下去:多半是引号没有成对(${code})。`,
      en: `${path} cannot be read from line ${line + 1} on: most likely a quotation mark is not closed (${code}).`,
    });
  }
}
