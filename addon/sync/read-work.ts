// What a sidebar shows without asking the backend: the last report, what is to be settled, what is to be done.
import { say } from "../../shared/kernel/text.ts";
import { sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { type RefusedView, type SyncReport, TODO_KINDS, type Todo } from "../rpc-contract.ts";
import { hallTodos } from "./backend-todos.ts";
import { ledgerMeta, readFact } from "./index-shapes.ts";
import { readLedgerSheet, type SheetRow } from "./ledger-sheet.ts";
import { locateColumns } from "./locate-columns.ts";
import { metaKey } from "./locate-sheet.ts";
import { temporaryNumber, urgencyOf } from "./row-words.ts";
import { conflictView } from "./settle-rows.ts";
import { calendarIn, type SyncContext, todayIn } from "./sync-context.ts";
import { readReceipts, readReport } from "./workbook.ts";
import { entriesOf, type IndexEntry, type IndexState, readIndex } from "./workbook-index.ts";

export function readSyncReport(context: SyncContext, editedAt: string | null): SyncReport {
  const state = readIndex(context.host);
  const report = state && readReport(state);
  if (!state) return { at: "", ledgers: [], receipts: [], editedAt, error: null };
  return {
    at: report?.at ?? "",
    error: report?.error ?? null,
    editedAt,
    receipts: readReceipts(state),
    years: context.workbook.years ?? [],
    ledgers: context.ledgers.map((ledger) => {
      const last = report?.ledgers.find((one) => one.ledger === ledger.id);
      const entries = [...entriesOf(state, ledger.id).values()];
      const contested = entries.filter((entry) => entry.state === "conflict");
      const rows = contested.length > 0 ? rowsOf(context, state, ledger) : new Map<string, SheetRow>();
      return {
        ledger: ledger.id,
        title: ledger.title,
        rows: entries.filter((entry) => entry.state !== "missing").length,
        sent: last?.sent ?? 0,
        received: last?.received ?? 0,
        byStatus: last?.byStatus ?? {},
        pending: entries.filter((entry) => entry.state === "pending").length,
        conflicts: contested.map((entry) => conflictView(context, ledger, entry, rows.get(entry.id))),
        refused: entries
          .filter((entry) => entry.state === "refused")
          .slice(0, REFUSED_SHOWN)
          .map(refusedView),
        repairs: last?.repairs ?? [],
        missing: entries
          .filter((entry) => entry.state === "missing")
          .map(({ id, serial }) => ({ id, serial })),
      };
    }),
  };
}

/** A sidebar that people read; the rows themselves say what is wrong with them. */
const REFUSED_SHOWN = 50;

function refusedView({ id, serial, note }: IndexEntry): RefusedView {
  const problems = (note.problems ?? []).map(({ code, message }) => ({ code, message }));
  return { id, serial: serial || temporaryNumber(id), problems };
}

function rowsOf(context: SyncContext, state: IndexState, ledger: SheetLedger): Map<string, SheetRow> {
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (!meta || !context.host.sheets().some(({ id }) => id === meta.sheet)) return new Map();
  const lines = context.host.read(meta.sheet);
  const { places } = locateColumns(lines[0] ?? [], sheetColumns(ledger), meta.columns);
  const { rows } = readLedgerSheet(ledger, meta.sheet, lines, places);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The row that stands at a place of a ledger's sheet. */
export function rowAt(
  context: SyncContext,
  at: { readonly sheet: number; readonly row: number },
): { ledger: string; id: string } | null {
  const state = readIndex(context.host);
  if (!state) return null;
  for (const ledger of context.ledgers) {
    const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
    if (meta?.sheet !== at.sheet) continue;
    for (const [id, row] of rowsOf(context, state, ledger))
      if (row.row === at.row) return { ledger: ledger.id, id };
  }
  return null;
}

/** Where a row stands now; null when it is not in the sheet. */
export function placeOf(
  context: SyncContext,
  ledger: SheetLedger,
  id: string,
): { sheet: number; row: number } | null {
  const state = readIndex(context.host);
  const meta = state && readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  const row = state && rowsOf(context, state, ledger).get(id);
  return meta && row ? { sheet: meta.sheet, row: row.row } : null;
}

/** What waits for somebody, the most urgent first. */
export function readTodos(context: SyncContext): Todo[] {
  const state = readIndex(context.host);
  if (!state) return [];
  const [today, calendar] = [todayIn(context), calendarIn(context)];
  const elsewhere = hallTodos(context);
  const own = context.ledgers
    .flatMap((ledger) => {
      const waiting = [...entriesOf(state, ledger.id).values()].flatMap((entry) => {
        const kind = kindOf(ledger, entry, urgencyOf(entry, today, calendar));
        return kind ? [{ entry, kind }] : [];
      });
      const rows = waiting.length > 0 ? rowsOf(context, state, ledger) : new Map<string, SheetRow>();
      return waiting.map(({ entry, kind }) => ({
        ledger: ledger.id,
        id: entry.id,
        serial: entry.serial || temporaryNumber(entry.id),
        kind,
        title: titleOf(context, ledger, rows.get(entry.id)),
        dueDate: entry.due || null,
      }));
    })
    // What is still owed is the backend's to say; the sheet's guess stands in for it.
    .filter(({ kind }) => kind !== "feedbackOwed" || elsewhere === null);
  return [...own, ...(elsewhere ?? [])].sort(
    (a, b) =>
      TODO_KINDS.indexOf(a.kind) - TODO_KINDS.indexOf(b.kind) ||
      (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9"),
  );
}

/** What a row's number alone does not say: its matter, or whatever divides the ledger's figures. */
function titleOf({ workbook }: SyncContext, ledger: SheetLedger, row: SheetRow | undefined): string {
  const shown = ledger.dimension ? row?.cells[ledger.dimension] : undefined;
  return shown || say(ledger.title, workbook.locale);
}

function kindOf(
  ledger: SheetLedger,
  entry: IndexEntry,
  urgency: "overdue" | "dueSoon" | null,
): Todo["kind"] | null {
  if (entry.state === "missing" || entry.state === "voided") return null;
  if (entry.state === "conflict" || entry.state === "refused") return entry.state;
  if (urgency) return urgency;
  if (entry.status === "awaitingCorrection") return "awaitingCorrection";
  const status = Object.hasOwn(ledger.statuses, entry.status) ? ledger.statuses[entry.status] : undefined;
  // Closed, and yet a step remains: somebody still has to be told.
  const stepOwed = Object.values(ledger.transitions).some(
    ({ from, onlyFollows }) => !onlyFollows && from.includes(entry.status),
  );
  return status && !status.open && stepOwed ? "feedbackOwed" : null;
}
