// Submits a report: what the period comes to is frozen as a hashed snapshot. D1 三6 "每月一上报".
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { ok, type Result } from "../../../shared/kernel/result.ts";
import { readOwed } from "../obligations/hall-obligations.ts";
import { type Completed, completePeriod, given } from "./complete-period.ts";
import type { PeriodCall } from "./period-call.ts";
import { snapshotName } from "./read-snapshot.ts";
import type { Signing } from "./sign-day.ts";
import { takeSnapshot } from "./take-snapshot.ts";

export interface Submission extends Signing {
  /** A paper of a programme instead of figures. */
  readonly title?: string | undefined;
  readonly document?: string | undefined;
  readonly amountInFen?: number | undefined;
}

export function submitReport(
  call: PeriodCall,
  rule: string,
  periodId: string,
  submission: Submission,
): Promise<Result<Completed, Problem>> {
  return completePeriod(call, rule, periodId, "submit", async (record, { obligation, ledger }, deputyFor) => {
    const { title, document, amountInFen, ...signing } = submission;
    const last = latestOf(record?.events ?? [], ["submit", "accept", "return"]);
    // What a ledger takes with a submission says whether figures are frozen, or a paper is handed in.
    if (!ledger.transitions.submit?.fields.snapshot) {
      const data = given({ title, document, amountInFen, deputyFor });
      const same = last?.action === "submit" && last.data.document === document && last.data.title === title;
      return ok(same ? "unchanged" : { data });
    }
    const { period } = obligation;
    const unsigned = await unsignedDaysOf(call, period);
    const taken = await takeSnapshot(call, obligation.rule, period, unsigned);
    if (last?.action === "submit" && last.data.content === taken.content) return ok("unchanged");
    await call.deps.blobs.put(snapshotName(taken.hash), taken.bytes);
    const figures = Object.fromEntries(
      Object.entries(taken.snapshot.ledgers).flatMap(([id, frozen]) =>
        Object.entries(frozen.figures).map(([metric, amount]) => [`${id}.${metric}`, amount] as const),
      ),
    );
    return ok({
      data: given({
        figures,
        deputyFor,
        ...signing,
        snapshot: taken.hash,
        content: taken.content,
        unsignedDays: unsigned.length,
      }),
    });
  });
}

/** Owed daily summaries of the period without a signature: a report may go without them, but says so. */
export async function unsignedDaysOf({ deps, at }: PeriodCall, period: Period): Promise<string[]> {
  const owed = await readOwed(deps.table, at.hall, at.centre, period, deps.now());
  return owed.flatMap(({ obligation, state }) =>
    obligation.period.kind === "day" && !state?.completion ? [obligation.period.id] : [],
  );
}
