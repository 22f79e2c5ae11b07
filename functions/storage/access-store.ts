// On record: who looked at whose personal fields on purpose, when, and why; with the record, and in the centre's log.
import { randomUUID } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const PersonalAccess = z.object({
  recordId: z.string(),
  hall: z.string(),
  ledger: z.string(),
  by: z.string(),
  reason: z.string(),
  at: z.string(),
});
export type PersonalAccess = z.infer<typeof PersonalAccess>;

/** Both or neither: what is shown must be on record before it is shown. */
export async function recordAccess(table: Table, centre: string, access: PersonalAccess): Promise<void> {
  const { recordId, hall, ledger, by, reason, at } = PersonalAccess.parse(access);
  const unique = randomUUID();
  const put = (item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item: marshall(item) } });
  const written = await table.transact([
    put({ ...keys.access(recordId, at, unique), by, reason }),
    put({ pk: keys.readings(centre), sk: `${at}#${unique}`, recordId, hall, ledger, by, reason, at }),
  ]);
  if (!written.ok) throw new Error("the look at personal fields could not be put on record");
}

/** The latest, newest first. */
export async function listReadings(table: Table, centre: string, most: number): Promise<PersonalAccess[]> {
  const page = await table.queryPage({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.readings(centre) }),
    ScanIndexForward: false,
    Limit: most,
  });
  return page.items.map((item) => PersonalAccess.parse(item));
}
