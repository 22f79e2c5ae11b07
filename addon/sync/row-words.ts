// What the system columns of a row say, in words, from what the index knows of the row.

import { isPlainDate, type PlainDate } from "../../shared/kernel/plain-date.ts";
import { type Locale, say } from "../../shared/kernel/text.ts";
import { type WorkingCalendar, workingDaysBetween } from "../../shared/kernel/working-calendar.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { MARK_WORDS } from "../sheets/ledger-layout.ts";
import type { SystemCells } from "./ledger-sheet.ts";
import type { IndexEntry, RowState } from "./workbook-index.ts";

/** Due within so many working days counts as soon. */
export const DUE_SOON_WORKING_DAYS = 2;

const SYNC_WORDS: Readonly<Record<RowState, string>> = {
  synced: "已同步",
  pending: MARK_WORDS.pending,
  conflict: MARK_WORDS.conflict,
  refused: MARK_WORDS.refused,
  voided: MARK_WORDS.voided,
  missing: "",
};

/** Anything that the add-on itself may have put into the sync column. */
export const KNOWN_SYNC_WORDS: ReadonlySet<string> = new Set(Object.values(SYNC_WORDS));

export interface WordsContext {
  readonly ledger: SheetLedger;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly locale: Locale;
}

/** Stands in until the backend has given the row its number. */
export function temporaryNumber(id: string): string {
  return `临-${id.slice(0, 4).toUpperCase()}`;
}

export function systemWords(entry: IndexEntry, { ledger, ...context }: WordsContext): SystemCells {
  const status = Object.hasOwn(ledger.statuses, entry.status) ? ledger.statuses[entry.status] : undefined;
  return {
    serial: entry.serial || temporaryNumber(entry.id),
    status: status?.label.zh ?? "",
    dueDate: entry.due,
    sync: SYNC_WORDS[entry.state],
    hint: [problemWords(entry, context.locale), dueWords(entry, context)].filter(Boolean).join(";"),
  };
}

function problemWords({ state, note }: IndexEntry, locale: Locale): string {
  if (state === "conflict") {
    const said = (note.problems ?? []).map(({ message }) => say(message, locale)).join(" ");
    return `${said}请在“同步情况”里选择`;
  }
  if (state !== "refused") return "";
  return (note.problems ?? []).map(({ message }) => say(message, locale)).join(" ");
}

/** How near a row is to its due date; null when it need not hurry. */
export function urgencyOf(
  entry: Pick<IndexEntry, "due" | "open" | "state">,
  today: PlainDate,
  calendar: WorkingCalendar,
): "overdue" | "dueSoon" | null {
  if (!entry.open || entry.state === "voided" || !isPlainDate(entry.due)) return null;
  if (entry.due < today) return "overdue";
  return workingDaysBetween(calendar, today, entry.due) <= DUE_SOON_WORKING_DAYS ? "dueSoon" : null;
}

function dueWords(entry: IndexEntry, { today, calendar }: Omit<WordsContext, "ledger">): string {
  const urgency = urgencyOf(entry, today, calendar);
  if (!urgency || !isPlainDate(entry.due)) return "";
  if (urgency === "overdue") {
    return `${MARK_WORDS.overdue} ${workingDaysBetween(calendar, entry.due, today)} 个工作日`;
  }
  const left = workingDaysBetween(calendar, today, entry.due);
  return left === 0 ? `${MARK_WORDS.dueSoon}:今天到期` : `${MARK_WORDS.dueSoon}:还有 ${left} 个工作日`;
}
