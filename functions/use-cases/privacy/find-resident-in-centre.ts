// Where one resident stands in all halls of a centre and in its own ledgers, in as many calls as that takes (PIPL 45–47).
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Dependencies } from "../../dependencies.ts";
import { type HallPlace, officePlaceOf } from "../../http/require-principal.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { hallsOf } from "../roll-ups.ts";
import { type FoundRow, findResident, type ResidentAsked, searchable } from "./find-resident.ts";

/** Rows with personal fields that one call looks at, about ten seconds' reading; the hall that it is in is finished. */
const ROWS_A_CALL = 20_000;

/**
 * @param from where the call before stopped: its `next`
 * @returns the rows found, the places looked at, and where to go on; null when every place has been looked at
 */
export async function findResidentInCentre(
  deps: Pick<Dependencies, "table" | "ledgers" | "now">,
  principal: Principal,
  centre: Centre,
  asked: ResidentAsked,
  from: string | null,
) {
  const all = await placesOf(deps, centre);
  const places = all.slice(
    from === null
      ? 0
      : Math.max(
          0,
          all.findIndex(({ place }) => place.id === from),
        ),
  );
  const rows: FoundRow[] = [];
  const searched: string[] = [];
  let looked = 0;
  for (const at of places) {
    if (looked >= ROWS_A_CALL) return { searched, rows, next: at.place.id };
    const found = await findResident(deps, principal, at, searchable(deps, principal, at), asked);
    rows.push(...found.rows);
    searched.push(at.place.id);
    looked += found.looked;
  }
  return { searched, rows, next: null };
}

/** The centre's own ledgers, then its halls of today in a fixed order. */
async function placesOf(deps: Pick<Dependencies, "table" | "now">, centre: Centre): Promise<HallPlace[]> {
  const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
  return [
    officePlaceOf(deps, centre),
    ...halls.map((hall) => {
      const today = dateOf(dateTimeAt(deps.now(), hall.timeZone));
      return { hall, centre, place: { id: hall.id, centre: centre.id, today } };
    }),
  ];
}
