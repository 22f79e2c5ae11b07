// The list behind a figure: what was asked, how many rows, how a ratio comes about, and the rows, 200 to a page.
import { say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { showRate, showYuan } from "../../reports/model/show-inline.ts";
import { figureLabel } from "../centre/board-figures.ts";
import { monthName } from "../design/show-values.ts";
import { type FoundRows, isMoney } from "./load-rows.ts";
import type { Line, LineOptions } from "./row-line.tsx";
import type { RowsQuestion } from "./rows-question.ts";
import { RowsTable } from "./rows-table.tsx";
import { pageOf, ROWS_TEXTS, ratioExplained, rowCount } from "./rows-texts.ts";

export const ROWS_ON_A_PAGE = 200;

export interface RowsPageProps {
  readonly question: RowsQuestion;
  readonly found: FoundRows;
  /** The rows of this page. */
  readonly lines: readonly Line[];
  readonly options: LineOptions;
  /** One hall's name, or null for all halls. */
  readonly hall: Text | null;
  readonly back: { readonly href: string; readonly text: Text };
  readonly pageHref: (page: number) => string;
}

export function rowsTitle({ ledger, figure }: RowsQuestion): Text {
  return figure === undefined ? ROWS_TEXTS.all : figureLabel(ledger, figure);
}

export function RowsPage(props: RowsPageProps) {
  const { question, found, lines, options, hall, back } = props;
  const { locale, nameOf } = options;
  const t = (text: Text) => say(text, locale);
  const { ledger, figure, period, matter } = question;
  const scope = [
    hall ?? ROWS_TEXTS.allHalls,
    period ? (period.kind === "month" ? monthName(period.id) : same(period.id)) : ROWS_TEXTS.now,
    ...(matter === undefined ? [] : [nameOf(matter)]),
  ];
  return (
    <>
      <p class="crumbs no-print">
        <a href={back.href}>← {t(back.text)}</a>
      </p>
      <h1 id="rows">
        {t(ledger.title)} · {t(rowsTitle(question))}
      </h1>
      <p class="soft">{scope.map(t).join(" · ")}</p>
      <p class="lead">
        <b data-count={found.rows.length}>{t(rowCount(found.rows.length))}</b>
        {isMoney(ledger, figure) && (
          <>
            {" · "}
            {t(ROWS_TEXTS.sum)} <b data-sum={found.value ?? 0}>{showYuan(found.value ?? 0)}</b>
          </>
        )}
      </p>
      <RatioLine question={question} found={found} t={t} />
      {lines.some(({ view }) => view.masked) && <p class="soft small">{t(ROWS_TEXTS.masked)}</p>}
      {found.rows.length === 0 ? (
        <p class="notice">{t(ROWS_TEXTS.none)}</p>
      ) : (
        <RowsTable lines={lines} options={options} labelledBy="rows" />
      )}
      <Pager {...props} t={t} />
    </>
  );
}

type Say = (text: Text) => string;

function RatioLine({ question, found, t }: Pick<RowsPageProps, "question" | "found"> & { readonly t: Say }) {
  const metric = metricOf(question.ledger, question.figure);
  if (metric?.combine !== "ratio" || found.value === null) return null;
  const numerator = question.ledger.metrics[metric.numerator]?.label ?? same(metric.numerator);
  const counted = found.rows.filter((row) => row.counted).length;
  return (
    <p class="panel" data-numerator={counted}>
      {t(ratioExplained(numerator, counted, found.rows.length, showRate(found.value)))}
    </p>
  );
}

function Pager({ question, found, pageHref, t }: RowsPageProps & { readonly t: Say }) {
  const pages = Math.max(1, Math.ceil(found.rows.length / ROWS_ON_A_PAGE));
  if (pages === 1 && question.page === 1) return null;
  return (
    <nav class="pager" aria-label={t(pageOf(question.page, pages))}>
      {question.page > 1 && (
        <a class="button plain" rel="prev" href={pageHref(Math.min(question.page - 1, pages))}>
          ← {t(ROWS_TEXTS.previous)}
        </a>
      )}
      <span>{t(pageOf(question.page, pages))}</span>
      {question.page < pages && (
        <a class="button plain" rel="next" href={pageHref(question.page + 1)}>
          {t(ROWS_TEXTS.next)} →
        </a>
      )}
    </nav>
  );
}

function metricOf(ledger: Ledger, figure: string | undefined) {
  return figure === undefined ? undefined : ledger.metrics[figure];
}

function same(text: string): Text {
  return { zh: text, en: text };
}
