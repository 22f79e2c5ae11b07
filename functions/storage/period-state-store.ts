// How each hall's owed periods stand, one small item per hall and month: a thousand halls are one query.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import {
  type PeriodState,
  packPeriodState,
  unpackPeriodState,
} from "../../shared/capabilities/obligations/completion.ts";
import { keys } from "./keys.ts";
import type { Item, Table } from "./table.ts";

/** By `rule/period`. */
export type PeriodStates = ReadonlyMap<string, PeriodState>;

/** The states of every hall of a centre for periods that end in a month; by hall. */
export async function readPeriodStates(
  table: Table,
  centre: string,
  month: string,
): Promise<Map<string, PeriodStates>> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.periodStates(centre, month) }),
  });
  return new Map(items.map((item) => [String(item.sk), statesOf(item)]));
}

/** One hall's states at several places, read with strong consistency. */
export async function readHallStates(
  table: Table,
  hall: string,
  places: readonly { readonly centre: string; readonly month: string }[],
): Promise<PeriodStates> {
  const items = await table.getMany(
    places.map(({ centre, month }) => ({ pk: keys.periodStates(centre, month), sk: hall })),
  );
  return new Map(items.flatMap((item) => [...statesOf(item)]));
}

function statesOf(item: Item): PeriodStates {
  const entries = Object.entries(item).filter(([name]) => name.includes("/"));
  return new Map(entries.map(([name, packed]) => [name, unpackPeriodState(String(packed))]));
}

/** Part of the transaction that writes the period's row, so that the two never part. */
export function periodStatePut(
  TableName: string,
  place: { readonly centre: string; readonly month: string; readonly hall: string },
  period: string,
  state: PeriodState,
): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: marshall({ pk: keys.periodStates(place.centre, place.month), sk: place.hall }),
      UpdateExpression: "SET #period = :state",
      ExpressionAttributeNames: { "#period": period },
      ExpressionAttributeValues: marshall({ ":state": packPeriodState(state) }),
    },
  };
}
