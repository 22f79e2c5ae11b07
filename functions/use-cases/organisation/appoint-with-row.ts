// Deputies that a row appoints or relieves: their grants change in the row's own transaction, or not at all.
import type { Deputy } from "../../../shared/capabilities/organisation/deputy.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Appointment } from "../../../shared/ledger/appointment.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import { deputyParams, listDeputies } from "../../storage/deputy-store.ts";
import { findPerson } from "../../storage/directory-store.ts";
import type { Table, TableAction } from "../../storage/table.ts";
import { naturalId } from "../periods/period-row-id.ts";

export interface AppointingRow {
  readonly hall: Hall;
  readonly id: string;
  readonly actor: string;
  readonly facts: LedgerFacts;
}

/** As many digits as appointments made by hand have. */
const ID_LENGTH = 13;

export async function appointmentActions(
  table: Table,
  appointments: readonly Appointment[],
  { hall, id, actor, facts }: AppointingRow,
): Promise<TableAction[]> {
  if (appointments.length === 0) return [];
  const centre = centreOf(hall, facts.today);
  const known = await listDeputies(table, centre);
  const deputies = appointments.flatMap((one): Deputy[] => {
    const key = naturalId(hall.id, id, one.role, one.deputy).slice(0, ID_LENGTH);
    const stored = known.find((deputy) => deputy.id === key && deputy.revokedAt === null);
    if (one.ends) return stored ? [{ ...stored, revokedAt: facts.now, revokedBy: actor }] : [];
    const { role, deputyFor, deputy, from, to, reason } = one;
    const appointed = { appointedAt: facts.now, appointedBy: actor, revokedAt: null, revokedBy: null };
    return [{ id: key, centre, hall: hall.id, role, deputyFor, deputy, from, to, reason, ...appointed }];
  });
  const people = await Promise.all(
    [...new Set(deputies.map(({ deputy }) => deputy))].map((person) => findPerson(table, person, true)),
  );
  return people.flatMap((person) =>
    person
      ? deputyParams(
          table.name,
          deputies.filter(({ deputy }) => deputy === person.id),
          person,
        )
      : [],
  );
}
