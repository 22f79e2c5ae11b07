// Makes a workbook ready: the index, the first page, a sheet for every ledger, or the centre's two sheets.
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { Reference } from "../sync/backend-shapes.ts";
import type { WorkbookMeta } from "../sync/index-shapes.ts";
import { findLedgerSheet, rememberSheet } from "../sync/locate-sheet.ts";
import { RepairLog } from "../sync/repairs.ts";
import { openWorkbook, putWorkbookMeta } from "../sync/workbook.ts";
import { INDEX_SHEET, type IndexState, readIndex, saveIndex } from "../sync/workbook-index.ts";
import { CENTRE_SHEETS, centreLayout } from "./centre-sheets.ts";
import { HOME_SHEET, homeLayout } from "./home-sheet.ts";
import type { SheetHost, SheetLayout } from "./sheet-host.ts";
import { textsLayout } from "./texts-layout.ts";

export interface SetUpPlan {
  readonly host: SheetHost;
  readonly ledgers: readonly SheetLedger[];
  readonly meta: WorkbookMeta;
  readonly reference: Reference | null;
}

/** Can be asked for again at any time: what is there stays, what is missing is made. Gives the sheets' names. */
export function setUpWorkbook({ host, ledgers, meta, reference }: SetUpPlan): string[] {
  const before = openWorkbook(host)?.meta;
  // First, so that a new workbook opens on it.
  plain(host, HOME_SHEET, homeLayout());
  const state = indexOf(host);
  // Another hall's rows are not this hall's: they are sent as new ones, and get new ids where theirs are taken.
  if (before && before.place.id !== meta.place.id) forgetRows(state, ledgers);
  putWorkbookMeta(state, meta);
  const names = [HOME_SHEET];
  if (meta.mode === "centre") {
    for (const name of Object.values(CENTRE_SHEETS)) {
      plain(host, name, centreLayout(name, ledgers));
      names.push(name);
    }
  } else {
    for (const ledger of ledgers) {
      const found = findLedgerSheet({ host, ledgers, reference }, state, ledger, new RepairLog());
      if (!found.recreated) host.layOut(found.sheet, found.layout);
      rememberSheet(state, ledger, found, found.cursor, reference?.version ?? "");
      names.push(ledger.title.zh);
    }
  }
  saveIndex(host, state);
  host.flush();
  return names;
}

function forgetRows(state: IndexState, ledgers: readonly SheetLedger[]): void {
  for (const { id } of ledgers) state.entries.delete(id);
  for (const key of [...state.meta.keys()]) if (key !== "workbook") state.meta.delete(key);
}

const INDEX_COLUMNS = 14;

function indexOf(host: SheetHost): IndexState {
  const found = readIndex(host);
  if (found) return found;
  const sheet = host.addSheet(INDEX_SHEET);
  host.layOut(sheet, textsLayout(INDEX_COLUMNS));
  return { sheet, entries: new Map(), meta: new Map(), lines: [] };
}

function plain(host: SheetHost, name: string, layout: SheetLayout): void {
  const found = host.sheets().find((sheet) => sheet.name === name);
  host.layOut(found?.id ?? host.addSheet(name), layout);
}
