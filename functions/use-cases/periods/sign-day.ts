// Signs daily summaries: the figures as they stand are what is signed for, nil days too. D1 三6 "每天一汇总".
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import { sameContent } from "../../../shared/kernel/canonical-json.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { ok, type Result } from "../../../shared/kernel/result.ts";
import { type Completed, completePeriod, given } from "./complete-period.ts";
import type { PeriodCall } from "./period-call.ts";
import { readPeriodFigures } from "./period-figures.ts";

export interface Signing {
  readonly note?: string | undefined;
  /** Rows of the sheet that had not been taken when it was signed: a warning, on record. */
  readonly pendingRows?: number | undefined;
  readonly refusedRows?: number | undefined;
}

export function signDay(
  call: PeriodCall,
  rule: string,
  period: string,
  signing: Signing,
): Promise<Result<Completed, Problem>> {
  return completePeriod(call, rule, period, "sign", async (record, { obligation }, deputyFor) => {
    const { deps, at } = call;
    const { figures } = await readPeriodFigures(deps.table, at.hall, deps.ledgers, obligation.period);
    const signed = latestOf(record?.events ?? [], ["sign"]);
    // A second click, or a colleague's, signs for nothing new.
    if (signed && sameContent(signed.data.figures, figures)) return ok("unchanged");
    return ok({ data: given({ figures, deputyFor, ...signing }) });
  });
}
