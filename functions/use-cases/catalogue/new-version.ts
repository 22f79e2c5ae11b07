// A new version of a matter: previewed, then put into the centre's catalogue from a day to come.

import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import {
  catalogueProblems,
  changesOf,
  checkNewVersion,
  type MatterChange,
  matterOn,
  versionsOf,
} from "../../../shared/capabilities/catalogue/versions.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { addDays, isPlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import { addMatterVersion } from "../../storage/catalogue-store.ts";
import { findCentre } from "../../storage/directory-store.ts";
import { centreToday } from "../centre-zone.ts";
import { matterVersions } from "../hall-facts.ts";

export interface VersionPreview {
  readonly matter: Matter;
  /** The version that it takes the place of; absent for a new matter. */
  readonly before: Matter | undefined;
  readonly changes: readonly MatterChange[];
}

/** What would change, or why it cannot: nothing is written. */
export function previewVersion(
  centre: Centre,
  proposed: Omit<Matter, "version">,
  now: number,
): Result<VersionPreview, readonly Problem[]> {
  const versions = matterVersions(centre);
  const own = versionsOf(versions, proposed.id);
  const matter: Matter = { ...proposed, version: own.length + 1 };
  const tomorrow = addDays(centreToday(now), 1);
  const problems = checkNewVersion(matter, versions, SHIPPED_POSTS, { tomorrow });
  if (problems.length > 0) return err(problems);
  const from = matter.effectiveFrom;
  const before = from && isPlainDate(from) ? matterOn(versions, matter.id, from) : undefined;
  return ok({ matter, before, changes: changesOf(before, matter) });
}

/** Old cases keep the version of their day of receipt: nothing of theirs is written. */
export async function applyVersion(
  deps: Pick<Dependencies, "table" | "now">,
  centreId: string,
  proposed: Omit<Matter, "version">,
): Promise<Result<VersionPreview, readonly Problem[]>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const centre = await findCentre(deps.table, centreId, true);
    if (!centre) throw new Error(`centre ${centreId} went away`);
    const preview = previewVersion(centre, proposed, deps.now());
    if (!preview.ok) return preview;
    if (await addMatterVersion(deps.table, centre, preview.value.matter)) return preview;
  }
  const matter = proposed.name;
  return err([catalogueProblems.version_exists({ matter, date: proposed.effectiveFrom ?? "" })]);
}
