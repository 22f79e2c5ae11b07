// The hall's reference data as a sidebar uses it: matters, posts, calendar, and the facts that rules ask for.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import {
  type CalendarYear,
  type WorkingCalendar,
  workingCalendar,
} from "../../../shared/kernel/working-calendar.ts";
import { DEFAULT_POLICY, type LedgerFacts } from "../../../shared/ledger/facts.ts";
import { isNamed, isWords } from "./answers.ts";
import {
  type Guard,
  type Guarded,
  isFlag,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isShape,
  isText,
} from "./guards.ts";

const isMaterials = (given: unknown): given is Matter["materials"] =>
  isListOf(isShape({ id: isText, name: isWords }, { subtypes: isListOf(isText) }))(given);
const isSubtypes = (given: unknown): given is Matter["subtypes"] => isListOf(isNamed)(given);

export interface ReferenceMatter extends Matter {
  /** A new case may be opened today. */
  readonly active: boolean;
}

const isMatter: Guard<ReferenceMatter> = isShape(
  {
    id: isText,
    name: isWords,
    initials: isText,
    post: isText,
    serviceClass: isOneOf("administrativeService", "livingService"),
    flow: isOneOf("agencyHandling", "preliminaryReview", "consultation", "routineTask"),
    timeLimit: isNullOr(isNumber),
    upstream: isFlag,
    materials: isMaterials,
    subtypes: isSubtypes,
    anonymous: isFlag,
    sensitive: isFlag,
    fee: isFlag,
    active: isFlag,
  },
  { legacyName: isText, retiredFrom: isText },
);

const isRange = (given: unknown): given is readonly [string, string] =>
  Array.isArray(given) && given.length === 2 && given.every(isText);

const isYear: Guard<CalendarYear> = isShape({
  year: isNumber,
  source: isWords,
  version: isNumber,
  off: isListOf(isRange),
  makeUp: isListOf(isText),
});

const isPerson = isShape({ id: isText, name: isText }, { post: isNullOr(isText) });

const isReferenceData = isShape(
  {
    hall: isShape({ id: isText, name: isWords, timeZone: isText, closesAt: isText, complaintPhone: isText }),
    posts: isListOf(isNamed),
    matters: isListOf(isMatter),
    calendar: isShape({ years: isListOf(isYear) }),
    policy: isShape({ receiveNextDay: isFlag, correctionNoticeWithin: isNumber, lateEntryAfter: isNumber }),
  },
  { people: isListOf(isPerson) },
);

export interface Reference extends Omit<Guarded<typeof isReferenceData>, "calendar"> {
  readonly calendar: WorkingCalendar;
  findMatter(id: unknown): ReferenceMatter | undefined;
}

/** Null when there is none yet (never connected), or when it cannot be read. */
export function readReference(raw: unknown): Reference | null {
  if (!isReferenceData(raw) || raw.calendar.years.length === 0) return null;
  const matters = new Map(raw.matters.map((found) => [found.id, found]));
  return {
    ...raw,
    calendar: workingCalendar(raw.calendar.years),
    findMatter: (id) => (typeof id === "string" ? matters.get(id) : undefined),
  };
}

/** Halves of a day matter to attendance, which the backend judges. */
const NOON = 12 * 60;

/** The same facts as at the backend, at an instant in milliseconds since 1970. */
export function factsAt(reference: Reference, now: number): LedgerFacts {
  const { hall, calendar, policy } = reference;
  const local = dateTimeAt(now, hall.timeZone);
  const [hour, minute] = hall.closesAt.split(":").map(Number);
  const closesAt = (hour ?? 0) * 60 + (minute ?? 0);
  return {
    zone: hall.timeZone,
    closesAt,
    calendar,
    policyOn: () => ({ ...DEFAULT_POLICY, ...policy }),
    timetableOn: () => ({ opensAt: 0, breakFrom: NOON, breakTo: NOON, closesAt }),
    isServiceDay: (day) => calendar.day(day).working,
    now: local,
    today: dateOf(local),
    findMatter: reference.findMatter,
    people: [],
    findPerson: () => undefined,
    // A form knows no other rows: what depends on them, the backend answers.
    rowsOf: () => [],
  };
}
