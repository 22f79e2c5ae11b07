// One period of a hall: how it stands, its figures now and as signed or reported, and what can be done about it.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { PeriodPreview } from "../../use-cases/periods/preview-period.ts";
import type { ReportDifference } from "../../use-cases/periods/report-difference.ts";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { CorrectionsTable } from "./corrections-table.tsx";
import { PeriodForms } from "./period-forms.tsx";
import { PERIOD_TEXTS } from "./period-texts.ts";
import { showFigure } from "./show-figure.ts";
import { StatusBadge } from "./status-badge.tsx";

export interface PeriodPageProps {
  readonly hall: Hall;
  readonly preview: PeriodPreview;
  readonly difference: ReportDifference | null;
  readonly ledgers: readonly Ledger[];
  readonly locale: Locale;
  readonly formToken: string;
  readonly personOf: (id: string) => string;
}

export function PeriodPage(props: PeriodPageProps) {
  const { hall, preview, locale, difference, personOf } = props;
  const { owed, ledger, events, nil, unsignedDays, snapshot } = preview;
  const { obligation, status, state } = owed;
  const t = (text: Text) => say(text, locale);
  const stateLabel = ledger.statuses[state?.status ?? "drafted"]?.label;
  return (
    <>
      <p class="crumbs soft">
        <a href={pagePaths.periods(hall.id)}>
          {t(hall.name)} · {t(PERIOD_TEXTS.owedTitle)}
        </a>
      </p>
      <h1>
        {obligation.period.id} {t(obligation.rule.label)}
      </h1>
      <p>
        <StatusBadge status={status} locale={locale} /> {stateLabel && t(stateLabel)} · {t(PERIOD_TEXTS.due)}{" "}
        <time datetime={obligation.dueAt}>{showDateTime(obligation.dueAt)}</time> · {t(PERIOD_TEXTS.mustAct)}:{" "}
        {t(roleName(obligation.rule.mustAct))} → {t(obligation.rule.recipient)} · {obligation.rule.source}
      </p>
      {obligation.excused !== null && (
        <p class="notice">
          {t(PERIOD_TEXTS.excusedWhy)}: {obligation.excused}
        </p>
      )}
      {unsignedDays.length > 0 && (
        <p class="notice">
          {t(PERIOD_TEXTS.unsigned)} ({unsignedDays.length}): {unsignedDays.join(", ")}
        </p>
      )}
      <h2 id="figures">{t(PERIOD_TEXTS.figures)}</h2>
      {nil && <p class="notice">{t(PERIOD_TEXTS.nil)}</p>}
      <FiguresTable {...props} />
      {difference && <CorrectionsTable {...{ difference, hall, ledgers: props.ledgers, locale }} />}
      <PeriodForms {...props} />
      {events.length > 0 && (
        <>
          <h2 id="events">{t(PERIOD_TEXTS.events)}</h2>
          <section class="scroll" tabindex={0} aria-labelledby="events">
            <table class="rows">
              <tbody>
                {events.map((event) => (
                  <tr key={`${event.enteredAt}/${event.action}`}>
                    <th scope="row">{showDateTime(event.enteredAt)}</th>
                    <td>
                      {t(ledger.transitions[event.action]?.label ?? { zh: event.action, en: event.action })}
                    </td>
                    <td>{personOf(event.by)}</td>
                    <td class="wrap">
                      {[event.data.reason, event.data.note, event.data.until].filter(Boolean).join(" · ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {snapshot && (
            <p class="soft small">
              {t(PERIOD_TEXTS.snapshot)} SHA-256 {snapshot}
            </p>
          )}
        </>
      )}
    </>
  );
}

function FiguresTable({ hall, preview, difference, ledgers, locale }: PeriodPageProps) {
  const t = (text: Text) => say(text, locale);
  const { figures, signed, owed } = preview;
  const before = difference
    ? Object.fromEntries(Object.entries(difference.figures).map(([counter, { frozen }]) => [counter, frozen]))
    : numbersOf(signed);
  const counters = [...new Set([...Object.keys(figures), ...Object.keys(before ?? {})])].sort();
  if (counters.length === 0) return null;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="figures">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t(PERIOD_TEXTS.figure)}</th>
            {before && (
              <th scope="col" class="number">
                {t(difference ? PERIOD_TEXTS.frozen : PERIOD_TEXTS.signed)}
              </th>
            )}
            <th scope="col" class="number">
              {t(PERIOD_TEXTS.now)}
            </th>
            {before && (
              <th scope="col" class="number">
                {t(PERIOD_TEXTS.difference)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {counters.map((counter) => {
            const [ledgerId = "", metric = ""] = counter.split(".");
            const ledger = ledgers.find(({ id }) => id === ledgerId);
            const [was, is] = [before?.[counter] ?? 0, figures[counter] ?? 0];
            const href = pagePaths.hallRows(hall.id, {
              ledger: ledgerId,
              period: owed.obligation.period.id,
              figure: metric,
            });
            return (
              <tr key={counter}>
                <th scope="row">
                  {ledger
                    ? `${t(ledger.title)} · ${t(ledger.metrics[metric]?.label ?? { zh: metric, en: metric })}`
                    : counter}
                </th>
                {before && <td>{showFigure(ledger, metric, was)}</td>}
                <td>
                  <a href={href}>{showFigure(ledger, metric, is)}</a>
                </td>
                {before && (
                  <td class={is === was ? "" : "bad-figure"}>{signedNumber(ledger, metric, is - was)}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function signedNumber(ledger: Ledger | undefined, metric: string, value: number): string {
  return value > 0 ? `+${showFigure(ledger, metric, value)}` : showFigure(ledger, metric, value);
}

function numbersOf(value: unknown): Record<string, number> | null {
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}
