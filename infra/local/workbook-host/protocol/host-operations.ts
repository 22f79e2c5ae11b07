// Everything a running script can ask of the host. The script waits for each answer; the host may take its time.
import type { Dimension } from "../model/area.ts";
import type { EmbeddedChart } from "../model/chart.ts";
import type { ConditionalRule } from "../model/conditional-rule.ts";
import type { Clearing } from "../model/edit-looks.ts";
import type { TextQuery } from "../model/find-text.ts";
import type { Copying, SortKey } from "../model/move-cells.ts";
import type { ValidationRule } from "../model/validation-rule.ts";
import type {
  RangeRef,
  SheetRef,
  WireEntry,
  WireMail,
  WireMenuItem,
  WireMetadata,
  WirePage,
  WireProtection,
  WireRequest,
  WireResponse,
  WireSheet,
  WireTrigger,
  WireValue,
  WireWorkbook,
} from "./wire.ts";

/** Matrices written to a range; `repeat` spreads the one value over every cell. */
export interface Spread<T> {
  readonly rows: readonly (readonly T[])[];
  readonly repeat: boolean;
}

export type StyleKey =
  | "numberFormat"
  | "background"
  | "fontColor"
  | "fontWeight"
  | "fontStyle"
  | "fontLine"
  | "fontSize"
  | "fontFamily"
  | "horizontalAlignment"
  | "verticalAlignment"
  | "wrapStrategy"
  | "borders";

export type StyleValue = string | number | null;

export interface WorkbookOperations {
  "workbook.active": () => string | null;
  "workbook.open": (id: string) => void;
  "workbook.describe": (id: string) => WireWorkbook;
  "workbook.update": (
    id: string,
    change: {
      readonly name?: string;
      readonly timeZone?: string;
      readonly locale?: string;
      readonly editors?: readonly string[];
      readonly viewers?: readonly string[];
    },
  ) => void;
  "workbook.sheets": (id: string) => WireSheet[];
  "workbook.insertSheet": (
    id: string,
    name: string | undefined,
    index: number | undefined,
    template: number | undefined,
  ) => number;
  "workbook.namedRanges": (id: string) => { name: string; range: RangeRef }[];
  "workbook.setNamedRange": (id: string, name: string, range: RangeRef | null) => void;
  "workbook.metadata": (id: string) => WireMetadata[];
  "workbook.addMetadata": (id: string, entry: Omit<WireMetadata, "id">) => WireMetadata;
  "workbook.setMetadata": (id: string, metadataId: number, value: string | null) => void;
  "calculation.flush": () => void;
}

export interface SheetOperations {
  "sheet.describe": (sheet: SheetRef) => WireSheet;
  "sheet.extent": (sheet: SheetRef) => { rows: number; columns: number };
  "sheet.update": (
    sheet: SheetRef,
    change: {
      readonly name?: string;
      readonly hidden?: boolean;
      readonly tabColor?: string | null;
      readonly frozenRows?: number;
      readonly frozenColumns?: number;
      readonly index?: number;
    },
  ) => void;
  "sheet.delete": (sheet: SheetRef) => void;
  "sheet.copyTo": (sheet: SheetRef, workbookId: string, name: string | undefined) => number;
  "sheet.insertLines": (
    sheet: SheetRef,
    dimension: Dimension,
    at: number,
    count: number,
    looksFrom: number | undefined,
  ) => void;
  "sheet.deleteLines": (sheet: SheetRef, dimension: Dimension, at: number, count: number) => void;
  "sheet.moveLines": (sheet: SheetRef, dimension: Dimension, from: number, count: number, to: number) => void;
  "sheet.hideLines": (
    sheet: SheetRef,
    dimension: Dimension,
    at: number,
    count: number,
    hidden: boolean,
  ) => void;
  "sheet.sizeLines": (sheet: SheetRef, dimension: Dimension, at: number, count: number, size: number) => void;
  "sheet.fitLines": (sheet: SheetRef, dimension: Dimension, at: number, count: number) => void;
  "sheet.line": (sheet: SheetRef, dimension: Dimension, at: number) => { size: number; hidden: boolean };
  "sheet.appendRow": (sheet: SheetRef, entries: readonly WireEntry[]) => void;
  "sheet.conditionalRules": (sheet: SheetRef) => ConditionalRule[];
  "sheet.setConditionalRules": (sheet: SheetRef, rules: readonly ConditionalRule[]) => void;
  "sheet.charts": (sheet: SheetRef) => EmbeddedChart[];
  "sheet.putChart": (sheet: SheetRef, chart: EmbeddedChart) => number;
  "sheet.removeChart": (sheet: SheetRef, chartId: number) => void;
  "sheet.protections": (sheet: SheetRef, kind: "SHEET" | "RANGE") => WireProtection[];
  "sheet.protect": (sheet: SheetRef, range: RangeRef | null) => WireProtection;
  "sheet.protection": (sheet: SheetRef, id: string) => WireProtection | null;
  "sheet.updateProtection": (
    sheet: SheetRef,
    id: string,
    change: {
      readonly description?: string;
      readonly warningOnly?: boolean;
      readonly domainEdit?: boolean;
      readonly editors?: readonly string[];
      readonly unprotected?: readonly RangeRef[];
      readonly range?: RangeRef;
      readonly namedRange?: string;
    },
  ) => void;
  "sheet.removeProtection": (sheet: SheetRef, id: string) => void;
}

export interface RangeOperations {
  "range.resolve": (workbookId: string, sheetId: number | undefined, address: string) => RangeRef;
  "range.require": (range: RangeRef) => void;
  "range.values": (range: RangeRef) => WireValue[][];
  "range.displayValues": (range: RangeRef) => string[][];
  "range.formulas": (range: RangeRef, notation: "A1" | "R1C1") => string[][];
  "range.notes": (range: RangeRef) => string[][];
  "range.validations": (range: RangeRef) => (ValidationRule | null)[][];
  "range.styles": (range: RangeRef, key: StyleKey) => StyleValue[][];
  "range.writeValues": (range: RangeRef, entries: Spread<WireEntry>) => void;
  "range.writeFormulas": (range: RangeRef, formulas: Spread<string>, notation: "A1" | "R1C1") => void;
  "range.writeNotes": (range: RangeRef, notes: Spread<string | null>) => void;
  "range.writeValidations": (range: RangeRef, rules: Spread<ValidationRule | null>) => void;
  "range.writeStyles": (range: RangeRef, key: StyleKey, values: Spread<StyleValue>) => void;
  "range.clear": (range: RangeRef, what: Clearing) => void;
  "range.sort": (range: RangeRef, keys: readonly SortKey[]) => void;
  "range.copy": (from: RangeRef, to: RangeRef, what: Copying) => void;
  "range.move": (from: RangeRef, to: RangeRef) => void;
  "range.find": (range: RangeRef, query: TextQuery) => { row: number; column: number }[];
  "range.replace": (range: RangeRef, query: TextQuery, replacement: string) => number;
  "range.merge": (range: RangeRef, how: "ALL" | "ROWS" | "COLUMNS" | "NONE") => void;
  "range.merges": (range: RangeRef) => RangeRef[];
  "range.canEdit": (range: RangeRef) => boolean;
}

export interface UiOperations {
  /** Throws where there is no window to show anything in. */
  "ui.require": () => void;
  "ui.menu": (title: string, items: readonly WireMenuItem[]) => void;
  "ui.sidebar": (page: WirePage) => void;
  "ui.dialog": (page: WirePage, isModal: boolean) => void;
  "ui.alert": (title: string, text: string, buttons: string) => string;
  "ui.prompt": (title: string, text: string, buttons: string) => { button: string; text: string };
  "ui.toast": (workbookId: string, text: string, title: string, seconds: number) => void;
  "ui.selection": () => RangeRef | null;
  "ui.select": (range: RangeRef) => void;
  "ui.activateSheet": (sheet: SheetRef) => void;
}

export type StoreName = "script" | "user" | "document";

export interface StoreOperations {
  "properties.read": (store: StoreName) => Record<string, string>;
  "properties.write": (
    store: StoreName,
    entries: Readonly<Record<string, string>>,
    clearOthers: boolean,
  ) => void;
  "properties.delete": (store: StoreName, key: string | null) => void;
  "cache.read": (store: StoreName, keys: readonly string[]) => Record<string, string>;
  "cache.write": (store: StoreName, entries: Readonly<Record<string, string>>, seconds: number) => void;
  "cache.delete": (store: StoreName, keys: readonly string[]) => void;
  "lock.acquire": (store: StoreName, timeoutMs: number) => boolean;
  "lock.release": (store: StoreName) => void;
  /** Document stores exist only inside a document. */
  "store.exists": (store: StoreName) => boolean;
}

export interface ServiceOperations {
  "fetch.all": (requests: readonly WireRequest[]) => WireResponse[];
  "script.triggers": () => WireTrigger[];
  "script.addTrigger": (trigger: Omit<WireTrigger, "id">) => WireTrigger;
  "script.deleteTrigger": (id: string) => void;
  "script.scopes": () => string[];
  "script.requireScopes": (scopes: readonly string[]) => void;
  "script.identityToken": () => string | null;
  "session.user": (which: "active" | "effective") => string;
  "session.locale": () => string;
  "mail.send": (mail: WireMail) => void;
  "mail.quota": () => number;
}

export interface HostOperations
  extends WorkbookOperations,
    SheetOperations,
    RangeOperations,
    UiOperations,
    StoreOperations,
    ServiceOperations {}

export type OperationName = keyof HostOperations;

/** The host's side: any answer may be late. */
export type HostImplementation = {
  readonly [Name in OperationName]: (
    ...args: Parameters<HostOperations[Name]>
  ) => ReturnType<HostOperations[Name]> | Promise<ReturnType<HostOperations[Name]>>;
};
