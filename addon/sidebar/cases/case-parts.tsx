// How the case form asks for some of the ledger's fields: a matter's own kinds, and a question asked in passing.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Field, Fields } from "../../../shared/ledger/field.ts";
import type { ControlPart } from "../form/control.tsx";
import { commonOf } from "../form/control-props.ts";
import { asText } from "../form/raw-values.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";

/** The kinds of the chosen matter; the field stands in the form only when there are any. */
export function subtypePart(matter: ReferenceMatter | undefined, t: (text: Text) => string): ControlPart {
  return (props) => (
    <select
      {...commonOf(props)}
      value={asText(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="">—</option>
      {matter?.subtypes.map(({ id, name }) => (
        <option key={id} value={id}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}

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
