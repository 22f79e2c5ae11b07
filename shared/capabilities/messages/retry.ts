// How often, and after how long, a message is tried again that a channel did not take.

/** Minutes before each further attempt, `[P]`: a short trouble is over soon, a long one is not hammered at. */
const BACK_OFF_MINUTES: readonly number[] = [1, 5, 15, 60, 240];

/** Milliseconds to wait after so many failed attempts (1 or more); nothing when it is given up. */
export function waitAfter(attempts: number): number | undefined {
  const minutes = BACK_OFF_MINUTES[attempts - 1];
  return minutes === undefined ? undefined : minutes * 60_000;
}
