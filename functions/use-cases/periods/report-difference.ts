// What has changed since a report was frozen: the figures side by side, and the rows behind it with their reasons.
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import {
  type Snapshot,
  type SnapshotRow,
  snapshotRow,
  sumRows,
} from "../../../shared/capabilities/periods/snapshot.ts";
import { sameContent } from "../../../shared/kernel/canonical-json.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord, Revision } from "../../../shared/ledger/record.ts";
import { refuse } from "../../http/http-problems.ts";
import { findRecords, findRevisions } from "../../storage/record-store.ts";
import { getDuty, type PeriodCall } from "./period-call.ts";
import { reportedLedgers } from "./period-figures.ts";
import { getSnapshot } from "./read-snapshot.ts";
import { indexedRows } from "./take-snapshot.ts";
import { findPeriodRow } from "./write-period-row.ts";

export interface Correction {
  readonly ledger: string;
  readonly id: string;
  readonly serial: string;
  readonly frozen: Readonly<Record<string, number>>;
  readonly live: Readonly<Record<string, number>>;
  /** Every revision since the freezing, with who, when and why. */
  readonly revisions: readonly Revision[];
}

export interface ReportDifference {
  readonly snapshot: Snapshot;
  readonly hash: string;
  readonly figures: Readonly<
    Record<string, { readonly frozen: number; readonly live: number; readonly difference: number }>
  >;
  readonly corrections: readonly Correction[];
}

/** Against the snapshot that was accepted last, else the one that was submitted last. */
export async function readDifference(
  call: PeriodCall,
  rule: string,
  periodId: string,
): Promise<ReportDifference> {
  const duty = getDuty(call, rule, periodId);
  const { period } = duty.obligation;
  const record = await findPeriodRow(call, duty);
  const hash = record && frozenSnapshotOf(record);
  if (!hash) refuse(periodProblems.no_snapshot({ period: period.id }));
  const snapshot = await getSnapshot(call.deps.blobs, hash, period.id);
  const parts = await Promise.all(
    reportedLedgers(call.deps.ledgers).map((ledger) => compare(call, ledger, snapshot, period)),
  );
  return {
    snapshot,
    hash,
    figures: Object.fromEntries(parts.flatMap(({ figures }) => figures)),
    corrections: parts.flatMap(({ corrections }) => corrections),
  };
}

export function frozenSnapshotOf(record: LedgerRecord): string | null {
  const event = latestOf(record.events, ["accept"]) ?? latestOf(record.events, ["submit"]);
  return typeof event?.data.snapshot === "string" ? event.data.snapshot : null;
}

async function compare({ deps, at }: PeriodCall, ledger: Ledger, snapshot: Snapshot, period: Period) {
  const frozen = snapshot.ledgers[ledger.id];
  // A ledger that came into being later has nothing frozen to compare with.
  if (!frozen) return { figures: [], corrections: [] };
  const now = await indexedRows(deps.table, at.hall, ledger, period);
  const before = new Map(frozen.rows.map((row) => [row.id, row]));
  const ids = [...new Set([...before.keys(), ...now.map(({ id }) => id)])];
  const records = await findRecords(deps.table, ids);
  // By the records themselves where they are known: an index may not have caught up yet.
  const live = new Map(
    [...records.values()].flatMap((record) => {
      const row = snapshotRow(record, period);
      return row ? [[record.id, row] as const] : [];
    }),
  );
  const sums = sumRows([...live.values()]).figures;
  const metrics = [...new Set([...Object.keys(frozen.figures), ...Object.keys(sums)])].sort();
  const changed = ids.filter((id) => !sameContent(before.get(id)?.parts ?? [], live.get(id)?.parts ?? []));
  const corrections = changed.map(async (id): Promise<Correction> => {
    const record = records.get(id);
    const since = (record?.revisions ?? []).filter((seq) => seq > frozen.seq);
    return {
      ledger: ledger.id,
      id,
      serial: record?.serial ?? id,
      frozen: amountsOf(before.get(id)),
      live: amountsOf(live.get(id)),
      revisions: await findRevisions(deps.table, at.hall.id, ledger.id, since),
    };
  });
  return {
    figures: metrics.map((metric) => {
      const [was, is] = [frozen.figures[metric] ?? 0, sums[metric] ?? 0];
      return [`${ledger.id}.${metric}`, { frozen: was, live: is, difference: is - was }] as const;
    }),
    corrections: await Promise.all(corrections),
  };
}

function amountsOf(row: SnapshotRow | undefined): Record<string, number> {
  return row ? { ...sumRows([row]).figures } : {};
}
