// Stored items change their shape while everything is running: each says its version, and is brought up to date when read.

/** From one version's members to the next's. Written once, never changed, and kept as long as such items may be stored. */
export type SchemaStep = (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * What was ever done to the shape of records, oldest first: the first leads from version 1 to 2. Nothing yet: members
 * that were added since have defaults. To change a shape: append a step, deploy, and let writes and the nightly job
 * `metrics` move rows; old functions that are still running read what they know and fail loudly on what they do not.
 */
export const RECORD_STEPS: readonly SchemaStep[] = [];

export function currentVersion(steps: readonly SchemaStep[]): number {
  return steps.length + 1;
}

/**
 * @param version what the item says; items from before versions were written are of the first
 * @throws for an item of a version that this code does not know: it was written by newer code
 */
export function broughtUpToDate(
  stored: Readonly<Record<string, unknown>>,
  version: unknown,
  steps: readonly SchemaStep[],
): Readonly<Record<string, unknown>> {
  const from = version ?? 1;
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1 || from > currentVersion(steps)) {
    throw new Error(
      `an item of schema version ${String(from)}; this code knows up to ${currentVersion(steps)}`,
    );
  }
  return steps.slice(from - 1).reduce((members, step) => step(members), stored);
}
