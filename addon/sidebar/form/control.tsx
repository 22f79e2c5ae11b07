// One control for each shape of field: what a ledger's definition asks for, as a person fills it in.
import type { ComponentChildren } from "preact";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "../frame/session.ts";
import { MatterPicker } from "../matters/matter-picker.tsx";
import { AttachmentsControl } from "./attachments-control.tsx";
import { ChecklistControl } from "./checklist-control.tsx";
import { type ControlProps, commonOf } from "./control-props.ts";
import { asText } from "./raw-values.ts";

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
      return <PersonControl {...props} />;
    case "checklist":
      return <ChecklistControl {...props} />;
    case "attachments":
      return <AttachmentsControl {...props} />;
    case "text":
      return <input {...common} type="text" value={asText(value)} onInput={typed} />;
  }
}

/** One of the hall's people, by name; while nobody is known, by what was written down. */
function PersonControl(props: ControlProps) {
  const { t, reference } = useSession();
  const { field, value } = props;
  const people = reference?.people ?? [];
  const typed = (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value);
  if (people.length === 0) {
    return <input {...commonOf(props)} type="text" value={asText(value)} onInput={typed} />;
  }
  const isKnown = value === "" || value === undefined || people.some(({ id }) => id === value);
  return (
    <select {...commonOf(props)} value={asText(value)} onChange={typed}>
      <option value="">{field.required ? t(NONE) : "—"}</option>
      {!isKnown && <option value={asText(value)}>{asText(value)}</option>}
      {people.map(({ id, name, post }) => (
        <option key={id} value={id}>
          {post ? `${name}(${post})` : name}
        </option>
      ))}
    </select>
  );
}
