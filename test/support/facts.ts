// The world around a row as its rules see it, for tests of rules that need no store.
import { chinaCalendar } from "../../shared/kernel/china-calendar.ts";
import { dateOf, dateTime } from "../../shared/kernel/date-time.ts";
import {
  type AskedRow,
  DEFAULT_POLICY,
  type LedgerFacts,
  type PersonFacts,
} from "../../shared/ledger/facts.ts";

export interface TestWorld {
  /** `2026-11-20T15:00:00+08:00` */
  readonly now?: string;
  readonly people?: readonly PersonFacts[];
  /** Rows that would have been gathered, by ledger. */
  readonly rows?: Readonly<Record<string, readonly AskedRow[]>>;
}

export function testFacts({
  now = "2026-11-20T15:00:00+08:00",
  people = [],
  rows = {},
}: TestWorld = {}): LedgerFacts {
  const at = dateTime(now);
  const calendar = chinaCalendar();
  return {
    zone: "Asia/Shanghai",
    closesAt: 17 * 60 + 30,
    calendar,
    policyOn: () => DEFAULT_POLICY,
    timetableOn: () => ({ opensAt: 9 * 60, breakFrom: 12 * 60, breakTo: 12 * 60, closesAt: 17 * 60 + 30 }),
    isServiceDay: (day) => calendar.day(day).working,
    now: at,
    today: dateOf(at),
    findMatter: () => undefined,
    people,
    findPerson: (id) => people.find((person) => person.id === id),
    rowsOf: (ledger) => rows[ledger] ?? [],
  };
}
