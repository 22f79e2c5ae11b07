// What a matter asks for and the applicant did not bring: the one correction list (D1 annex cl. 2).
import { materialsFor } from "../../../shared/capabilities/catalogue/catalogue.ts";
import type { Material } from "../../../shared/capabilities/catalogue/matter.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { asText } from "../form/raw-values.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";
import { type CaseExtra, isAnsweredAtOnce } from "./case-values.ts";

export interface MaterialsAsked {
  readonly all: readonly Material[];
  readonly missing: readonly Material[];
}

/** Nothing is asked for a question that is answered where it is asked. */
export function materialsAsked(
  matter: ReferenceMatter | undefined,
  raw: Values,
  extra: CaseExtra,
): MaterialsAsked {
  if (!matter || isAnsweredAtOnce(matter, extra)) return { all: [], missing: [] };
  const subtype = asText(raw.subtype);
  const known = matter.subtypes.some(({ id }) => id === subtype) ? subtype : undefined;
  const all = materialsFor(matter, known);
  return { all, missing: all.filter(({ id }) => !extra.brought.includes(id)) };
}
