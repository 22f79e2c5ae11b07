// The fields of any ledger or step as labelled controls, each with its help and its problems.
import { useId } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Field, Fields, Values } from "../../../shared/ledger/field.ts";
import { useSession } from "../frame/session.ts";
import type { Problems } from "./check-fields.ts";
import { Control, type ControlPart } from "./control.tsx";

const WORDS = {
  newLine: { zh: "换行请按 Shift+Enter", en: "Shift+Enter begins a new line" },
  oneALine: { zh: "每行一项", en: "one entry a line" },
} as const satisfies Record<string, Text>;

export interface LedgerFormProps {
  readonly fields: Fields;
  readonly raw: Values;
  readonly problems: Problems;
  /** Which fields, in which order; without it all that are not hidden, as defined. */
  readonly order?: readonly string[];
  readonly parts?: Readonly<Record<string, ControlPart>>;
  onChange(id: string, value: unknown): void;
}

export function LedgerForm({ fields, raw, problems, order, parts = {}, onChange }: LedgerFormProps) {
  return (
    <>
      {(order ?? visibleFields(fields)).map((id) => {
        const field = fields[id];
        if (!field) return null;
        return (
          <FieldRow
            key={id}
            name={id}
            field={field}
            value={raw[id]}
            problems={problems.filter((problem) => problem.field === id)}
            part={parts[id]}
            onChange={(value) => onChange(id, value)}
          />
        );
      })}
    </>
  );
}

export function visibleFields(fields: Fields): string[] {
  return Object.keys(fields).filter((id) => {
    const field = fields[id];
    // What does not fit a cell may well fit a form.
    return field && (!field.hidden || field.kind === "checklist" || field.kind === "attachments");
  });
}

interface FieldRowProps {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly problems: Problems;
  readonly part: ControlPart | undefined;
  onChange(value: unknown): void;
}

function FieldRow({ name, field, value, problems, part, onChange }: FieldRowProps) {
  const { t } = useSession();
  const id = `${useId()}-${name}`;
  const hint = hintOf(field);
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const invalid = problems.length > 0;
  const describedBy = [hint && hintId, invalid && problemId].filter(Boolean).join(" ") || undefined;
  const props = { id, field, value, invalid, describedBy, onChange };
  const control = part ? part(props) : <Control {...props} />;
  const label = (
    <label for={id}>
      {t(field.label)}
      {field.required && (
        <span class="required" aria-hidden="true">
          {" "}
          *
        </span>
      )}
    </label>
  );
  return (
    <div class={field.kind === "flag" ? "field flag" : "field"} data-field={name}>
      {field.kind === "flag" ? [control, label] : [label, control]}
      {hint && (
        <p class="hint" id={hintId}>
          {t(hint)}
        </p>
      )}
      {invalid && (
        <p class="wrong" id={problemId}>
          {problems.map(({ message }) => t(message)).join(" ")}
        </p>
      )}
    </div>
  );
}

function hintOf(field: Field): Text | undefined {
  if (field.help) return field.help;
  if (field.shape.control === "list") return WORDS.oneALine;
  return field.shape.control === "longText" ? WORDS.newLine : undefined;
}
