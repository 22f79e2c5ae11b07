// What was answered to a batch, so that the same batch sent again is answered as before.
import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

export interface StoredBatch {
  /** Hash of what was sent. */
  readonly hash: string;
  /** The answer as JSON, without the rows' current state. */
  readonly answer: string;
}

/** Long enough for a laptop that slept over a holiday. */
const KEPT_DAYS = 30;

const Stored = z.object({ hash: z.string(), gz: z.instanceof(Uint8Array) });

export async function findBatch(
  table: Table,
  hall: string,
  ledger: string,
  batchId: string,
): Promise<StoredBatch | undefined> {
  const item = await table.get(keys.batch(hall, ledger, batchId));
  if (!item) return undefined;
  const { hash, gz } = Stored.parse(item);
  return { hash, answer: gunzipSync(gz).toString("utf8") };
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
  const kept = await table.putNew({
    ...keys.batch(hall, ledger, batchId),
    hash: batch.hash,
    gz: gzipSync(batch.answer),
    ttl: Math.floor(now / 1000) + KEPT_DAYS * 86_400,
  });
  return kept ? batch : ((await findBatch(table, hall, ledger, batchId)) ?? batch);
}
