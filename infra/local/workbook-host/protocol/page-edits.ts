// Edits that a page sends: parsed here, judged by the model.
import * as z from "zod";

const area = z.object({
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  rows: z.number().int().min(1),
  columns: z.number().int().min(1),
});
const dimension = z.enum(["rows", "columns"]);
const sheetId = z.number().int();
const at = z.number().int().min(0);
const count = z.number().int().min(1);

/** Looks as the page changes them; null takes a property back to its default. */
const styleChange = z.object({
  numberFormat: z.string().nullish(),
  background: z.string().nullish(),
  fontColor: z.string().nullish(),
  fontWeight: z.string().nullish(),
  fontStyle: z.string().nullish(),
  fontLine: z.string().nullish(),
  fontSize: z.number().nullish(),
  fontFamily: z.string().nullish(),
  horizontalAlignment: z.string().nullish(),
  verticalAlignment: z.string().nullish(),
  wrapStrategy: z.string().nullish(),
});

const cellEdit = z.object({
  row: at,
  column: at,
  /** Absent: the entry stays. Null: cleared. A text is read as if typed. */
  entry: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  style: styleChange.optional(),
});
export type CellEdit = z.infer<typeof cellEdit>;

export const PageEdit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cells"), sheetId, cells: z.array(cellEdit).min(1).max(500_000) }),
  z.object({ kind: z.literal("insert-lines"), sheetId, dimension, at, count, looksFrom: at.optional() }),
  z.object({ kind: z.literal("delete-lines"), sheetId, dimension, at, count }),
  z.object({ kind: z.literal("hide-lines"), sheetId, dimension, at, count, hidden: z.boolean() }),
  z.object({ kind: z.literal("size-lines"), sheetId, dimension, at, count, size: z.number().min(0) }),
  z.object({ kind: z.literal("move"), sheetId, toSheetId: sheetId, from: area, to: area }),
  z.object({ kind: z.literal("sort"), sheetId, column: at, ascending: z.boolean(), area: area.optional() }),
  z.object({ kind: z.literal("freeze"), sheetId, rows: at, columns: at }),
  z.object({ kind: z.literal("insert-sheet") }),
  z.object({ kind: z.literal("copy-sheet"), sheetId }),
  z.object({ kind: z.literal("delete-sheet"), sheetId }),
  z.object({ kind: z.literal("rename-sheet"), sheetId, name: z.string() }),
  z.object({ kind: z.literal("move-sheet"), sheetId, index: at }),
  z.object({ kind: z.literal("hide-sheet"), sheetId, hidden: z.boolean() }),
  z.object({ kind: z.literal("color-sheet"), sheetId, color: z.string().nullable() }),
  z.object({ kind: z.literal("merge"), sheetId, area, merged: z.boolean() }),
]);
export type PageEdit = z.infer<typeof PageEdit>;

export const PageEdits = z.object({
  session: z.string(),
  /** Number of the last message the page has taken in. */
  sequence: z.number().int(),
  edits: z.array(PageEdit).min(1),
});
export type PageEdits = z.infer<typeof PageEdits>;
