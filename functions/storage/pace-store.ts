// How often somebody did what is limited within a window of time: one counter that DynamoDB lets go afterwards.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { type Key, keys } from "./keys.ts";
import type { Table } from "./table.ts";

const Counted = z.object({ used: z.number().int() });

export interface Use {
  readonly person: string;
  readonly what: string;
  readonly window: number;
  /** Seconds since 1970, from when nobody asks for the count any more. */
  readonly forgottenAt: number;
}

/** Counts one more. @returns how many that makes in the window */
export async function countUse(table: Table, { person, what, window, forgottenAt }: Use): Promise<number> {
  const key: Key = keys.pace(person, what, window);
  const after = await table.update({
    Key: marshall(key),
    UpdateExpression: "ADD used :one SET #ttl = :end",
    ExpressionAttributeNames: { "#ttl": "ttl" },
    ExpressionAttributeValues: marshall({ ":one": 1, ":end": forgottenAt }),
    ReturnValues: "UPDATED_NEW",
  });
  return Counted.parse(after).used;
}
