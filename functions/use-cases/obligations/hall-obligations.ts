// What halls owe and how it stands: the rules in force, the hall's own dates, and what its ledgers say.
import type { PeriodState } from "../../../shared/capabilities/obligations/completion.ts";
import {
  anchorOf,
  type HallDuty,
  type Obligation,
  type ObligationStatus,
  obligationStatus,
  obligationsOf,
} from "../../../shared/capabilities/obligations/obligation.ts";
import { type ObligationRule, rulesOf } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import { type Centre, calendarOf } from "../../../shared/capabilities/organisation/centre.ts";
import {
  centreOf,
  type Hall,
  hoursOn,
  inForce,
  opensOn,
} from "../../../shared/capabilities/organisation/hall.ts";
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { monthOf, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type PeriodStates, readHallStates } from "../../storage/period-state-store.ts";
import type { Table } from "../../storage/table.ts";

export interface OwedPeriod {
  readonly obligation: Obligation;
  readonly status: ObligationStatus;
  /** How its row stands in its ledger; null while there is none. */
  readonly state: PeriodState | null;
}

export function hallDuty(hall: Hall): HallDuty {
  return {
    id: hall.id,
    zone: hall.timeZone,
    closesAtOn: (day) => hoursOn(hall, day).closesAt,
    opensOn: opensOn(hall),
    closesOn: hall.closesOn ?? null,
    suspensions: inForce(hall.suspensions),
    exemptions: inForce(hall.exemptions),
  };
}

export function rulesIn(centre: Centre): ObligationRule[] {
  return rulesOf(centre.obligationRules ?? [], centre.programmes ?? []);
}

/** Everything that a hall owes for periods ending (or falling due, where a rule names a date) from one day to another. */
export function obligationsIn(hall: Hall, centre: Centre, first: PlainDate, last: PlainDate): Obligation[] {
  return obligationsOf(hallDuty(hall), rulesIn(centre), calendarOf(centre), first, last);
}

/** The centre and month under which a period's state is kept. */
export function statePlace(hall: Hall, { rule, period }: Pick<Obligation, "rule" | "period">) {
  const anchor = anchorOf(rule, period);
  return { centre: centreOf(hall, anchor), month: monthOf(anchor), hall: hall.id };
}

export function judged(
  hall: Hall,
  centre: Centre,
  obligations: readonly Obligation[],
  states: PeriodStates,
  now: number,
): OwedPeriod[] {
  const calendar = calendarOf(centre);
  const local = dateTimeAt(now, hall.timeZone);
  const locking = [...new Set(rulesIn(centre).flatMap(({ id, locks }) => (locks ? [id] : [])))];
  return obligations.map((obligation) => {
    const state = states.get(obligation.id) ?? null;
    const { kind, last } = obligation.period;
    // A month whose report was accepted is closed: what was not signed in it by then stays undone.
    const isLocked =
      (kind === "day" || kind === "week" || kind === "month") &&
      locking.some((rule) => states.get(`${rule}/${monthOf(last)}`)?.status === "accepted");
    const completion = state?.completion ?? null;
    return { obligation, state, status: obligationStatus(obligation, completion, isLocked, local, calendar) };
  });
}

/** What one hall owes between two days, read with strong consistency. */
export async function readOwed(
  table: Table,
  hall: Hall,
  centre: Centre,
  span: { readonly first: PlainDate; readonly last: PlainDate },
  now: number,
): Promise<OwedPeriod[]> {
  const obligations = obligationsIn(hall, centre, span.first, span.last);
  return judged(hall, centre, obligations, await readStates(table, hall, obligations), now);
}

export async function readStates(
  table: Table,
  hall: Hall,
  obligations: readonly Pick<Obligation, "rule" | "period">[],
): Promise<PeriodStates> {
  const places = new Map(
    obligations.map((obligation) => {
      const place = statePlace(hall, obligation);
      return [`${place.centre}#${place.month}`, place] as const;
    }),
  );
  return readHallStates(table, hall.id, [...places.values()]);
}
