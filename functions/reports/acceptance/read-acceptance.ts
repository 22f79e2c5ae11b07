// The acceptance report of a round as it stands, or as it was frozen when the round was signed.
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { readRoundSnapshot, type SnapshotAsked } from "../../use-cases/inspection/read-snapshot.ts";
import { Report } from "../model/report.ts";
import { acceptanceReport } from "./acceptance-report.ts";

/** Beside the signed snapshot, under its hash: whoever changes this code changes no signed report. */
function nameOf({ stored }: SnapshotAsked, hash: string, hall: string | null): string {
  const { centre, id } = stored.round;
  return `inspections/${centre}/${id}/signed-${hash}/${hall === null ? "centre" : `hall-${hall}`}.json`;
}

export async function readAcceptance(asked: SnapshotAsked, hall: string | null): Promise<Report> {
  return Report.parse(JSON.parse(new TextDecoder().decode(await acceptanceBytes(asked, hall))));
}

/** Canonical JSON; of a signed round always the same bytes. */
export async function acceptanceBytes(asked: SnapshotAsked, hall: string | null): Promise<Uint8Array> {
  const { deps, stored } = asked;
  const hash = stored.signature?.hash ?? null;
  const frozen = hash === null ? undefined : await deps.blobs.find(nameOf(asked, hash, hall));
  if (frozen) return frozen;
  const bytes = await built(asked, hall, hash);
  if (hash !== null) await deps.blobs.put(nameOf(asked, hash, hall), bytes);
  return bytes;
}

async function built(asked: SnapshotAsked, hall: string | null, hash: string | null): Promise<Uint8Array> {
  const { deps, centre } = asked;
  const snapshot = await readRoundSnapshot(asked);
  const asOf = dateTimeAt(deps.now(), "Asia/Shanghai");
  return new TextEncoder().encode(
    canonicalJson(acceptanceReport({ snapshot, centreName: centre.name, hall, hash, asOf })),
  );
}

/** Once a round is signed: the centre's report and every hall's, before anything changes. */
export async function freezeAcceptance(asked: SnapshotAsked): Promise<void> {
  await acceptanceBytes(asked, null);
  for (const { id } of asked.stored.round.halls) await acceptanceBytes(asked, id);
}
