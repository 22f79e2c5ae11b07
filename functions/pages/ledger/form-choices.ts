// What the references of a form may choose from: the centre's active matters, the hall's people.

import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { meansKind } from "../../../shared/ledger/means-kind.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { listHallPeople, listPeople } from "../../storage/directory-store.ts";
import { activeMatters } from "../../use-cases/hall-facts.ts";
import type { Choices } from "./form-control.tsx";

export async function choicesFor(
  deps: Pick<Dependencies, "table" | "now">,
  { hall, centre, place }: HallPlace,
  ledger: Ledger,
): Promise<Choices> {
  const people = !ledger.usesPeople
    ? []
    : place.wholeCentre
      ? await listPeople(deps.table, centre.id)
      : await listHallPeople(deps.table, hall.id);
  const today = dateOf(dateTimeAt(deps.now(), hall.timeZone));
  const matters = activeMatters(centre, today);
  const kinds = new Map(matters.flatMap(({ subtypes }) => subtypes.map(({ id, name }) => [id, name.zh])));
  return {
    matter: matters.map(({ id, name }) => ({ id, label: name.zh })),
    kind: [...kinds].map(([id, label]) => ({ id, label })),
    meansKind: (field) => meansKind(ledger, field),
    person: people.map(({ id, name }) => ({ id, label: name })),
  };
}
