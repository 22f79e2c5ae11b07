// One field of any ledger as a control of a page's form; it works without scripts.
import * as z from "zod";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Field, Values } from "../../../shared/ledger/field.ts";
import { LEDGER_TEXTS } from "./ledger-texts.ts";

/** What references may choose from, by what they refer to. */
export interface Choices {
  readonly matter: readonly Choice[];
  /** Kinds of service items, of whichever item. */
  readonly kind: readonly Choice[];
  readonly person: readonly Choice[];
  /** Whether a field that refers to service items means their kinds. */
  meansKind(field: string): boolean;
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface ControlProps {
  readonly id: string;
  readonly field: Field;
  /** As typed before, or as stored. */
  readonly value: unknown;
  readonly locale: Locale;
  readonly choices: Choices;
  /** Of the problem that names the field. */
  readonly problem: Text | undefined;
}

export function FormControl(props: ControlProps) {
  const { id, field, locale, problem } = props;
  const t = (text: Text) => say(text, locale);
  const compound = field.shape.control === "checklist" || field.shape.control === "attachments";
  const words = (
    <>
      <span>
        {t(field.label)}
        {field.required && <span class="soft"> · {t(LEDGER_TEXTS.required)}</span>}
      </span>
      {field.help && <span class="soft small">{t(field.help)}</span>}
      {problem && (
        <span class="field-problem" role="alert">
          ▲ {t(problem)}
        </span>
      )}
    </>
  );
  return compound ? (
    <fieldset class="field" data-field={id}>
      <legend>{words}</legend>
      {field.shape.control === "checklist" ? <Checklist {...props} /> : <Files {...props} />}
    </fieldset>
  ) : (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what Simple draws
    <label class="field" data-field={id}>
      {words}
      <Simple {...props} />
    </label>
  );
}

function Simple({ id, field, value, locale, choices, problem }: ControlProps) {
  const t = (text: Text) => say(text, locale);
  const { shape } = field;
  const common = {
    name: id,
    required: field.required === true,
    "aria-invalid": problem ? ("true" as const) : undefined,
  };
  const text = textOf(field, value);
  const options = (list: readonly { readonly code: string; readonly label: string }[]) => (
    <select {...common}>
      <option value="">{field.required ? t(LEDGER_TEXTS.choose) : "—"}</option>
      {list.map(({ code, label }) => (
        <option key={code} value={code} selected={code === text}>
          {label}
        </option>
      ))}
    </select>
  );
  switch (shape.control) {
    case "choice":
      return options((shape.choices ?? []).map(({ code, label }) => ({ code, label: t(label) })));
    case "reference":
      return options(choicesOf(id, shape.refersTo, choices).map(({ id: code, label }) => ({ code, label })));
    case "checkbox":
      return options([
        { code: "true", label: t(LEDGER_TEXTS.yes) },
        { code: "false", label: t(LEDGER_TEXTS.no) },
      ]);
    case "longText":
      return (
        <textarea {...common} rows={3} maxlength={shape.maxLength}>
          {text}
        </textarea>
      );
    case "list":
      return (
        <textarea {...common} rows={3} placeholder={t(LEDGER_TEXTS.oneALine)}>
          {text}
        </textarea>
      );
    case "date":
      return <input {...common} type="date" value={text} />;
    case "dateTime":
      return <input {...common} type="datetime-local" value={text} />;
    case "number":
      return <input {...common} type="text" inputmode="decimal" value={text} autocomplete="off" size={12} />;
    default:
      return <input {...common} type="text" value={text} maxlength={shape.maxLength} autocomplete="off" />;
  }
}

function choicesOf(id: string, refersTo: "matter" | "person" | undefined, choices: Choices) {
  if (refersTo === "person") return choices.person;
  return choices.meansKind(id) ? choices.kind : choices.matter;
}

/** A stored value as its control shows it; what was typed stays as it was typed. */
function textOf(field: Field, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (field.kind === "fen" && typeof value === "number") return (value / 100).toFixed(2);
  if (Array.isArray(value)) return value.map(String).join("\n");
  const text = String(value);
  return field.shape.control === "dateTime" ? text.slice(0, 16).replace(" ", "T") : text;
}

const Checked = z.array(
  z.object({
    item: z.string(),
    ok: z.boolean().optional(),
    note: z.string().optional(),
    photo: z.string().optional(),
  }),
);

function Checklist({ id, field, value, locale }: ControlProps) {
  const t = (text: Text) => say(text, locale);
  const parsed = Checked.safeParse(value);
  const checked = new Map((parsed.success ? parsed.data : []).map((entry) => [entry.item, entry]));
  return (
    <ul class="checklist">
      {(field.shape.choices ?? []).map(({ code, label }) => {
        const entry = checked.get(code);
        const name = `${id}.${code}`;
        return (
          <li key={code}>
            <span id={name}>{t(label)}</span>
            <select name={`${name}.ok`} aria-labelledby={name}>
              <option value="">—</option>
              <option value="true" selected={entry?.ok === true}>
                ✓ {t(LEDGER_TEXTS.inOrder)}
              </option>
              <option value="false" selected={entry?.ok === false}>
                ✗ {t(LEDGER_TEXTS.notInOrder)}
              </option>
            </select>
            <input
              name={`${name}.note`}
              value={entry?.note ?? ""}
              maxlength={field.shape.maxLength}
              placeholder={t(LEDGER_TEXTS.note)}
              aria-label={`${t(label)}: ${t(LEDGER_TEXTS.note)}`}
            />
            <input
              type="file"
              name={`${name}.photo`}
              accept="image/*"
              aria-label={`${t(label)}: ${t(LEDGER_TEXTS.photo)}`}
            />
            {entry?.photo && (
              <>
                <input type="hidden" name={`${name}.kept`} value={entry.photo} />
                <span class="soft small">{t(LEDGER_TEXTS.kept)}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const Kept = z.array(z.object({ key: z.string(), name: z.string(), type: z.string(), bytes: z.number() }));

function Files({ id, value, locale }: ControlProps) {
  const t = (text: Text) => say(text, locale);
  const kept = Kept.safeParse(value);
  return (
    <>
      {(kept.success ? kept.data : []).map((file) => (
        <label key={file.key} class="kept">
          <input type="checkbox" name={`${id}.kept`} value={JSON.stringify(file)} checked /> {file.name}
        </label>
      ))}
      <input type="file" name={id} multiple aria-label={t(LEDGER_TEXTS.attachmentHelp)} />
      <span class="soft small">{t(LEDGER_TEXTS.attachmentHelp)}</span>
    </>
  );
}

/** The fields of a form, in their order. */
export function FormFields({
  fields,
  values,
  problems,
  ...rest
}: Pick<ControlProps, "locale" | "choices"> & {
  readonly fields: readonly (readonly [string, Field])[];
  readonly values: Values;
  readonly problems: Readonly<Record<string, Text>>;
}) {
  return (
    <>
      {fields.map(([id, field]) => (
        <FormControl key={id} {...{ id, field }} value={values[id]} problem={problems[id]} {...rest} />
      ))}
    </>
  );
}
