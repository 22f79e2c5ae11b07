// The centre's own matters, replaced as a whole on condition that nobody else changed them meanwhile.
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** False when the catalogue is no longer the one that was read. */
export async function addMatterVersion(table: Table, before: Centre, matter: Matter): Promise<boolean> {
  const outcome = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(keys.centre(before.id)),
        UpdateExpression: "SET matters = :after",
        ConditionExpression: "matters = :before",
        ExpressionAttributeValues: marshall(
          { ":after": [...before.matters, matter], ":before": before.matters },
          { removeUndefinedValues: true },
        ),
      },
    },
  ]);
  return outcome.ok;
}
