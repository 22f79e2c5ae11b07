// A scheduled job: what it is called, how often it is meant to run, and what it does for one centre.
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Dependencies } from "../dependencies.ts";

export interface JobContext {
  readonly deps: Dependencies;
  readonly centre: Centre;
  /** The halls that belong to the centre now. */
  readonly halls: readonly Hall[];
  /** The halls' time when the run began, in milliseconds since 1970. */
  readonly now: number;
  /** Whether the centre's share of the run is used up: what can be gone on with next time stops then. */
  isTimeUp(): boolean;
}

/** What a run changed, by name: counts only, never anybody's data. */
export type JobChanges = Readonly<Record<string, number>>;

/**
 * Every job may run twice, at once, late, or not at all for some days, and ends right all the same: it does what is
 * still to be done by what is stored, never by when it happens to run.
 */
export interface Job {
  readonly label: Text;
  /** Minutes between runs, for the schedule. */
  readonly everyMinutes: number;
  run(context: JobContext): Promise<JobChanges>;
}
