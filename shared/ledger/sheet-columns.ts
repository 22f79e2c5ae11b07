// A ledger as a sheet: its columns in order, and the way of a row into cells and back.
import type { Text } from "../kernel/text.ts";
import type { Cell, Field, Fields, Values } from "./field.ts";

interface Columned {
  readonly fields: Fields;
}

/** What the system writes into a row; clerks read these columns and never type into them. */
export const SYSTEM_COLUMNS = {
  serial: { label: { zh: "编号", en: "No." }, width: 110, format: "@" },
  status: { label: { zh: "状态", en: "Status" }, width: 110, format: "@" },
  dueDate: { label: { zh: "到期日", en: "Due" }, width: 100, format: "@" },
  sync: { label: { zh: "同步", en: "Sync" }, width: 80, format: "@" },
  hint: { label: { zh: "提示", en: "Hint" }, width: 240, format: "@" },
} as const satisfies Record<string, { label: Text; width: number; format: string }>;
export type SystemColumnId = keyof typeof SYSTEM_COLUMNS;

export const HIDDEN_COLUMNS = {
  /** The row's UUID: the only thing that says which row is which. */
  rowId: { label: { zh: "行标识", en: "Row id" }, width: 60, format: "@" },
  /** The address of whoever typed into the row since it was last sent: a claim, as the spreadsheet knows it. */
  typedBy: { label: { zh: "键入人", en: "Typed by" }, width: 60, format: "@" },
} as const satisfies Record<string, { label: Text; width: number; format: string }>;
export type HiddenColumnId = keyof typeof HIDDEN_COLUMNS;

export type SheetColumn =
  | {
      readonly kind: "system";
      readonly id: SystemColumnId;
      readonly label: Text;
      readonly width: number;
      readonly format: string;
    }
  | {
      readonly kind: "field";
      readonly id: string;
      readonly field: Field;
      readonly label: Text;
      readonly width: number;
      readonly format: string;
    }
  /** Hidden and guarded: see `HIDDEN_COLUMNS`. */
  | {
      readonly kind: "hidden";
      readonly id: HiddenColumnId;
      readonly label: Text;
      readonly width: number;
      readonly format: string;
    };

/** System columns first (one block), then the fields that fit a cell, then the hidden ones. */
export function sheetColumns(ledger: Columned): SheetColumn[] {
  const system = Object.entries(SYSTEM_COLUMNS).flatMap(([id, column]) =>
    isSystemColumn(id) ? [{ kind: "system" as const, id, ...column }] : [],
  );
  const fields = Object.entries(ledger.fields)
    .filter(([, field]) => !field.hidden)
    .map(([id, field]) => ({
      kind: "field" as const,
      id,
      field,
      label: field.label,
      width: field.shape.width,
      format: field.shape.format,
    }));
  const { rowId, typedBy } = HIDDEN_COLUMNS;
  return [
    ...system,
    ...fields,
    { kind: "hidden", id: "rowId", ...rowId },
    { kind: "hidden", id: "typedBy", ...typedBy },
  ];
}

function isSystemColumn(id: string): id is SystemColumnId {
  return Object.hasOwn(SYSTEM_COLUMNS, id);
}

/** Names of what cells refer to: a matter's cell shows its name, its value is its id. */
export interface ReferenceNames {
  nameOf(fieldId: string, id: string): string | undefined;
  idOf(fieldId: string, name: string): string | undefined;
}

/** The field cells of a row, in the order of its field columns; empty text where there is no value. */
export function fieldCells(ledger: Columned, values: Values, names: ReferenceNames): Cell[] {
  return fieldsInSheet(ledger).map(([id, field]) => {
    const value = values[id];
    if (value === undefined || value === null) return "";
    if (field.kind === "reference" && typeof value === "string") return names.nameOf(id, value) ?? value;
    const parsed = field.schema.safeParse(value);
    return parsed.success ? field.toCell(parsed.data) : String(value);
  });
}

/** What a row's field cells mean, as the API takes it: names become ids, empty cells become null. */
export function valuesInCells(ledger: Columned, cells: readonly Cell[], names: ReferenceNames): Values {
  return Object.fromEntries(
    fieldsInSheet(ledger).map(([id, field], at) => {
      const cell = cells[at] ?? "";
      const text = typeof cell === "string" ? cell.trim() : cell;
      if (text === "") return [id, null];
      return [
        id,
        field.kind === "reference" && typeof text === "string" ? (names.idOf(id, text) ?? text) : text,
      ];
    }),
  );
}

export function fieldsInSheet(ledger: Columned): [string, Field][] {
  return Object.entries(ledger.fields).filter(([, field]) => !field.hidden);
}
