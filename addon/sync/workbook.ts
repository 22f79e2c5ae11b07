// The workbook as a whole: what it is for, whether it is a copy, and the report of its last synchronisation.
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
import { type Facts, MAX_CELL, readFacts, saveFacts } from "./workbook-index.ts";

const WORKBOOK = "workbook";
const REPORT = "report";
const RECEIPTS = "receipts";
const MAX_RECEIPTS = 20;
/** Of each ledger; fewer where they would not fit a cell. */
const REPAIRS_KEPT = [20, 5, 1, 0];

export interface OpenedWorkbook {
  readonly facts: Facts;
  readonly meta: WorkbookMeta;
}

/** Null until the workbook is set up. */
export function openWorkbook(host: SheetHost): OpenedWorkbook | null {
  const facts = readFacts(host);
  const meta = facts && readFact(facts.meta.get(WORKBOOK), workbookMeta());
  return facts && meta ? { facts, meta } : null;
}

export function putWorkbookMeta(state: Pick<Facts, "meta">, meta: WorkbookMeta): void {
  state.meta.set(WORKBOOK, JSON.stringify(meta));
}

/** The file was copied: its index names another workbook. From now on it names this one. */
export function adoptCopy(host: SheetHost): boolean {
  const opened = openWorkbook(host);
  if (!opened || opened.meta.workbookId === host.workbookId()) return false;
  putWorkbookMeta(opened.facts, { ...opened.meta, workbookId: host.workbookId() });
  saveFacts(host, opened.facts);
  return true;
}

export function readReport({ meta }: Pick<Facts, "meta">): StoredReport | null {
  return readFact(meta.get(REPORT), storedReport());
}

export function readReceipts({ meta }: Pick<Facts, "meta">): readonly StoredReceipt[] {
  return readFact(meta.get(RECEIPTS), storedReceipts()) ?? [];
}

/** Keeps what a run did, and the last receipts, newest first. */
export function keepReport(host: SheetHost, report: StoredReport, receipts: readonly StoredReceipt[]): void {
  const facts = readFacts(host);
  if (!facts) return;
  const texts = REPAIRS_KEPT.map((count) => {
    const ledgers = report.ledgers.map((one) => ({ ...one, repairs: one.repairs.slice(0, count) }));
    return JSON.stringify({ ...report, ledgers });
  });
  facts.meta.set(REPORT, texts.find(({ length }) => length <= MAX_CELL) ?? "");
  const all = [...receipts, ...readReceipts(facts)].slice(0, MAX_RECEIPTS);
  facts.meta.set(RECEIPTS, JSON.stringify(all));
  saveFacts(host, facts);
}
