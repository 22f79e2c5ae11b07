// The one model of everything that is reported: pure data that HTML, XLSX, DOCX and CSV show and compute nothing from.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";

const text = z.strictObject({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>;
const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));

/** How a number reads: a count, money in fen, a share of 1, days, points of a score. */
export const UNITS = ["count", "fen", "rate", "days", "points"] as const;
export type Unit = (typeof UNITS)[number];

/**
 * A figure that can be traced. `rows` is a relative address, the same for programs below `/v1/` and for people below
 * `/`: it opens exactly the rows that were counted. It is null where rows stand behind other figures of the report.
 */
export const Figure = z.strictObject({
  kind: z.literal("figure"),
  /** What was counted: `cases.received`. */
  metric: z.string(),
  unit: z.enum(UNITS),
  /** Null for a ratio of nothing, and for what is suppressed. */
  value: z.number().nullable(),
  rows: z.string().nullable(),
  /** More than none calls for somebody's attention. */
  attention: z.boolean().optional(),
  /** Too few to be published: shown as "fewer than this". */
  below: z.number().optional(),
  /** Hidden because it would give a suppressed one away. */
  hidden: z.literal(true).optional(),
});
export type Figure = z.infer<typeof Figure>;

/** A text that opens a page: a row's serial number, a hall's name. The address is relative, as a figure's is. */
const Linked = z.strictObject({ kind: z.literal("link"), text, to: z.string() });
export type Linked = z.infer<typeof Linked>;

/** A date or a date-time, in its canonical form. */
const Dated = z.strictObject({ kind: z.literal("date"), date: z.string() });

/** Of a sentence or a cell; null is an empty cell. */
export const Inline = z.union([text, Figure, Linked, Dated]);
export type Inline = z.infer<typeof Inline>;
const Cell = Inline.nullable();
export type Cell = z.infer<typeof Cell>;

const Column = z.strictObject({
  id: z.string(),
  label: text,
  as: z.union([z.enum(UNITS), z.enum(["text", "date", "dateTime"])]),
  /** Share of the width, 1 being a column of figures. */
  width: z.number().positive(),
  /** For the centre and its halls, such as who does what: left out of what is published. */
  internal: z.literal(true).optional(),
  /** The total is the sum of the rows: a spreadsheet shows it as a formula. */
  adds: z.boolean().optional(),
  /** The sum of other columns of the same row: whoever knows all but one of them knows the last. */
  sumOf: z.array(z.string()).min(2).optional(),
  /** A ratio of columns of the same row: a spreadsheet shows it as a formula. */
  ratio: z.strictObject({ numerator: z.string(), denominator: z.array(z.string()).min(1) }).optional(),
});
export type Column = z.infer<typeof Column>;

/** `group` heads the rows below it and has one cell; `total` sums all rows of the table. */
const Row = z.strictObject({
  kind: z.enum(["row", "group", "total"]),
  id: z.string(),
  cells: z.array(Cell),
});
export type Row = z.infer<typeof Row>;

export const TableBlock = z.strictObject({
  kind: z.literal("table"),
  /** Unique within the report, in kebab-case: exports and charts name it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  columns: z.array(Column).min(1),
  rows: z.array(Row),
  note: text.optional(),
  /** Said in place of the rows where there are none. */
  empty: text.optional(),
  /** Its rows are single cases or people: left out of what is published. */
  internal: z.literal(true).optional(),
});
export type TableBlock = z.infer<typeof TableBlock>;

/** Draws columns of a table of the same report, so that picture and table cannot part. */
export const ChartBlock = z.strictObject({
  kind: z.literal("chart"),
  id: z.string(),
  title: text,
  form: z.enum(["bars", "stacked", "lines"]),
  table: z.string(),
  columns: z.array(z.string()).min(1),
});
export type ChartBlock = z.infer<typeof ChartBlock>;

export const Block = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("heading"),
    level: z.union([z.literal(1), z.literal(2)]),
    text,
    /** Left out of what is published, with everything up to the next heading of its level or the signatures. */
    internal: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("paragraph"), parts: z.array(Inline) }),
  z.strictObject({ kind: z.literal("notice"), text }),
  z.strictObject({
    kind: z.literal("fields"),
    items: z.array(z.strictObject({ label: text, value: Cell })),
  }),
  z.strictObject({
    kind: z.literal("checklist"),
    items: z.array(
      z.strictObject({ text, state: z.enum(["yes", "no", "open"]), note: z.string().optional() }),
    ),
  }),
  TableBlock,
  ChartBlock,
  z.strictObject({
    kind: z.literal("signatures"),
    lines: z.array(z.strictObject({ label: text, name: z.string().optional(), date: z.string().optional() })),
  }),
]);
export type Block = z.infer<typeof Block>;

const Cover = z.strictObject({
  motto: text,
  organisation: text,
  title: text,
  subtitle: text,
});

export const Report = z.strictObject({
  format: z.literal(1),
  /** Which kind of report: `monthly`. */
  kind: z.string(),
  title: text,
  /** Absent from papers of a page or two. */
  cover: Cover.nullable(),
  /** A period that is not closed: 初步. Every rendering says so. */
  preliminary: z.boolean(),
  asOf: dateTime,
  /** What a reader must know beside the figures: what is masked, suppressed, left out. */
  notes: z.array(text),
  blocks: z.array(Block),
});
export type Report = z.infer<typeof Report>;

export function isText(inline: Inline): inline is Text {
  return !("kind" in inline);
}

/** Text that comes from people and is the same in both languages. */
export function same(value: string): Text {
  return { zh: value, en: value };
}

/** Every figure of a report, with where it stands. */
export function figuresIn(blocks: readonly Block[]): Figure[] {
  return blocks.flatMap((block) => inlinesOf(block).flatMap((one) => (isFigure(one) ? [one] : [])));
}

export function isFigure(inline: Cell): inline is Figure {
  return inline !== null && !isText(inline) && inline.kind === "figure";
}

function inlinesOf(block: Block): Cell[] {
  if (block.kind === "paragraph") return [...block.parts];
  if (block.kind === "fields") return block.items.map(({ value }) => value);
  return block.kind === "table" ? block.rows.flatMap(({ cells }) => cells) : [];
}

/** The rows of a table that are neither heads nor totals. */
export function plainRows(table: TableBlock): Row[] {
  return table.rows.filter(({ kind }) => kind === "row");
}
