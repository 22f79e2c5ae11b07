// An owed period as clients get it: what, when, how it stands, who must act, and where.
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { OwedPeriod } from "../use-cases/obligations/hall-obligations.ts";
import type { Several } from "../use-cases/periods/complete-period.ts";

export function owedView(hall: Hall, { obligation, status, state }: OwedPeriod) {
  const { rule, period, dueAt, provisional, excused } = obligation;
  return {
    id: obligation.id,
    rule: rule.id,
    label: rule.label,
    period: period.id,
    first: period.first,
    last: period.last,
    dueAt,
    provisional,
    status,
    excused,
    recipient: rule.recipient,
    mustAct: rule.mustAct,
    /** The verb that completes it. */
    completedBy: rule.completedBy,
    source: rule.source,
    /** Of the row in its ledger; null while nobody has begun. */
    state: state?.status ?? null,
    firstCompletedAt: state?.completion?.first ?? null,
    latestCompletedAt: state?.completion?.latest ?? null,
    by: state?.by ?? null,
    link: `/v1/halls/${hall.id}/periods/${rule.id}/${period.id}`,
  };
}

/** One entry per period asked for, as each was taken or refused. */
export function severalView({ done, refused }: Several) {
  return {
    results: [
      ...done.map(({ period, status, record }) => ({
        period,
        status,
        state: record.derived.status,
        id: record.id,
        version: record.version,
        problems: [],
      })),
      ...refused.map(({ period, problem }) => ({
        period,
        status: "refused" as const,
        state: null,
        id: null,
        version: null,
        problems: [problem],
      })),
    ],
  };
}
