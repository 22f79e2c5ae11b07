// Which fields of the case ledger the form asks for at the counter, for each kind of matter.
import type { ReferenceMatter } from "../rpc/reference.ts";
import { type CaseExtra, isAnsweredAtOnce } from "./case-values.ts";

export interface CaseLayout {
  readonly main: readonly string[];
  /** Rarely needed; folded away. */
  readonly more: readonly string[];
}

const MORE = ["receivedAt", "acceptedBy", "channel", "window", "acceptedAt", "givenDueDate", "legacyNumber"];

export function caseLayout(matter: ReferenceMatter | undefined, extra: CaseExtra): CaseLayout {
  if (!matter) return { main: ["matter", "visitor", "phoneTail", "content"], more: MORE };
  const subtype = matter.subtypes.length > 0 ? ["subtype"] : [];
  const fee = matter.fee ? ["feeInFen", "receiptNumber"] : [];
  if (matter.anonymous) return { main: ["matter", ...subtype, ...fee], more: MORE };
  // At most three fields for what is answered where it is asked.
  if (isAnsweredAtOnce(matter, extra)) {
    return { main: ["matter", "content", "visitor"], more: [...subtype, "phoneTail", ...MORE] };
  }
  return { main: ["matter", ...subtype, "visitor", "phoneTail", "content", ...fee], more: MORE };
}
