// Instants and wall-clock times in a named time zone, without a library: Intl knows the offsets.
const hourMs = 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Offsets seen, by zone and hour: no zone in use changes its offset within an hour that starts at :00 UTC. */
const offsets = new Map<string, number>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function zoneOffset(zone: string, epochMs: number): number {
  if (zone === "UTC" || zone === "Etc/UTC" || zone === "GMT" || !Number.isFinite(epochMs)) return 0;
  const hour = Math.floor(epochMs / hourMs);
  const key = `${zone}:${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = new Map<string, string>();
  for (const part of formatterFor(zone).formatToParts(hour * hourMs)) parts.set(part.type, part.value);
  const number = (type: string): number => Number(parts.get(type) ?? 0);
  const year = parts.get("era") === "BC" ? 1 - number("year") : number("year");
  const wall = new Date(0);
  wall.setUTCFullYear(year, number("month") - 1, number("day"));
  wall.setUTCHours(number("hour"), number("minute"), number("second"));
  const offset = wall.getTime() - hour * hourMs;
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Wall-clock milliseconds (as if the wall clock were UTC) of an instant. */
export const wallTime = (zone: string, epochMs: number): number => epochMs + zoneOffset(zone, epochMs);

/** The instant at which the zone's clocks show a wall time; in a gap or an overlap, as JavaScript's Date chooses. */
export function instantOfWallTime(zone: string, wallMs: number): number {
  const first = wallMs - zoneOffset(zone, wallMs);
  const second = wallMs - zoneOffset(zone, first);
  if (wallTime(zone, second) === wallMs) return second;
  const before = wallMs - zoneOffset(zone, first - 24 * hourMs);
  return before;
}

/** True when Intl knows the zone's name. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterFor(zone);
    return true;
  } catch {
    return false;
  }
}
