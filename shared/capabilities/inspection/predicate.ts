// What a computed item is: which rows it asks for, and how it reckons them. A new one is one entry and one predicate.
import type { DateTime } from "../../kernel/date-time.ts";
import { dateOf } from "../../kernel/date-time.ts";
import { weekOf } from "../../kernel/period.ts";
import { datesBetween, earlier, type PlainDate } from "../../kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { PersonFacts } from "../../ledger/facts.ts";
import type { Derived, RowState } from "../../ledger/record.ts";
import type { Matter } from "../catalogue/matter.ts";
import type { ObligationStatus } from "../obligations/obligation.ts";
import type { EvidenceRow } from "./evidence.ts";

export interface InspectedRow extends RowState {
  readonly id: string;
  readonly ledger: string;
  readonly serial: string;
  readonly derived: Derived;
  readonly duties: readonly RowDuty[];
}

export interface InspectedPeriod {
  readonly rule: string;
  readonly period: string;
  readonly status: ObligationStatus;
}

/**
 * `dated`: dated in the period; `current`: those, what is open, and what was closed since the period began; `year`:
 * dated in the years of the period; `all`: whatever the hall ever entered.
 */
export type Span = "dated" | "current" | "year" | "all";

export interface InspectionFacts {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** When the rows were read. */
  readonly asOf: DateTime;
  readonly calendar: WorkingCalendar;
  readonly lateEntryAfter: number;
  isServiceDay(day: PlainDate): boolean;
  rowsOf(ledger: string, span: Span): readonly InspectedRow[];
  /** What the hall owes for periods that end, or fall due, in the years of the period. */
  readonly owed: readonly InspectedPeriod[];
  readonly people: readonly PersonFacts[];
  /** Active on the period's last day. */
  readonly matters: readonly Matter[];
}

export interface Predicate {
  readonly id: string;
  readonly asks: readonly { readonly ledger: string; readonly span: Span }[];
  reckon(facts: InspectionFacts): EvidenceRow[];
}

/** The last day that can be judged: the period's, or the day on which the rows were read. */
export function judgedUntil({ last, asOf }: Pick<InspectionFacts, "last" | "asOf">): PlainDate {
  return earlier(last, dateOf(asOf));
}

export function isWithin(day: PlainDate | null, { first, last }: InspectionFacts): boolean {
  return day !== null && first <= day && day <= last;
}

/** Entered more working days after the event than the policy lets pass. */
export function isLate(row: InspectedRow, { calendar, lateEntryAfter }: InspectionFacts): boolean {
  if (row.derived.marks.includes("lateEntry")) return true;
  return dateOf(row.enteredAt) > addWorkingDays(calendar, row.derived.businessDay, lateEntryAfter);
}

export function recordRow(row: InspectedRow, due: number, counted: number, late: boolean): EvidenceRow {
  return {
    label: row.serial,
    opens: { kind: "record", ledger: row.ledger, id: row.id },
    due,
    counted,
    late,
    missing: false,
  };
}

export function absentRow(label: string, opens: EvidenceRow["opens"] = null): EvidenceRow {
  return { label, opens, due: 1, counted: 0, late: false, missing: true };
}

/** Weeks whose last service day in the period has passed, with their days of service. */
export function weeksIn(facts: InspectionFacts): Map<string, PlainDate[]> {
  const weeks = new Map<string, PlainDate[]>();
  for (const day of datesBetween(facts.first, judgedUntil(facts))) {
    if (!facts.isServiceDay(day)) continue;
    const week = weekOf(day);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return weeks;
}
