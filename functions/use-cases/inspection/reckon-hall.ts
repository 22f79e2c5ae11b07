// Reckons a hall's computed items and keeps the evidence under the hash of its content.
import { createHash } from "node:crypto";
import { Evidence } from "../../../shared/capabilities/inspection/evidence.ts";
import { reckon } from "../../../shared/capabilities/inspection/predicates.ts";
import type { Round } from "../../../shared/capabilities/inspection/round.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import type { DateTime } from "../../../shared/kernel/date-time.ts";
import { frozenReader } from "../../blobs/read-frozen.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { findHall } from "../../storage/directory-store.ts";
import { gatherInspectionFacts } from "./gather-facts.ts";
import { type InspectionCall, type InspectionDeps, refuseSigned, writeOrRefuse } from "./inspection-call.ts";

export interface ReckonedHall {
  readonly evidence: string;
  readonly reckonedAt: DateTime;
}

const HALLS_AT_ONCE = 4;

export async function reckonHalls(
  deps: InspectionDeps,
  round: Pick<Round, "id" | "first" | "last" | "scorecard" | "halls">,
  centre: Centre,
): Promise<Map<string, ReckonedHall>> {
  const reckoned = new Map<string, ReckonedHall>();
  for (let at = 0; at < round.halls.length; at += HALLS_AT_ONCE) {
    const part = round.halls.slice(at, at + HALLS_AT_ONCE).map(async ({ id }) => {
      const hall = (await findHall(deps.table, id)) ?? refuse(httpProblems.unknown_hall({ hall: id }));
      const facts = await gatherInspectionFacts(deps, round, hall, centre);
      const bytes = new TextEncoder().encode(canonicalJson(reckon(round.scorecard, facts)));
      const hash = createHash("sha256").update(bytes).digest("hex");
      const evidence = `inspections/${centre.id}/${round.id}/${id}/${hash}.json`;
      await deps.blobs.put(evidence, bytes);
      reckoned.set(id, { evidence, reckonedAt: facts.asOf });
    });
    await Promise.all(part);
  }
  return reckoned;
}

/** Reckons every hall of an open round again: rows may have come, or been corrected, since. */
export async function reckonAgain(call: InspectionCall): Promise<void> {
  refuseSigned(call);
  const { deps, stored, centre } = call;
  const reckoned = await reckonHalls(deps, stored.round, centre);
  for (const [hall, part] of reckoned) {
    const before = stored.halls.get(hall);
    const inspectors = before?.value.inspectors ?? [];
    await writeOrRefuse(call, {
      name: `HALL#${hall}`,
      value: { inspectors, ...part },
      baseVersion: before?.version ?? 0,
    });
  }
}

/** A round of twelve halls, and another beside it. */
const evidenceReader = frozenReader((json) => Evidence.parse(json), 24);

export function readEvidence({ blobs }: Pick<Dependencies, "blobs">, name: string): Promise<Evidence> {
  return evidenceReader.read(blobs, name);
}
