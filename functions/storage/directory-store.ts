// Centres, halls, people and their invitations: who there is, read anew for every request.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { Assignment } from "../../shared/capabilities/organisation/assignment.ts";
import { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { ROLES } from "../../shared/kernel/permissions.ts";
import { keys } from "./keys.ts";
import type { Item, Table } from "./table.ts";

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** The post that they hold, of the eight or of the living services. */
  post: z.string().optional(),
  /** The utility that employs a person of a living service. */
  employer: z.string().optional(),
  /** Posts in halls with their days and both reporting lines; before the first of them `post` and `employer` hold. */
  assignments: z.array(Assignment).optional(),
  grants: z.array(
    z.object({
      role: z.enum(ROLES),
      centre: z.string(),
      hall: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      department: z.string().optional(),
      deputyFor: z.string().optional(),
    }),
  ),
  demonstration: z.boolean(),
  /** Grows when they change to another account: sign-ins of the former one find nobody any more. */
  account: z.number().int().optional(),
  /** Milliseconds since 1970, by real time: sessions from before have ended. */
  signedOutAt: z.number().optional(),
});
export type Person = z.infer<typeof Person>;

/** Longer than any hall's id; the store takes no key above 1,024 bytes. */
const MAX_ID_LENGTH = 100;

export async function findHall(table: Table, id: string): Promise<Hall | undefined> {
  if (id.length > MAX_ID_LENGTH) return undefined;
  const item = await table.get(keys.hall(id), false);
  return item && Hall.parse(item);
}

export async function findCentre(table: Table, id: string, consistent = false): Promise<Centre | undefined> {
  const item = await table.get(keys.centre(id), consistent);
  return item && Centre.parse(item);
}

export async function listHalls(table: Table): Promise<Hall[]> {
  return (await listOf(table, "HALLS")).map((item) => Hall.parse(item));
}

export async function listCentres(table: Table): Promise<Centre[]> {
  return (await listOf(table, "CENTRES")).map((item) => Centre.parse(item));
}

function listOf(table: Table, pk: string) {
  return table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": pk }),
  });
}

export async function putHall(table: Table, hall: Hall): Promise<void> {
  await table.put({ ...Hall.parse(hall), ...keys.hall(hall.id) });
}

export async function putCentre(table: Table, centre: Centre): Promise<void> {
  await table.put({ ...Centre.parse(centre), ...keys.centre(centre.id) });
}

export async function findPerson(table: Table, id: string, consistent = false): Promise<Person | undefined> {
  if (id.length > MAX_ID_LENGTH) return undefined;
  const item = await table.get(keys.person(id), consistent);
  return item && Person.parse(item);
}

/** Everybody who has work in a centre or its halls, for messages. */
export function listPeople(table: Table, centre: string): Promise<Person[]> {
  return peopleIn(table, keys.members(centre));
}

/** Everybody who has work in one hall. */
export function listHallPeople(table: Table, hall: string): Promise<Person[]> {
  return peopleIn(table, keys.hallMembers(hall));
}

async function peopleIn(table: Table, list: string): Promise<Person[]> {
  const members = await listOf(table, list);
  const people = await table.getMany(members.map(({ sk }) => keys.person(String(sk))));
  return people.map((item) => Person.parse(item)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The account under which somebody was invited first. */
export const FIRST_ACCOUNT = 1;

/** Stores a person and the invitation under which their first sign-in is recognised, whoever was invited there before. */
export async function invitePerson(table: Table, person: Person): Promise<void> {
  await table.put(itemOf(person));
  await listPerson(table, person);
  await table.put(invitationOf(person));
}

/** The same where nobody else is invited under the address; else nothing is stored and the answer is false. */
export async function invitePersonAlone(table: Table, person: Person): Promise<boolean> {
  const put = (item: Item, condition: object) => ({
    Put: { TableName: table.name, Item: marshall(item, { removeUndefinedValues: true }), ...condition },
  });
  const invited = await table.transact([
    put(itemOf(person), {}),
    put(invitationOf(person), {
      ConditionExpression: "attribute_not_exists(pk) OR personId = :id",
      ExpressionAttributeValues: marshall({ ":id": person.id }),
    }),
  ]);
  if (invited.ok) await listPerson(table, person);
  return invited.ok;
}

/** Those of some people whose invitation nobody has used yet. */
export async function listUnused(table: Table, people: readonly Person[]): Promise<ReadonlySet<string>> {
  const found = await table.getMany(people.map(({ email }) => keys.invitation(email)));
  return new Set(found.map(({ personId }) => String(personId)));
}

function itemOf(person: Person): Item {
  return { ...Person.parse(person), ...keys.person(person.id) };
}

function invitationOf({ id, email, account = FIRST_ACCOUNT }: Person): Item {
  return { ...keys.invitation(email), personId: id, account };
}

async function listPerson(table: Table, { id, grants }: Person): Promise<void> {
  const lists = grants.flatMap(({ centre, hall }) => [
    keys.members(centre),
    ...(hall === undefined ? [] : [keys.hallMembers(hall)]),
  ]);
  for (const pk of new Set(lists)) await table.put({ pk, sk: id });
}
