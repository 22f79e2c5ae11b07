// Who answers for a case: the first person asked (首问) until closing is confirmed, and whoever has it now.
import type { TypedRow } from "../../ledger/define-ledger.ts";
import type { Handover, Responsibility } from "../../ledger/responsibility.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import type { caseFields } from "./case-fields.ts";
import { caseTransitions } from "./case-transitions.ts";

type Row = TypedRow<typeof caseFields>;

/**
 * D1 三4 首问责任: handing over moves the work and not the answer. The first person asked stays answerable through
 * every handover, every referral and every round: until the resident has been told the result, which confirms the
 * closing, and until whoever they were referred to took it.
 */
export function responsibilityOf({ values, events }: Pick<Row, "values" | "events">): Responsibility {
  const firstAskedBy = firstAskedByOf({ values });
  let holder: { person: string; department: string | null } = {
    person: values.acceptedBy ?? firstAskedBy,
    department: null,
  };
  const handovers: Handover[] = [];
  for (const event of events) {
    const handed = stepsOf("handOver", caseTransitions.handOver, [event])[0];
    if (!handed?.at || !handed.to) continue;
    const { at, to, department = null, reason = "" } = handed;
    handovers.push({ at, from: holder.person, to, department, reason, takenAt: at });
    holder = { person: to, department };
  }
  const referred = referralsOf({ events }, firstAskedBy);
  return {
    firstAskedBy,
    answerable: values.feedbackAt === undefined || referred.some(({ settled }) => !settled),
    holder: holder.person,
    department: holder.department,
    handovers: [...handovers, ...referred.flatMap(({ handover }) => handover ?? [])].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    ),
  };
}

interface Referred {
  /** Taken over, or void. */
  readonly settled: boolean;
  /** Null once it was void: then nothing was handed on. */
  readonly handover: Handover | null;
}

/** Annex cl. 2: what was referred elsewhere, and whether it was taken there. */
function referralsOf({ events }: Pick<Row, "events">, from: string): Referred[] {
  const settled = stepsOf("settleReferral", caseTransitions.settleReferral, events);
  return stepsOf("refer", caseTransitions.refer, events).map((referral, number) => {
    const { at, to = "", department = null, reason = "" } = referral;
    const end = settled.find((one) => one.number === number);
    const wasVoid = end !== undefined && end.by === undefined;
    if (!at || wasVoid) return { settled: true, handover: null };
    const handover = { at, from, to: end?.by ?? to, department, reason, takenAt: end?.at ?? null };
    return { settled: end !== undefined, handover };
  });
}

export function firstAskedByOf({ values }: Pick<Row, "values">): string {
  return values.firstAskedBy ?? values.acceptedBy ?? "";
}
