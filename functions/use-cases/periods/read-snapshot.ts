// Reads what a report froze: the same bytes as on the first day, after their hash was checked.
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { Snapshot } from "../../../shared/capabilities/periods/snapshot.ts";
import type { BlobStore } from "../../blobs/blob-store.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { sha256 } from "./take-snapshot.ts";

export function snapshotName(hash: string): string {
  return `snapshots/${hash}.json`;
}

/** Undefined when there is none; refuses bytes that are not those that were frozen. */
export async function findSnapshotBytes(
  blobs: BlobStore,
  hash: string,
  period: string,
): Promise<Uint8Array | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) refuse(httpProblems.not_found({}));
  const bytes = await blobs.find(snapshotName(hash));
  if (bytes && sha256(bytes) !== hash) refuse(periodProblems.snapshot_damaged({ period }));
  return bytes;
}

export async function getSnapshot(blobs: BlobStore, hash: string, period: string): Promise<Snapshot> {
  const bytes = await findSnapshotBytes(blobs, hash, period);
  if (!bytes) refuse(periodProblems.snapshot_damaged({ period }));
  return Snapshot.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
