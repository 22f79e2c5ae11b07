// The centre's matrix of halls and what they owe, and the list of who has not signed or reported.
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { DutyCount } from "../../storage/duty-count-store.ts";
import {
  dutyGroupStatus,
  type HallOwed,
  isOutstanding,
} from "../../use-cases/obligations/centre-obligations.ts";
import type { OwedPeriod } from "../../use-cases/obligations/hall-obligations.ts";
import type { Reminded } from "../../use-cases/obligations/remind.ts";
import { roleName } from "../design/role-names.ts";
import { monthName } from "../design/show-values.ts";
import { showInstant } from "../oversight/show-instant.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { PERIOD_TEXTS, remindedText } from "./period-texts.ts";
import { StatusBadge, StatusSign } from "./status-badge.tsx";

export interface MatrixPageProps {
  readonly month: Period;
  readonly matrix: readonly HallOwed[];
  readonly asOf: DateTime;
  readonly mayRemind: boolean;
  /** What the button did just now. */
  readonly reminded: Reminded | undefined;
  readonly locale: Locale;
  readonly formToken: string;
}

export function MatrixPage(props: MatrixPageProps) {
  const { month, matrix, asOf, locale, reminded } = props;
  const t = (text: Text) => say(text, locale);
  const columns = columnsOf(matrix);
  const kinds = dutyKindsOf(matrix);
  const countedAt = matrix.flatMap(({ duties }) => duties?.asOf ?? []).sort()[0];
  return (
    <>
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
        {countedAt !== undefined && ` ${t(PERIOD_TEXTS.dutiesLead)} ${showInstant(countedAt)}`}
      </p>
      {reminded !== undefined && (
        <p class="notice" role="status">
          {t(remindedText(reminded))}
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
                  {shortName(period)}
                  <span class="hidden">{t(rule.label)}</span>
                </th>
              ))}
              {kinds.map(({ id, label, source }) => (
                <th key={id} scope="col" title={source}>
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ hall, owed, duties }) => (
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
                {kinds.map(({ id }) => (
                  <td key={id}>
                    <DutyCell
                      hall={hall.id}
                      count={duties?.counts.find((count) => count.id === id)}
                      locale={locale}
                    />
                  </td>
                ))}
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

/** `11-02` as 02, `2026-W45` as W45, `2026-Q4` as Q4: the month stands in the heading. */
function shortName({ kind, id }: Period): string {
  if (kind === "day") return id.slice(8);
  return kind === "week" || kind === "quarter" ? id.slice(5) : id;
}

/** The kinds of duties that hang on rows, of all halls. */
function dutyKindsOf(matrix: readonly HallOwed[]): DutyCount[] {
  const kinds = matrix.flatMap(({ duties }) =>
    (duties?.counts ?? []).map((count) => [count.id, count] as const),
  );
  return [...new Map(kinds).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface DutyCellProps {
  readonly hall: string;
  readonly count: DutyCount | undefined;
  readonly locale: Locale;
}

/** The worst of a kind, with how many; where all are done, how many there were. */
function DutyCell({ hall, count, locale }: DutyCellProps) {
  if (!count) return null;
  const status = dutyGroupStatus(count);
  const shown = status === "met" || status === "metLate" ? count.met + count.metLate : count[status];
  return (
    <a href={pagePaths.periods(hall, { duty: count.id })}>
      <StatusSign status={status} locale={locale} /> {shown}
    </a>
  );
}

const { hall, duty, period, earliest, status, mustAct } = PERIOD_TEXTS;
const HEADS = [hall, duty, period, earliest, status, mustAct];

interface OutstandingGroup {
  readonly rule: OwedPeriod["obligation"]["rule"];
  readonly status: OwedPeriod["status"];
  /** In the order of their due times. */
  readonly owed: readonly OwedPeriod[];
}

/** A hall's outstanding periods of one rule that stand alike: twenty unsigned days are one line. */
function groupsOf(owed: readonly OwedPeriod[]): OutstandingGroup[] {
  const groups = new Map<string, OutstandingGroup>();
  for (const one of owed.filter(isOutstanding)) {
    const { rule } = one.obligation;
    const id = `${rule.id}/${one.status}`;
    groups.set(id, { rule, status: one.status, owed: [...(groups.get(id)?.owed ?? []), one] });
  }
  return [...groups.values()];
}

function Outstanding({ matrix, month, asOf, mayRemind, locale, formToken }: MatrixPageProps) {
  const t = (text: Text) => say(text, locale);
  const lines = matrix.flatMap(({ hall, owed }) => groupsOf(owed).map((group) => ({ hall, group })));
  const count = lines.reduce((sum, { group }) => sum + group.owed.length, 0);
  const late = matrix.flatMap(({ hall, duties }) =>
    (duties?.counts ?? []).filter(({ overdue }) => overdue > 0).map((count) => ({ hall, count })),
  );
  return (
    <>
      <h2 id="outstanding">
        {t(PERIOD_TEXTS.outstanding)} ({count + late.length})
      </h2>
      {lines.length + late.length === 0 ? (
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
              <thead>
                <tr>
                  {HEADS.map((head) => (
                    <th key={head.en} scope="col">
                      {t(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ hall, group: { rule, status, owed } }) => (
                  <tr key={`${hall.id}/${rule.id}/${status}`}>
                    <th scope="row">{t(hall.name)}</th>
                    <td>{t(rule.label)}</td>
                    <td class="wrap">
                      <span class="marks">
                        {owed.map(({ obligation: { id, period } }) => (
                          <a key={id} href={pagePaths.period(hall.id, rule.id, period.id)}>
                            {period.kind === "day" ? period.id.slice(5) : period.id}
                          </a>
                        ))}
                      </span>
                    </td>
                    <td>{showDateTime(owed[0]?.obligation.dueAt ?? asOf)}</td>
                    <td>
                      <StatusBadge status={status} locale={locale} />
                      {owed.length > 1 && ` × ${owed.length}`}
                    </td>
                    <td>{t(roleName(rule.mustAct))}</td>
                  </tr>
                ))}
                {late.map(({ hall, count }) => (
                  <tr key={`${hall.id}/${count.id}`}>
                    <th scope="row">{t(hall.name)}</th>
                    <td>{t(count.label)}</td>
                    <td>
                      <a href={pagePaths.periods(hall.id, { duty: count.id })}>{month.id}</a>
                    </td>
                    <td>{count.earliest}</td>
                    <td>
                      <StatusBadge status="overdue" locale={locale} /> × {count.overdue}
                    </td>
                    <td>{t(roleName(count.mustAct))}</td>
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
