// The hidden `_index` sheet: what the add-on knows of every row, and of the workbook itself.
import type { Values } from "../../shared/ledger/field.ts";
import type { SheetHost } from "../sheets/sheet-host.ts";
import type { RowProblem, RowView } from "./backend-shapes.ts";
import { rowNote } from "./index-shapes.ts";

export const INDEX_SHEET = "_index";

/** `synced`; `pending`: to be sent; `conflict` and `refused`: to be settled; `missing`: gone from the sheet. */
export const ROW_STATES = ["synced", "pending", "conflict", "refused", "voided", "missing"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a row was last answered, as far as it is not in its columns. */
export interface RowNote {
  readonly problems?: readonly RowProblem[];
  /** The backend's view in a conflict. */
  readonly theirs?: RowView;
  /** The hash that was refused or contested: the same content is not sent again. */
  readonly answered?: string;
  /** Values that fit no cell and still have to be sent. */
  readonly unsent?: Values;
}

export interface IndexEntry {
  readonly id: string;
  /** 0 until the backend accepted the row. */
  readonly version: number;
  /** Of the content that the backend and this sheet agreed on; empty until they did. */
  readonly hash: string;
  readonly definition: number;
  readonly serial: string;
  /** The status's id. */
  readonly status: string;
  readonly due: string;
  readonly open: boolean;
  readonly state: RowState;
  readonly note: RowNote;
}

export interface IndexState {
  readonly sheet: number;
  /** Entries by ledger and row id. */
  readonly entries: Map<string, Map<string, IndexEntry>>;
  readonly meta: Map<string, string>;
  /** As read, so that saving writes only what changed. */
  readonly lines: readonly (readonly string[])[];
}

const ENTRY_COLUMNS = 11;
const META_COLUMN = 13;
const HEADER = [
  "台账 ledger",
  "行标识 id",
  "版本 version",
  "指纹 hash",
  "格式 definition",
  "编号 serial",
  "状态 status",
  "到期 due",
  "在办 open",
  "同步 state",
  "备注 note",
  "",
  "项 key",
  "值 value",
];
/** A cell takes 50,000 characters. */
export const MAX_CELL = 45_000;
/** Facts about the workbook: itself, its report, its receipts, and one for each ledger. */
const MAX_FACTS = 80;

export function emptyEntry(id: string, definition: number): IndexEntry {
  return {
    id,
    version: 0,
    hash: "",
    definition,
    serial: "",
    status: "",
    due: "",
    open: true,
    state: "pending",
    note: {},
  };
}

/** Reads everything in one call; null where the workbook has no index yet. */
export function readIndex(host: SheetHost): IndexState | null {
  const found = host.sheets().find(({ name }) => name === INDEX_SHEET);
  if (!found) return null;
  const lines = host.read(found.id);
  const entries: IndexState["entries"] = new Map();
  const meta = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const [ledger = "", id = ""] = line;
    if (ledger !== "" && id !== "") entriesOf({ entries }, ledger).set(id, entryOf(line));
    const key = line[META_COLUMN - 1] ?? "";
    if (key !== "") meta.set(key, line[META_COLUMN] ?? "");
  }
  return { sheet: found.id, entries, meta, lines };
}

export interface Facts {
  readonly sheet: number;
  readonly meta: Map<string, string>;
}

/** Only the facts about the workbook, however many rows the index has; null where there is no index. */
export function readFacts(host: SheetHost): Facts | null {
  const found = host.sheets().find(({ name }) => name === INDEX_SHEET);
  if (!found) return null;
  const meta = new Map<string, string>();
  for (const [key = "", value = ""] of host.readArea(found.id, 2, META_COLUMN, MAX_FACTS, 2)) {
    if (key !== "") meta.set(key, value);
  }
  return { sheet: found.id, meta };
}

/** Writes the facts as they are now; nobody else may have changed them since they were read. */
export function saveFacts(host: SheetHost, { sheet, meta }: Facts): void {
  host.writeArea(sheet, 2, META_COLUMN, [...meta]);
}

export function entriesOf(state: Pick<IndexState, "entries">, ledger: string): Map<string, IndexEntry> {
  let found = state.entries.get(ledger);
  if (!found) {
    found = new Map();
    state.entries.set(ledger, found);
  }
  return found;
}

function entryOf(line: readonly string[]): IndexEntry {
  const [, id = "", version = "0", hash = "", definition = "0", serial = "", status = "", due = ""] = line;
  const state = ROW_STATES.find((one) => one === line[9]) ?? "pending";
  return {
    id,
    version: Number(version) || 0,
    hash,
    definition: Number(definition) || 0,
    serial,
    status,
    due,
    open: line[8] === "1",
    state,
    note: noteOf(line[10] ?? ""),
  };
}

function noteOf(text: string): RowNote {
  if (text === "") return {};
  try {
    const json: unknown = JSON.parse(text);
    const parsed = rowNote().safeParse(json);
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function lineOf(ledger: string, entry: IndexEntry): string[] {
  const { id, version, hash, definition, serial, status, due, open, state, note } = entry;
  const text = Object.keys(note).length === 0 ? "" : JSON.stringify(note);
  return [
    ledger,
    id,
    String(version),
    hash,
    String(definition),
    serial,
    status,
    due,
    open ? "1" : "0",
    state,
    text.length > MAX_CELL ? JSON.stringify({ ...note, theirs: undefined }) : text,
  ];
}

/** Writes what changed since the index was read: one rectangle of rows, one of facts about the workbook. */
export function saveIndex(host: SheetHost, state: IndexState): void {
  const rows: string[][] = [];
  for (const [ledger, entries] of state.entries) {
    for (const entry of entries.values()) rows.push(lineOf(ledger, entry));
  }
  writeChanged(host, state, 1, ENTRY_COLUMNS, rows);
  const facts = [...state.meta].map(([key, value]) => [key, value]);
  writeChanged(host, state, META_COLUMN, 2, facts);
  if (state.lines.length === 0) host.writeArea(state.sheet, 1, 1, [HEADER]);
}

function writeChanged(
  host: SheetHost,
  { sheet, lines }: IndexState,
  column: number,
  width: number,
  wanted: readonly string[][],
): void {
  const before = lines.slice(1).map((line) => line.slice(column - 1, column - 1 + width));
  const length = Math.max(wanted.length, before.findLastIndex((line) => line.some(Boolean)) + 1);
  const blank = Array.from({ length: width }, () => "");
  const isSame = (at: number) =>
    (wanted[at] ?? blank).every((text, cell) => text === (before[at]?.[cell] ?? ""));
  let first = 0;
  while (first < length && isSame(first)) first++;
  let last = length - 1;
  while (last >= first && isSame(last)) last--;
  if (last < first) return;
  const changed = Array.from({ length: last - first + 1 }, (_, at) => wanted[first + at] ?? blank);
  host.writeArea(sheet, first + 2, column, changed);
}
