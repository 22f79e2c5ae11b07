// The lines of a day go the way of every other row: through sync, under the form's own batch, so that two clicks count once.
import type { Context } from "hono";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { SyncRequest, syncRows } from "../../use-cases/sync-rows.ts";
import type { PageEnv } from "../page-env.ts";
import type { DayRow } from "./day-rows.ts";

/** What speaks against each row, in their order; nothing where it was taken. */
export async function sendDay(
  c: Context<PageEnv>,
  at: HallPlace,
  batchId: string,
  rows: readonly DayRow[],
): Promise<readonly (readonly Problem[])[]> {
  const request = parseShape(SyncRequest, { batchId, definitionVersion: attendance.version, rows });
  if (!request.ok) refuse(request.error);
  const answer = await syncRows(c.get("deps"), c.get("principal"), at, attendance, request.value);
  return answer.results.map(({ problems }) => problems);
}
