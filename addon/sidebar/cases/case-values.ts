// What is sent for a case form: what the matter's flow decides is not asked of the clerk.
import { ANONYMOUS } from "../../../shared/capabilities/cases/case-fields.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { asText } from "../form/raw-values.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";

/** What the case form keeps beside the ledger's fields. */
export interface CaseExtra {
  /** Ids of the materials that the applicant brought. */
  readonly brought: readonly string[];
  /** Done and told to the resident while they were standing there. */
  readonly onTheSpot: boolean;
  /** A consultation that cannot be answered at once. */
  readonly answeredLater: boolean;
}

export function caseExtra({ brought, onTheSpot, answeredLater }: Values): CaseExtra {
  return {
    brought: Array.isArray(brought) ? brought.map(String) : [],
    onTheSpot: onTheSpot === true,
    answeredLater: answeredLater === true,
  };
}

/** A consultation is answered where it is asked, unless the clerk says otherwise. */
export function isAnsweredAtOnce(matter: ReferenceMatter | undefined, extra: CaseExtra): boolean {
  return matter?.flow === "consultation" && !extra.answeredLater;
}

/** How the resident learnt of an answer given on the spot, by the way in which they came. */
const FEEDBACK_BY_CHANNEL: Readonly<Record<string, string>> = {
  phone: "phone",
  internet: "message",
  post: "post",
  email: "email",
};

export function caseValues(raw: Values, extra: CaseExtra, matter: ReferenceMatter | undefined): Values {
  if (!matter) return raw;
  const atOnce = isAnsweredAtOnce(matter, extra);
  const values: Record<string, unknown> = { ...raw };
  if (matter.anonymous) {
    values.visitor = ANONYMOUS;
    delete values.phoneTail;
    delete values.content;
  } else if (atOnce && asText(raw.visitor).trim() === "") {
    values.visitor = ANONYMOUS;
  }
  if (!matter.fee) {
    delete values.feeInFen;
    delete values.receiptNumber;
  }
  if (!matter.subtypes.some(({ id }) => id === raw.subtype)) delete values.subtype;
  if (atOnce || extra.onTheSpot) {
    const at = asText(raw.acceptedAt) || asText(raw.receivedAt);
    values.outcome = atOnce ? "answered" : "done";
    values.completedAt = at;
    values.feedbackAt = at;
    values.feedbackChannel = FEEDBACK_BY_CHANNEL[asText(raw.channel)] ?? "inPerson";
  }
  return values;
}
