// What sidebars may ask of the script behind `google.script.run`; JSON both ways, never a Date, never a throw.
import type { Locale, Text } from "../shared/kernel/text.ts";
import type { Values } from "../shared/ledger/field.ts";

/** Every answer: either the value, or a sentence that names the remedy. */
export type RpcResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: Text };

export interface Settings {
  readonly locale: Locale;
  /** How personal names stand in cells. */
  readonly projection: "full" | "surname" | "caseNumberOnly";
}

export interface HallChoice {
  readonly id: string;
  readonly name: Text;
}

/** What a sidebar needs when it opens. `reference` is the backend's reference data, perhaps from the cache. */
export interface Bootstrap {
  readonly user: { readonly email: string; readonly name: string; readonly key: string } | null;
  /** Null until the workbook is set up; "centre" mode has no hall. */
  readonly hall: HallChoice | null;
  readonly mode: "hall" | "centre" | null;
  readonly settings: Settings;
  readonly ledgers: readonly string[];
  readonly reference: unknown;
  /** True when the backend could not be reached and the cache was used. */
  readonly offline: boolean;
  readonly now: string;
  /** A row selected in a ledger's sheet when the sidebar was opened. */
  readonly selected: { readonly ledger: string; readonly id: string } | null;
}

export interface SaveRequest {
  readonly ledger: string;
  readonly id: string;
  readonly baseVersion: number;
  readonly action: string;
  readonly values: Values;
  /** Why a month that was accepted is changed all the same. */
  readonly reason?: string;
}

export interface RowAnswer {
  readonly status: "accepted" | "unchanged" | "merged" | "conflict" | "refused" | "pending";
  readonly version: number | null;
  readonly serial: string | null;
  readonly problems: readonly { readonly code: string; readonly field?: string; readonly message: Text }[];
  /** The backend's view of the row; null while pending. */
  readonly current: unknown;
}

export const TODO_KINDS = [
  "decision",
  "returned",
  "overdue",
  "dueSoon",
  "refused",
  "conflict",
  "owed",
  "awaitingCorrection",
  "feedbackOwed",
] as const;

export interface Todo {
  readonly ledger: string;
  /** Of a row; empty where it is about a period, or about another hall's row, which is opened on a page. */
  readonly id: string;
  readonly serial: string;
  /**
   * `decision`: waits for this person; `returned`: a report to be mended; `owed`: what a row or a period still asks of
   * this person's role; `feedbackOwed`: guessed from the sheet while the backend is away.
   */
  readonly kind: (typeof TODO_KINDS)[number];
  readonly title: string;
  readonly dueDate: string | null;
}

export interface SyncReport {
  readonly at: string;
  readonly ledgers: readonly {
    readonly ledger: string;
    readonly title: Text;
    readonly rows: number;
    readonly sent: number;
    readonly received: number;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly pending: number;
    readonly conflicts: readonly ConflictView[];
    /** Rows that the backend sent back, the first of them. */
    readonly refused: readonly RefusedView[];
    readonly repairs: readonly RepairView[];
    /** Rows that were known and are no longer in the sheet. */
    readonly missing: readonly { readonly id: string; readonly serial: string }[];
  }[];
  readonly error: Text | null;
  /** Years before this one whose rows stand in the sheets as well. */
  readonly years?: readonly string[];
  /** What arrived lately, newest first. */
  readonly receipts?: readonly ReceiptView[];
  /** When somebody last typed into a ledger, while that is newer than `at`. */
  readonly editedAt?: string | null;
}

/** A ledger that can be a sheet of this workbook. */
export interface SheetChoice {
  readonly ledger: string;
  readonly title: Text;
  readonly kept: boolean;
  /** Only shown: its rows are made by signing and submitting. */
  readonly readOnly: boolean;
}

/** A file that was uploaded and may now be named by a row. */
export interface UploadedFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface ReceiptView {
  readonly ledger: string;
  readonly batchId: string;
  readonly receivedAt: string;
  readonly rows: number;
  readonly byStatus: Readonly<Record<string, number>>;
}

export interface ConflictView {
  readonly id: string;
  readonly serial: string;
  readonly fields: readonly {
    readonly id: string;
    readonly label: Text;
    readonly mine: string;
    readonly theirs: string;
  }[];
}

export interface RefusedView {
  readonly id: string;
  readonly serial: string;
  readonly problems: readonly { readonly code: string; readonly message: Text }[];
}

export interface RepairView {
  readonly place: string;
  readonly what: Text;
  readonly before: string;
  readonly after: string;
}

/** The functions behind the sidebars, by name. */
export interface Rpc {
  bootstrap(): RpcResult<Bootstrap>;
  /** The ledgers as data, as `describeLedger` gives them: forms and rows are drawn from them. */
  definitions(): RpcResult<readonly unknown[]>;
  /** Set-up: the halls (or centres) that the signed-in person may choose. */
  listHalls(): RpcResult<{ readonly halls: readonly HallChoice[]; readonly centres: readonly HallChoice[] }>;
  setUpWorkbook(choice: {
    readonly mode: "hall" | "centre";
    readonly id: string;
  }): RpcResult<{ readonly sheets: readonly string[] }>;
  /** The ledgers that can stand as sheets here, and those that do. */
  sheetChoices(): RpcResult<readonly SheetChoice[]>;
  /** Keeps these ledgers as sheets; a sheet given up is hidden with what it holds, and nothing of it waits. */
  chooseSheets(choice: { readonly ledgers: readonly string[] }): RpcResult<readonly SheetChoice[]>;
  saveSettings(settings: Settings): RpcResult<Settings>;
  /** Sends one row at once and shows it in the sheet; when the backend is away the row waits in the sheet. */
  saveRow(request: SaveRequest): RpcResult<RowAnswer>;
  /** Sends a file ahead of the row that will name it. */
  uploadFile(file: {
    readonly ledger: string;
    readonly name: string;
    readonly base64: string;
  }): RpcResult<UploadedFile>;
  todos(): RpcResult<readonly Todo[]>;
  /** The backend's history of a row: values, events, revisions, trace. */
  rowHistory(row: { readonly ledger: string; readonly id: string }): RpcResult<unknown>;
  sync(): RpcResult<SyncReport>;
  /** A former year's closed rows: into the sheets, or out of them again. */
  showYear(choice: { readonly year: string; readonly shown: boolean }): RpcResult<{ readonly rows: number }>;
  /** What the last sync left: without talking to the backend. */
  syncState(): RpcResult<SyncReport>;
  resolveConflict(choice: {
    readonly ledger: string;
    readonly id: string;
    readonly keep: "mine" | "theirs";
  }): RpcResult<RowAnswer>;
  /** A row of a month that was accepted: sent again, with the reason for changing it. */
  giveReason(choice: {
    readonly ledger: string;
    readonly id: string;
    readonly reason: string;
  }): RpcResult<RowAnswer>;
  /** A row that was deleted from the sheet: put it back, or void it with a reason. */
  settleMissing(choice: {
    readonly ledger: string;
    readonly id: string;
    readonly how: "putBack" | "void";
    readonly reason: string;
  }): RpcResult<RowAnswer>;
  selectRow(row: { readonly ledger: string; readonly id: string }): RpcResult<null>;
  /** What the hall owes, as the backend lists it. */
  periods(): RpcResult<unknown>;
  /** One period: draft, findings, what happened, whether one may complete it. */
  period(named: { readonly rule: string; readonly period: string }): RpcResult<unknown>;
  /** Signs, confirms or submits under one's own token; what waits in the sheet is put on record with it. */
  completePeriods(request: CompleteRequest): RpcResult<unknown>;
}

export interface CompleteRequest {
  readonly rule: string;
  readonly verb: "sign" | "confirm" | "submit";
  readonly periods: readonly string[];
  readonly note: string;
  /** Rulings on findings, for a confirmation. */
  readonly findings: readonly FindingRuling[];
}

export interface FindingRuling {
  /** Empty for a finding of one's own. */
  readonly key: string;
  readonly content: string;
  readonly owner: string;
  readonly dueOn: string;
  /** Why it is no finding. */
  readonly dismissed: string;
}

/** Names that `google.script.run` sees; the build's stubs come from this list. */
export const RPC_NAMES = [
  "bootstrap",
  "definitions",
  "listHalls",
  "setUpWorkbook",
  "sheetChoices",
  "chooseSheets",
  "saveSettings",
  "saveRow",
  "uploadFile",
  "todos",
  "rowHistory",
  "sync",
  "showYear",
  "syncState",
  "resolveConflict",
  "giveReason",
  "settleMissing",
  "selectRow",
  "periods",
  "period",
  "completePeriods",
] as const satisfies readonly (keyof Rpc)[];
