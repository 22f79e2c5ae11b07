// What a run of the sync engine works with: a workbook, a backend, a clock, and what the workbook is for.
import { chinaCalendar } from "../../shared/kernel/china-calendar.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import { type WorkingCalendar, workingCalendar } from "../../shared/kernel/working-calendar.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { DefinitionSource } from "../definitions/held-definitions.ts";
import type { SheetHost } from "../sheets/sheet-host.ts";
import type { Backend } from "./backend.ts";
import type { Reference } from "./backend-shapes.ts";
import type { WorkbookMeta } from "./index-shapes.ts";

export interface Surroundings {
  readonly host: SheetHost;
  readonly backend: Backend;
  readonly definitions: DefinitionSource;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Whoever is at the keyboard; null where Google does not say. */
  readonly user: () => { readonly email: string; readonly key: string } | null;
  /** Runs alone in the workbook; never around a fetch. */
  readonly withLock: <T>(work: () => T) => T;
}

export interface SyncContext extends Surroundings {
  /** Those that have a sheet in this workbook. */
  readonly ledgers: readonly SheetLedger[];
  readonly workbook: WorkbookMeta;
  readonly reference: Reference | null;
  /** Work stops at this instant and goes on in the next run. */
  readonly stopAt: number;
  /** Somebody asked for it: refused rows are tried again as they are. */
  readonly manual: boolean;
}

/** Google ends a run after six minutes; what is left has to be enough to write everything down. */
export const WORK_MS = 270_000;

export function todayIn(context: Pick<SyncContext, "now" | "workbook">): PlainDate {
  return dateOf(dateTimeAt(context.now(), context.workbook.timeZone));
}

export function calendarIn({ reference }: Pick<SyncContext, "reference">): WorkingCalendar {
  return reference ? workingCalendar(reference.calendar.years) : chinaCalendar();
}
