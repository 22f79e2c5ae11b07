// The person whom an administrator means to change: of their own centre, and never themselves.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { findPerson, type Person } from "../../storage/directory-store.ts";

/** One does not take one's own access away. */
export async function getPersonToChange(
  { table }: Pick<Dependencies, "table">,
  principal: Principal,
  centre: Pick<Centre, "id">,
  named: string,
): Promise<Person> {
  const id = named.slice(0, 100);
  const person = await findPerson(table, id);
  const belongs = person?.grants.some((grant) => grant.centre === centre.id);
  if (!person || !belongs) refuse(httpProblems.unknown_person({ person: id }));
  if (person.id === principal.id) refuse(httpProblems.not_oneself({}));
  return person;
}
