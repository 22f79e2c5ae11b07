// The case ledger's sheet as tests speak of it: columns by field, rows as texts, a sound case to type.

import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { sheetColumns } from "../../../shared/ledger/sheet-columns.ts";
import { type AddonBench, LEDGER } from "./addon-bench.ts";

export type Column =
  | "serial"
  | "status"
  | "dueDate"
  | "sync"
  | "hint"
  | "rowId"
  | "typedBy"
  | "receivedAt"
  | "matter"
  | "visitor"
  | "phoneTail"
  | "channel"
  | "content"
  | "acceptedBy"
  | "acceptedAt"
  | "completedAt"
  | "outcome"
  | "feeInFen"
  | "legacyNumber"
  | "window";

/** Places of columns by their headers, counted from 0. */
export function columnsOf(bench: AddonBench, workbook?: string): Record<Column, number> {
  const header = bench.grid(LEDGER, workbook)[0] ?? [];
  const at = (id: Column): number => {
    const label = sheetColumns(cases).find((column) => column.id === id)?.label.zh ?? id;
    const found = header.indexOf(label);
    if (found < 0) throw new Error(`no column ${id} in ${header.join()}`);
    return found;
  };
  return {
    serial: at("serial"),
    status: at("status"),
    dueDate: at("dueDate"),
    sync: at("sync"),
    hint: at("hint"),
    rowId: at("rowId"),
    typedBy: at("typedBy"),
    receivedAt: at("receivedAt"),
    matter: at("matter"),
    visitor: at("visitor"),
    phoneTail: at("phoneTail"),
    channel: at("channel"),
    content: at("content"),
    acceptedBy: at("acceptedBy"),
    acceptedAt: at("acceptedAt"),
    completedAt: at("completedAt"),
    outcome: at("outcome"),
    feeInFen: at("feeInFen"),
    legacyNumber: at("legacyNumber"),
    window: at("window"),
  };
}

export type CaseLine = Readonly<Record<string, string>>;

/** The rows below the header as texts by column id; empty rows are left out. */
export function rowsOf(bench: AddonBench, workbook?: string): CaseLine[] {
  const [header = [], ...lines] = bench.grid(LEDGER, workbook);
  const ids = header.map(
    (label) => sheetColumns(cases).find((column) => column.label.zh === label)?.id ?? label,
  );
  return lines
    .filter((line) => line.some(Boolean))
    .map((line) => Object.fromEntries(line.map((text, at) => [ids[at] ?? "", text])));
}

/** Types a sound case into a row (the header is row 0). */
export function typeCase(
  bench: AddonBench,
  row: number,
  values: Partial<Record<Column, string>> = {},
  options: { readonly force?: boolean } = {},
): void {
  const columns = columnsOf(bench);
  const all = {
    receivedAt: "2026-11-20 09:05",
    matter: "老年证",
    visitor: "张三",
    channel: "窗口",
    acceptedBy: "李四",
    ...values,
  };
  const sheet = bench.sheet(LEDGER);
  for (const [id, text] of Object.entries(all)) {
    const column = columns[columnOf(id)];
    // A paste brings its own cell along, and with it no drop-down.
    const cell = options.force ? sheet.cell(row, column) : undefined;
    const rule = cell?.validation;
    if (cell) cell.validation = undefined;
    bench.type([[row, column, text]]);
    if (cell) cell.validation = rule;
  }
}

function columnOf(id: string): Column {
  const all: readonly Column[] = [
    "receivedAt",
    "matter",
    "visitor",
    "phoneTail",
    "channel",
    "content",
    "acceptedBy",
    "acceptedAt",
    "completedAt",
    "outcome",
    "feeInFen",
    "legacyNumber",
    "window",
    "serial",
    "status",
    "dueDate",
    "sync",
    "rowId",
    "typedBy",
    "hint",
  ];
  const found = all.find((one) => one === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}
