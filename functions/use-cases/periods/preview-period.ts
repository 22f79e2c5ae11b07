// What somebody sees before signing, confirming or submitting: figures, open points, and how the period stands.
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { judged, readStates } from "../obligations/hall-obligations.ts";
import { actingFor } from "./acting-for.ts";
import { draftFindings } from "./draft-findings.ts";
import { getDuty, type PeriodCall, tooEarly } from "./period-call.ts";
import { readPeriodFigures } from "./period-figures.ts";
import { frozenSnapshotOf } from "./report-difference.ts";
import { unsignedDaysOf } from "./submit-report.ts";
import { findPeriodRow } from "./write-period-row.ts";

export async function previewPeriod(call: PeriodCall, rule: string, periodId: string) {
  const duty = getDuty(call, rule, periodId);
  const { obligation, ledger } = duty;
  const { deps, at, principal } = call;
  const [record, states, draft] = await Promise.all([
    findPeriodRow(call, duty),
    readStates(deps.table, at.hall, [obligation]),
    readPeriodFigures(deps.table, at.hall, deps.ledgers, obligation.period),
  ]);
  const [owed] = judged(at.hall, at.centre, [obligation], states, deps.now());
  if (!owed) throw new Error("an owed period was not judged");
  const completed = latestOf(record?.events ?? [], [obligation.rule.completedBy]);
  const early = tooEarly(call, obligation);
  const acting = actingFor(principal, at.place, ledger, obligation.rule.completedBy, obligation);
  return {
    owed,
    ledger,
    figures: draft.figures,
    nil: draft.nil,
    /** Figures as they were last signed for, where that was done. */
    signed: completed?.data.figures ?? null,
    findings: obligation.rule.completedBy === "confirm" ? await draftFindings(call, obligation.period) : [],
    unsignedDays: obligation.period.kind === "day" ? [] : await unsignedDaysOf(call, obligation.period),
    events: record?.events ?? [],
    row: record ? rowOf(record) : null,
    rowId: record?.id ?? null,
    snapshot: record ? frozenSnapshotOf(record) : null,
    early: early ?? null,
    mayComplete: acting.ok && !early,
    actions: Object.keys(ledger.transitions).filter(
      (action) => action !== obligation.rule.completedBy && can(principal, at.place, ledger.access, action),
    ),
  };
}

export type PeriodPreview = Awaited<ReturnType<typeof previewPeriod>>;
