// The open format in which a centre's data leave and come in: NDJSON, one object per line, files beside it.
import * as z from "zod";
import type { Item } from "../../storage/table.ts";

export const EXPORT_VERSION = 1;

/** The first line. */
export const Manifest = z.strictObject({
  format: z.literal("hall-ledger-export"),
  version: z.literal(EXPORT_VERSION),
  centre: z.string().min(1),
  halls: z.array(z.string()),
  exportedAt: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The last line: whoever finds none has half an export. */
export const Ending = z.strictObject({ items: z.int(), files: z.int() });
export type Ending = z.infer<typeof Ending>;

/** Bytes, which JSON has none of. */
const Bytes = z.strictObject({ $base64: z.base64() });

const Keyed = z.looseObject({ pk: z.string().min(1), sk: z.string().min(1) });
const ItemLine = z.strictObject({ item: Keyed });

export function itemLine(item: Item): string {
  const shown = Object.entries(item).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? { $base64: Buffer.from(value).toString("base64") } : value,
  ]);
  return JSON.stringify({ item: Object.fromEntries(shown) });
}

/** @throws on a line that is none of an export's items */
export function readItemLine(line: string): Item & { readonly pk: string; readonly sk: string } {
  const { item } = ItemLine.parse(JSON.parse(line));
  const { pk, sk, ...rest } = item;
  const back = Object.entries(rest).map(([name, value]) => {
    const bytes = Bytes.safeParse(value);
    return [name, bytes.success ? new Uint8Array(Buffer.from(bytes.data.$base64, "base64")) : value];
  });
  return { pk, sk, ...Object.fromEntries(back) };
}
