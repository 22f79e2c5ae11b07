// The cases of one hall, one after the other and never all at once: seeded, with the shape that real counters have.

import { demonstrationCase, type LifeStep } from "../../../infra/local/seed/demonstration-case.ts";
import { type SeededRandom, seededRandom } from "../../../infra/local/seed/seeded-random.ts";
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { dateTimeFromWall } from "../../../shared/kernel/date-time.ts";
import { datesBetween, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../../shared/kernel/working-calendar.ts";

export interface HallCasesOptions {
  readonly seed: number;
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  readonly matters: readonly Matter[];
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Exactly so many. */
  readonly cases: number;
}

export interface GeneratedCase {
  readonly id: string;
  /** In the order in which they are taken; those after `last` are left to the caller. */
  readonly steps: readonly LifeStep[];
}

/** How busy a working day is by its place in the week, Monday first: people come at the week's beginning. */
const WEEKDAYS = [1.3, 1.1, 1, 0.95, 0.85, 0.6, 0.5];
/** The first day after three or more days off. */
const AFTER_HOLIDAY = 1.5;
/** Arrivals by hour, 9 to 16: two peaks and a lunch. */
const HOURS = [14, 22, 16, 4, 6, 18, 14, 6];
/** So many of a hundred weeks have an afternoon that is entered in bulk some days later. */
const BULK_WEEKS = 0.15;
const CLERKS = ["窗口一(演示)", "窗口二(演示)", "窗口三(演示)"];

export function* hallCases(options: HallCasesOptions): Generator<GeneratedCase> {
  const random = seededRandom(options.seed);
  const days = weighted(options);
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  // Everyday matters come far more often than rare ones: the nth most frequent about 1/n as often (Zipf).
  const shares = options.matters.map((_, at) => 1 / (at + 1));
  let passed = 0;
  let given = 0;
  let bulk: { readonly week: number; readonly day: PlainDate } | undefined;
  for (const { day, weight, week } of days) {
    passed += weight;
    const count = Math.round((options.cases * passed) / total) - given;
    given += count;
    if (bulk?.week !== week && random.chance(BULK_WEEKS / 5)) bulk = { week, day };
    const minutes = Array.from({ length: count }, () => arrival(random)).sort((a, b) => a - b);
    for (const minute of minutes) {
      const matter = options.matters[drawn(shares, random)];
      if (!matter) throw new Error("there is no matter to draw");
      const isLate = bulk?.day === day && minute >= 13 * 60;
      yield oneCase(options, { matter, day, minute, isLate }, random);
    }
  }
}

function weighted({ calendar, first, last }: HallCasesOptions) {
  let daysOff = 0;
  return datesBetween(first, last).flatMap((day, at) => {
    if (!calendar.day(day).working) {
      daysOff++;
      return [];
    }
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const weight = (WEEKDAYS[weekday] ?? 1) * (daysOff >= 3 ? AFTER_HOLIDAY : 1);
    daysOff = 0;
    return [{ day, weight, week: Math.floor(at / 7) }];
  });
}

function arrival(random: SeededRandom): number {
  return (9 + drawn(HOURS, random)) * 60 + random.between(0, 49);
}

/** The place of one of some shares, drawn by their size. */
function drawn(shares: readonly number[], random: SeededRandom): number {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(0, found);
}

function oneCase(
  { zone, calendar }: HallCasesOptions,
  arrived: { matter: Matter; day: PlainDate; minute: number; isLate: boolean },
  random: SeededRandom,
): GeneratedCase {
  const { matter, day, minute, isLate } = arrived;
  const clerk = random.pick(CLERKS);
  const [opening, ...rest] = demonstrationCase({ matter, day, zone, calendar, clerk, random });
  if (!opening) throw new Error("a case without its beginning");
  const receivedAt = dateTimeFromWall(day, Math.floor(minute / 60), minute % 60, zone);
  const enteredOn = isLate ? addWorkingDays(calendar, day, 2) : opening.day;
  const first = { ...opening, day: enteredOn, values: { ...opening.values, receivedAt } };
  return { id: random.uuid(), steps: [first, ...rest] };
}
