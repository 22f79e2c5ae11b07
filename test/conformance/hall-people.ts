// Somebody of every role in both halls of the test's centre, and who of them takes a step.
import type { Access, Role } from "../../shared/kernel/permissions.ts";
import type { TestPerson } from "../support/world.ts";

const CENTRE = "test-centre";
export const HALLS = ["east", "west"] as const;

const OF_A_HALL = {
  clerk: "clerk",
  clerk2: "clerk",
  /** Employed by a utility: of the seven living services. */
  utility: "clerk",
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
export const HALL_PEOPLE: Readonly<Record<string, TestPerson>> = Object.fromEntries([
  ...HALLS.flatMap((hall) =>
    Object.entries(OF_A_HALL).map(([name, role]): [string, TestPerson] => [
      `${name}.${hall}`,
      {
        grants: [{ role, centre: CENTRE, hall }],
        ...(name === "utility" ? { post: "electricity", employer: "样例供电公司" } : {}),
      },
    ]),
  ),
  ...Object.entries(OF_THE_CENTRE).map(([name, role]): [string, TestPerson] => [
    name,
    { grants: [{ role, centre: CENTRE }] },
  ]),
  ["labour", { grants: [{ role: "department", centre: CENTRE, department: "labourAndSocialSecurity" }] }],
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
