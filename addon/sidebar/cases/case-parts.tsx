// How the case form asks for some of the ledger's fields when a question is asked in passing.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Field, Fields } from "../../../shared/ledger/field.ts";

/** The ledger's fields, as a consultation that is answered at once asks for them. */
export function consultationFields(): Fields {
  return {
    ...cases.fields,
    ...changed("content", { label: { zh: "咨询内容和答复", en: "Question and answer" } }),
    ...changed("visitor", { required: false, help: { zh: "不填即匿名", en: "empty: anonymous" } }),
  };
}

function changed(id: string, change: Partial<Field>): Fields {
  const field = cases.fields[id];
  return field ? { [id]: { ...field, ...change } } : {};
}
