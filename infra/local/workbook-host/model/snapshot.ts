// A workbook as plain JSON and back: what is kept on disk and what a copy starts from.
import * as z from "zod";
import { type Cell, CellError } from "./cell.ts";
import { Sheet } from "./sheet.ts";
import { Workbook } from "./workbook.ts";

const area = z.object({ row: z.number(), column: z.number(), rows: z.number(), columns: z.number() });
const sheetArea = z.object({ sheetId: z.number(), area });
const scalar = z.union([z.number(), z.string(), z.boolean()]);
const ruleArgument = z.union([scalar, z.object({ date: z.number() }), z.object({ range: sheetArea })]);
const text = z.string().optional();
const flag = z.boolean().optional();

const style = z.object({
  numberFormat: text,
  background: text,
  fontColor: text,
  fontWeight: text,
  fontStyle: text,
  fontLine: text,
  fontSize: z.number().optional(),
  fontFamily: text,
  horizontalAlignment: text,
  verticalAlignment: text,
  wrapStrategy: text,
  borders: text,
});

const validationRule = z.object({
  criterion: z.string(),
  arguments: z.array(ruleArgument),
  allowInvalid: z.boolean(),
  helpText: z.string().optional(),
});

/** Styles and rules are numbered once per workbook; cells refer to them. */
const cellRecord = z.object({
  c: z.number(),
  v: scalar.optional(),
  f: text,
  s: z.number().optional(),
  n: text,
  d: z.number().optional(),
});

const line = z.object({ at: z.number(), size: z.number().optional(), hidden: flag });

const sheetRecord = z.object({
  id: z.number(),
  name: z.string(),
  hidden: z.boolean(),
  tabColor: text,
  frozenRows: z.number(),
  frozenColumns: z.number(),
  maxRows: z.number(),
  maxColumns: z.number(),
  rows: z.array(z.object({ r: z.number(), cells: z.array(cellRecord) })),
  rowLines: z.array(line),
  columnLines: z.array(line),
  merges: z.array(area),
  protections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["SHEET", "RANGE"]),
      area,
      namedRange: z.string().optional(),
      description: z.string(),
      warningOnly: z.boolean(),
      domainEdit: z.boolean(),
      editors: z.array(z.string()),
      unprotected: z.array(area),
    }),
  ),
  conditionalRules: z.array(
    z.object({
      areas: z.array(area),
      criterion: z.string(),
      arguments: z.array(ruleArgument),
      background: text,
      fontColor: text,
      bold: flag,
      italic: flag,
      strikethrough: flag,
      underline: flag,
    }),
  ),
  charts: z.array(
    z.object({
      id: z.number(),
      type: z.string(),
      sources: z.array(sheetArea),
      headers: z.number(),
      row: z.number(),
      column: z.number(),
      offsetX: z.number(),
      offsetY: z.number(),
      options: z.record(z.string(), z.union([scalar, z.null()])),
    }),
  ),
});

const WorkbookRecord = z.object({
  format: z.literal(1),
  facts: z.object({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    editors: z.array(z.string()),
    viewers: z.array(z.string()),
    timeZone: z.string(),
    locale: z.string(),
  }),
  nextId: z.number(),
  styles: z.array(style),
  rules: z.array(validationRule),
  namedRanges: z.array(z.object({ name: z.string(), range: sheetArea })),
  metadata: z.array(
    z.object({
      id: z.number(),
      key: z.string(),
      value: text,
      visibility: z.string(),
      sheetId: z.number().optional(),
    }),
  ),
  sheets: z.array(sheetRecord),
});

export type WorkbookRecord = z.infer<typeof WorkbookRecord>;

/** Numbers equal values once. */
class Numbering<T extends object> {
  readonly list: T[] = [];
  private readonly known = new Map<string, number>();
  private readonly seen = new Map<T, number>();
  numberOf(item: T): number {
    const before = this.seen.get(item);
    if (before !== undefined) return before;
    const key = JSON.stringify(item);
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.list.push(item) - 1;
      this.known.set(key, number);
    }
    this.seen.set(item, number);
    return number;
  }
}

const linesOf = (lines: Sheet["rowLines"]): { at: number; size?: number; hidden?: boolean }[] =>
  lines.flatMap((each, at) =>
    each
      ? {
          at,
          ...(each.size === undefined ? {} : { size: each.size }),
          ...(each.hidden ? { hidden: true } : {}),
        }
      : [],
  );

/** Plain data for JSON.stringify; formula results are left out, since they are computed again. */
export function recordOf(workbook: Workbook): object {
  const styles = new Numbering<NonNullable<Cell["style"]>>();
  const rules = new Numbering<NonNullable<Cell["validation"]>>();
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: undefined,
    formulaCells: undefined,
    rowLines: linesOf(sheet.rowLines),
    columnLines: linesOf(sheet.columnLines),
    rows: sheet.cells.flatMap((cells, r) => {
      const records = (cells ?? []).flatMap((cell, c) =>
        cell
          ? {
              c,
              v: cell.value,
              f: cell.formula,
              s: cell.style && styles.numberOf(cell.style),
              n: cell.note,
              d: cell.validation && rules.numberOf(cell.validation),
            }
          : [],
      );
      return records.length > 0 ? { r, cells: records } : [];
    }),
  }));
  return {
    format: 1,
    facts: workbook.facts,
    nextId: workbook.nextId,
    styles: styles.list,
    rules: rules.list,
    namedRanges: [...workbook.namedRanges].map(([name, range]) => ({ name, range })),
    metadata: workbook.metadata,
    sheets,
  };
}

function sheetOf(record: z.infer<typeof sheetRecord>, all: WorkbookRecord): Sheet {
  const sheet = new Sheet(record.id, record.name, record.maxRows, record.maxColumns);
  sheet.hidden = record.hidden;
  sheet.tabColor = record.tabColor;
  sheet.frozenRows = record.frozenRows;
  sheet.frozenColumns = record.frozenColumns;
  sheet.merges = record.merges;
  sheet.protections = record.protections.map((each) => ({ ...each, namedRange: each.namedRange }));
  sheet.conditionalRules = record.conditionalRules.map((rule) => ({
    ...rule,
    background: rule.background,
    fontColor: rule.fontColor,
    bold: rule.bold,
    italic: rule.italic,
    strikethrough: rule.strikethrough,
    underline: rule.underline,
  }));
  sheet.charts = record.charts;
  for (const { at, ...each } of record.rowLines) sheet.rowLines[at] = each;
  for (const { at, ...each } of record.columnLines) sheet.columnLines[at] = each;
  const rules = all.rules.map((rule) => ({ ...rule, helpText: rule.helpText }));
  for (const { r, cells } of record.rows) {
    for (const { c, v, f, s, n, d } of cells) {
      sheet.putCell(r, c, {
        value: v,
        formula: f,
        style: s === undefined ? undefined : all.styles[s],
        note: n,
        validation: d === undefined ? undefined : rules[d],
      });
    }
  }
  return sheet;
}

/** Reads a record back; throws when the data has another shape. */
export function workbookOf(data: unknown): Workbook {
  const record = WorkbookRecord.parse(data);
  const workbook = new Workbook(record.facts);
  workbook.nextId = record.nextId;
  workbook.metadata = record.metadata.map((each) => ({ ...each, value: each.value, sheetId: each.sheetId }));
  for (const { name, range } of record.namedRanges) workbook.namedRanges.set(name, range);
  workbook.sheets = record.sheets.map((each) => sheetOf(each, record));
  return workbook;
}

/** A formula's result as plain data. */
export const plainResult = (value: Cell["computed"]): string | number | boolean | undefined =>
  value instanceof CellError ? value.code : value;
