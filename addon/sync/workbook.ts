// The workbook as a whole: what it is for, whether it is a copy, and the report of its last synchronisation.
import type { Text } from "../../shared/kernel/text.ts";
import type { SheetHost } from "../sheets/sheet-host.ts";
import {
  readFact,
  type StoredReceipt,
  type StoredReport,
  storedReceipts,
  storedReport,
  type WorkbookMeta,
  workbookMeta,
} from "./index-shapes.ts";
import { type IndexState, readIndex, saveIndex } from "./workbook-index.ts";

const WORKBOOK = "workbook";
const REPORT = "report";
const RECEIPTS = "receipts";
const MAX_RECEIPTS = 20;
const MAX_REPORT_REPAIRS = 20;

export interface OpenedWorkbook {
  readonly state: IndexState;
  readonly meta: WorkbookMeta;
}

/** Null until the workbook is set up. */
export function openWorkbook(host: SheetHost): OpenedWorkbook | null {
  const state = readIndex(host);
  const meta = state && readFact(state.meta.get(WORKBOOK), workbookMeta());
  return state && meta ? { state, meta } : null;
}

export function putWorkbookMeta(state: IndexState, meta: WorkbookMeta): void {
  state.meta.set(WORKBOOK, JSON.stringify(meta));
}

/** The file was copied: its index names another workbook. From now on it names this one. */
export function adoptCopy(
  host: SheetHost,
  opened: OpenedWorkbook,
): { opened: OpenedWorkbook; copied: boolean } {
  if (opened.meta.workbookId === host.workbookId()) return { opened, copied: false };
  const meta = { ...opened.meta, workbookId: host.workbookId() };
  putWorkbookMeta(opened.state, meta);
  saveIndex(host, opened.state);
  return { opened: { state: readIndex(host) ?? opened.state, meta }, copied: true };
}

export function readReport(state: IndexState): StoredReport | null {
  return readFact(state.meta.get(REPORT), storedReport());
}

export function readReceipts(state: IndexState): readonly StoredReceipt[] {
  return readFact(state.meta.get(RECEIPTS), storedReceipts()) ?? [];
}

/** Keeps what a run did, and the last receipts, newest first. */
export function keepReport(
  host: SheetHost,
  report: Omit<StoredReport, "error"> & { readonly error: Text | null },
  receipts: readonly StoredReceipt[],
): void {
  const state = readIndex(host);
  if (!state) return;
  const ledgers = report.ledgers.map((ledger) => ({
    ...ledger,
    repairs: ledger.repairs.slice(0, MAX_REPORT_REPAIRS),
  }));
  state.meta.set(REPORT, JSON.stringify({ ...report, ledgers }));
  const all = [...receipts, ...readReceipts(state)].slice(0, MAX_RECEIPTS);
  state.meta.set(RECEIPTS, JSON.stringify(all));
  saveIndex(host, state);
}
