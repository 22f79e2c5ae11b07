// The small parts that the forms of an inspection are made of.
import type { Child } from "hono/jsx";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";

export interface FormFrame {
  readonly action: string;
  readonly formToken: string;
  readonly locale: Locale;
}

/** Folded, so that a page of many forms stays a page. */
export function FoldedForm(
  props: FormFrame & {
    readonly title: Text;
    readonly button: Text;
    readonly withFiles?: boolean;
    readonly children?: Child;
  },
) {
  const { title, button, locale, action, formToken, withFiles, children } = props;
  return (
    <details class="step no-print">
      <summary>{say(title, locale)}</summary>
      <form
        method="post"
        action={action}
        class="stacked"
        enctype={withFiles ? "multipart/form-data" : undefined}
      >
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {children}
        <p>
          <button type="submit">{say(button, locale)}</button>
        </p>
      </form>
    </details>
  );
}

export function Labelled({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function Choices({ name, choices }: { readonly name: string; readonly choices: readonly Choice[] }) {
  return (
    <select name={name} required>
      {choices.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
