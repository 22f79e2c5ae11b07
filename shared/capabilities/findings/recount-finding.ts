// What a finding adds to the figures, counted a second time from its values: the proof of its metrics.
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Contribution, Derived, RowState } from "../../ledger/record.ts";

interface FindingValues {
  readonly values: {
    readonly foundOn?: PlainDate | undefined;
    readonly dueOn?: PlainDate | undefined;
    readonly source?: string | undefined;
  };
}

export function recountFinding({ values }: RowState & FindingValues, derived: Derived): Contribution[] {
  const { foundOn, dueOn, source } = values;
  const dimension = source ?? null;
  const contributions: Contribution[] = [];
  if (foundOn) contributions.push({ day: foundOn, dimension, amounts: { found: 1 } });
  if (derived.status === "closed" && derived.closingDay && derived.endedOn && dueOn) {
    const inTime = derived.endedOn <= dueOn;
    const amounts = inTime ? { closed: 1, closedOnTime: 1 } : { closed: 1 };
    contributions.push({ day: derived.closingDay, dimension, amounts });
  }
  return contributions;
}
