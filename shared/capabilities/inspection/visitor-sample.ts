// Draws the windows of time in which an inspector picks visitors to look up in the ledger. D1 三6 "每件一登记".
import type { DateTime } from "../../kernel/date-time.ts";
import { dateTimeFromWall } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Timetable } from "../../ledger/facts.ts";

export interface VisitorWindow {
  /** From 1. */
  readonly number: number;
  readonly from: DateTime;
  readonly to: DateTime;
}

/** A window is an hour [P]. */
const MINUTES = 60;

export interface SampledDays {
  /** Service days of the period, oldest first. */
  readonly days: readonly PlainDate[];
  readonly zone: string;
  timetableOn(day: PlainDate): Timetable;
}

/**
 * The same seed draws the same windows, so that neither hall nor inspector chooses them. Whoever came in a window is
 * found in the queue's tickets, the camera or the visitors' book, never in the ledger: the ledger is what is tested.
 */
export function drawWindows(
  seed: string,
  sample: number,
  { days, zone, timetableOn }: SampledDays,
): VisitorWindow[] {
  if (days.length === 0) return [];
  const random = seeded(seed);
  const drawn = new Map<string, Omit<VisitorWindow, "number">>();
  // Fewer windows than asked for there may be: a hall that has just opened.
  for (let tries = 0; drawn.size < sample && tries < sample * 50; tries++) {
    const day = days[Math.floor(random() * days.length)];
    if (!day) continue;
    const { opensAt, closesAt } = timetableOn(day);
    const slots = Math.max(1, Math.floor((closesAt - opensAt) / MINUTES));
    const start = opensAt + Math.floor(random() * slots) * MINUTES;
    const at = (minute: number) => dateTimeFromWall(day, Math.floor(minute / 60), minute % 60, zone);
    drawn.set(`${day} ${start}`, { from: at(start), to: at(start + MINUTES) });
  }
  return [...drawn.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, window], index) => ({ number: index + 1, ...window }));
}

/** xmur3 and mulberry32: small public-domain generators, enough to choose by. */
function seeded(text: string): () => number {
  let state = 1779033703 ^ text.length;
  for (const char of text) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
