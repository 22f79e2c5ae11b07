// Spreadsheet dates: days since 1899-12-30 on the wall clock of the spreadsheet's time zone.
import { instantOfWallTime, wallTime } from "./zoned-time.ts";

export const dayMs = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01. */
const epochSerial = 25_569;

export const serialOfWallTime = (wallMs: number): number => wallMs / dayMs + epochSerial;

/** Rounded to the millisecond: a serial number's fraction is not exact. */
export const wallTimeOfSerial = (serial: number): number => Math.round((serial - epochSerial) * dayMs);

export const serialOfInstant = (epochMs: number, zone: string): number =>
  serialOfWallTime(wallTime(zone, epochMs));

export const instantOfSerial = (serial: number, zone: string): number =>
  instantOfWallTime(zone, wallTimeOfSerial(serial));

export const serialOfCivilDate = (year: number, month: number, day: number): number =>
  serialOfWallTime(Date.UTC(year, month - 1, day));
