// Who may do what: one pure table, asked by every route, sheet and page.

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
}

/** The roles that a person holds towards a hall. */
export function rolesAt(person: Principal, hall: HallPlace): Role[] {
  return person.grants
    .filter(
      (grant) => grant.centre === hall.centre && (!HALL_ROLES.has(grant.role) || grant.hall === hall.id),
    )
    .map((grant) => grant.role);
}

/** The roles that a person holds in a centre as a whole. */
export function centreRoles(person: Principal, centre: string): Role[] {
  return person.grants
    .filter((grant) => grant.centre === centre && !HALL_ROLES.has(grant.role))
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
