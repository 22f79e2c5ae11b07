// On record: who exported what, how much of it, and whether personal fields were in it.
import { randomUUID } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const ExportEntry = z.object({
  centre: z.string(),
  at: z.string(),
  by: z.string(),
  /** The address of what was exported, with its filters. */
  what: z.string(),
  format: z.enum(["csv", "xlsx"]),
  rows: z.number().int(),
  /** Personal fields stood in it whole, masked, or not at all. */
  personal: z.enum(["none", "masked", "whole"]),
});
export type ExportEntry = z.infer<typeof ExportEntry>;

export async function recordExport(table: Table, entry: ExportEntry): Promise<void> {
  await table.put({
    pk: keys.exports(entry.centre),
    sk: `${entry.at}#${randomUUID()}`,
    ...ExportEntry.parse(entry),
  });
}

/** The latest, newest first. */
export async function listExports(table: Table, centre: string, most: number): Promise<ExportEntry[]> {
  const page = await table.queryPage({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.exports(centre) }),
    ScanIndexForward: false,
    Limit: most,
  });
  return page.items.map((item) => ExportEntry.parse(item));
}
