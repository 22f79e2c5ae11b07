// Judges rows by the very rules of the backend, with its calendar, policy, catalogue and clock, and writes nothing.
import { minutesOf } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTime } from "../../../shared/kernel/date-time.ts";
import { workingCalendar } from "../../../shared/kernel/working-calendar.ts";
import { decideRow } from "../../../shared/ledger/decide-row.ts";
import { DEFAULT_POLICY, type LedgerFacts } from "../../../shared/ledger/facts.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import { StartFailure } from "../start-failure.mjs";
import type { Destination } from "./destination.ts";
import type { Judge } from "./send-rows.ts";

const NOON = minutesOf("12:00");

/**
 * Rows are judged as if they were new: what stands in the ledger already is seen only when they are sent.
 * @param now the backend's time, `2026-11-02T09:05:00+08:00`
 */
export function dryRunJudge({ hall, ledger, reference }: Destination, now: string): Judge {
  const own = findLedger(ledger.id);
  if (!own || own.version !== ledger.version) {
    throw new StartFailure({
      zh: `系统的台账“${ledger.id}”是第 ${ledger.version} 版,本程序只认识第 ${own?.version ?? 0} 版;请更新本程序后再试运行。`,
      en: `The system's ledger “${ledger.id}” is at version ${ledger.version}, this program knows version ${own?.version ?? 0}; update this program before a dry run.`,
    });
  }
  const matters = new Map(reference.matters.map((matter) => [matter.id, matter]));
  const at = dateTime(now);
  const calendar = workingCalendar(reference.calendar.years);
  const facts: LedgerFacts = {
    zone: hall.timeZone,
    closesAt: minutesOf(hall.closesAt),
    calendar,
    policyOn: () => ({ ...DEFAULT_POLICY, ...reference.policy }),
    // Halves of a day matter to attendance only; they part at noon.
    timetableOn: () => ({ opensAt: 0, breakFrom: NOON, breakTo: NOON, closesAt: minutesOf(hall.closesAt) }),
    isServiceDay: (day) => calendar.day(day).working,
    now: at,
    today: dateOf(at),
    findMatter: (id) => matters.get(id),
    // What depends on people and other rows is judged when the rows are really sent.
    people: [],
    findPerson: () => undefined,
    rowsOf: () => [],
  };
  const may = (action: string) => hall.roles.some((role) => own.access[action]?.includes(role));
  return async (rows) =>
    rows.map(({ id, values }) => {
      const row = { id, baseVersion: 0, action: "upsert", values };
      const decision = decideRow(row, undefined, { ledger: own, facts, actor: "dry-run", roles: null, may });
      return decision.status === "refused"
        ? { status: "refused", problems: decision.problems }
        : { status: "accepted", problems: [] };
    });
}
