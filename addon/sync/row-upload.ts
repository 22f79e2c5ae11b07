// Changed rows as the backend takes them, packed into batches that it accepts.

import type { Values } from "../../shared/ledger/field.ts";
import { fieldsInSheet, type ReferenceNames, valuesInCells } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isMasked } from "../sheets/cell-text.ts";
import type { SheetRow } from "./ledger-sheet.ts";
import { differingFields } from "./row-hash.ts";

export const MAX_BATCH_ROWS = 500;
/** The backend takes 1,000,000 bytes; the rest is for the envelope. */
const MAX_BATCH_BYTES = 900_000;

export interface UploadRow {
  readonly id: string;
  readonly baseVersion: number;
  readonly action: string;
  readonly values: Values;
  /** The address of whoever typed it. */
  readonly enteredBy?: string;
}

export interface UploadOptions {
  readonly baseVersion: number;
  /** Of the content at the base version: only what differs from it is sent. Empty when that is not known. */
  readonly baseHash: string;
  readonly names: ReferenceNames;
  /** Fields that are not sent: their column was not there. */
  readonly left: ReadonlySet<string>;
  /** The workbook shows names in part: an empty name cell then says nothing. */
  readonly masking: boolean;
  /** Values that fit no cell. */
  readonly unsent?: Values | undefined;
}

export function uploadRow(
  ledger: SheetLedger,
  row: Pick<SheetRow, "id" | "cells" | "hash" | "typedBy">,
  { baseVersion, baseHash, names, left, masking, unsent }: UploadOptions,
): UploadRow {
  const fields = fieldsInSheet(ledger);
  const cells = fields.map(([id]) => row.cells[id] ?? "");
  const ids = fields.map(([id]) => id);
  const isKnown = baseVersion > 0 && baseHash !== "";
  const sent = new Set(isKnown ? differingFields(baseHash, row.hash, ids) : ids);
  const values: Record<string, unknown> = { ...unsent };
  for (const [id, value] of Object.entries(valuesInCells(ledger, cells, names))) {
    const field = ledger.fields[id];
    const text = row.cells[id] ?? "";
    if (!sent.has(id) || left.has(id) || (field && isMasked(text, field))) continue;
    if (masking && field?.personal && value === null) continue;
    // An empty cell clears nothing in a row that the backend has never seen.
    if (value === null && baseVersion === 0) continue;
    values[id] = value;
  }
  const claim = isAddress(row.typedBy) ? { enteredBy: row.typedBy } : {};
  return { id: row.id, baseVersion, action: "upsert", values, ...claim };
}

/** Whatever else was typed into that column claims nothing. */
function isAddress(text: string): boolean {
  return text.length <= 120 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

export function batchesOf(rows: readonly UploadRow[]): UploadRow[][] {
  const batches: UploadRow[][] = [];
  let batch: UploadRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = utf8Length(JSON.stringify(row)) + 1;
    if (batch.length >= MAX_BATCH_ROWS || (batch.length > 0 && bytes + size > MAX_BATCH_BYTES)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** Bytes in UTF-8, counted in plain code. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
