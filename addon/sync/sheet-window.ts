// A sheet holds a window: what is open, this year's rows, and the years that somebody asked for; older ones leave it.
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { SheetHost } from "../sheets/sheet-host.ts";
import type { RowView } from "./backend-shapes.ts";
import type { SheetRow } from "./ledger-sheet.ts";
import { type SyncContext, todayIn } from "./sync-context.ts";
import type { IndexEntry } from "./workbook-index.ts";

type Context = Pick<SyncContext, "now" | "workbook">;

/** Whether a year's rows stand in the sheet, closed or not. */
export function isShownYear(context: Context, serial: string): boolean {
  const year = serial.slice(0, 4);
  return year >= todayIn(context).slice(0, 4) || (context.workbook.years ?? []).includes(year);
}

/** A row that comes down; one that was deleted here stays away until it is put back. */
export function isInWindow(context: Context, view: RowView, isKnown: boolean): boolean {
  if (isKnown || view.voided) return false;
  return view.open || isShownYear(context, view.serial);
}

/**
 * Rows that may leave: closed, of an older year, and exactly as the backend has them. A row beside which somebody
 * wrote into a column of their own stays.
 *
 * @param lines the sheet as read, header first
 */
export function leaversOf(
  context: Context,
  ledger: SheetLedger,
  rows: Iterable<SheetRow>,
  entries: ReadonlyMap<string, IndexEntry>,
  lines: readonly (readonly string[])[],
  places: ReadonlyMap<string, number>,
): SheetRow[] {
  const ours = new Set(places.values());
  return [...rows].filter((row) => {
    const entry = entries.get(row.id);
    if (!entry || entry.version === 0 || entry.hash !== row.hash) return false;
    if (entry.state !== "synced" && entry.state !== "voided") return false;
    if (Object.keys(entry.note).length > 0 || isShownYear(context, entry.serial)) return false;
    const status = Object.hasOwn(ledger.statuses, entry.status) ? ledger.statuses[entry.status] : undefined;
    const isOpen = entry.state !== "voided" && (status?.open ?? true);
    const line = lines[row.row - 1] ?? [];
    const hasOthers = line.some((text, at) => text.trim() !== "" && !ours.has(at + 1));
    return !isOpen && !hasOthers;
  });
}

/** So many calls at most for rows that lie apart; the next run takes the rest. */
const MAX_RUNS = 30;

/**
 * Takes rows out of a sheet, from the bottom, and gives their ids. Their places are read once more just before: where
 * somebody sorted meanwhile, nothing is taken.
 */
export function takeOut(
  host: SheetHost,
  sheet: number,
  idColumn: number,
  leavers: readonly SheetRow[],
): string[] {
  const last = Math.max(1, ...leavers.map(({ row }) => row));
  if (last === 1) return [];
  const ids = host.readArea(sheet, 2, idColumn, last - 1, 1);
  const still = leavers.filter(({ row, id }) => ids[row - 2]?.[0]?.trim() === id);
  const runs: SheetRow[][] = [];
  for (const row of [...still].sort((a, b) => b.row - a.row)) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.row === row.row + 1) run.push(row);
    else runs.push([row]);
  }
  const taken = runs.sort((a, b) => b.length - a.length).slice(0, MAX_RUNS);
  for (const run of taken.sort((a, b) => (b[0]?.row ?? 0) - (a[0]?.row ?? 0))) {
    host.deleteRows(sheet, run.at(-1)?.row ?? 0, run.length);
  }
  return taken.flat().map(({ id }) => id);
}
