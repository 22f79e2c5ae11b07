// Parts of a centre, a hall or a person, replaced on condition that nobody else changed them meanwhile.
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "./keys.ts";
import type { Table } from "./table.ts";

/** What a part was when it was read, and what it becomes; undefined where it is not there. */
export interface PartChange {
  readonly before: unknown;
  readonly after: unknown;
}

/** False when one of the parts is no longer the one that was read: then none is changed. */
export async function replaceParts(
  table: Table,
  key: Key,
  parts: Readonly<Record<string, PartChange>>,
): Promise<boolean> {
  const { names, values, sets, removes, conditions } = updateParams(parts);
  const outcome = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: [
          ...(sets.length > 0 ? [`SET ${sets.join(", ")}`] : []),
          ...(removes.length > 0 ? [`REMOVE ${removes.join(", ")}`] : []),
        ].join(" "),
        ConditionExpression: ["attribute_exists(pk)", ...conditions].join(" AND "),
        ExpressionAttributeNames: names,
        ...(Object.keys(values).length > 0
          ? { ExpressionAttributeValues: marshall(values, { removeUndefinedValues: true }) }
          : {}),
      },
    },
  ]);
  return outcome.ok;
}

function updateParams(parts: Readonly<Record<string, PartChange>>) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const [sets, removes, conditions]: [string[], string[], string[]] = [[], [], []];
  for (const [at, [part, { before, after }]] of Object.entries(parts).entries()) {
    const name = `#p${at}`;
    names[name] = part;
    if (after === undefined) removes.push(name);
    else {
      sets.push(`${name} = :a${at}`);
      values[`:a${at}`] = after;
    }
    if (before === undefined) conditions.push(`attribute_not_exists(${name})`);
    else {
      conditions.push(`${name} = :b${at}`);
      values[`:b${at}`] = before;
    }
  }
  return { names, values, sets, removes, conditions };
}
