// Who may see the rows that are asked for, and those rows as they may see them: one way for pages, programs and files.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { can, type Principal } from "../../../shared/kernel/permissions.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getCentre } from "../../http/require-principal.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { findPersonal } from "../../storage/record-store.ts";
import { hallsOf } from "../roll-ups.ts";
import { type RowView, rowView } from "../row-view.ts";
import { type FoundRow, type FoundRows, loadRows } from "./load-rows.ts";
import type { RowsQuestion } from "./rows-question.ts";

export interface RowsPlace {
  readonly centre: Centre;
  readonly halls: readonly Hall[];
}

/** The halls of a centre, or the one of them that is named. */
export async function centreRowsPlace(
  deps: Dependencies,
  principal: Principal,
  { period }: RowsQuestion,
  named: { readonly centre: string | undefined; readonly hall: string | undefined },
): Promise<RowsPlace> {
  const centre = await getCentre(deps, principal, named.centre);
  const all = await listHalls(deps.table);
  if (named.hall !== undefined && !all.some(({ id }) => id === named.hall)) {
    refuse(httpProblems.unknown_hall({ hall: named.hall.slice(0, 80) }));
  }
  // Halls that belonged to the centre then; what is open now is asked of those that belong to it now.
  const own = period
    ? all.filter((hall) => centreOf(hall, period.first) === centre.id)
    : hallsOf(all, centre.id, deps.now());
  const halls = own.filter(({ id }) => named.hall === undefined || id === named.hall);
  if (named.hall !== undefined && halls.length === 0) refuse(httpProblems.not_permitted({}));
  return { centre, halls: halls.sort((a, b) => a.id.localeCompare(b.id)) };
}

/** Refuses those who may not read the ledger in one of the halls. */
export async function rowsAsked(
  deps: Dependencies,
  principal: Principal,
  question: RowsQuestion,
  { centre, halls }: RowsPlace,
): Promise<FoundRows> {
  for (const hall of halls) demand(principal, placeOf(hall, centre, deps.now()), question.ledger, "read");
  return loadRows(deps.table, question, centre, halls, deps.now());
}

export interface ViewedRow extends FoundRow {
  readonly view: RowView;
}

/** Personal fields whole or masked, as the caller's role has it. */
export async function viewsOf(
  deps: Dependencies,
  principal: Principal,
  { ledger }: RowsQuestion,
  centre: Centre,
  rows: readonly FoundRow[],
): Promise<ViewedRow[]> {
  const personal = await findPersonal(
    deps.table,
    rows.map(({ record }) => record.id),
  );
  return rows.map((row) => {
    const place = placeOf(row.hall, centre, deps.now());
    const unmasked = can(principal, place, ledger.access, "readPersonal");
    const reader = { ledger, unmasked, reader: principal.id, today: place.today };
    return { ...row, view: rowView(row.record, personal.get(row.record.id), reader) };
  });
}

/** The hall as a part of the centre whose figures are asked for, also when it has left it since. */
function placeOf(hall: Hall, centre: Centre, now: number) {
  return { id: hall.id, centre: centre.id, today: dateOf(dateTimeAt(now, hall.timeZone)) };
}
