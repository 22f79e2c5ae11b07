// Which open rows of a centre a calendar moves, and moving one of them.

import { type RowMove, rowMove } from "../../../shared/capabilities/calendar-admin/row-move.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { Derived, LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { findOpenIds, findRecords } from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { factsFor } from "../hall-facts.ts";
import { rewriteRecord } from "../rewrite-record.ts";

export interface MovedRow extends RowMove {
  readonly hall: string;
  readonly ledger: string;
  readonly id: string;
  readonly serial: string;
}

export interface LedgerMoves {
  readonly open: number;
  readonly moved: readonly MovedRow[];
}

/** The open rows of one hall's ledger that a centre's calendar moves. */
export async function movesIn(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  centre: Centre,
  now: number,
): Promise<LedgerMoves> {
  const facts = factsFor(hall, centre, now);
  const records = await findRecords(table, await findOpenIds(table, hall.id, ledger.id));
  const open = [...records.values()].filter(isOpen);
  const moved = open.flatMap((record) => {
    const move = rowMove(record.derived, rederive(record, ledger, facts), facts.today);
    const { id, serial } = record;
    return move ? [{ hall: hall.id, ledger: ledger.id, id, serial, ...move }] : [];
  });
  return { open: open.length, moved };
}

/** Judges a row anew by the calendar in force; false when that changes nothing (any more), or it was closed meanwhile. */
export function moveRow(
  table: Table,
  { id }: MovedRow,
  hall: Hall,
  ledger: Ledger,
  centre: Centre,
  change: { readonly id: string; readonly actor: string },
  now: number,
): Promise<boolean> {
  const facts = factsFor(hall, centre, now);
  const context = {
    hall,
    ledger,
    facts,
    actor: change.actor,
    batchId: `calendar-${change.id}`,
    enteredBy: null,
  };
  return rewriteRecord(table, id, context, (stored) => {
    const derived = rederive(stored, ledger, facts);
    const move = isOpen(stored) ? rowMove(stored.derived, derived, facts.today) : undefined;
    if (!move) return null;
    const data = { from: move.from, to: move.to, calendar: change.id };
    return {
      changes: { derived, updatedAt: facts.now },
      personal: "keep",
      revision: { action: "calendar", personalChanged: [], data },
    };
  });
}

function isOpen({ derived, voided }: LedgerRecord): boolean {
  return derived.open && voided === null;
}

/** The clock anew; what a row is remembered for in the figures stays, for its month may be closed. */
function rederive(record: LedgerRecord, ledger: Ledger, facts: LedgerFacts): Derived {
  return { ...ledger.derive(rowOf(record), facts), marks: record.derived.marks };
}
