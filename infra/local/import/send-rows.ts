// Sends rows in calls of bounded size and reads what became of each: the file is the base, not the last word.
import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { ApiClient } from "./api-client.ts";
import type { Destination } from "./destination.ts";
import type { MappedRow } from "./map-row.ts";
import type { OutcomeStatus } from "./outcome.ts";

export interface Verdict {
  readonly status: OutcomeStatus;
  readonly problems: readonly Problem[];
}

/** Takes up to 500 rows; answers in their order. */
export type Judge = (rows: readonly MappedRow[]) => Promise<Verdict[]>;

const SyncResult = z.object({
  status: z.enum(["accepted", "unchanged", "merged", "conflict", "refused"]),
  problems: z.array(
    z.object({
      code: z.string(),
      status: z.number(),
      field: z.string().exactOptional(),
      message: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
  current: z.object({ version: z.number() }).nullable(),
});
type SyncResult = z.infer<typeof SyncResult>;
const SyncAnswer = z.object({ results: z.array(SyncResult), receipt: z.object({ receivedAt: z.string() }) });

/** @param update also changes rows that are there but differ */
export function rowSender(api: ApiClient, { hall, ledger }: Destination, update: boolean): Judge {
  const path = `/v1/halls/${hall.id}/ledgers/${ledger.id}/sync`;
  // Answers to a batch are kept for repetition. Within a run that is wanted; the next run asks anew, because rules,
  // catalogue and rows may have changed since. What makes repeating safe are the rows' own ids.
  const run = randomUUID();
  const send = async (rows: readonly (MappedRow & { readonly baseVersion: number })[]) => {
    const body = {
      definitionVersion: ledger.version,
      cursor: null,
      rows: rows.map(({ id, baseVersion, values }) => ({ id, baseVersion, action: "upsert", values })),
    };
    const batchId = createHash("sha256")
      .update(`${run}${canonicalJson(body)}`)
      .digest("hex");
    const { results } = await api.post(path, { batchId, ...body }, SyncAnswer);
    if (results.length !== rows.length) throw new Error("fewer results than rows");
    return results;
  };
  return async (rows) => {
    const results = await send(rows.map((row) => ({ ...row, baseVersion: 0 })));
    const verdicts = results.map(verdictOf);
    if (!update) return verdicts;
    const differing = results.flatMap(({ status, current }, at) => {
      const row = rows[at];
      return status === "conflict" && current && row ? [{ at, row, version: current.version }] : [];
    });
    if (differing.length === 0) return verdicts;
    const second = await send(differing.map(({ row, version }) => ({ ...row, baseVersion: version })));
    for (const [index, { at }] of differing.entries()) {
      const result = second[index];
      if (!result) continue;
      const verdict = verdictOf(result);
      verdicts[at] = verdict.status === "accepted" ? { ...verdict, status: "updated" } : verdict;
    }
    return verdicts;
  };
}

function verdictOf({ status, problems }: SyncResult): Verdict {
  if (status === "merged") return { status: "filled", problems };
  if (status === "conflict") return { status: "different", problems };
  // Voided on purpose, here: the file does not bring it back.
  const voided = status === "refused" && problems.some(({ code }) => code === "voided_record");
  return { status: voided ? "different" : status, problems };
}

/** The backend's time of day, from a call without rows: it writes nothing. */
export async function backendNow(api: ApiClient, { hall, ledger }: Destination): Promise<string> {
  const path = `/v1/halls/${hall.id}/ledgers/${ledger.id}/sync`;
  const body = { batchId: randomUUID(), definitionVersion: ledger.version, cursor: null, rows: [] };
  return (await api.post(path, body, SyncAnswer)).receipt.receivedAt;
}
