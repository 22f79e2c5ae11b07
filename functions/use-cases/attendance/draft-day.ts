// Drafts the attendance lines of a day for everybody of a hall, so that a clerk only changes what is out of order.
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { ATTENDANCE_LEDGER, absencesIn } from "../../../shared/capabilities/attendance/away.ts";
import { covers, type Half } from "../../../shared/capabilities/attendance/half-days.ts";
import { monthOf, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { findIdsByBusinessDay } from "../../storage/record-store.ts";
import { factsOf } from "../hall-facts.ts";
import { naturalId } from "../periods/period-row-id.ts";
import { writeRows } from "../write-rows.ts";
import { keepsAttendance, readHallDays } from "./read-hall-days.ts";

/**
 * Lines that are missing are made; those that are there stay as they are. Whoever drafts the same day meets on the
 * same lines. Nobody is due on a day on which the hall does not work.
 *
 * @returns how many lines were made
 */
export async function draftDay(
  deps: Pick<Dependencies, "table" | "ledgers" | "now">,
  at: Pick<HallPlace, "hall" | "centre">,
  day: PlainDate,
): Promise<number> {
  const { hall } = at;
  if (await isDrafted(deps, at, day)) return 0;
  const { facts, people } = await readHallDays(deps, at, { from: day, to: day });
  if (!facts.isServiceDay(day) || day > facts.today) return 0;
  const known = new Set(
    facts
      .rowsOf(ATTENDANCE_LEDGER)
      .filter(({ values }) => values.day === day)
      .map(({ values }) => values.person),
  );
  const rows = people
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({
      id: naturalId(hall.id, ATTENDANCE_LEDGER, day, id),
      baseVersion: 0,
      action: "upsert",
      values: {
        day,
        person: id,
        morning: expected(id, day, "morning", facts),
        afternoon: expected(id, day, "afternoon", facts),
      },
    }));
  if (rows.length === 0) return 0;
  const outcomes = await writeRows(rows, {
    table: deps.table,
    ledgers: deps.ledgers,
    hall,
    ledger: attendance,
    facts,
    actor: "system",
    roles: null,
    may: () => true,
    batchId: `attendance-${day}`,
    enteredBy: null,
  });
  return outcomes.filter(({ decision }) => decision.status === "accepted").length;
}

/** Two small questions, asked every hour, before everything else is read: as many lines as people. */
async function isDrafted(
  deps: Pick<Dependencies, "table" | "now">,
  { hall, centre }: Pick<HallPlace, "hall" | "centre">,
  day: PlainDate,
): Promise<boolean> {
  const [facts, ids] = await Promise.all([
    factsOf(deps.table, { hall, centre }, attendance, deps.now()),
    findIdsByBusinessDay(deps.table, hall.id, ATTENDANCE_LEDGER, monthOf(day), day, day),
  ]);
  return !facts.isServiceDay(day) || ids.length >= facts.people.filter(keepsAttendance).length;
}

/** On leave where a slip says so; else present, which counts only when somebody has confirmed it. */
function expected(person: string, day: PlainDate, half: Half, facts: LedgerFacts): "leave" | "present" {
  const leave = absencesIn(facts).find(
    (one) => one.kind === "leave" && one.granted && one.person === person && covers(one.span, { day, half }),
  );
  return leave ? "leave" : "present";
}
