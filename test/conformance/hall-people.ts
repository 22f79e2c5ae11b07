// Somebody of every role in both halls of the test's centre, and who of them takes a step.
import type { Access, Grant, Role } from "../../shared/kernel/permissions.ts";

const CENTRE = "test-centre";
export const HALLS = ["east", "west"] as const;

const OF_A_HALL = {
  clerk: "clerk",
  clerk2: "clerk",
  windowHead: "windowHead",
  hallHead: "hallHead",
} as const;
const OF_THE_CENTRE = {
  inspector: "inspector",
  inspector2: "inspector",
  department: "department",
  supervisingLeader: "supervisingLeader",
  director: "director",
  centreAdmin: "centreAdmin",
} as const;

/** By name, such as `clerk.east` and `inspector`; their ids are the same with `p-` before them. */
export const HALL_PEOPLE: Readonly<Record<string, Grant[]>> = Object.fromEntries([
  ...HALLS.flatMap((hall) =>
    Object.entries(OF_A_HALL).map(([name, role]) => [`${name}.${hall}`, [{ role, centre: CENTRE, hall }]]),
  ),
  ...Object.entries(OF_THE_CENTRE).map(([name, role]) => [name, [{ role, centre: CENTRE }]]),
]);

/** A person of a hall by short name: `clerk2` or `inspector`. */
export function personAt(name: string, hall: string): string {
  return Object.hasOwn(OF_A_HALL, name) ? `${name}.${hall}` : name;
}

/** Whom the people of a hall would ask first. */
const FIRST: readonly Role[] = [
  "clerk",
  "windowHead",
  "hallHead",
  "inspector",
  "department",
  "supervisingLeader",
  "director",
  "centreAdmin",
];

export function whoMay(access: Access, action: string, hall: string): string {
  const role = FIRST.find((one) => access[action]?.includes(one));
  if (!role) throw new Error(`nobody may ${action}`);
  return personAt(role, hall);
}
