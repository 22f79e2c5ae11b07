// How many duties of rows a hall has had in a month and how they stand: one small item per hall and month.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { ROLES } from "../../shared/kernel/permissions.ts";
import { isPlainDate, type PlainDate } from "../../shared/kernel/plain-date.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));

const DutyCount = z.object({
  /** `cases/feedback`. */
  id: z.string(),
  ledger: z.string(),
  duty: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  source: z.string(),
  mustAct: z.enum(ROLES),
  met: z.number(),
  metLate: z.number(),
  pending: z.number(),
  dueSoon: z.number(),
  overdue: z.number(),
  /** The earliest due date among those that are not done. */
  earliest: date.nullable(),
});
export type DutyCount = z.infer<typeof DutyCount>;

const Stored = z.object({ asOf: z.string(), counts: z.array(DutyCount) });
export type DutyCounts = z.infer<typeof Stored>;

/** Of duties that fall due in a month; by hall. */
export async function readDutyCounts(
  table: Table,
  centre: string,
  month: string,
): Promise<Map<string, DutyCounts>> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.dutyCounts(centre, month) }),
  });
  return new Map(items.map((item) => [String(item.sk), Stored.parse(item)]));
}

/** What was counted later stands; a run that was overtaken leaves nothing behind. */
export async function putDutyCounts(
  table: Table,
  place: { readonly centre: string; readonly month: string; readonly hall: string },
  counted: DutyCounts,
): Promise<void> {
  await table.transact([
    {
      Put: {
        TableName: table.name,
        Item: marshall({
          pk: keys.dutyCounts(place.centre, place.month),
          sk: place.hall,
          ...Stored.parse(counted),
        }),
        ConditionExpression: "attribute_not_exists(asOf) OR asOf <= :asOf",
        ExpressionAttributeValues: marshall({ ":asOf": counted.asOf }),
      },
    },
  ]);
}
