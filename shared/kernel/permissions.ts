// Who may do what: one pure table, asked by every route, sheet and page.
import type { PlainDate } from "./plain-date.ts";

export const ROLES = [
  "clerk",
  "windowHead",
  "hallHead",
  "supervisingLeader",
  "director",
  "department",
  "inspector",
  "centreAdmin",
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that belong to one hall; the others belong to the centre and see all its halls. */
const HALL_ROLES: ReadonlySet<Role> = new Set<Role>(["clerk", "windowHead", "hallHead"]);

export interface Grant {
  readonly role: Role;
  readonly centre: string;
  /** The hall of a hall role. */
  readonly hall?: string | undefined;
  /** First and last day on which it counts, `yyyy-MM-dd`; without them it counts every day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Of a department role: which department. */
  readonly department?: string | undefined;
  /** The person in whose place it is used: a deputy's grant has both days, and is never one's own. */
  readonly deputyFor?: string | undefined;
}

export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

/** What can be done with a row, beside the transitions that its ledger names. */
export type Action = "read" | "readPersonal" | "upsert" | "void" | (string & {});

export interface HallPlace {
  readonly id: string;
  readonly centre: string;
  /** The hall's present day: without it, grants with dates do not count. */
  readonly today?: PlainDate | undefined;
  /** The centre's own place, where people of every hall of it come in the roles that they hold in theirs. */
  readonly wholeCentre?: boolean | undefined;
}

/** Whether a grant counts on a day; a deputy without dates, or of oneself, never does. */
export function isActiveGrant(person: Principal, grant: Grant, today: PlainDate | undefined): boolean {
  const { from, to, deputyFor } = grant;
  if (deputyFor !== undefined && (deputyFor === person.id || !from || !to)) return false;
  if (!from && !to) return true;
  return today !== undefined && (!from || from <= today) && (!to || today <= to);
}

/** A person's grants that count towards a hall on its present day. */
export function grantsAt(person: Principal, hall: HallPlace): Grant[] {
  return person.grants.filter(
    (grant) =>
      grant.centre === hall.centre &&
      (!HALL_ROLES.has(grant.role) || grant.hall === hall.id || hall.wholeCentre === true) &&
      isActiveGrant(person, grant, hall.today),
  );
}

/** The roles that a person holds towards a hall. */
export function rolesAt(person: Principal, hall: HallPlace): Role[] {
  return grantsAt(person, hall).map((grant) => grant.role);
}

/** The departments in whose name a person acts towards a hall. */
export function departmentsAt(person: Principal, hall: HallPlace): string[] {
  return grantsAt(person, hall).flatMap(({ role, department }) =>
    role === "department" && department !== undefined ? [department] : [],
  );
}

/** The roles that a person holds in a centre as a whole; without a day, those with dates do not count. */
export function centreRoles(person: Principal, centre: string, today?: PlainDate): Role[] {
  return person.grants
    .filter(
      (grant) =>
        grant.centre === centre && !HALL_ROLES.has(grant.role) && isActiveGrant(person, grant, today),
    )
    .map((grant) => grant.role);
}

/** By action, the roles that may do it; an action that is not named may be done by nobody. */
export type Access = Readonly<Record<string, readonly Role[]>>;

export function can(person: Principal, hall: HallPlace, access: Access, action: Action): boolean {
  const allowed = Object.hasOwn(access, action) ? (access[action] ?? []) : [];
  return rolesAt(person, hall).some((role) => allowed.includes(role));
}

export const HALL_STAFF: readonly Role[] = ["clerk", "windowHead", "hallHead"];
export const HALL_LEADERS: readonly Role[] = ["windowHead", "hallHead"];
export const CENTRE_READERS: readonly Role[] = [
  "supervisingLeader",
  "director",
  "department",
  "inspector",
  "centreAdmin",
];
