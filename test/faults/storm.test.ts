// A short storm over every call between sheet, backend and database; and the proof that a loss would be noticed.
import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, inject, test } from "vitest";
import { keys } from "../../functions/storage/keys.ts";
import { findRecords, readFeed } from "../../functions/storage/record-store.ts";
import { runStorm } from "./storm.ts";
import type { StormGround } from "./storm-ground.ts";

const EVERYTHING = {
  sheet: { cutBefore: 8, cutAfter: 12, delay: 20, duplicate: 10, busy: 5 },
  database: {
    cutBefore: 3,
    cutAfter: 4,
    delay: 10,
    duplicate: 5,
    throttled: 3,
    outOfCapacity: 3,
    conflict: 4,
  },
} as const;

test("nothing is lost, doubled or left half when calls are cut, delayed, doubled, throttled and tokens expire", async () => {
  const outcome = await runStorm({
    ...EVERYTHING,
    seed: 7,
    rounds: 5,
    clients: 3,
    turns: [{ after: 2, halls: 26 * 3_600_000, tokens: 2 * 3_600_000 }],
    endpoint: inject("databaseEndpoint"),
  });
  expect(outcome.losses).toEqual([]);
  expect(outcome.acknowledged).toBeGreaterThan(20);
  expect(outcome.tokensExpired).toBeGreaterThan(0);
  expect([...outcome.tried.keys()]).toEqual(
    expect.arrayContaining(["cutBefore", "cutAfter", "delay", "duplicate"]),
  );
});

test("a row, a revision, a personal item and a figure that go missing are each found", async () => {
  const { losses } = await runStorm({
    seed: 11,
    rounds: 2,
    clients: 2,
    endpoint: inject("databaseEndpoint"),
    before: damage,
  });
  const found = (pattern: RegExp) => losses.some((loss) => pattern.test(loss));
  expect(found(/acknowledged, and not there/)).toBe(true);
  expect(found(/revisions of a row that is not there|revisions and personal values of a row/)).toBe(true);
  expect(found(/the feed: a gap/)).toBe(true);
  expect(found(/the personal values are not the record's/)).toBe(true);
  expect(found(/cases\.received: /)).toBe(true);
});

async function damage({ world }: StormGround, hall: string): Promise<void> {
  const { table } = world.deps;
  const { revisions } = await readFeed(table, hall, "cases", 0, 100);
  const [first, second] = [...new Set(revisions.map(({ recordId }) => recordId))];
  const [one] = (await findRecords(table, [second ?? ""])).values();
  if (!first || !second || !one) throw new Error("too few rows to damage");
  await table.remove(keys.record(first));
  await table.remove(keys.personal(second));
  await table.update({
    Key: marshall(keys.summary("test-centre", one.derived.businessDay, hall, "cases")),
    UpdateExpression: "ADD #counter :one",
    ExpressionAttributeNames: { "#counter": "cases.received" },
    ExpressionAttributeValues: marshall({ ":one": 1 }),
  });
  await table.remove(keys.revision(hall, "cases", revisions.length - 1));
}
