// Finds a ledger's sheet and its columns, and puts back what was renamed, deleted or is new in the definition.

import { sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { ledgerLayout } from "../sheets/ledger-layout.ts";
import type { SheetHost, SheetLayout } from "../sheets/sheet-host.ts";
import { type LedgerMeta, ledgerMeta, readFact } from "./index-shapes.ts";
import { locateColumns } from "./locate-columns.ts";
import { referenceNames } from "./reference-names.ts";
import type { RepairLog } from "./repairs.ts";
import type { SyncContext } from "./sync-context.ts";
import type { IndexState } from "./workbook-index.ts";

export interface FoundSheet {
  readonly sheet: number;
  readonly places: ReadonlyMap<string, number>;
  /** Columns of an older definition, by id. */
  readonly retired: ReadonlyMap<string, number>;
  /** As read, header first. */
  readonly lines: readonly (readonly string[])[];
  readonly layout: SheetLayout;
  readonly cursor: number;
  /** Columns that were just put back empty: their cells say nothing. */
  readonly blank: ReadonlySet<string>;
  /** The whole sheet was made again. */
  readonly recreated: boolean;
}

type Context = Pick<SyncContext, "host" | "ledgers" | "reference">;

export const metaKey = (ledger: SheetLedger): string => `ledger.${ledger.id}`;

/** Finds or makes the sheet; afterwards its header row is as the definition wants it. */
export function findLedgerSheet(
  context: Context,
  state: IndexState,
  ledger: SheetLedger,
  repairs: RepairLog,
): FoundSheet {
  const { host } = context;
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  const wanted = ledger.title.zh;
  const sheets = host.sheets();
  const existing = sheets.find(({ id }) => id === meta?.sheet) ?? sheets.find(({ name }) => name === wanted);
  if (existing && existing.name !== wanted && !sheets.some(({ name }) => name === wanted)) {
    host.renameSheet(existing.id, wanted);
    repairs.add("sheetRenamed", wanted, existing.name, wanted);
  }
  if (!existing && meta) repairs.add("sheetLost", wanted, "", wanted);
  const sheet = existing?.id ?? host.addSheet(wanted);
  const before = existing ? host.read(sheet) : [];
  const columns = repairColumns(host, ledger, sheet, before, existing ? meta : null, repairs);
  const names = referenceNames(ledger, context.reference);
  const layout = ledgerLayout(ledger, columns.places, names.choicesOf, context.ledgers.indexOf(ledger));
  const reference = context.reference?.version ?? "";
  const isNew = !existing || !meta || columns.changed || meta.definition !== ledger.version;
  if (isNew) layOut(host, sheet, layout, !existing, ledger, repairs);
  else if (reference !== "" && meta.reference !== reference) host.restoreRules(sheet, layout);
  return {
    sheet,
    places: columns.places,
    retired: columns.retired,
    lines: isNew ? host.read(sheet) : before,
    layout,
    // What was lost or is new comes down again from the beginning of the feed.
    cursor: existing && meta && columns.blank.size === 0 && !isMigrating(meta, ledger) ? meta.cursor : 0,
    blank: columns.blank,
    recreated: !existing,
  };
}

/** A header that only somebody else may write stays as it is: its column is known all the same. */
function layOut(
  host: SheetHost,
  sheet: number,
  layout: SheetLayout,
  isOwn: boolean,
  ledger: SheetLedger,
  repairs: RepairLog,
): void {
  try {
    host.layOut(sheet, layout);
  } catch (error) {
    if (isOwn) throw error;
    repairs.add("headerLocked", ledger.title.zh, "", "");
  }
}

function isMigrating(meta: LedgerMeta, ledger: SheetLedger): boolean {
  return meta.definition !== ledger.version;
}

function repairColumns(
  host: SheetHost,
  ledger: SheetLedger,
  sheet: number,
  lines: readonly (readonly string[])[],
  meta: LedgerMeta | null,
  repairs: RepairLog,
) {
  const defined = sheetColumns(ledger);
  const title = ledger.title.zh;
  const labelOf = (id: string) => defined.find((column) => column.id === id)?.label.zh ?? id;
  const located = locateColumns(lines[0] ?? [], defined, meta?.columns ?? []);
  const { places, renamed, lost, added } = located;
  const isFresh = lines.length === 0;
  for (const { id, header } of renamed) {
    const had = meta?.columns.find((column) => column.id === id)?.label;
    // A header that the definition itself renamed is no damage.
    if (header !== had) repairs.add("headerRenamed", `${title} ${labelOf(id)}`, header, labelOf(id));
  }
  const retired = new Map(located.retired);
  for (const [at, { id }] of defined.entries()) {
    if (places.has(id)) continue;
    const previous = defined[at - 1];
    const column = previous ? (places.get(previous.id) ?? 0) + 1 : 1;
    if (!isFresh) {
      host.insertColumn(sheet, column);
      for (const map of [places, retired]) {
        for (const [other, place] of map) if (place >= column) map.set(other, place + 1);
      }
      if (lost.includes(id)) repairs.add("columnLost", title, "", labelOf(id));
      else if (added.includes(id) && meta) repairs.add("columnAdded", title, "", labelOf(id));
    }
    places.set(id, column);
  }
  const headers = lines[0] ?? [];
  const differs = defined.some(({ id, label }) => {
    const place = places.get(id) ?? 0;
    return (headers[place - 1] ?? "").trim() !== label.zh;
  });
  return {
    places,
    retired,
    blank: new Set(isFresh ? [] : [...lost, ...added]),
    changed: renamed.length > 0 || lost.length > 0 || added.length > 0 || differs,
  };
}

export function rememberSheet(
  state: IndexState,
  ledger: SheetLedger,
  found: Pick<FoundSheet, "sheet" | "places">,
  cursor: number,
  reference: string,
): void {
  const meta: LedgerMeta = {
    sheet: found.sheet,
    name: ledger.title.zh,
    definition: ledger.version,
    columns: sheetColumns(ledger).map(({ id, label }) => ({
      id,
      label: label.zh,
      column: found.places.get(id) ?? 0,
    })),
    cursor,
    reference,
  };
  state.meta.set(metaKey(ledger), JSON.stringify(meta));
}
