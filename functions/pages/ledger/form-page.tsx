// The form of a new row, or of a change of one, for any ledger.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Field, Values } from "../../../shared/ledger/field.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { type Choices, FormFields } from "./form-control.tsx";
import { LEDGER_TEXTS } from "./ledger-texts.ts";

export interface LedgerFormProps {
  readonly ledger: Ledger;
  readonly action: string;
  readonly fields: readonly (readonly [string, Field])[];
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly button: Text;
  readonly locale: Locale;
  readonly choices: Choices;
  readonly formToken: string;
  /** Further hidden fields: the new row's id, the version that is changed. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly focus?: boolean;
}

export function LedgerForm(props: LedgerFormProps) {
  const { action, fields, values, problems, button, locale, choices, formToken, hidden = {} } = props;
  const t = (text: Text) => say(text, locale);
  const byField = Object.fromEntries(
    problems.flatMap(({ field, message }) => (field ? [[field, message]] : [])),
  );
  const asksReason = problems.some(({ code }) => code === "month_locked");
  return (
    <form class="panel ledger-form" method="post" action={action} enctype="multipart/form-data">
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemList problems={problems} locale={locale} />
      <FormFields {...{ fields, values, locale, choices }} problems={byField} />
      {asksReason && (
        <label class="field">
          <span>{t(LEDGER_TEXTS.lockedReason)}</span>
          <input name="locked_reason" maxlength={200} required />
        </label>
      )}
      <button type="submit">{t(button)}</button>
    </form>
  );
}

export function ProblemList({ problems, locale }: Pick<LedgerFormProps, "problems" | "locale">) {
  if (problems.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <b>{say(LEDGER_TEXTS.problems, locale)}</b>
      <ul>
        {problems.map(({ code, field, message }) => (
          <li key={`${code}${field ?? ""}`}>{say(message, locale)}</li>
        ))}
      </ul>
    </div>
  );
}

export interface FormPageProps extends LedgerFormProps {
  readonly hall: { readonly name: Text };
  readonly title: Text;
  readonly back: string;
}

export function FormPage({ hall, title, back, ...form }: FormPageProps) {
  const t = (text: Text) => say(text, form.locale);
  return (
    <>
      <p class="crumbs no-print">
        <a href={back}>← {t(LEDGER_TEXTS.back)}</a>
      </p>
      <p class="crumbs soft">
        {t(hall.name)} · {t(form.ledger.title)}
      </p>
      <h1>{t(title)}</h1>
      <LedgerForm {...form} />
    </>
  );
}
