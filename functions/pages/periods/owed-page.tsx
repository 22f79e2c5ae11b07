// A hall's list of what it owes, with a form that signs several days at once.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { OwedPeriod } from "../../use-cases/obligations/hall-obligations.ts";
import type { OwedRow } from "../../use-cases/obligations/row-duties.ts";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { PERIOD_TEXTS } from "./period-texts.ts";
import { StatusBadge } from "./status-badge.tsx";

export interface OwedPageProps {
  readonly hall: Hall;
  readonly owed: readonly OwedPeriod[];
  readonly duties: readonly OwedRow[];
  /** One kind of duty alone, `cases/feedback`, as the centre's matrix names it. */
  readonly only: string | undefined;
  /** Obligations that this person could sign now. */
  readonly signable: ReadonlySet<string>;
  readonly refused: readonly { readonly period: string; readonly problem: Problem }[];
  readonly locale: Locale;
  readonly formToken: string;
}

const FORM = "sign-days";

export function OwedPage(props: OwedPageProps) {
  const { hall, owed, only, refused, locale, signable, formToken } = props;
  const t = (text: Text) => say(text, locale);
  const rule = owed.find(({ obligation }) => signable.has(obligation.id))?.obligation.rule.id;
  return (
    <>
      <p class="crumbs soft">
        <a href={pagePaths.hall(hall.id)}>{t(hall.name)}</a>
      </p>
      <h1 id="owed">{t(PERIOD_TEXTS.owedTitle)}</h1>
      <p class="soft small">
        {t(PERIOD_TEXTS.owedLead)} <a href={pagePaths.deputies(hall.id)}>{t(PERIOD_TEXTS.deputies)}</a>
      </p>
      <Refused refused={refused} locale={locale} />
      {only !== undefined && (
        <p>
          <a href={pagePaths.periods(hall.id)}>← {t(PERIOD_TEXTS.back)}</a>
        </p>
      )}
      {only !== undefined && props.duties.length === 0 && <p class="notice">{t(PERIOD_TEXTS.noDuties)}</p>}
      {only === undefined && owed.length === 0 && <p class="notice">{t(PERIOD_TEXTS.none)}</p>}
      {only === undefined && rule !== undefined && (
        <form
          id={FORM}
          class="panel no-print"
          method="post"
          action={pagePaths.periodVerb(hall.id, rule, "sign")}
        >
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <p class="small">{t(PERIOD_TEXTS.signNote)}</p>
          <div class="row-form">
            <label>
              {t(PERIOD_TEXTS.note)}
              <input name="note" maxlength={500} autocomplete="off" size={36} />
            </label>
            <button type="submit">{t(PERIOD_TEXTS.signChosen)}</button>
          </div>
        </form>
      )}
      {only === undefined && owed.length > 0 && <OwedTable {...props} />}
      <DutiesTable {...props} />
    </>
  );
}

export function Refused({ refused, locale }: Pick<OwedPageProps, "refused" | "locale">) {
  if (refused.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <p>{say(PERIOD_TEXTS.refused, locale)}</p>
      <ul>
        {refused.map(({ period, problem }) => (
          <li key={period} data-problem={problem.code}>
            {period}: {problem.message[locale]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OwedTable({ hall, owed, signable, locale }: OwedPageProps) {
  const t = (text: Text) => say(text, locale);
  const heads = [
    PERIOD_TEXTS.choose,
    PERIOD_TEXTS.duty,
    PERIOD_TEXTS.period,
    PERIOD_TEXTS.due,
    PERIOD_TEXTS.status,
    PERIOD_TEXTS.first,
    PERIOD_TEXTS.latest,
    PERIOD_TEXTS.mustAct,
  ];
  return (
    <section class="scroll" tabindex={0} aria-labelledby="owed">
      <table class="rows">
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
          {owed.map(({ obligation, status, state }) => (
            <tr key={obligation.id}>
              <td>
                {signable.has(obligation.id) && (
                  <input
                    type="checkbox"
                    form={FORM}
                    name="period"
                    value={obligation.period.id}
                    checked={status === "overdue" || status === "dueSoon"}
                    aria-label={`${t(PERIOD_TEXTS.sign)} ${obligation.period.id}`}
                  />
                )}
              </td>
              <td>{t(obligation.rule.label)}</td>
              <th scope="row">
                <a href={pagePaths.period(hall.id, obligation.rule.id, obligation.period.id)}>
                  {obligation.period.id}
                </a>
              </th>
              <td>{showDateTime(obligation.dueAt)}</td>
              <td>
                <StatusBadge status={status} locale={locale} />
              </td>
              <td>{state?.completion ? showDateTime(state.completion.first) : ""}</td>
              <td>{state?.completion ? showDateTime(state.completion.latest) : ""}</td>
              <td>{t(roleName(obligation.rule.mustAct))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DutiesTable({ hall, duties, locale }: OwedPageProps) {
  const t = (text: Text) => say(text, locale);
  if (duties.length === 0) return null;
  return (
    <>
      <h2 id="duties">{t(PERIOD_TEXTS.duties)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="duties">
        <table class="rows">
          <thead>
            <tr>
              {[
                PERIOD_TEXTS.serial,
                PERIOD_TEXTS.duty,
                PERIOD_TEXTS.due,
                PERIOD_TEXTS.status,
                PERIOD_TEXTS.mustAct,
              ].map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {duties.map(({ ledger, record, duty, status }) => (
              <tr key={`${record.id}/${duty.id}`}>
                <th scope="row">
                  <a href={pagePaths.record(hall.id, ledger, record.id)}>{record.serial}</a>
                </th>
                <td>{t(duty.label)}</td>
                <td>{duty.dueOn}</td>
                <td>
                  <StatusBadge status={status} locale={locale} />
                </td>
                <td>{t(roleName(duty.mustAct))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
