// Enters new rows of any ledger by its sync call, and expects them to be accepted.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { batch, type Who, type World } from "../../support/world.ts";

/** @returns the rows' ids, in their order */
export async function enterRows(
  world: World,
  ledger: string,
  rows: readonly Record<string, unknown>[],
  who: Who = "head",
  place = "east",
): Promise<string[]> {
  const sent = rows.map((values) => ({ id: randomUUID(), baseVersion: 0, action: "upsert", values }));
  const { body } = await world.post(`/v1/halls/${place}/ledgers/${ledger}/sync`, batch(sent), who);
  expect(body.results.flatMap(({ problems }) => problems)).toEqual([]);
  return sent.map(({ id }) => id);
}
