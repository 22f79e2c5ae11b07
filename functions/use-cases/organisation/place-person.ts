// What somebody does in a hall: the post with its two lines, and the role that goes with it, each from a day on.
import {
  type Assignment,
  type AssignmentPlace,
  assignmentOn,
  checkAssignment,
  withAssignment,
} from "../../../shared/capabilities/organisation/assignment.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import type { Person } from "../../storage/directory-store.ts";
import { replaceGrants } from "../../storage/grants-store.ts";
import { keys } from "../../storage/keys.ts";

const problems = defineProblems({
  changed_meanwhile: {
    status: 409,
    zh: "有人刚刚改过“{name}”的登记;请重新打开本页再办。",
    en: "Somebody has just changed the entry of {name}; please open this page again.",
  },
  role_not_of_hall: {
    status: 422,
    zh: "大厅里的角色只有窗口人员、窗口负责人和大厅负责人;请从列表里选择。",
    en: "A hall's roles are clerk, head of windows and head of the hall; please choose from the list.",
  },
  role_in_the_past: {
    status: 422,
    zh: "新角色不能早于今天({today})生效;请核对日期。",
    en: "A new role begins today ({today}) or later; please check the date.",
  },
  role_held_already: {
    status: 422,
    zh: "“{name}”已经是这个角色,不用再改。",
    en: "{name} holds this role already.",
  },
  hall_without_head: {
    status: 409,
    zh: "“{name}”是本厅唯一的大厅负责人;请先确定新的大厅负责人。",
    en: "{name} is the only head of this hall; appoint another one first.",
  },
});

export const ROLES_OF_HALL: readonly Role[] = ["clerk", "windowHead", "hallHead"];

/** @param leaders everybody who may lead somebody here, the hall's own people and those of the centre */
export async function assignPost(
  deps: Pick<Dependencies, "table">,
  at: HallPlace,
  person: Person,
  given: Omit<Assignment, "hall">,
  leaders: readonly Person[],
  posts: readonly string[],
): Promise<Result<Assignment, readonly Problem[]>> {
  const { today } = at.place;
  const assignment: Assignment = { ...given, hall: at.hall.id };
  const place: AssignmentPlace = {
    today,
    posts,
    windows: at.hall.windows ?? [],
    leaders: leaders.map(({ id, assignments }) => ({
      id,
      ledBy: assignmentOn(assignments, at.hall.id, given.from)?.ledBy,
    })),
  };
  const found = checkAssignment(person.id, assignment, place);
  if (found.length > 0) return err(found);
  const assignments = withAssignment(person.assignments, assignment);
  const changed = await replaceParts(deps.table, keys.person(person.id), {
    assignments: { before: person.assignments, after: assignments },
  });
  return changed ? ok(assignment) : err([problems.changed_meanwhile({ name: person.name })]);
}

/** From a day on somebody holds another role here; what they held before ends the day before. */
export async function changeRole(
  deps: Pick<Dependencies, "table">,
  at: HallPlace,
  person: Person,
  { role, from }: { readonly role: string; readonly from: PlainDate },
  everybody: readonly Person[],
): Promise<Result<Role, Problem>> {
  const { today } = at.place;
  const wanted = ROLES_OF_HALL.find((one) => one === role);
  if (!wanted) return err(problems.role_not_of_hall({ field: "role" }));
  if (from < today) return err(problems.role_in_the_past({ field: "roleFrom", today }));
  const own = (grant: Person["grants"][number]) => grant.hall === at.hall.id && grant.deputyFor === undefined;
  const holds = (one: Person, held: Role) =>
    one.grants.some(
      (grant) => own(grant) && grant.role === held && (grant.to === undefined || grant.to >= from),
    );
  if (holds(person, wanted)) return err(problems.role_held_already({ field: "role", name: person.name }));
  const otherHead = everybody.some((one) => one.id !== person.id && holds(one, "hallHead"));
  if (holds(person, "hallHead") && !otherHead) {
    return err(problems.hall_without_head({ field: "role", name: person.name }));
  }
  const ended = person.grants.flatMap((grant) => {
    if (!own(grant) || (grant.to !== undefined && grant.to < from)) return [grant];
    if (grant.from !== undefined && grant.from >= from) return [];
    return [{ ...grant, from: grant.from ?? FOR_EVER, to: addDays(from, -1) }];
  });
  const grants = [...ended, { role: wanted, centre: at.centre.id, hall: at.hall.id, from }];
  const changed = await replaceGrants(deps.table, person, grants);
  return changed ? ok(wanted) : err(problems.changed_meanwhile({ name: person.name }));
}

/** A grant without days held from the beginning. */
const FOR_EVER = "2000-01-01";
