// What becomes of people's accounts: another e-mail address, leaving, and the end of every session.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { FIRST_ACCOUNT, invitePersonAlone, type Person } from "../../storage/directory-store.ts";
import { keys } from "../../storage/keys.ts";
import type { Table } from "../../storage/table.ts";
import { inviteProblems, isTaken } from "./invite.ts";

/**
 * Another account under another address: the next sign-in with it is theirs, the former account finds nobody from now
 * on, an invitation that nobody used is withdrawn, and every session ends. Rows and history stay with the person.
 */
export async function changeEmail(
  table: Table,
  { person, centre }: { readonly person: Person; readonly centre: string },
  email: string,
  realNow: number,
): Promise<Result<Person, Problem>> {
  const account = (person.account ?? FIRST_ACCOUNT) + 1;
  const changed: Person = { ...person, email, account, signedOutAt: realNow };
  if ((await isTaken({ table }, centre, email, person.id)) || !(await invitePersonAlone(table, changed))) {
    return err(inviteProblems.email_taken({ field: "email", email }));
  }
  if (person.email.toLowerCase() !== email.toLowerCase()) await withdrawInvitation(table, person);
  return ok(changed);
}

/** Their roles in a centre end now; whoever has none left anywhere is signed out everywhere. Their name stays on rows. */
export async function leaveCentre(
  table: Table,
  person: Person,
  centre: string,
  realNow: number,
): Promise<Person> {
  const grants = person.grants.filter((grant) => grant.centre !== centre);
  const gone = grants.length === 0;
  const changed: Person = {
    ...person,
    grants,
    ...(gone ? { account: (person.account ?? FIRST_ACCOUNT) + 1, signedOutAt: realNow } : {}),
  };
  await table.put({ ...changed, ...keys.person(person.id) });
  if (gone) await withdrawInvitation(table, person);
  return changed;
}

async function withdrawInvitation(table: Table, { email, id }: Person): Promise<void> {
  const item = await table.get(keys.invitation(email));
  // The address may be somebody else's invitation by now.
  if (item?.personId === id) await table.remove(keys.invitation(email));
}
