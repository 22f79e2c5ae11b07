// Somebody's post in a hall in words: post, window, team, both lines, the residents' committee.

import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import {
  type Assignment,
  assignmentOn,
  COMMITTEE_OFFICES,
} from "../../../shared/capabilities/organisation/assignment.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { DEPARTMENTS, isDepartment } from "../../../shared/ledger/fields/department.ts";
import type { Person } from "../../storage/directory-store.ts";

export interface PersonLine {
  readonly person: Person;
  readonly post: string | undefined;
  readonly assignment: Assignment | undefined;
  readonly team: string | undefined;
}

export function lineOfPerson(person: Person, hall: Hall, today: PlainDate): PersonLine {
  const assignment = assignmentOn(person.assignments, hall.id, today);
  return {
    person,
    post: assignment?.post ?? person.post,
    assignment,
    team: hall.teams?.find(({ members }) => members.includes(person.id))?.name,
  };
}

export function postName(post: string): Text {
  return SHIPPED_POSTS.find(({ id }) => id === post)?.name ?? { zh: post, en: post };
}

export function departmentName(department: string): Text {
  return isDepartment(department) ? DEPARTMENTS[department] : { zh: department, en: department };
}

export function committeeName(office: string): Text {
  const known = Object.entries(COMMITTEE_OFFICES).find(([id]) => id === office)?.[1];
  return known ?? { zh: office, en: office };
}
