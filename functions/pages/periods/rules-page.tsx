// The rules of what halls owe, version by version, and the forms that put another one into force from a day to come.
import type { ObligationRule } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { roleName } from "../design/role-names.ts";
import { ProblemList } from "../oversight/problem-list.tsx";
import { showInstant } from "../oversight/show-instant.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { CADENCE_NAMES, dueText, RULE_TEXTS as TEXTS } from "./rule-texts.ts";

export interface RulesPageProps {
  readonly rules: readonly ObligationRule[];
  /** The version whose change is asked for. */
  readonly changing: ObligationRule | undefined;
  readonly today: PlainDate;
  readonly mayChange: boolean;
  readonly problems: readonly Problem[];
  /** What was typed before it was refused. */
  readonly given: Readonly<Record<string, string>>;
  readonly saved: boolean;
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

export function RulesPage(props: RulesPageProps) {
  const { changing, mayChange, problems, saved, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1 id="rules">{t(TEXTS.title)}</h1>
      <p class="soft">{t(TEXTS.lead)}</p>
      {saved && (
        <p class="notice" role="status">
          {t(TEXTS.saved)}
        </p>
      )}
      <ProblemList problems={problems} locale={locale} />
      {mayChange && changing && <ChangeForm {...props} rule={changing} />}
      <RulesTable {...props} />
      {mayChange && <NewForm {...props} />}
    </>
  );
}

/** Those of a programme follow its own page. */
function isOwnPage({ due }: ObligationRule): boolean {
  return due.kind !== "dateOfPeriod";
}

function RulesTable({ rules, today, mayChange, nameOf, locale }: RulesPageProps) {
  const t = (text: Text) => say(text, locale);
  const { rule, due, grace, warn, recipient, who, source, from, to, entered } = TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="rules">
      <table class="rows">
        <thead>
          <tr>
            {[rule, from, to, due, grace, warn, recipient, who, source, entered].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((one) => {
            const isOver = one.to !== null && one.to < today;
            const first = one.from === "2000-01-01";
            return (
              <tr
                key={`${one.id}${one.from}`}
                data-rule={`${one.id}/${one.from}`}
                class={isOver ? "soft" : ""}
              >
                <th scope="row">
                  {mayChange && isOwnPage(one) ? (
                    <a href={`${pagePaths.dutyRules({ rule: one.id })}`}>{t(one.label)}</a>
                  ) : (
                    t(one.label)
                  )}{" "}
                  <span class="soft small">{t(CADENCE_NAMES[one.period])}</span>
                </th>
                <td>{first ? t(TEXTS.always) : one.from}</td>
                <td>{one.to ?? "—"}</td>
                <td>{t(dueText(one.due))}</td>
                <td class="number">{one.graceWorkingDays}</td>
                <td class="number">{one.warnWorkingDays}</td>
                <td>{t(one.recipient)}</td>
                <td>{t(roleName(one.mustAct))}</td>
                <td class="wrap">{isOwnPage(one) ? one.source : `${one.source} · ${t(TEXTS.programme)}`}</td>
                <td>{one.entered && `${nameOf(one.entered.by)} ${showInstant(one.entered.at)}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: Text;
  readonly value: string;
  readonly locale: Locale;
  readonly type?: "date" | "time" | "number" | "text";
}

function Field({ name, label, value, locale, type = "text" }: FieldProps) {
  return (
    <label for={`rule-${name}`}>
      <span>{say(label, locale)}</span>
      <input
        id={`rule-${name}`}
        type={type}
        name={name}
        value={value}
        required
        autocomplete="off"
        {...(type === "number" ? { min: 0, max: 260 } : { maxlength: 60 })}
      />
    </label>
  );
}

function ChangeForm({
  rule,
  given,
  today,
  locale,
  formToken,
}: RulesPageProps & { readonly rule: ObligationRule }) {
  const t = (text: Text) => say(text, locale);
  const { due } = rule;
  const typed = (name: string, value: string) => given[name] ?? value;
  return (
    <form class="panel no-print" method="post" action={pagePaths.dutyRules()}>
      <h2>
        {t(TEXTS.changeOf)}
        {t(rule.label)}
      </h2>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="id" value={rule.id} />
      <div class="row-form">
        <Field
          name="from"
          label={TEXTS.from}
          value={typed("from", addDays(today, 1))}
          type="date"
          locale={locale}
        />
        {due.kind === "workingDaysAfterPeriod" && (
          <Field
            name="count"
            label={TEXTS.count}
            value={typed("count", String(due.count))}
            type="number"
            locale={locale}
          />
        )}
        {due.kind === "dateOfNextYear" && (
          <Field
            name="monthDay"
            label={TEXTS.monthDay}
            value={typed("monthDay", due.monthDay)}
            locale={locale}
          />
        )}
        {due.kind !== "closingOfLastWorkingDay" && (
          <Field name="at" label={TEXTS.at} value={typed("at", due.at)} type="time" locale={locale} />
        )}
        <Bands
          grace={typed("graceWorkingDays", String(rule.graceWorkingDays))}
          warn={typed("warnWorkingDays", String(rule.warnWorkingDays))}
          zh={typed("recipientZh", rule.recipient.zh)}
          en={typed("recipientEn", rule.recipient.en)}
          locale={locale}
        />
        <label for="rule-ends" class="check">
          <input id="rule-ends" type="checkbox" name="ends" value="yes" checked={given.ends === "yes"} />{" "}
          <span>{t(TEXTS.ends)}</span>
        </label>
        <button type="submit">{t(TEXTS.save)}</button>
      </div>
      <p class="soft small">{t(TEXTS.graceNote)}</p>
    </form>
  );
}

interface BandsProps {
  readonly grace: string;
  readonly warn: string;
  readonly zh: string;
  readonly en: string;
  readonly locale: Locale;
}

function Bands({ grace, warn, zh, en, locale }: BandsProps) {
  return (
    <>
      <Field name="graceWorkingDays" label={TEXTS.grace} value={grace} type="number" locale={locale} />
      <Field name="warnWorkingDays" label={TEXTS.warn} value={warn} type="number" locale={locale} />
      <Field name="recipientZh" label={TEXTS.recipientZh} value={zh} locale={locale} />
      <Field name="recipientEn" label={TEXTS.recipientEn} value={en} locale={locale} />
    </>
  );
}

function NewForm({ changing, given, problems, today, locale, formToken }: RulesPageProps) {
  const t = (text: Text) => say(text, locale);
  const isOpen = problems.length > 0 && given.id === "";
  const typed = (name: string, value: string) => (isOpen ? (given[name] ?? value) : value);
  // Two forms with the same names of fields at once would have the same ids.
  if (changing) return null;
  return (
    <details class="no-print" open={isOpen}>
      <summary>{t(TEXTS.add)}</summary>
      <form class="panel row-form" method="post" action={pagePaths.dutyRules()}>
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <input type="hidden" name="id" value="" />
        <Field name="labelZh" label={TEXTS.labelZh} value={typed("labelZh", "")} locale={locale} />
        <Field name="labelEn" label={TEXTS.labelEn} value={typed("labelEn", "")} locale={locale} />
        <label for="rule-period">
          <span>{t(TEXTS.period)}</span>
          <select id="rule-period" name="period">
            {(["week", "month", "quarter", "year"] as const).map((period) => (
              <option key={period} value={period} selected={period === typed("period", "month")}>
                {t(CADENCE_NAMES[period])}
              </option>
            ))}
          </select>
        </label>
        <Field
          name="from"
          label={TEXTS.from}
          value={typed("from", addDays(today, 1))}
          type="date"
          locale={locale}
        />
        <Field name="count" label={TEXTS.count} value={typed("count", "3")} type="number" locale={locale} />
        <Field name="at" label={TEXTS.at} value={typed("at", "17:00")} type="time" locale={locale} />
        <Bands
          grace={typed("graceWorkingDays", "10")}
          warn={typed("warnWorkingDays", "1")}
          zh={typed("recipientZh", "")}
          en={typed("recipientEn", "")}
          locale={locale}
        />
        <button type="submit">{t(TEXTS.save)}</button>
      </form>
    </details>
  );
}
