// Date inside a script: follows the host's clock, and its local methods follow the script's time zone.
import { instantOfWallTime, wallTime, zoneOffset } from "../model/zoned-time.ts";

const localParts = [
  "FullYear",
  "Month",
  "Date",
  "Day",
  "Hours",
  "Minutes",
  "Seconds",
  "Milliseconds",
] as const;
const settableParts = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"] as const;
const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (value: number): string => String(value).padStart(2, "0");

/** A date-time text without a zone is local time by the language's rule; a date alone is UTC. */
const localText =
  /^[+-]?\d{4,6}-\d{2}(?:-\d{2})?T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$|^(?!.*(?:GMT|UTC|Z|[+-]\d{2}:?\d{2}\)?$))(?!\d{4}(?:-\d{2}){0,2}$).+$/;

function replace(name: string, method: (this: Date, ...args: number[]) => unknown): void {
  Object.defineProperty(Date.prototype, name, {
    value: method,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

function dateText(wall: Date): string {
  return `${dayNames[wall.getUTCDay()]} ${monthNames[wall.getUTCMonth()]} ${two(wall.getUTCDate())} ${String(wall.getUTCFullYear()).padStart(4, "0")}`;
}

function timeText(wall: Date, offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const sign = offsetMs < 0 ? "-" : "+";
  return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())} GMT${sign}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** Replaces the context's Date. Values stay instances of the same Date. */
export function installZonedDate(zone: string, now: () => number): void {
  const Native = Date;
  const utc: Record<string, (...args: number[]) => number> = {};
  for (const part of [...localParts, ...settableParts]) {
    for (const verb of ["get", "set"]) {
      const method: unknown = Reflect.get(Native.prototype, `${verb}UTC${part}`);
      if (typeof method === "function") {
        utc[`${verb}${part}`] = (epoch: number, ...args: number[]) => {
          const date = new Native(epoch);
          const result: unknown = Reflect.apply(method, date, args);
          return verb === "get" ? Number(result) : date.getTime();
        };
      }
    }
  }

  for (const part of localParts) {
    const read = utc[`get${part}`];
    replace(`get${part}`, function () {
      return read?.(wallTime(zone, this.getTime()));
    });
  }
  for (const part of settableParts) {
    const write = utc[`set${part}`];
    replace(`set${part}`, function (...args) {
      const wall = write?.(wallTime(zone, this.getTime()), ...args) ?? Number.NaN;
      return this.setTime(instantOfWallTime(zone, wall));
    });
  }
  replace("getTimezoneOffset", function () {
    return -zoneOffset(zone, this.getTime()) / 60_000;
  });
  const asText = (date: Date, kind: "both" | "date" | "time"): string => {
    if (Number.isNaN(date.getTime())) return "Invalid Date";
    const offset = zoneOffset(zone, date.getTime());
    const wall = new Native(date.getTime() + offset);
    const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "long" })
      .formatToParts(date)
      .find((part) => part.type === "timeZoneName")?.value;
    const time = `${timeText(wall, offset)} (${name ?? zone})`;
    if (kind === "date") return dateText(wall);
    return kind === "time" ? time : `${dateText(wall)} ${time}`;
  };
  replace("toString", function () {
    return asText(this, "both");
  });
  replace("toDateString", function () {
    return asText(this, "date");
  });
  replace("toTimeString", function () {
    return asText(this, "time");
  });
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const) {
    const original = Native.prototype[name];
    Object.defineProperty(Native.prototype, name, {
      configurable: true,
      writable: true,
      value: function (
        this: Date,
        locales?: string | string[],
        options?: Intl.DateTimeFormatOptions,
      ): string {
        return original.call(this, locales ?? "en-US", { timeZone: zone, ...options });
      },
    });
  }
  const nativeParse = Native.parse;
  const parse = (text: string): number => {
    const parsed = nativeParse(text);
    if (Number.isNaN(parsed) || !localText.test(text)) return parsed;
    // The machine's own zone was applied: take its wall clock and read it in the script's zone.
    const machine = new Native(parsed);
    const wall = parsed - machineOffset(machine) * 60_000;
    return instantOfWallTime(zone, wall);
  };
  const nativeOffset = nativeTimezoneOffset;
  const machineOffset = (date: Date): number => nativeOffset.call(date);

  const instantOf = (args: unknown[]): number => {
    if (args.length === 0) return now();
    const [first] = args;
    if (args.length === 1) {
      if (first instanceof Native) return first.getTime();
      const primitive: unknown =
        typeof first === "object" && first !== null ? (first.valueOf() ?? String(first)) : first;
      return typeof primitive === "string" ? parse(primitive) : new Native(Number(primitive)).getTime();
    }
    const [year = Number.NaN, month = Number.NaN, day = 1, hour = 0, minute = 0, second = 0, ms = 0] =
      args.map(Number);
    return instantOfWallTime(zone, Native.UTC(year, month, day, hour, minute, second, ms));
  };
  const Zoned = new Proxy(Native, {
    construct: (target, args: unknown[], newTarget): object =>
      Reflect.construct(target, [instantOf(args)], newTarget),
    apply: (): string => asText(new Native(now()), "both"),
    get: (target, key, receiver): unknown => {
      if (key === "now") return now;
      if (key === "parse") return parse;
      return Reflect.get(target, key, receiver);
    },
  });
  Object.defineProperty(Native.prototype, "constructor", {
    value: Zoned,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globalThis, "Date", { value: Zoned, configurable: true, writable: true });
}

/** Kept before the prototype is changed. */
const nativeTimezoneOffset = Date.prototype.getTimezoneOffset;
