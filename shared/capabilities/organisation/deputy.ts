// Dated deputies (代理): who acts in whose place from when to when. A substitute is dated, and never oneself.
import * as z from "zod";
import { can, type Principal, ROLES, type Role, rolesAt } from "../../kernel/permissions.ts";
import { addDays, isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));

export const Deputy = z.object({
  id: z.string(),
  centre: z.string(),
  /** The hall of a hall's office; null for an office of the centre. */
  hall: z.string().nullable(),
  role: z.enum(ROLES),
  /** Whose office it is, and who acts in their place. */
  deputyFor: z.string(),
  deputy: z.string(),
  from: date,
  to: date,
  reason: z.string(),
  appointedAt: z.string(),
  appointedBy: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
});
export type Deputy = z.infer<typeof Deputy>;

/** The offices of a hall that sign and approve, and those of the centre. */
export const HALL_OFFICES: readonly Role[] = ["windowHead", "hallHead"];
export const CENTRE_OFFICES: readonly Role[] = ["supervisingLeader", "director"];

/** Longer than a quarter is a change of office, `[P]`. */
const MAX_DAYS = 92;

/**
 * Who may appoint and revoke, beside whoever holds the office: the head of a hall for its windows' heads, and the
 * centre for everybody (D2 二(四)2: a substitute is named when a head on duty leaves).
 */
const MAY_APPOINT: Readonly<Record<string, readonly Role[]>> = {
  windowHead: ["hallHead", "centreAdmin"],
  hallHead: ["centreAdmin"],
  supervisingLeader: ["centreAdmin"],
  director: ["centreAdmin"],
};

export const deputyProblems = defineProblems({
  deputy_office: {
    status: 422,
    zh: "这个职务不设代理;请选择:{offices}。",
    en: "This office has no deputies; choose one of: {offices}.",
  },
  deputy_not_yours: {
    status: 403,
    zh: "只能由本人或其上级安排代理;请联系大厅负责人或中心管理员。",
    en: "Whoever holds the office, or those above, appoint a deputy; ask the hall's head or the centre.",
  },
  deputy_unknown_person: {
    status: 422,
    zh: "本中心没有“{person}”这个人;请从名单里选择。",
    en: "“{person}” does not work in this centre; please choose from the list.",
  },
  deputy_holds_no_office: {
    status: 422,
    zh: "“{person}”在这里没有这个职务,不需要代理;请核对。",
    en: "{person} does not hold this office here, so nobody can act in their place; please check.",
  },
  deputy_oneself: {
    status: 422,
    zh: "不能由本人代理本人,或由同职务的人代理;请另选一人。",
    en: "Nobody deputises for themselves, and who holds the office already needs no deputising; choose somebody else.",
  },
  deputy_dates: {
    status: 422,
    zh: "代理要有起止日期:从今天或以后开始,不早于开始结束,最长 {days} 天;请核对日期。",
    en: "Deputising has a first and a last day: from today or later on, and at most {days} days; please check both.",
  },
  deputy_overlap: {
    status: 409,
    zh: "{from} 至 {to} 已经安排了代理;请先撤销,或另选日期。",
    en: "A deputy is appointed from {from} to {to} already; revoke that first, or choose other days.",
  },
  deputy_reason: {
    status: 422,
    zh: "请写明理由(至少两个字),如“外出培训”。",
    en: "Please give a reason (two characters or more), such as a training.",
  },
  deputy_unknown: {
    status: 404,
    zh: "没有这条代理安排;请刷新后再看。",
    en: "There is no such appointment; please look again.",
  },
  deputy_over: {
    status: 409,
    zh: "这条代理安排已经结束或撤销,不用再撤销。",
    en: "This appointment is over or was revoked already.",
  },
});

export type NewDeputy = Pick<Deputy, "role" | "deputyFor" | "deputy" | "reason"> & {
  readonly from: string;
  readonly to: string;
};

/** Towards which place an office is held: a hall, or the centre as a whole. */
export interface OfficePlace {
  readonly centre: string;
  readonly hall: string | null;
  readonly today: PlainDate;
}

export function mayAppoint(
  person: Principal,
  place: OfficePlace,
  { role, deputyFor }: Pick<Deputy, "role" | "deputyFor">,
): boolean {
  const own = { ...person, grants: person.grants.filter((grant) => grant.deputyFor === undefined) };
  return (
    (person.id === deputyFor && holds(own, place, role)) || can(own, permitted(place), MAY_APPOINT, role)
  );
}

export interface DeputyPeople {
  readonly deputyFor: Principal | undefined;
  readonly deputy: Principal | undefined;
}

/** An appointment whose days exist, between two people who are known. */
export interface CheckedDeputy {
  readonly deputyFor: Principal;
  readonly deputy: Principal;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export function checkDeputy(
  given: NewDeputy,
  place: OfficePlace,
  people: DeputyPeople,
  others: readonly Deputy[],
): Result<CheckedDeputy, Problem> {
  const { role, from, to } = given;
  const { deputyFor, deputy } = people;
  const offices = place.hall === null ? CENTRE_OFFICES : HALL_OFFICES;
  if (!offices.includes(role)) {
    return err(deputyProblems.deputy_office({ field: "role", offices: offices.join(", ") }));
  }
  if (!worksIn(deputyFor, place)) return err(unknownPerson("deputyFor", given.deputyFor));
  if (!worksIn(deputy, place)) return err(unknownPerson("deputy", given.deputy));
  if (!holds(deputyFor, place, role)) {
    return err(deputyProblems.deputy_holds_no_office({ field: "deputyFor", person: deputyFor.name }));
  }
  if (deputy.id === deputyFor.id || holds(deputy, place, role)) {
    return err(deputyProblems.deputy_oneself({ field: "deputy" }));
  }
  if (
    !isPlainDate(from) ||
    !isPlainDate(to) ||
    from < place.today ||
    to < from ||
    addDays(from, MAX_DAYS - 1) < to
  ) {
    return err(deputyProblems.deputy_dates({ field: "to", days: MAX_DAYS }));
  }
  if (given.reason.trim().length < 2) return err(deputyProblems.deputy_reason({ field: "reason" }));
  const other = others.find(
    (one) =>
      one.revokedAt === null &&
      one.hall === place.hall &&
      one.role === role &&
      one.deputyFor === given.deputyFor &&
      one.from <= to &&
      from <= one.to,
  );
  return other
    ? err(deputyProblems.deputy_overlap({ field: "from", from: other.from, to: other.to }))
    : ok({ deputyFor, deputy, from, to });
}

function worksIn(person: Principal | undefined, { centre }: OfficePlace): person is Principal {
  return person?.grants.some((grant) => grant.centre === centre) ?? false;
}

function unknownPerson(field: string, person: string): Problem {
  return deputyProblems.deputy_unknown_person({ field, person: person.slice(0, 60) });
}

/** Whether somebody holds an office in their own right: a deputy passes nothing on. */
function holds(person: Principal, place: OfficePlace, role: Role): boolean {
  const own = { ...person, grants: person.grants.filter((grant) => grant.deputyFor === undefined) };
  return rolesAt(own, permitted(place)).includes(role);
}

/** Towards no hall in particular only the centre's own roles count. */
function permitted({ centre, hall, today }: OfficePlace) {
  return { id: hall ?? "", centre, today };
}
