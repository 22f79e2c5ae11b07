// Whose account a token is: bound to a person at the first sign-in after an invitation, and let go when they change it.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { FIRST_ACCOUNT, findPerson, type Person } from "./directory-store.ts";
import { keys } from "./keys.ts";
import { backOff, type Table } from "./table.ts";

export interface Subject {
  readonly issuer: string;
  readonly sub: string;
  readonly email: string;
}

/** Items from before accounts were counted are of the first. */
const Reference = z.object({ personId: z.string(), account: z.number().default(FIRST_ACCOUNT) });
type Reference = z.infer<typeof Reference>;

/**
 * The person of a token. At the first sign-in the verified e-mail address finds the invitation, which is used up
 * then; ever after only issuer and `sub` count, so that a re-used mailbox inherits nothing.
 */
export async function findPersonBySubject(table: Table, subject: Subject): Promise<Person | undefined> {
  const subjectKey = keys.subject(subject.issuer, subject.sub);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const known = await readReference(table, subjectKey);
    const person = known && (await personOf(table, known));
    if (person) return person;
    const invitation = await readReference(table, keys.invitation(subject.email));
    if (!invitation) {
      // Another request of the same person may have used it up between the two readings.
      const meanwhile = await readReference(table, subjectKey);
      return meanwhile && personOf(table, meanwhile);
    }
    if (await claim(table, subject, invitation, known)) return personOf(table, invitation);
  }
  return undefined;
}

async function readReference(table: Table, key: Parameters<Table["get"]>[0]): Promise<Reference | undefined> {
  const item = await table.get(key);
  return item && Reference.parse(item);
}

/** Nobody when the account is one that the person has given up. */
async function personOf(table: Table, { personId, account }: Reference): Promise<Person | undefined> {
  const person = await findPerson(table, personId);
  return person && (person.account ?? FIRST_ACCOUNT) === account ? person : undefined;
}

/** Uses an invitation up; a subject that was somebody's before may be taken over only as it was read. */
async function claim(
  table: Table,
  subject: Subject,
  { personId, account }: Reference,
  before: Reference | undefined,
): Promise<boolean> {
  const Item = marshall({ ...keys.subject(subject.issuer, subject.sub), personId, account });
  const claimed = await table.transact([
    {
      Put: {
        TableName: table.name,
        Item,
        ...(before
          ? {
              ConditionExpression: "personId = :before",
              ExpressionAttributeValues: marshall({ ":before": before.personId }),
            }
          : { ConditionExpression: "attribute_not_exists(pk)" }),
      },
    },
    {
      Delete: {
        TableName: table.name,
        Key: marshall(keys.invitation(subject.email)),
        ConditionExpression: "attribute_exists(pk)",
      },
    },
  ]);
  return claimed.ok;
}

/** Every session that was opened before ends, on whatever computer. */
export async function signOutEverywhere(table: Table, personId: string, realNow: number): Promise<void> {
  await table.update({
    Key: marshall(keys.person(personId)),
    UpdateExpression: "SET signedOutAt = :now",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: marshall({ ":now": realNow }),
  });
}
