// What was answered to a batch, so that the same batch sent again is answered as before.
import { randomUUID } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import { type Key, keys } from "./keys.ts";
import type { Table } from "./table.ts";

export interface StoredBatch {
  /** Hash of what was sent. */
  readonly hash: string;
  /** The answer as JSON, without the rows' current state. */
  readonly answer: string;
}

/** Long enough for a laptop that slept over a holiday. */
const KEPT_DAYS = 30;

/** DynamoDB takes 400 KB in one item; a longer answer goes on in further ones. */
const PART_BYTES = 350_000;

const Stored = z.object({
  hash: z.string(),
  gz: z.instanceof(Uint8Array),
  parts: z.number(),
  writer: z.string(),
});
const StoredPart = z.object({ sk: z.string(), gz: z.instanceof(Uint8Array) });

export async function findBatch(
  table: Table,
  hall: string,
  ledger: string,
  batchId: string,
): Promise<StoredBatch | undefined> {
  const item = await table.get(keys.batch(hall, ledger, batchId));
  if (!item) return undefined;
  const { hash, gz, parts, writer } = Stored.parse(item);
  const places = Array.from({ length: parts - 1 }, (_, at) => partKey(hall, ledger, batchId, writer, at + 1));
  const others = await table.getMany(places);
  const further = others.map((other) => StoredPart.parse(other)).sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const whole = Buffer.concat([gz, ...further.map((part) => part.gz)]);
  return { hash, answer: gunzipSync(whole).toString("utf8") };
}

/**
 * Keeps what was answered to a batch. Where the same batch was under way twice, the answer kept first stands for
 * both, so that everybody who sends it hears the same.
 *
 * @returns the batch that is kept now
 */
export async function keepBatch(
  table: Table,
  hall: string,
  ledger: string,
  batchId: string,
  batch: StoredBatch,
  now: number,
): Promise<StoredBatch> {
  const ttl = Math.floor(now / 1000) + KEPT_DAYS * 86_400;
  const whole = gzipSync(batch.answer);
  const parts = Math.ceil(whole.byteLength / PART_BYTES);
  const part = (at: number) => whole.subarray(at * PART_BYTES, (at + 1) * PART_BYTES);
  const writer = randomUUID();
  // The first part last: whoever finds it finds the others.
  for (let at = 1; at < parts; at++) {
    await table.put({ ...partKey(hall, ledger, batchId, writer, at), gz: part(at), ttl });
  }
  const first = { ...keys.batch(hall, ledger, batchId), hash: batch.hash, gz: part(0), parts, writer, ttl };
  const kept = await table.putNew(first);
  return kept ? batch : ((await findBatch(table, hall, ledger, batchId)) ?? batch);
}

/** Parts of two writers of one batch do not mix. */
function partKey(hall: string, ledger: string, batchId: string, writer: string, at: number): Key {
  const { pk, sk } = keys.batch(hall, ledger, batchId);
  return { pk, sk: `${sk}#${writer}#${at}` };
}
