// Each loading of a notice on record: what, by whom, what it moved, and whether every open row has been looked at.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Centre, CentreCalendarYear } from "../../../shared/capabilities/organisation/centre.ts";
import { keys } from "../../storage/keys.ts";
import type { Table } from "../../storage/table.ts";

const Counts = z.object({
  open: z.number(),
  moved: z.number(),
  becomeOnTime: z.number(),
  becomeLate: z.number(),
  becomeDefinite: z.number(),
});
export type MoveCounts = z.infer<typeof Counts>;

export const CalendarChange = z.object({
  /** `2027v1`. */
  id: z.string(),
  centre: z.string(),
  year: z.number(),
  version: z.number(),
  source: z.object({ zh: z.string(), en: z.string() }),
  /** Hash of the notice: the same one sent again is the same change. */
  hash: z.string(),
  /** The calendar before and after, by version. */
  before: z.string(),
  after: z.string(),
  appliedAt: z.string(),
  appliedBy: z.string(),
  /** As foreseen when it was applied; the rows' own revisions say what became of each. */
  foreseen: Counts,
  /** `applied`: rows are still being judged anew. */
  state: z.enum(["applied", "finished"]),
  finishedAt: z.string().nullable(),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

const partition = (centre: string) => `CAL#${centre}`;
const keyOf = ({ centre, id }: Pick<CalendarChange, "centre" | "id">) => ({ pk: partition(centre), sk: id });

export async function findCalendarChange(
  table: Table,
  centre: string,
  id: string,
): Promise<CalendarChange | undefined> {
  const item = await table.get(keyOf({ centre, id }));
  return item && CalendarChange.parse(item);
}

export async function listCalendarChanges(table: Table, centre: string): Promise<CalendarChange[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": partition(centre) }),
    ConsistentRead: true,
  });
  return items.map((item) => CalendarChange.parse(item));
}

/**
 * The centre's calendar and the change's own item in one transaction, on condition that the calendar is still the one
 * that was read; false when it is not.
 */
export async function storeCalendarChange(
  table: Table,
  before: Centre,
  years: { readonly now: readonly CentreCalendarYear[]; readonly former: readonly CentreCalendarYear[] },
  change: CalendarChange,
): Promise<boolean> {
  const marshallOptions = { removeUndefinedValues: true };
  const outcome = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(keys.centre(before.id)),
        UpdateExpression: "SET calendarYears = :now, formerCalendarYears = :former",
        ConditionExpression: "calendarYears = :before",
        ExpressionAttributeValues: marshall(
          { ":now": years.now, ":former": years.former, ":before": before.calendarYears },
          marshallOptions,
        ),
      },
    },
    {
      Put: {
        TableName: table.name,
        Item: marshall({ ...keyOf(change), ...CalendarChange.parse(change) }),
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  ]);
  return outcome.ok;
}

export async function finishCalendarChange(table: Table, change: CalendarChange, at: string): Promise<void> {
  await table.put({ ...keyOf(change), ...change, state: "finished", finishedAt: at });
}
