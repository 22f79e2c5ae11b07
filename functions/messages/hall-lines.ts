// What a hall should be reminded of today, line by line, with the roles and the people who should hear each.
import type { DigestLine } from "../../shared/capabilities/messages/digest.ts";
import { heardBy } from "../../shared/capabilities/messages/escalation.ts";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf } from "../../shared/kernel/date-time.ts";
import type { Role } from "../../shared/kernel/permissions.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import { addDays } from "../../shared/kernel/plain-date.ts";
import { addWorkingDays } from "../../shared/kernel/working-calendar.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { Dependencies } from "../dependencies.ts";
import { findBegun, findOpenIds, findRecords } from "../storage/record-store.ts";
import { factsFor } from "../use-cases/hall-facts.ts";
import { isOutstanding } from "../use-cases/obligations/centre-obligations.ts";
import { readOwed } from "../use-cases/obligations/hall-obligations.ts";
import { readRowDuties } from "../use-cases/obligations/row-duties.ts";

export interface HallLine extends DigestLine {
  readonly hallId: string;
  readonly roles: readonly Role[];
  /** Names of those who have the row in hand or answer for it. */
  readonly names: readonly string[];
}

/** An obligation that was due longer ago is in the figures by now. */
const LOOK_BACK_DAYS = 31;
const HEADS: readonly Role[] = ["windowHead", "hallHead"];

export async function hallLines(
  { table, ledgers }: Pick<Dependencies, "table" | "ledgers">,
  hall: Hall,
  centre: Centre,
  now: number,
): Promise<HallLine[]> {
  const facts = factsFor(hall, centre, now);
  const rows = await findBegun(
    table,
    hall.id,
    ledgers.filter(({ written }) => written !== "verbs"),
  );
  const parts = await Promise.all([
    ...rows.map(async (ledger) => {
      const records = await findRecords(table, await findOpenIds(table, hall.id, ledger.id), false);
      return [...records.values()].flatMap((record) => rowLine(record, ledger, hall, facts) ?? []);
    }),
    dutyLines(table, rows, hall, centre, facts, now),
    obligationLines(table, hall, centre, facts, now),
  ]);
  return parts
    .flat()
    .sort((a, b) => (a.dueOn === b.dueOn ? compare(a.reference, b.reference) : compare(a.dueOn, b.dueOn)));
}

function rowLine(record: LedgerRecord, ledger: Ledger, hall: Hall, facts: LedgerFacts): HallLine | undefined {
  const { dueDate, endedOn } = record.derived;
  if (dueDate === null || endedOn !== null || record.voided) return undefined;
  const kind = kindOf(dueDate, facts);
  if (!kind) return undefined;
  return {
    kind,
    hall: hall.name,
    hallId: hall.id,
    label: ledger.title,
    reference: record.serial,
    dueOn: dueDate,
    roles: kind === "overdue" ? heardBy(dueDate, facts.today, facts.calendar) : HEADS,
    names: namesOf(record, ledger),
  };
}

/** Yellow from the working day before the due date on, red from the day after it. */
function kindOf(dueDate: PlainDate, { today, calendar }: LedgerFacts): DigestLine["kind"] | undefined {
  if (dueDate < today) return "overdue";
  if (dueDate === today) return "dueToday";
  return dueDate <= addWorkingDays(calendar, today, 1) ? "dueSoon" : undefined;
}

/** Whoever has it now, and the first person asked as long as they answer for it. */
function namesOf(record: LedgerRecord, ledger: Ledger): string[] {
  const found = ledger.responsibility(rowOf(record));
  if (!found) return [];
  return [...new Set([found.holder, ...(found.answerable ? [found.firstAskedBy] : [])])];
}

async function dutyLines(
  table: Dependencies["table"],
  ledgers: readonly Ledger[],
  hall: Hall,
  centre: Centre,
  facts: LedgerFacts,
  now: number,
): Promise<HallLine[]> {
  const duties = (await readRowDuties(table, hall, centre, ledgers, now)).filter(
    ({ status }) => status === "overdue" || status === "dueSoon",
  );
  const records = await findRecords(table, [...new Set(duties.map(({ record }) => record.id))], false);
  return duties.map(({ duty, record, ledger: id }) => {
    const ledger = ledgers.find((one) => one.id === id);
    const whole = records.get(record.id);
    return {
      kind: "duty",
      hall: hall.name,
      hallId: hall.id,
      label: duty.label,
      reference: record.serial,
      dueOn: duty.dueOn,
      roles: [
        ...new Set([
          // Clerks hear of their own rows, by name.
          ...(duty.mustAct === "clerk" ? HEADS : [duty.mustAct]),
          ...heardBy(duty.dueOn, facts.today, facts.calendar),
        ]),
      ],
      names: ledger && whole ? namesOf(whole, ledger) : [],
    };
  });
}

async function obligationLines(
  table: Dependencies["table"],
  hall: Hall,
  centre: Centre,
  facts: LedgerFacts,
  now: number,
): Promise<HallLine[]> {
  const span = { first: addDays(facts.today, -LOOK_BACK_DAYS), last: facts.today };
  const owed = (await readOwed(table, hall, centre, span, now)).filter(isOutstanding);
  return owed.map(({ obligation }) => {
    const dueOn = dateOf(obligation.dueAt);
    return {
      kind: "obligation",
      hall: hall.name,
      hallId: hall.id,
      label: obligation.rule.label,
      reference: obligation.period.id,
      dueOn,
      roles: [...new Set([obligation.rule.mustAct, ...heardBy(dueOn, facts.today, facts.calendar)])],
      names: [],
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
