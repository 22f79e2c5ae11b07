// The rows behind a figure as a table for files: every column of the ledger, masked as the reader sees it.
import type { Text } from "../../../shared/kernel/text.ts";
import { unitOf } from "../../boards/figures-table.ts";
import { type Cell, type Column, same, type TableBlock } from "../../reports/model/report.ts";
import type { ViewedRow } from "../../use-cases/rows/rows-of-question.ts";
import type { RowsQuestion } from "../../use-cases/rows/rows-question.ts";
import { figureLabel } from "../../use-cases/rows/stock-figures.ts";
import { type NameOf, showValue } from "../record/field-values.ts";
import { ROWS_TEXTS } from "./rows-texts.ts";

/** More than this is asked for in parts, `part=2`: an answer has to fit into what Lambda can give. */
export const ROWS_IN_A_FILE = 5000;

export function rowsTable(question: RowsQuestion, rows: readonly ViewedRow[], nameOf: NameOf): TableBlock {
  const { ledger, figure } = question;
  const fields = Object.entries(ledger.fields).filter(([, field]) => !field.hidden);
  const column = (id: string, label: Text, as: Column["as"], width: number): Column => ({
    id,
    label,
    as,
    width,
  });
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  // What each row adds to money, days or a ratio; of a count it is one.
  const amount = metric !== undefined && (metric.combine === "ratio" || metric.unit !== "count");
  const unit =
    figure === undefined || metric === undefined
      ? "count"
      : metric.combine === "ratio" && !metric.inDays
        ? "count"
        : unitOf(ledger, figure);
  return {
    kind: "table",
    id: "rows",
    title: figure === undefined ? ROWS_TEXTS.all : figureLabel(ledger, figure),
    columns: [
      column("serial", ROWS_TEXTS.serial, "text", 1.2),
      column("hall", ROWS_TEXTS.hall, "text", 2),
      ...fields.map(([id, { label, kind }]) => column(id, label, "text", kind === "longText" ? 3 : 1.5)),
      column("due", ROWS_TEXTS.due, "date", 1.1),
      column("original-due", ROWS_TEXTS.originalDue, "date", 1.1),
      column("status", ROWS_TEXTS.status, "text", 1.2),
      column("on-time", ROWS_TEXTS.onTime, "text", 1),
      ...(amount ? [column("amount", ROWS_TEXTS.adds, unit, 1)] : []),
    ],
    rows: rows.map(({ hall, view, amount: adds }) => ({
      kind: "row",
      id: view.id,
      cells: [
        {
          kind: "link",
          text: same(view.serial),
          to: `halls/${hall.id}/ledgers/${ledger.id}/records/${view.id}`,
        },
        hall.name,
        ...fields.map(([id, field]): Cell => {
          const value = view.values[id];
          const of = (locale: "zh" | "en") => showValue(field, value, locale, nameOf);
          return value === undefined || value === null ? null : { zh: of("zh"), en: of("en") };
        }),
        dated(view.dueDate),
        dated(view.originalDueDate),
        view.voided ? ROWS_TEXTS.voided : (ledger.statuses[view.status]?.label ?? same(view.status)),
        verdict(view.onTime, view.open),
        ...(amount
          ? [{ kind: "figure" as const, metric: `${ledger.id}.amount`, unit, value: adds, rows: null }]
          : []),
      ],
    })),
    empty: ROWS_TEXTS.none,
  };
}

function dated(day: string | null): Cell {
  return day === null ? null : { kind: "date", date: day };
}

function verdict(onTime: boolean | null, open: boolean): Text {
  if (onTime === null) return open ? ROWS_TEXTS.running : ROWS_TEXTS.notAssessable;
  return onTime ? ROWS_TEXTS.yes : ROWS_TEXTS.no;
}
