// The clock of this machine's halls: real time moved by an offset that is kept, so that months pass in a minute.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";

export interface LocalClock {
  /** Milliseconds since 1970, as the halls have it. */
  now(): number;
  /** Sets the halls' time, from which it goes on; null goes back to real time. */
  moveTo(now: number | null): void;
}

const Stored = z.object({ offset: z.number().int() });

/** @param file where the offset is kept; a file that cannot be read means real time */
export function openClock(file: string, realNow: () => number = Date.now): LocalClock {
  let offset = readOffset(file);
  return {
    now: () => realNow() + offset,
    moveTo(now) {
      offset = now === null ? 0 : Math.round(now - realNow());
      // Written beside and put in place, so that a power cut leaves the old offset or the new one.
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify({ offset }));
      renameSync(`${file}.new`, file);
    },
  };
}

function readOffset(file: string): number {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, "utf8"))).offset;
  } catch {
    return 0;
  }
}
