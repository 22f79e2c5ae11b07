// A table of a report in Word: fixed columns, its head on every page, no row torn by a page's end.
import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Cell, Column, Row, TableBlock } from "../model/report.ts";
import { type DocxOptions, inlineRuns } from "./docx-inline.ts";
import { type Orientation, SIZES, TEXT_WIDTH } from "./docx-page.ts";

/** A table that is wider than this many columns of figures lies on its side. */
const PORTRAIT_WIDTH = 10;

export function orientationOf({ columns }: TableBlock): Orientation {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return width > PORTRAIT_WIDTH ? "landscape" : "portrait";
}

const FILL = { head: "e8eef3", group: "f3f6f8", total: "eef3f6", row: undefined } as const;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: "9fb0bf" };

export function docxTable(table: TableBlock, options: DocxOptions): Table {
  const { columns } = table;
  const width = TEXT_WIDTH[orientationOf(table)];
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / shares) * width));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cellOf(column.label, { column, width: widths[at] ?? 0, fill: FILL.head, bold: true, options }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: [head, ...table.rows.map((row) => rowOf(row, columns, widths, options))],
  });
}

function rowOf(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  options: DocxOptions,
): TableRow {
  const fill = FILL[row.kind];
  const bold = row.kind !== "row";
  const [first] = columns;
  if (row.kind === "group" && first) {
    const width = widths.reduce((sum, one) => sum + one, 0);
    const children = [
      cellOf(row.cells[0] ?? null, { column: first, width, fill, bold, options, span: columns.length }),
    ];
    return new TableRow({ cantSplit: true, children });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, at) =>
      cellOf(row.cells[at] ?? null, { column, width: widths[at] ?? 0, fill, bold, options }),
    ),
  });
}

interface CellLook {
  readonly column: Column;
  readonly width: number;
  readonly fill: string | undefined;
  readonly bold: boolean;
  readonly options: DocxOptions;
  readonly span?: number;
}

function cellOf(cell: Cell, { column, width, fill, bold, options, span }: CellLook): TableCell {
  const look: IRunOptions = { size: SIZES.table, bold };
  const words = column.as === "text" || column.as === "date" || column.as === "dateTime";
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    ...(span ? { columnSpan: span } : {}),
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: "auto" } } : {}),
    children: [
      new Paragraph({
        alignment: words ? AlignmentType.LEFT : AlignmentType.RIGHT,
        spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
        children: inlineRuns(cell, options, look),
      }),
    ],
  });
}
