// Gathers single cells into few rectangles, so that a write takes a constant number of calls.
import type { CellWrite, ColumnLayout } from "./sheet-host.ts";

export interface WriteArea {
  readonly row: number;
  readonly column: number;
  /** Null where a cell keeps what it holds. */
  readonly texts: readonly (readonly (string | null)[])[];
}

/** So many rectangles at most for columns that stand side by side; beyond that one rectangle takes them all. */
const MAX_AREAS = 6;

/** The later of two writes to one cell counts. */
export function planWrites(cells: readonly CellWrite[]): WriteArea[] {
  return bandsOf(cells).flatMap(areasOf);
}

/** Cells whose columns stand side by side. */
function bandsOf(cells: readonly CellWrite[]): CellWrite[][] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const bandOf = new Map<number, CellWrite[]>();
  const bands: CellWrite[][] = [];
  for (const column of columns) {
    let band = bandOf.get(column - 1);
    if (!band) {
      band = [];
      bands.push(band);
    }
    bandOf.set(column, band);
  }
  for (const cell of cells) bandOf.get(cell.column)?.push(cell);
  return bands;
}

function areasOf(band: readonly CellWrite[]): WriteArea[] {
  const rows = [...new Set(band.map(({ row }) => row))].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  const used: [number, number][] = spans.length <= MAX_AREAS ? spans : [[rows[0] ?? 1, rows.at(-1) ?? 1]];
  return used.map(([first, last]) => areaOf(band, first, last));
}

function areaOf(band: readonly CellWrite[], first: number, last: number): WriteArea {
  const inside = band.filter(({ row }) => row >= first && row <= last);
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { column } of inside) {
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const texts = Array.from({ length: last - first + 1 }, () =>
    Array.from({ length: right - left + 1 }, (): string | null => null),
  );
  for (const { row, column, text } of inside) {
    const line = texts[row - first];
    if (line) line[column - left] = text;
  }
  return { row: first, column: left, texts };
}

/** Columns that stand side by side and are alike in something. */
export function runsOf(
  columns: readonly ColumnLayout[],
  likeness: (column: ColumnLayout) => string,
): ColumnLayout[][] {
  const found: ColumnLayout[][] = [];
  for (const column of [...columns].sort((a, b) => a.column - b.column)) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && last.column + 1 === column.column && likeness(last) === likeness(column))
      run.push(column);
    else found.push([column]);
  }
  return found;
}

export interface Stroke {
  readonly column: number;
  readonly columns: number;
  /** A column that all of these are alike. */
  readonly like: ColumnLayout;
}

/**
 * Sets something for all columns in few strokes, later ones over earlier ones: first what most of those that stand
 * side by side are alike in, then what differs from it. Columns of other people are never touched.
 */
export function strokesOf(
  columns: readonly ColumnLayout[],
  likeness: (column: ColumnLayout) => string,
): Stroke[] {
  return runsOf(columns, () => "").flatMap((group) => {
    const counts = new Map<string, number>();
    for (const column of group) counts.set(likeness(column), (counts.get(likeness(column)) ?? 0) + 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    const base = group.filter((column) => likeness(column) === most);
    const others = group.filter((column) => likeness(column) !== most);
    const strokes = runsOf(others, likeness).flatMap(strokeOver);
    const [like] = base;
    return like ? [...strokeOver(group).map((stroke) => ({ ...stroke, like })), ...strokes] : strokes;
  });
}

function strokeOver(run: readonly ColumnLayout[]): Stroke[] {
  const [like] = run;
  return like ? [{ column: like.column, columns: run.length, like }] : [];
}
