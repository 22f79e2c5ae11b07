// A rendered acceptance report: ordered by whoever asks first, the same file for everybody once the round is signed.
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Dependencies } from "../../dependencies.ts";
import { findRoundFile, putRoundFile } from "../../storage/inspection-store.ts";
import { findReport, type ReportJob } from "../../storage/report-store.ts";
import { backOff } from "../../storage/table.ts";
import type { SnapshotAsked } from "../../use-cases/inspection/read-snapshot.ts";
import { orderReport } from "../report-desk.ts";

/** So often is looked whether it is done, each time after a longer wait: some fifteen seconds in all. */
const LOOKS = 20;

/** Waits a while for it; whoever gets one that is not done looks again later. */
export async function acceptanceFile(
  deps: Dependencies,
  asked: Pick<SnapshotAsked, "centre" | "stored">,
  principal: Principal,
  hall: string | null,
): Promise<ReportJob> {
  let job = await orderedOnce(deps, asked, principal, hall);
  for (let look = 0; look < LOOKS && (job.state === "waiting" || job.state === "working"); look++) {
    await backOff(look + 3);
    job = (await findReport(deps.table, job.id)) ?? job;
  }
  return job;
}

async function orderedOnce(
  deps: Dependencies,
  { centre, stored }: Pick<SnapshotAsked, "centre" | "stored">,
  principal: Principal,
  hall: string | null,
): Promise<ReportJob> {
  const place = { centre: centre.id, round: stored.round.id };
  const about = hall ?? "*";
  if (stored.signature) {
    const known = await findRoundFile(deps.table, place, about);
    const job = known === undefined ? undefined : await findReport(deps.table, known);
    if (job && job.state !== "failed") return job;
  }
  const order = {
    kind: "acceptance",
    centre: centre.id,
    hall,
    subject: stored.round.id,
    published: false,
    locale: "zh",
  } as const;
  const job = await orderReport(deps, principal, order);
  if (stored.signature) await putRoundFile(deps.table, place, about, job.id);
  return job;
}
