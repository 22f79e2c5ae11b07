// The people that rows of some halls refer to, by name; a ledger that names nobody asks for nobody.
import { listHallPeople, type Person } from "../../storage/directory-store.ts";
import type { Table } from "../../storage/table.ts";

export async function peopleOfHalls(
  table: Table,
  halls: readonly { readonly id: string }[],
  ledgers: readonly { readonly usesPeople: boolean }[],
): Promise<Person[]> {
  if (!ledgers.some(({ usesPeople }) => usesPeople)) return [];
  const found = await Promise.all(halls.map(({ id }) => listHallPeople(table, id)));
  return found.flat();
}
