// The centre's matrix of halls and what they owe, and the list of who has not signed or reported.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { type HallOwed, isOutstanding } from "../../use-cases/obligations/centre-obligations.ts";
import type { OwedPeriod } from "../../use-cases/obligations/hall-obligations.ts";
import { roleName } from "../design/role-names.ts";
import { monthName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { PERIOD_TEXTS } from "./period-texts.ts";
import { StatusBadge, StatusSign } from "./status-badge.tsx";

export interface MatrixPageProps {
  readonly centre: Centre;
  readonly month: Period;
  readonly matrix: readonly HallOwed[];
  readonly asOf: DateTime;
  readonly mayRemind: boolean;
  /** How many were reminded just now. */
  readonly reminded: string | undefined;
  readonly locale: Locale;
  readonly formToken: string;
}

export function MatrixPage(props: MatrixPageProps) {
  const { centre, month, matrix, asOf, locale, reminded } = props;
  const t = (text: Text) => say(text, locale);
  const columns = columnsOf(matrix);
  return (
    <>
      <p class="crumbs soft">{t(centre.name)}</p>
      <div class="title-line">
        <h1 id="matrix">
          {t(monthName(month.id))} {t(PERIOD_TEXTS.matrixTitle)}
        </h1>
        <form class="row-form end no-print" method="get" action={pagePaths.obligations()}>
          <label>
            <span class="hidden">{t(PERIOD_TEXTS.month)}</span>
            <input type="month" name="month" value={month.id} pattern="\d{4}-\d{2}" required />
          </label>
          <button type="submit" class="plain">
            {t(PERIOD_TEXTS.show)}
          </button>
        </form>
      </div>
      <p class="soft small">
        <time datetime={asOf}>{showDateTime(asOf)}</time> · {t(PERIOD_TEXTS.matrixLead)}
      </p>
      {reminded !== undefined && (
        <p class="notice" role="status">
          {t(PERIOD_TEXTS.reminded)}: {reminded}
        </p>
      )}
      <Outstanding {...props} />
      <section class="scroll tall" tabindex={0} aria-labelledby="matrix">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{t(PERIOD_TEXTS.hall)}</th>
              {columns.map(({ obligation: { id, rule, period } }) => (
                <th key={id} scope="col" title={`${t(rule.label)} ${period.id}`}>
                  {period.kind === "day" ? period.id.slice(8) : period.id}
                  <span class="hidden">{t(rule.label)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ hall, owed }) => (
              <tr key={hall.id}>
                <th scope="row">
                  <a href={pagePaths.periods(hall.id)}>{t(hall.name)}</a>
                </th>
                {columns.map(({ obligation }) => {
                  const own = owed.find((one) => one.obligation.id === obligation.id);
                  return (
                    <td key={obligation.id}>
                      {own && (
                        <a href={pagePaths.period(hall.id, obligation.rule.id, obligation.period.id)}>
                          <StatusSign status={own.status} locale={locale} />
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Reports first, then weeks, then days: what is rarer is looked for more often. */
const ORDER = ["year", "quarter", "month", "week", "day"];

function columnsOf(matrix: readonly HallOwed[]): OwedPeriod[] {
  const byId = new Map(matrix.flatMap(({ owed }) => owed.map((one) => [one.obligation.id, one] as const)));
  return [...byId.values()].sort((a, b) => {
    const [one, other] = [a.obligation, b.obligation];
    return (
      ORDER.indexOf(one.period.kind) - ORDER.indexOf(other.period.kind) ||
      (one.period.first < other.period.first ? -1 : 1) ||
      (one.id < other.id ? -1 : 1)
    );
  });
}

function Outstanding({ matrix, month, mayRemind, locale, formToken }: MatrixPageProps) {
  const t = (text: Text) => say(text, locale);
  const lines = matrix.flatMap(({ hall, owed }) => owed.filter(isOutstanding).map((one) => ({ hall, one })));
  return (
    <>
      <h2 id="outstanding">
        {t(PERIOD_TEXTS.outstanding)} ({lines.length})
      </h2>
      {lines.length === 0 ? (
        <p class="soft">{t(PERIOD_TEXTS.allDone)}</p>
      ) : (
        <>
          {mayRemind ? (
            <form class="row-form no-print" method="post" action={pagePaths.remind}>
              <input type="hidden" name={FORM_TOKEN} value={formToken} />
              <input type="hidden" name="month" value={month.id} />
              <button type="submit">{t(PERIOD_TEXTS.remind)}</button>
            </form>
          ) : (
            <p class="soft small">{t(PERIOD_TEXTS.noMessages)}</p>
          )}
          <section class="scroll tall" tabindex={0} aria-labelledby="outstanding">
            <table class="rows">
              <tbody>
                {lines.map(({ hall, one: { obligation, status } }) => (
                  <tr key={`${hall.id}/${obligation.id}`}>
                    <th scope="row">{t(hall.name)}</th>
                    <td>
                      <a href={pagePaths.period(hall.id, obligation.rule.id, obligation.period.id)}>
                        {t(obligation.rule.label)} {obligation.period.id}
                      </a>
                    </td>
                    <td>{showDateTime(obligation.dueAt)}</td>
                    <td>
                      <StatusBadge status={status} locale={locale} />
                    </td>
                    <td>{t(roleName(obligation.rule.mustAct))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}
