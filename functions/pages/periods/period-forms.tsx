// The forms of a period: sign, confirm with rulings on the pre-filled findings, submit; the centre's part below.
import type { Child } from "hono/jsx";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { DraftFinding } from "../../use-cases/periods/draft-findings.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import type { PeriodPageProps } from "./period-page.tsx";
import { PERIOD_TEXTS } from "./period-texts.ts";

export function PeriodForms(props: PeriodPageProps) {
  const { preview, locale } = props;
  const { owed, early, mayComplete, actions, ledger } = preview;
  const state = owed.state?.status ?? "drafted";
  const possible = actions.filter((action) => ledger.transitions[action]?.from.includes(state));
  return (
    <div class="no-print">
      {early && (
        <p class="notice">
          {say(PERIOD_TEXTS.tooEarly, locale)}: {early.message[locale]}
        </p>
      )}
      {mayComplete && <CompleteForm {...props} />}
      {possible.length > 0 && <h2>{say(PERIOD_TEXTS.centrePart, locale)}</h2>}
      {possible.includes("accept") && <VerbForm {...props} verb="accept" button={PERIOD_TEXTS.accept} />}
      {possible.includes("return") && (
        <VerbForm {...props} verb="return" button={PERIOD_TEXTS.return}>
          <Field name="reason" label={PERIOD_TEXTS.reason} locale={locale} required />
        </VerbForm>
      )}
      {possible.includes("unlock") && (
        <VerbForm {...props} verb="unlock" button={PERIOD_TEXTS.unlock}>
          <Field name="reason" label={PERIOD_TEXTS.reason} locale={locale} required />
          <Field name="until" label={PERIOD_TEXTS.until} locale={locale} type="datetime-local" required />
          <fieldset class="checks">
            <legend>{say(PERIOD_TEXTS.ledgers, locale)}</legend>
            {props.ledgers
              .filter(({ scope }) => scope !== "centre")
              .map(({ id, title }) => (
                <label key={id}>
                  <input type="checkbox" name="ledger" value={id} /> {say(title, locale)}
                </label>
              ))}
          </fieldset>
        </VerbForm>
      )}
    </div>
  );
}

function CompleteForm(props: PeriodPageProps) {
  const { preview, locale } = props;
  const { owed, ledger, findings } = preview;
  const verb = owed.obligation.rule.completedBy;
  const note = <Field name="note" label={PERIOD_TEXTS.note} locale={locale} />;
  if (verb === "confirm") {
    return (
      <VerbForm {...props} verb="confirm" button={PERIOD_TEXTS.confirm}>
        <FindingRows hall={props.hall.id} findings={findings} locale={locale} />
        {note}
      </VerbForm>
    );
  }
  if (verb === "submit") {
    const isPaper = !ledger.transitions.submit?.fields.snapshot;
    return (
      <VerbForm {...props} verb="submit" button={PERIOD_TEXTS.submit}>
        {isPaper ? (
          <>
            <Field name="title" label={PERIOD_TEXTS.title} locale={locale} required />
            <Field name="document" label={PERIOD_TEXTS.document} locale={locale} required />
            <Field name="amount" label={PERIOD_TEXTS.amount} locale={locale} type="number" />
          </>
        ) : (
          <>
            <p class="small">{say(PERIOD_TEXTS.submitLead, locale)}</p>
            {note}
          </>
        )}
      </VerbForm>
    );
  }
  return (
    <VerbForm {...props} verb="sign" button={PERIOD_TEXTS.sign}>
      {note}
    </VerbForm>
  );
}

type VerbFormProps = PeriodPageProps & {
  readonly verb: string;
  readonly button: Text;
  readonly children?: Child;
};

function VerbForm({ hall, preview, verb, button, locale, formToken, children }: VerbFormProps) {
  const { rule, period } = preview.owed.obligation;
  return (
    <form class="panel" method="post" action={pagePaths.periodVerb(hall.id, rule.id, verb)} data-verb={verb}>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="period" value={period.id} />
      <div class="row-form">
        {children}
        <button type="submit">{say(button, locale)}</button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: Text;
  readonly locale: Locale;
  readonly type?: string;
  readonly required?: boolean;
}

function Field({ name, label, locale, type = "text", required = false }: FieldProps) {
  return (
    <label>
      {say(label, locale)}
      <input type={type} name={name} required={required} maxlength={300} autocomplete="off" />
    </label>
  );
}

/** `cases/<id>`: a row of a ledger; a day that was not signed, or a week without a check, is none. */
function isRow({ subject }: DraftFinding): boolean {
  return /^[a-z-]+\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(subject);
}

function rowPath(hall: string, { subject }: DraftFinding): string {
  const [ledger = "", id = ""] = subject.split("/");
  return pagePaths.record(hall, ledger, id);
}

/** One owner and one date for every line that says nothing of its own. */
function RestRow({ locale }: { readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  return (
    <tr>
      <th scope="row">{t(PERIOD_TEXTS.rest)}</th>
      <td>
        <input
          name="restOwner"
          maxlength={60}
          size={8}
          aria-label={`${t(PERIOD_TEXTS.rest)}: ${t(PERIOD_TEXTS.owner)}`}
        />
      </td>
      <td>
        <input
          type="date"
          name="restDueOn"
          aria-label={`${t(PERIOD_TEXTS.rest)}: ${t(PERIOD_TEXTS.rectifyBy)}`}
        />
      </td>
      <td />
    </tr>
  );
}

/** One line per finding, and an empty one for a finding of one's own. */
function FindingRows({
  hall,
  findings,
  locale,
}: {
  readonly hall: string;
  readonly findings: readonly DraftFinding[];
  readonly locale: Locale;
}) {
  const t = (text: Text) => say(text, locale);
  const heads = [PERIOD_TEXTS.finding, PERIOD_TEXTS.owner, PERIOD_TEXTS.rectifyBy, PERIOD_TEXTS.dismissed];
  return (
    <section class="scroll" tabindex={0} aria-label={t(PERIOD_TEXTS.findings)}>
      <table class="rows">
        <caption>{t(findings.length > 0 ? PERIOD_TEXTS.findingsLead : PERIOD_TEXTS.noFindings)}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.length > 1 && <RestRow locale={locale} />}
          {[...findings, null].map((finding) => {
            const name = finding ? t(finding.content) : t(PERIOD_TEXTS.own);
            return (
              <tr key={finding?.key ?? "own"}>
                <td class="wrap">
                  <input type="hidden" name="key" value={finding?.key ?? ""} />
                  {finding ? (
                    <>
                      {isRow(finding) ? <a href={rowPath(hall, finding)}>{name}</a> : name}
                      <input type="hidden" name="content" value="" />
                    </>
                  ) : (
                    <input name="content" maxlength={300} aria-label={name} />
                  )}
                </td>
                <td>
                  <input
                    name="owner"
                    maxlength={60}
                    size={8}
                    aria-label={`${t(PERIOD_TEXTS.owner)}: ${name}`}
                  />
                </td>
                <td>
                  <input type="date" name="dueOn" aria-label={`${t(PERIOD_TEXTS.rectifyBy)}: ${name}`} />
                </td>
                <td>
                  <input
                    name="dismissed"
                    maxlength={200}
                    aria-label={`${t(PERIOD_TEXTS.dismissed)}: ${name}`}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
