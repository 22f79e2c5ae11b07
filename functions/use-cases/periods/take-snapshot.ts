// Freezes a period of a hall: figures with the rows behind them, at one place of each ledger's feed.
import { createHash } from "node:crypto";
import type { ObligationRule } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import {
  type Snapshot,
  type SnapshotLedger,
  type SnapshotRow,
  snapshotRow,
  sumRows,
} from "../../../shared/capabilities/periods/snapshot.ts";
import { canonicalJson, sameContent } from "../../../shared/kernel/canonical-json.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import {
  findBegun,
  findClosedIds,
  findIdsByBusinessDay,
  findRecords,
  readHead,
} from "../../storage/record-store.ts";
import { backOff, type Table } from "../../storage/table.ts";
import { TableBusy } from "../../storage/table-busy.ts";
import { monthsTouching } from "../find-rows.ts";
import { allRecords } from "../recount.ts";
import type { PeriodCall } from "./period-call.ts";
import { readPeriodFigures, reportedLedgers } from "./period-figures.ts";

const ATTEMPTS = 8;

export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  /** What is stored, and whose SHA-256 is its name. */
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Equal for two snapshots that say the same, whoever took them and when. */
  readonly content: string;
}

export async function takeSnapshot(
  call: PeriodCall,
  rule: ObligationRule,
  period: Period,
  unsignedDays: readonly string[],
): Promise<TakenSnapshot> {
  const { deps, at, facts, principal } = call;
  const reported = reportedLedgers(deps.ledgers);
  const begun = new Set(await findBegun(deps.table, at.hall.id, reported));
  const ledgers = await Promise.all(
    reported.map(async (ledger) => {
      const frozen = begun.has(ledger)
        ? await freezeLedger(deps.table, at.hall, ledger, period)
        : nothingIn(ledger);
      return [ledger.id, frozen] as const;
    }),
  );
  const body = {
    format: 1 as const,
    hall: at.hall.id,
    centre: at.centre.id,
    rule: rule.id,
    period: period.id,
    first: period.first,
    last: period.last,
    calendarVersion: facts.calendar.version,
    ledgers: Object.fromEntries(ledgers),
    unsignedDays: [...unsignedDays],
  };
  const snapshot: Snapshot = { ...body, takenAt: facts.now, takenBy: principal.id };
  const bytes = new TextEncoder().encode(canonicalJson(snapshot));
  return {
    snapshot,
    bytes,
    hash: sha256(bytes),
    content: sha256(new TextEncoder().encode(canonicalJson(body))),
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A ledger in which the hall has never written anything: at the beginning of its feed. */
function nothingIn({ version, metricsVersion }: Ledger): SnapshotLedger {
  return { seq: 0, definitionVersion: version, metricsVersion, ...sumRows([]), rows: [] };
}

/**
 * Reads rows between two equal readings of the ledger's head, so that all figures belong to one place of its feed.
 * Indexes may lag behind: the sums over the rows found have to equal the summaries, else every row is looked at.
 */
async function freezeLedger(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  period: Period,
): Promise<SnapshotLedger> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const { seq } = await readHead(table, hall.id, ledger.id);
    const rows =
      attempt < ATTEMPTS / 2
        ? await indexedRows(table, hall, ledger, period)
        : await everyRow(table, hall, ledger, period);
    const sums = sumRows(rows);
    const after = await readHead(table, hall.id, ledger.id);
    if (after.seq !== seq) continue;
    if (attempt < ATTEMPTS / 2 && !(await equalsSummaries(table, hall, ledger, period, sums.figures)))
      continue;
    return { seq, definitionVersion: ledger.version, metricsVersion: ledger.metricsVersion, ...sums, rows };
  }
  throw new TableBusy(`${hall.id}/${ledger.id} kept changing while it was frozen`);
}

export async function indexedRows(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  period: Period,
): Promise<SnapshotRow[]> {
  const ids = await Promise.all(
    monthsTouching(period).flatMap(({ month, first, last }) => [
      findIdsByBusinessDay(table, hall.id, ledger.id, month, first, last),
      findClosedIds(table, hall.id, ledger.id, month, first, last),
    ]),
  );
  const records = await findRecords(table, [...new Set(ids.flat())]);
  return rowsIn([...records.values()], period);
}

async function everyRow(table: Table, hall: Hall, ledger: Ledger, period: Period): Promise<SnapshotRow[]> {
  return rowsIn(await allRecords(table, hall.id, ledger.id), period);
}

function rowsIn(records: Parameters<typeof snapshotRow>[0][], period: Period): SnapshotRow[] {
  return records
    .flatMap((record) => snapshotRow(record, period) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function equalsSummaries(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  period: Period,
  figures: Readonly<Record<string, number>>,
): Promise<boolean> {
  const stored = await readPeriodFigures(table, hall, [ledger], period);
  const own = Object.entries(figures).flatMap(([metric, amount]) =>
    amount === 0 ? [] : [[`${ledger.id}.${metric}`, amount] as const],
  );
  return sameContent(stored.figures, Object.fromEntries(own));
}
