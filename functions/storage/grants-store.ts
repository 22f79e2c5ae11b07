// A person's grants, replaced on condition that nobody else changed them meanwhile.
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Person } from "./directory-store.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** False when the grants are no longer those that were read. */
export async function replaceGrants(
  table: Table,
  before: Person,
  grants: Person["grants"],
): Promise<boolean> {
  const outcome = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(keys.person(before.id)),
        UpdateExpression: "SET grants = :after",
        ConditionExpression: "grants = :before",
        ExpressionAttributeValues: marshall(
          { ":after": grants, ":before": before.grants },
          { removeUndefinedValues: true },
        ),
      },
    },
  ]);
  return outcome.ok;
}
