// A rectangle of cells, counted from zero, and the arithmetic of rectangles.
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetArea {
  readonly sheetId: number;
  readonly area: Area;
}

export const isInside = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

export const areasTouch = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const isAreaWithin = (inner: Area, outer: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** The common part of two rectangles, or undefined when they do not touch. */
export function findCommonArea(a: Area, b: Area): Area | undefined {
  if (!areasTouch(a, b)) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The smallest rectangle around both. */
export function hullOf(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export type Dimension = "rows" | "columns";

/** Where a line (row or column) stands after `count` lines were inserted at `at`. */
function spanAfterInsertion(start: number, length: number, at: number, count: number): [number, number] {
  if (at <= start) return [start + count, length];
  // Lines inserted inside a span belong to it; lines inserted right after it do not.
  if (at < start + length) return [start, length + count];
  return [start, length];
}

function spanAfterDeletion(start: number, length: number, at: number, count: number): [number, number] {
  const end = start + length;
  const cutBefore = Math.max(0, Math.min(start, at + count) - at);
  const cutInside = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  return [start - cutBefore, length - cutInside];
}

/** The rectangle after lines were inserted (count > 0) or deleted (count < 0) at `at`; undefined when nothing is left. */
export function areaAfterShift(
  area: Area,
  dimension: Dimension,
  at: number,
  count: number,
): Area | undefined {
  const move = (start: number, length: number): [number, number] =>
    count >= 0 ? spanAfterInsertion(start, length, at, count) : spanAfterDeletion(start, length, at, -count);
  if (dimension === "rows") {
    const [row, rows] = move(area.row, area.rows);
    return rows > 0 ? { ...area, row, rows } : undefined;
  }
  const [column, columns] = move(area.column, area.columns);
  return columns > 0 ? { ...area, column, columns } : undefined;
}
