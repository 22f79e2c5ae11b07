// Names of people who did something on record; somebody who is gone is shown by their id.
import { findPerson } from "../../storage/directory-store.ts";
import type { Table } from "../../storage/table.ts";

export async function namesOf(
  table: Table,
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = await Promise.all(wanted.map((id) => findPerson(table, id)));
  const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
  return (id) => names.get(id) ?? id;
}
