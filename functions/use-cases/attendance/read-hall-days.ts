// Gathers what a hall's attendance pages look at: people, slips, outings and the lines of some days.
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import {
  ATTENDANCE_LEDGER,
  LEAVE_LEDGER,
  OUTING_LEDGER,
} from "../../../shared/capabilities/attendance/away.ts";
import { LONGEST_LEAVE_DAYS } from "../../../shared/capabilities/attendance/leave-rules.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerFacts, PersonFacts } from "../../../shared/ledger/facts.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { gatherRows } from "../gather-rows.ts";
import { factsOf } from "../hall-facts.ts";

export interface HallDays {
  readonly facts: LedgerFacts;
  /** Whose attendance the hall keeps: people with work in it now, and with none in another hall before it. */
  readonly people: readonly PersonFacts[];
}

export async function readHallDays(
  deps: Pick<Dependencies, "table" | "ledgers" | "now">,
  { hall, centre }: Pick<HallPlace, "hall" | "centre">,
  days: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<HallDays> {
  const { from, to } = days;
  const asked = [
    { ledger: ATTENDANCE_LEDGER, from, to },
    { ledger: LEAVE_LEDGER, from: addDays(from, -LONGEST_LEAVE_DAYS), to },
    { ledger: OUTING_LEDGER, from, to },
  ];
  const [facts, gathered] = await Promise.all([
    factsOf(deps.table, { hall, centre }, attendance, deps.now()),
    gatherRows(deps.table, hall, deps.ledgers, asked, ""),
  ]);
  return {
    facts: { ...facts, rowsOf: gathered.rowsOf },
    people: facts.people.filter(keepsAttendance),
  };
}

export function keepsAttendance({ roles, homeHall }: PersonFacts): boolean {
  return roles.length > 0 && homeHall === undefined;
}
