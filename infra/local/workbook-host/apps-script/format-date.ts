// Utilities.formatDate: Java's date patterns in a given time zone.
import { zoneOffset } from "../model/zoned-time.ts";
import { exception } from "./host.ts";

const months = "January February March April May June July August September October November December".split(
  " ",
);
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function offsetText(offsetMs: number, colon: boolean): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  return `${offsetMs < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}${colon ? ":" : ""}${pad(minutes % 60, 2)}`;
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The zone's offset; "GMT+8" and "GMT+08:00" are fixed offsets. */
function offsetOf(zone: string, epoch: number): number {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return (fixed[1] === "-" ? -1 : 1) * minutes * 60_000;
  }
  try {
    return zoneOffset(zone, epoch);
  } catch {
    // Java falls back to GMT for a zone it does not know.
    return 0;
  }
}

export function formatDate(date: Date, zone: string, pattern: string): string {
  const epoch = date.getTime();
  if (Number.isNaN(epoch)) throw exception("Invalid argument: date");
  const offset = offsetOf(zone, epoch);
  const wall = new Date(epoch + offset);
  return pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (part: string, quoted: string | undefined, letter = "") => {
      if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
      return fieldText(wall, offset, zone, letter, part.length);
    },
  );
}

function fieldText(wall: Date, offset: number, zone: string, letter: string, width: number): string {
  const hours = wall.getUTCHours();
  switch (letter) {
    case "y":
    case "Y":
      return width === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), width);
    case "M":
    case "L": {
      const month = wall.getUTCMonth();
      if (width >= 4) return months[month] ?? "";
      return width === 3 ? (months[month] ?? "").slice(0, 3) : pad(month + 1, width);
    }
    case "d":
      return pad(wall.getUTCDate(), width);
    case "D":
      return pad(dayOfYear(wall), width);
    case "E":
      return width >= 4 ? (days[wall.getUTCDay()] ?? "") : (days[wall.getUTCDay()] ?? "").slice(0, 3);
    case "u":
      return pad(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(), width);
    case "a":
      return hours < 12 ? "AM" : "PM";
    case "H":
      return pad(hours, width);
    case "k":
      return pad(hours === 0 ? 24 : hours, width);
    case "K":
      return pad(hours % 12, width);
    case "h":
      return pad(hours % 12 === 0 ? 12 : hours % 12, width);
    case "m":
      return pad(wall.getUTCMinutes(), width);
    case "s":
      return pad(wall.getUTCSeconds(), width);
    case "S":
      return pad(wall.getUTCMilliseconds(), width);
    case "Z":
      return offsetText(offset, false);
    case "X":
      if (offset === 0) return "Z";
      return width === 1 ? offsetText(offset, false).slice(0, 3) : offsetText(offset, width === 3);
    case "z":
      return zone;
    case "G":
      return "AD";
    default:
      throw exception(`Illegal pattern character '${letter}'`);
  }
}
