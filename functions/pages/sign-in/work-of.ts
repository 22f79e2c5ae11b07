// Where a person's work is today: at the centre, in halls, or nowhere yet.
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { type Principal, rolesAt } from "../../../shared/kernel/permissions.ts";

export interface Work {
  readonly atCentre: boolean;
  /** Ids of the centres in which the person holds a role of the centre. */
  readonly centres: readonly string[];
  /** Ids of the halls in which the person holds a role of that hall. */
  readonly halls: readonly string[];
}

/** Grants may be dated; a day is enough to offer the right links, and each page asks again by its own clock. */
export function workOf(person: Principal, now: number): Work {
  const today = dateOf(dateTimeAt(now, "Asia/Shanghai"));
  // Towards no hall in particular only the centre's own roles count.
  const holds = (centre: string, id: string): boolean => {
    const place = { id, centre, today };
    return rolesAt(person, place).length > 0;
  };
  const halls = person.grants.flatMap(({ hall, centre }) => (hall && holds(centre, hall) ? [hall] : []));
  return {
    atCentre: person.grants.some(({ centre }) => holds(centre, "")),
    centres: [...new Set(person.grants.flatMap(({ centre }) => (holds(centre, "") ? [centre] : [])))],
    halls: [...new Set(halls)],
  };
}
