// One row with everything that happened to it, and why it is due when it is due.
import { findCalendar } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { can, type Principal } from "../../shared/kernel/permissions.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import type { RowLink } from "../../shared/ledger/row-link.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { Dependencies } from "../dependencies.ts";
import { demandPace } from "../http/demand-pace.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { recordAccess } from "../storage/access-store.ts";
import { findPerson } from "../storage/directory-store.ts";
import { findPersonal, findRecords, findRevisions } from "../storage/record-store.ts";
import type { Table } from "../storage/table.ts";
import { allowedSteps } from "./allowed-steps.ts";
import { factsFor } from "./hall-facts.ts";
import { rowView } from "./row-view.ts";

/**
 * `unmaskReason`: shows personal fields whole to readers who see them masked, when their role may; each such look
 * is kept on record (PIPL 51, 54).
 */
export async function readHistory(
  deps: Dependencies,
  principal: Principal,
  { hall, centre, place }: HallPlace,
  ledger: Ledger,
  id: string,
  unmaskReason?: string,
) {
  const record = (await findRecords(deps.table, [id])).get(id);
  if (!record || record.hall !== hall.id || record.ledger !== ledger.id) return undefined;
  const facts = factsFor(hall, centre, deps.now());
  // A closed row is explained by the calendar that it was judged by, whatever was loaded since.
  const judgedBy = record.derived.open ? undefined : record.derived.calendar;
  const calendar = (judgedBy && findCalendar(centre, judgedBy)) || facts.calendar;
  const [personal, revisions] = await Promise.all([
    findPersonal(deps.table, [id]),
    findRevisions(deps.table, hall.id, ledger.id, record.revisions),
  ]);
  let unmasked = can(principal, place, ledger.access, "readPersonal");
  if (!unmasked && unmaskReason !== undefined) {
    if (!can(principal, place, ledger.access, "unmask")) refuse(httpProblems.not_permitted({}));
    const reason = unmaskReason.trim().slice(0, 200);
    if (reason.length < 2) {
      const expected = { zh: "写明查看理由", en: "a reason for looking" };
      refuse(httpProblems.invalid_parameter({ name: "unmask", expected }));
    }
    await demandPace(deps, principal, "unmask");
    await recordAccess(deps.table, centre.id, {
      recordId: id,
      hall: hall.id,
      ledger: ledger.id,
      by: principal.id,
      reason,
      at: facts.now,
    });
    deps.log("UNMASKED", { hall: hall.id, ledger: ledger.id, record: id, by: principal.id });
    unmasked = true;
  }
  return {
    ...rowView(record, personal.get(id), {
      ledger,
      unmasked,
      reader: principal.id,
      today: facts.today,
    }),
    hall: hall.id,
    ledger: ledger.id,
    events: record.events,
    contributions: record.contributions,
    revisions,
    /** What this reader may do with it now. */
    allowed: await allowedSteps(deps, principal, { hall, centre, place }, ledger, record),
    people: await namesOf(deps.table, ledger, record, revisions),
    responsibility: ledger.responsibility(rowOf(record)),
    links: await readableLinks(deps, principal, place, ledger.links(rowOf(record), id)),
    trace: ledger.trace(rowOf(record), { ...facts, calendar }),
    calendarVersion: calendar.version,
  };
}

/**
 * Names by id of those whose accounts proved the writes and of those whom the row itself names, and by the address
 * by which a sheet may have claimed them. Whoever is no longer in the directory is left out.
 */
async function namesOf(
  table: Table,
  ledger: Ledger,
  { voided, values, events }: LedgerRecord,
  revisions: readonly Revision[],
): Promise<Readonly<Record<string, string>>> {
  const named = Object.entries(ledger.fields).flatMap(([id, { shape }]) => {
    const value = shape.refersTo === "person" ? values[id] : undefined;
    return typeof value === "string" ? [value] : [];
  });
  const ids = new Set([
    ...revisions.map(({ syncedBy }) => syncedBy),
    ...events.map(({ by }) => by),
    ...named,
  ]);
  if (voided) ids.add(voided.by);
  const people = await Promise.all([...ids].map((id) => findPerson(table, id)));
  return Object.fromEntries(
    people.flatMap((person) =>
      person
        ? [
            [person.id, person.name],
            [person.email, person.name],
          ]
        : [],
    ),
  );
}

/** Rows of other ledgers that belong to this one, of those ledgers that the reader may read. */
async function readableLinks(
  { ledgers, table }: Dependencies,
  principal: Principal,
  place: HallPlace["place"],
  links: readonly RowLink[],
): Promise<(RowLink & { readonly serial: string })[]> {
  const readable = links.filter(({ ledger: id }) => {
    const ledger = ledgers.find((one) => one.id === id);
    return ledger !== undefined && can(principal, place, ledger.access, "read");
  });
  const records = await findRecords(
    table,
    readable.map(({ id }) => id),
  );
  // What was made before ledgers followed one another has no row there.
  return readable.flatMap((link) => {
    const found = records.get(link.id);
    return found ? [{ ...link, serial: found.serial }] : [];
  });
}
