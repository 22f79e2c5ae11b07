// Plain values that cross between a running script and the host: no class, no Date, nothing that cannot be cloned.
import type { Area } from "../model/area.ts";

export interface SheetRef {
  readonly workbookId: string;
  readonly sheetId: number;
}

/** Counted from zero. */
export interface RangeRef extends SheetRef, Area {}

/** A cell's value: dates are instants in epoch milliseconds; a blank cell is an empty text. */
export type WireValue = string | number | boolean | { readonly date: number };

/** An entry to write; null clears. */
export type WireEntry = WireValue | null;

export interface WireSheet {
  readonly id: number;
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly tabColor: string | undefined;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly maxRows: number;
  readonly maxColumns: number;
}

export interface WireWorkbook {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly timeZone: string;
  readonly locale: string;
  readonly url: string;
}

export interface WireProtection {
  readonly id: string;
  readonly kind: "SHEET" | "RANGE";
  readonly range: RangeRef;
  readonly namedRange: string | undefined;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly domainEdit: boolean;
  readonly editors: readonly string[];
  readonly unprotected: readonly RangeRef[];
}

export interface WireMetadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | undefined;
  readonly visibility: string;
  readonly sheetId: number | undefined;
}

export interface WireMenuItem {
  readonly kind: "item" | "separator" | "menu";
  readonly label: string;
  readonly functionName: string;
  readonly items: readonly WireMenuItem[];
}

export interface WirePage {
  readonly content: string;
  readonly title: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly followRedirects: boolean;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export interface WireTrigger {
  readonly id: string;
  readonly handler: string;
  readonly eventType: "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_CHANGE" | "ON_FORM_SUBMIT";
  readonly source: "CLOCK" | "SPREADSHEETS";
  readonly workbookId: string | undefined;
  readonly clock: WireClockSpec | undefined;
}

export interface WireClockSpec {
  readonly everyMinutes: number | undefined;
  readonly everyDays: number | undefined;
  readonly everyWeeks: number | undefined;
  readonly atHour: number | undefined;
  readonly weekday: number | undefined;
  /** One-off: an instant in epoch milliseconds. */
  readonly at: number | undefined;
}

export interface WireMail {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
}
