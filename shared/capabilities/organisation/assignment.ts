// Which post somebody holds in a hall, at which window, and in which two lines: led by the community, guided by a department.
import * as z from "zod";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { Text } from "../../kernel/text.ts";
import { DEPARTMENTS, type Department } from "../../ledger/fields/department.ts";
import { EIGHT_POST_NAMES, LIVING_SERVICE_NAMES } from "../../ledger/fields/post.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));

/** D1 指导思想 “推动社区居委会和社区服务大厅职能融合”: staff of the residents' committee hold posts of the hall. */
export const COMMITTEE_OFFICES = {
  none: { zh: "—", en: "—" },
  director: { zh: "居委会主任", en: "Director of the residents' committee" },
  deputyDirector: { zh: "居委会副主任", en: "Deputy director of the residents' committee" },
  member: { zh: "居委会委员", en: "Member of the residents' committee" },
  worker: { zh: "居委会工作人员", en: "Staff of the residents' committee" },
} as const satisfies Record<string, Text>;

export const Assignment = z.object({
  hall: z.string(),
  /** First day; the latest that has begun holds. */
  from: date,
  post: z.string(),
  window: z.string().optional(),
  /** The utility that employs the person, where the community does not. */
  employer: z.string().max(60).optional(),
  /** The administrative line: who of the community leads them, a person's id. */
  ledBy: z.string(),
  /** The business line: the department that guides them; of a living service it is the employer. */
  guidedBy: z.string().optional(),
  committeeOffice: z.string(),
});
export type Assignment = z.infer<typeof Assignment>;

const problems = defineProblems({
  assignment_post: {
    status: 422,
    zh: "没有“{post}”这个岗位;请从列表里选择。",
    en: "There is no post “{post}”; please choose from the list.",
  },
  assignment_window: {
    status: 422,
    zh: "本厅没有窗口“{window}”;请先在“大厅”页面登记窗口,或从列表里选择。",
    en: "This hall has no window “{window}”; register it on the hall's page first, or choose from the list.",
  },
  assignment_led_by: {
    status: 422,
    zh: "请选择行政隶属(社区负责领导的人),不能是本人,也不能互为上级(意见三3“在社区的领导…下”)。",
    en: "Please choose who leads this person for the community: not themselves, and nobody whom they lead (D1 三3).",
  },
  assignment_guided_by: {
    status: 422,
    zh: "请选择业务指导部门;生活服务岗位可填所属单位(意见三3“相关职能部门的业务指导下”)。",
    en: "Please choose the department that guides the work; of a living service, name the employer (D1 三3).",
  },
  assignment_committee: {
    status: 422,
    zh: "没有“{office}”这个居委会职务;请从列表里选择。",
    en: "There is no office “{office}” of the residents' committee; please choose from the list.",
  },
  assignment_in_the_past: {
    status: 422,
    zh: "任职开始日期不能早于今天({today}):以前的任职保持原样。",
    en: "An assignment begins today ({today}) or later: what was before stays as it was.",
  },
});

/** The department that usually guides a post, `[P]`. */
export const GUIDED_BY: Readonly<Record<string, Department>> = {
  welfare: "labourAndSocialSecurity",
  "public-health": "generalManagement",
  employment: "labourAndSocialSecurity",
  mediation: "communityManagement",
  migrants: "communityManagement",
  safety: "safetyAndEnvironment",
  party: "office",
  culture: "union",
};

export interface AssignmentPlace {
  readonly today: PlainDate;
  readonly posts: readonly string[];
  readonly windows: readonly string[];
  /** Everybody who may lead, with who leads them here. */
  readonly leaders: readonly { readonly id: string; readonly ledBy?: string | undefined }[];
}

/**
 * D1 三3 “在社区的领导和相关职能部门的业务指导下开展工作”: nobody holds a post without both lines, and the line of
 * command has an end.
 */
export function checkAssignment(person: string, given: Assignment, place: AssignmentPlace): Problem[] {
  const found: Problem[] = [];
  if (!place.posts.includes(given.post)) {
    found.push(problems.assignment_post({ field: "post", post: given.post.slice(0, 60) }));
  }
  if (given.window !== undefined && !place.windows.includes(given.window)) {
    found.push(problems.assignment_window({ field: "window", window: given.window.slice(0, 60) }));
  }
  if (!place.leaders.some(({ id }) => id === given.ledBy) || leadsBack(given.ledBy, person, place)) {
    found.push(problems.assignment_led_by({ field: "ledBy" }));
  }
  const livingService = Object.hasOwn(LIVING_SERVICE_NAMES, given.post) && given.employer !== undefined;
  if (given.guidedBy === undefined ? !livingService : !Object.hasOwn(DEPARTMENTS, given.guidedBy)) {
    found.push(problems.assignment_guided_by({ field: "guidedBy" }));
  }
  if (!Object.hasOwn(COMMITTEE_OFFICES, given.committeeOffice)) {
    const office = given.committeeOffice.slice(0, 60);
    found.push(problems.assignment_committee({ field: "committeeOffice", office }));
  }
  if (given.from < place.today) {
    found.push(problems.assignment_in_the_past({ field: "from", today: place.today }));
  }
  return found;
}

/** Whether the line upwards from somebody comes to a person: then that person cannot be below them. */
function leadsBack(from: string, person: string, { leaders }: AssignmentPlace): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); ) {
    if (at === person) return true;
    seen.add(at);
    at = leaders.find(({ id }) => id === at)?.ledBy;
  }
  return false;
}

/** What somebody does in a hall on a day. */
export function assignmentOn(
  assignments: readonly Assignment[] | undefined,
  hall: string,
  day: PlainDate,
): Assignment | undefined {
  return [...(assignments ?? [])]
    .filter((one) => one.hall === hall && one.from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
}

/** One more assignment; another one of the same hall and day gives way to it. */
export function withAssignment(
  assignments: readonly Assignment[] | undefined,
  added: Assignment,
): Assignment[] {
  return [
    ...(assignments ?? []).filter(({ hall, from }) => hall !== added.hall || from !== added.from),
    added,
  ];
}

/** Of the eight posts (D1 三2) those that somebody holds. */
export function eightPostsStaffed(held: readonly (string | undefined)[]): number {
  return Object.keys(EIGHT_POST_NAMES).filter((post) => held.includes(post)).length;
}
