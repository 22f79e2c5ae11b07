// How the case form asks for two of the ledger's fields: the matter's own kinds, and a visitor who may stay unnamed.
import type { Locale, Text } from "../../../shared/kernel/text.ts";
import { type ControlPart, commonOf } from "../form/control.tsx";
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

/** A consultation may be asked in passing. */
export function optionalVisitorPart(locale: Locale): ControlPart {
  return (props) => (
    <input
      {...commonOf(props)}
      type="text"
      aria-required={false}
      placeholder={locale === "zh" ? "不填即匿名" : "empty: anonymous"}
      value={asText(props.value)}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
