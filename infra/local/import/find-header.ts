// Finds the row of column names, below whatever title an old ledger has above it.
import type { Text } from "../../../shared/kernel/text.ts";
import { StartFailure } from "../start-failure.mjs";

/** Titles, units and notes above the column names take fewer rows than this. */
export const HEADER_WITHIN = 30;

/** The name of the column that is added to rows that were not taken. */
export const PROBLEM_COLUMN = "问题 problem";

/** Names are compared without spaces and line breaks, and full width like half width. */
function bare(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/** Where a column stands, or -1. */
export function columnIndex(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  return exact >= 0 ? exact : header.findIndex((one) => bare(one) === bare(name));
}

/** The index of the first row that has all columns, or -1. */
export function findHeader(rows: readonly (readonly string[])[], columns: readonly string[]): number {
  return rows.findIndex((row) => columns.every((column) => columnIndex(row, column) >= 0));
}

/** Two columns of one name cannot be told apart, if that name is asked for. */
export function refuseTwins(path: string, header: readonly string[], columns: readonly string[]): void {
  for (const column of columns) {
    if (header.filter((one) => bare(one) === bare(column)).length < 2) continue;
    throw new StartFailure({
      zh: `${path} 里有两列都叫“${column}”,分不清要读哪一列;请给其中一列改名。`,
      en: `${path} has two columns called “${column}”; please rename one, so that it is clear which to read.`,
    });
  }
}

/** Says which columns were missed and which there are: those of the likeliest row. */
export function headerNotFound(
  path: string,
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  about: Text,
): StartFailure {
  const missing = (row: readonly string[]) => columns.filter((column) => columnIndex(row, column) < 0);
  const likeliest = [...rows].sort((a, b) => missing(a).length - missing(b).length)[0] ?? [];
  const there = likeliest.filter((name) => name.trim() !== "");
  const [absent, present] = [missing(likeliest), there].map((names) => names.slice(0, 40).join(" | "));
  return new StartFailure({
    zh: `${path}(${about.zh})里找不到这些列:${absent}。文件里的列:${present || "(空)"}。请核对映射文件里的列名。`,
    en: `${path} (${about.en}) lacks these columns: ${absent}. Columns there: ${present || "(none)"}. Please check the names in the mapping file.`,
  });
}
