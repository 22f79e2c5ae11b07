// Finds a ledger's columns by their headers, and tells renamed columns from deleted and from new ones.
import type { SheetColumn } from "../../shared/ledger/sheet-columns.ts";

export interface RememberedColumn {
  readonly id: string;
  readonly label: string;
  readonly column: number;
}

export interface LocatedColumns {
  /** By column id, counted from 1. */
  readonly places: Map<string, number>;
  /** Found where they were, under another header. */
  readonly renamed: readonly { readonly id: string; readonly column: number; readonly header: string }[];
  /** Were there, and are no longer. */
  readonly lost: readonly string[];
  /** The definition has them, the sheet never had. */
  readonly added: readonly string[];
  /** The sheet had them under an older definition: kept, and no longer ours. */
  readonly retired: ReadonlyMap<string, number>;
}

export function locateColumns(
  header: readonly string[],
  defined: readonly SheetColumn[],
  remembered: readonly RememberedColumn[],
): LocatedColumns {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  const take = (id: string, column: number) => {
    places.set(id, column);
    taken.add(column);
  };
  const ids = new Set(defined.map(({ id }) => id));
  const retired = new Map<string, number>();
  for (const column of remembered.filter(({ id }) => !ids.has(id))) {
    const at = header.findIndex((text, index) => text.trim() === column.label && !taken.has(index + 1));
    if (at >= 0) retired.set(column.id, at + 1);
  }
  for (const { id, label } of defined) {
    const before = remembered.find((column) => column.id === id);
    const names = [label.zh, label.en, before?.label ?? label.zh];
    const matching = header.flatMap((text, at) =>
      names.includes(text.trim()) && !taken.has(at + 1) ? [at + 1] : [],
    );
    const column = matching.find((at) => at === before?.column) ?? matching[0];
    if (column !== undefined) take(id, column);
  }
  const renamed: { id: string; column: number; header: string }[] = [];
  const lost: string[] = [];
  for (const { id } of defined.filter((column) => !places.has(column.id))) {
    const before = remembered.find((column) => column.id === id);
    if (!before) continue;
    const column = whereItWas(before, remembered, places, retired);
    if (column !== null && !taken.has(column)) {
      take(id, column);
      renamed.push({ id, column, header: header[column - 1] ?? "" });
    } else {
      lost.push(id);
    }
  }
  const added = defined.flatMap(({ id }) =>
    remembered.some((column) => column.id === id) || places.has(id) ? [] : [id],
  );
  return { places, renamed, lost, added, retired };
}

/** Where an unrecognised column stands now, judged by its neighbours; null when it was deleted. */
function whereItWas(
  before: RememberedColumn,
  remembered: readonly RememberedColumn[],
  places: ReadonlyMap<string, number>,
  retired: ReadonlyMap<string, number>,
): number | null {
  const now = (column: RememberedColumn) => places.get(column.id) ?? retired.get(column.id);
  const known = remembered.filter((column) => now(column) !== undefined);
  const left = known.filter(({ column }) => column < before.column).sort((a, b) => b.column - a.column)[0];
  const right = known.filter(({ column }) => column > before.column).sort((a, b) => a.column - b.column)[0];
  const column = before.column + (left ? (now(left) ?? 0) - left.column : 0);
  if (right && (now(right) ?? 0) - right.column < column - before.column) return null;
  return column;
}
