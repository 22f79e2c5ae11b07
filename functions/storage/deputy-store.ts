// Deputies on record: each appointment and its end, written together with the grant that it gives or takes.
import { marshall } from "@aws-sdk/util-dynamodb";
import { Deputy } from "../../shared/capabilities/organisation/deputy.ts";
import type { Grant } from "../../shared/kernel/permissions.ts";
import type { Person } from "./directory-store.ts";
import { keys } from "./keys.ts";
import type { Table, TableAction } from "./table.ts";

const keyOf = ({ centre, from, id }: Pick<Deputy, "centre" | "from" | "id">) => ({
  pk: keys.deputies(centre),
  sk: `${from}#${id}`,
});

/** A centre's appointments, the earliest first, those of its halls included. */
export async function listDeputies(table: Table, centre: string): Promise<Deputy[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.deputies(centre) }),
    ConsistentRead: true,
  });
  return items.map((item) => Deputy.parse(item));
}

/** The grant that an appointment gives for its days. */
function grantOf({ role, centre, hall, from, to, deputyFor }: Deputy): Grant {
  return { role, centre, ...(hall === null ? {} : { hall }), from, to, deputyFor };
}

/**
 * Writes an appointment with its grant, or its end without: one transaction, on condition that the person's grants
 * are still as they were read; false when they are not.
 */
export async function storeDeputy(table: Table, deputy: Deputy, person: Person): Promise<boolean> {
  return (await table.transact(deputyParams(table.name, [deputy], person))).ok;
}

/** The actions for some appointments, or their ends, of one person. */
export function deputyParams(
  TableName: string,
  deputies: readonly Deputy[],
  person: Person,
): readonly TableAction[] {
  let grants: readonly Grant[] = person.grants;
  for (const deputy of deputies) {
    const marked = JSON.stringify(grantOf(deputy));
    const others = grants.filter((grant) => JSON.stringify(grantOfPerson(grant)) !== marked);
    grants = deputy.revokedAt === null ? [...others, grantOf(deputy)] : others;
  }
  const options = { removeUndefinedValues: true };
  const halls = deputies.flatMap(({ hall, revokedAt }) =>
    hall === null || revokedAt !== null ? [] : [hall],
  );
  return [
    ...deputies.map((deputy) => ({
      Put: { TableName, Item: marshall({ ...keyOf(deputy), ...Deputy.parse(deputy) }) },
    })),
    {
      Update: {
        TableName,
        Key: marshall(keys.person(person.id)),
        UpdateExpression: "SET grants = :grants",
        ConditionExpression: "grants = :known",
        ExpressionAttributeValues: marshall({ ":grants": grants, ":known": person.grants }, options),
      },
    },
    // Somebody of the centre who deputises in a hall is found among its people.
    ...[...new Set(halls)].map((hall) => ({
      Put: { TableName, Item: marshall({ pk: keys.hallMembers(hall), sk: person.id }) },
    })),
  ];
}

/** A stored grant with its members in the order in which `grantOf` writes them. */
function grantOfPerson({ role, centre, hall, from, to, deputyFor }: Grant): Grant {
  return { role, centre, ...(hall === undefined ? {} : { hall }), from, to, deputyFor };
}
