// Waits for a condition instead of for a time.
import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is not undefined or false; fails after two minutes, naming what was awaited. */
export async function waitUntil<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    await pause(25);
  }
  throw new Error(`waited in vain: ${what}`);
}
