// A centre's own versions of the scorecard, beside the shipped one.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { Scorecard } from "../../shared/capabilities/inspection/scorecard.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const Stored = z.object({ json: z.string() });

export async function listScorecards(table: Table, centre: string): Promise<Scorecard[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.scorecards(centre) }),
    ConsistentRead: true,
  });
  return items.map((item) => Scorecard.parse(JSON.parse(Stored.parse(item).json)));
}

/** False when somebody saved that version first. */
export function putNewScorecard(table: Table, centre: string, scorecard: Scorecard): Promise<boolean> {
  const sk = `V#${String(scorecard.version).padStart(6, "0")}`;
  return table.putNew({ pk: keys.scorecards(centre), sk, json: JSON.stringify(Scorecard.parse(scorecard)) });
}
