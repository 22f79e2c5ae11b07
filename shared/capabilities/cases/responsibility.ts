// Who answers for a case: the first person asked (首问) until closing is confirmed, and whoever has it now.
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { Handover, Responsibility } from "../../ledger/responsibility.ts";
import type { caseFields } from "./case-fields.ts";
import { caseTransitions } from "./case-transitions.ts";

type Row = TypedRow<typeof caseFields>;

/**
 * D1 三4 首问责任: handing over moves the work and not the answer. The first person asked stays answerable through
 * every handover and every round, until the resident has been told the result: that confirms the closing.
 */
export function responsibilityOf({ values, events }: Row): Responsibility {
  const firstAskedBy = firstAskedByOf({ values });
  let holder: { person: string; department: string | null } = {
    person: values.acceptedBy ?? firstAskedBy,
    department: null,
  };
  const handovers: Handover[] = [];
  for (const event of events) {
    const { fields } = caseTransitions.handOver;
    if (event.action !== "handOver" || !isValuesOf(fields, event.data)) continue;
    const { at, to, department = null, reason = "" } = event.data;
    if (!at || !to) continue;
    handovers.push({ at, from: holder.person, to, department, reason });
    holder = { person: to, department };
  }
  return {
    firstAskedBy,
    answerable: values.feedbackAt === undefined,
    holder: holder.person,
    department: holder.department,
    handovers,
  };
}

export function firstAskedByOf({ values }: Pick<Row, "values">): string {
  return values.firstAskedBy ?? values.acceptedBy ?? "";
}
