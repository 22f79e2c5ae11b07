// A ledger's sheet as it should look, from the ledger's definition: widths, formats, drop-downs, warnings, marks.

import type { Field } from "../../shared/ledger/field.ts";
import { type SheetColumn, sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isReadOnly } from "../definitions/kept-ledgers.ts";
import { FLAG_CHOICES } from "./cell-text.ts";
import type { ColumnLayout, Mark, Rule, SheetLayout } from "./sheet-host.ts";

/** Where each column of a ledger stands in its sheet, counted from 1. */
export type ColumnPlaces = ReadonlyMap<string, number>;

/** Words at the beginning of a hint or in the sync column; the marks look for them. */
export const MARK_WORDS = {
  overdue: "超期",
  dueSoon: "临期",
  refused: "退回",
  conflict: "冲突",
  voided: "已作废",
  pending: "待同步",
} as const;

const TAB_COLORS = ["#1a73e8", "#188038", "#b06000", "#9334e6", "#c5221f", "#007b83"];

/** Columns in the order in which the definition puts them. */
export function definedPlaces(ledger: SheetLedger): ColumnPlaces {
  return new Map(sheetColumns(ledger).map(({ id }, at) => [id, at + 1]));
}

/** @param choicesOf what a drop-down of a reference field offers, by field id */
export function ledgerLayout(
  ledger: SheetLedger,
  places: ColumnPlaces,
  choicesOf: (fieldId: string) => readonly string[],
  order: number,
): SheetLayout {
  const isShown = isReadOnly(ledger);
  const columns = sheetColumns(ledger).flatMap((column): ColumnLayout[] => {
    const at = places.get(column.id);
    if (at === undefined) return [];
    return [
      {
        column: at,
        header: column.label.zh,
        note: isShown ? `${column.label.en}\n${READ_ONLY}` : noteOf(column),
        width: column.width,
        format: column.format,
        hidden: column.kind === "hidden",
        guarded: isShown || column.kind !== "field",
        rule: column.kind === "field" && !isShown ? ruleOf(column.field, choicesOf(column.id)) : null,
      },
    ];
  });
  return {
    columns,
    marks: marksFor(places),
    tabColor: TAB_COLORS[order % TAB_COLORS.length] ?? "#1a73e8",
    hidden: false,
    guarded: isShown,
  };
}

const READ_ONLY = "只读:签认和上报时由系统填写 Read only: filled in when it is signed or submitted";

/** English label, help, and whether the column has to be filled in. */
function noteOf(column: SheetColumn): string {
  if (column.kind !== "field") return `${column.label.en}\n由系统填写 Filled in by the add-on`;
  const { label, help, required } = column.field;
  const lines = [label.en];
  if (required) lines.push("必填 Required");
  if (help) lines.push(`${help.zh} ${help.en}`);
  return lines.join("\n");
}

function ruleOf(field: Field, references: readonly string[]): Rule | null {
  const { shape } = field;
  const help = field.help ? `${field.help.zh} ${field.help.en}` : "";
  switch (shape.control) {
    case "choice": {
      const values = (shape.choices ?? []).map(({ label }) => label.zh);
      return {
        kind: "list",
        values,
        help: help || `请从列表中选择 Choose from the list: ${values.join("、")}`,
      };
    }
    case "checkbox":
      return { kind: "list", values: FLAG_CHOICES, help: help || "请选“是”或“否” Choose yes or no" };
    case "reference":
      return references.length === 0
        ? null
        : { kind: "list", values: references, help: help || "请从列表中选择 Choose from the list" };
    case "date":
    case "dateTime": {
      const example = shape.control === "date" ? "2026-11-02" : "2026-11-02 09:05";
      return { kind: "date", help: `${help}\n例 Example: ${example}`.trim() };
    }
    case "number": {
      const { minimum = 0, maximum = 1_000_000_000 } = shape;
      // Money is kept in fen and shown in yuan.
      const unit = field.kind === "fen" ? 100 : 1;
      return { kind: "number", minimum: minimum / unit, maximum: maximum / unit, help };
    }
    case "checklist":
    case "attachments":
    case "text":
    case "longText":
    case "list":
      return null;
  }
}

function marksFor(places: ColumnPlaces): Mark[] {
  const begins = (column: string, word: string) =>
    `=LEFT($${letters(places.get(column) ?? 1)}2,${word.length})="${word}"`;
  return [
    { formula: begins("sync", MARK_WORDS.conflict), background: "#fce8b2", color: "#7a4f01", bold: true },
    { formula: begins("sync", MARK_WORDS.refused), background: "#f4c7c3", color: "#a50e0e", bold: true },
    { formula: begins("sync", MARK_WORDS.voided), background: "#eeeeee", color: "#5f6368", bold: false },
    { formula: begins("hint", MARK_WORDS.overdue), background: "#fad2cf", color: "#a50e0e", bold: true },
    { formula: begins("hint", MARK_WORDS.dueSoon), background: "#feefc3", color: "#7a4f01", bold: false },
  ];
}

/** `1` is `A`, `28` is `AB`. */
export function letters(column: number): string {
  let text = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  }
  return text;
}
