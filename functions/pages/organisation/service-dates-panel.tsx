// When a hall serves, is suspended or excused: what stands, who entered it, and the forms that add to it or withdraw it.

import type { ObligationRule } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import {
  type Hall,
  type HallSpan,
  isServing,
  opensOn,
} from "../../../shared/capabilities/organisation/hall.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { showInstant } from "../oversight/show-instant.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { HALL_TEXTS as TEXTS } from "./hall-texts.ts";

export interface ServiceDatesProps {
  readonly hall: Hall;
  /** Each duty once, by the name that it has now. */
  readonly rules: readonly Pick<ObligationRule, "id" | "label">[];
  readonly today: PlainDate;
  readonly nameOf: (person: string) => string;
  readonly problems: readonly Problem[];
  /** What was typed before it was refused. */
  readonly given: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly formToken: string;
}

export function ServiceDatesPanel(props: ServiceDatesProps) {
  const { hall, problems, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel" id="service">
      <h2 id="service-title">{t(TEXTS.service)}</h2>
      <p class="soft">{t(TEXTS.serviceLead)}</p>
      <Problems problems={problems} locale={locale} />
      {(hall.suspensions ?? []).length + (hall.exemptions ?? []).length > 0 && <SpansTable {...props} />}
      <h3>{t(TEXTS.openAndClose)}</h3>
      <ServiceForm {...props} />
      <h3>{t(TEXTS.addSuspension)}</h3>
      <SpanForm {...props} kind="suspension" />
      <h3>{t(TEXTS.addExemption)}</h3>
      <SpanForm {...props} kind="exemption" />
    </section>
  );
}

/** In one word, for a list of halls. */
export function serviceState(hall: Hall, today: PlainDate): Text {
  if (today < opensOn(hall)) return TEXTS.notOpenYet;
  if (hall.closesOn && today > hall.closesOn) return TEXTS.closedForGood;
  return isServing(hall, today) ? TEXTS.serving : TEXTS.suspended;
}

function Hidden({ kind, formToken }: { readonly kind: string; readonly formToken: string }) {
  return (
    <>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <input type="hidden" name="kind" value={kind} />
    </>
  );
}

function ServiceForm({ hall, given, locale, formToken }: ServiceDatesProps) {
  const t = (text: Text) => say(text, locale);
  const typed = given.kind === "service" ? given : {};
  return (
    <form class="row-form no-print" method="post" action={pagePaths.hallService(hall.id)}>
      <Hidden kind="service" formToken={formToken} />
      <label for="service-opensOn">
        <span>{t(TEXTS.opensOn)}</span>
        <input
          id="service-opensOn"
          type="date"
          name="opensOn"
          value={typed.opensOn ?? opensOn(hall)}
          required
        />
      </label>
      <label for="service-closesOn">
        <span>{t(TEXTS.closesOn)}</span>
        <input
          id="service-closesOn"
          type="date"
          name="closesOn"
          value={typed.closesOn ?? hall.closesOn ?? ""}
        />
      </label>
      <button type="submit">{t(TEXTS.save)}</button>
    </form>
  );
}

function SpanForm({
  hall,
  rules,
  given,
  kind,
  locale,
  formToken,
}: ServiceDatesProps & { readonly kind: string }) {
  const t = (text: Text) => say(text, locale);
  const typed: Readonly<Record<string, string>> = given.kind === kind ? given : {};
  return (
    <form class="row-form no-print" method="post" action={pagePaths.hallService(hall.id)}>
      <Hidden kind={kind} formToken={formToken} />
      {kind === "exemption" && (
        <label for="exemption-rule">
          <span>{t(TEXTS.exemptFrom)}</span>
          <select id="exemption-rule" name="rule">
            {rules.map(({ id, label }) => (
              <option key={id} value={id} selected={id === typed.rule}>
                {t(label)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label for={`${kind}-from`}>
        <span>{t(TEXTS.from)}</span>
        <input id={`${kind}-from`} type="date" name="from" value={typed.from ?? ""} required />
      </label>
      <label for={`${kind}-to`}>
        <span>{t(TEXTS.to)}</span>
        <input id={`${kind}-to`} type="date" name="to" value={typed.to ?? ""} required />
      </label>
      <label for={`${kind}-reason`}>
        <span>{t(TEXTS.reason)}</span>
        <input
          id={`${kind}-reason`}
          name="reason"
          minlength={2}
          maxlength={200}
          value={typed.reason ?? ""}
          required
          autocomplete="off"
        />
      </label>
      <button type="submit">{t(kind === "exemption" ? TEXTS.addExemption : TEXTS.addSuspension)}</button>
    </form>
  );
}

function SpansTable(props: ServiceDatesProps) {
  const { hall, rules, locale } = props;
  const t = (text: Text) => say(text, locale);
  const exempt = (rule: string) => {
    const label = rules.find(({ id }) => id === rule)?.label ?? { zh: rule, en: rule };
    return `${t(TEXTS.exempt)}${locale === "zh" ? "：" : ": "}${t(label)}`;
  };
  const { what, from, to, reason, enteredBy } = TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="service-title">
      <table class="rows">
        <thead>
          <tr>
            {[what, from, to, reason, enteredBy].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col" class="no-print">
              <span class="hidden">{t(TEXTS.withdraw)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(hall.suspensions ?? []).map((span, index) => (
            <SpanLine
              key={`${span.from}${span.entered?.at}`}
              {...props}
              span={span}
              what={t(TEXTS.suspended)}
              of="suspensions"
              index={index}
            />
          ))}
          {(hall.exemptions ?? []).map((span, index) => (
            <SpanLine
              key={`${span.rule}${span.from}${span.entered?.at}`}
              {...props}
              span={span}
              what={exempt(span.rule)}
              of="exemptions"
              index={index}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SpanLineProps extends ServiceDatesProps {
  readonly span: HallSpan;
  readonly what: string;
  readonly of: "suspensions" | "exemptions";
  readonly index: number;
}

function SpanLine({ hall, span, what, of, index, nameOf, locale, formToken }: SpanLineProps) {
  const t = (text: Text) => say(text, locale);
  const { entered, withdrawn } = span;
  return (
    <tr data-span={`${of}/${index}`}>
      <th scope="row">{what}</th>
      <td>{span.from}</td>
      <td>{span.to}</td>
      <td class="wrap">{span.reason}</td>
      <td>{entered && `${nameOf(entered.by)} ${showInstant(entered.at)}`}</td>
      <td>
        {withdrawn ? (
          <span class="soft">
            {t(TEXTS.withdrawn)} {nameOf(withdrawn.by)} {showInstant(withdrawn.at)}
          </span>
        ) : (
          <form class="no-print" method="post" action={pagePaths.hallService(hall.id)}>
            <Hidden kind="withdrawal" formToken={formToken} />
            <input type="hidden" name="of" value={of} />
            <input type="hidden" name="index" value={String(index)} />
            <button type="submit" class="plain">
              {t(TEXTS.withdraw)}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
