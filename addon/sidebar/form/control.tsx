// One control for each shape of field: what a ledger's definition asks for, as a person fills it in.
import type { ComponentChildren } from "preact";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Field } from "../../../shared/ledger/field.ts";
import { useSession } from "../frame/session.ts";
import { MatterPicker } from "../matters/matter-picker.tsx";
import { asText } from "./raw-values.ts";

export interface ControlProps {
  /** The element's id, which the label and the messages refer to. */
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: unknown): void;
}

/** Draws a field in place of its usual control; called as a function, so it holds no state of its own. */
export type ControlPart = (props: ControlProps) => ComponentChildren;

const NONE: Text = { zh: "请选择", en: "please choose" };

export function Control(props: ControlProps) {
  const { t } = useSession();
  const { field, value } = props;
  const common = commonOf(props);
  const typed = (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value);
  const { control, choices = [], refersTo } = field.shape;
  switch (control) {
    case "longText":
      return <textarea {...common} rows={3} value={asText(value)} onInput={typed} />;
    case "list":
      return <textarea {...common} rows={3} data-lines="true" value={asText(value)} onInput={typed} />;
    // Shown where the row is opened; there is no cell and no single line for them.
    case "checklist":
    case "attachments":
      return null;
    case "choice":
      return (
        <select {...common} value={asText(value)} onChange={typed}>
          <option value="">{field.required ? t(NONE) : "—"}</option>
          {choices.map(({ code, label }) => (
            <option key={code} value={code}>
              {t(label)}
            </option>
          ))}
        </select>
      );
    case "checkbox":
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      );
    case "date":
      return <input {...common} type="date" value={asText(value)} onInput={typed} />;
    case "dateTime":
      return <input {...common} type="datetime-local" value={asText(value)} onInput={typed} />;
    case "number":
      return (
        <input
          {...common}
          type="text"
          inputMode={field.kind === "fen" ? "decimal" : "numeric"}
          value={asText(value)}
          onInput={typed}
        />
      );
    case "reference":
      if (refersTo === "matter") return <MatterPicker {...props} />;
      return <input {...common} type="text" value={asText(value)} onInput={typed} />;
    case "text":
      return <input {...common} type="text" value={asText(value)} onInput={typed} />;
  }
}

/** The browser's own memory of entries is off: it would show one resident's data at the next one's visit. */
export function commonOf({ id, field, invalid, describedBy }: ControlProps) {
  return {
    id,
    autoComplete: "off",
    "aria-required": field.required === true,
    "aria-invalid": invalid,
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
  };
}
