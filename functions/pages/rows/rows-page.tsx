// The list behind a figure: what was asked, how many rows, how a ratio comes about, and the rows, 200 to a page.

import { FLOW_NAMES, isCaseFlow } from "../../../shared/capabilities/cases/case-flows.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { DUE_BANDS } from "../../../shared/kernel/due-band.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { showRate, showTenths, showYuan } from "../../reports/model/show-inline.ts";
import { type FoundRows, isMoney } from "../../use-cases/rows/load-rows.ts";
import type { RowsQuestion } from "../../use-cases/rows/rows-question.ts";
import { figureLabel } from "../../use-cases/rows/stock-figures.ts";
import { monthName } from "../design/show-values.ts";
import type { Line, LineOptions } from "./row-line.tsx";
import { ROWS_IN_A_FILE } from "./rows-export.ts";
import { RowsTable } from "./rows-table.tsx";
import { averageExplained, pageOf, ROWS_TEXTS, ratioExplained, rowCount } from "./rows-texts.ts";

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
  readonly pageHref: (page: number, more?: Readonly<Record<string, string>>) => string;
}

export function rowsTitle({ ledger, figure }: RowsQuestion): Text {
  return figure === undefined ? ROWS_TEXTS.all : figureLabel(ledger, figure);
}

export function RowsPage(props: RowsPageProps) {
  const { question, found, lines, options, hall, back } = props;
  const { locale, nameOf } = options;
  const t = (text: Text) => say(text, locale);
  const { ledger, figure, period } = question;
  const scope = [
    hall ?? ROWS_TEXTS.allHalls,
    period ? (period.kind === "month" ? monthName(period.id) : same(period.id)) : ROWS_TEXTS.now,
    ...filtersOf(question, nameOf),
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
        <b data-count={found.rows.length} data-value={found.value ?? undefined}>
          {t(rowCount(found.rows.length))}
        </b>
        {isMoney(ledger, figure) && (
          <>
            {" · "}
            {t(ROWS_TEXTS.sum)} <b data-sum={found.value ?? 0}>{showYuan(found.value ?? 0)}</b>
          </>
        )}
      </p>
      <RatioLine question={question} found={found} t={t} />
      <Files {...props} t={t} />
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

/** What narrows the rows down, in words. */
function filtersOf(
  { ledger, matter, post, flow, band, is }: RowsQuestion,
  nameOf: LineOptions["nameOf"],
): Text[] {
  const postName = SHIPPED_POSTS.find(({ id }) => id === post)?.name;
  return [
    ...(matter?.split(",").map(nameOf) ?? []),
    ...(is ? [isName(ledger, is, nameOf)] : []),
    ...(post === undefined ? [] : [postName ?? same(post)]),
    ...(flow === undefined ? [] : [isCaseFlow(flow) ? FLOW_NAMES[flow] : same(flow)]),
    ...(band === undefined ? [] : [DUE_BANDS[band].label]),
  ];
}

function isName(
  ledger: Ledger,
  { field, value }: NonNullable<RowsQuestion["is"]>,
  nameOf: LineOptions["nameOf"],
): Text {
  const label = ledger.fields[field]?.label ?? same(field);
  const name = value === "" ? same("—") : nameOf(value);
  return { zh: `${label.zh}：${name.zh}`, en: `${label.en}: ${name.en}` };
}

type Say = (text: Text) => string;

/** The whole list as files, in parts where it is long. */
function Files({ found, pageHref, t }: RowsPageProps & { readonly t: Say }) {
  const parts = Math.ceil(found.rows.length / ROWS_IN_A_FILE);
  if (parts === 0) return null;
  return (
    <p class="exports no-print">
      {t(ROWS_TEXTS.download)}
      {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
        <span key={part}>
          {" "}
          <a href={pageHref(part, { as: "xlsx" })} download>
            Excel{parts > 1 && ` ${part}/${parts}`}
          </a>{" "}
          <a href={pageHref(part, { as: "csv" })} download>
            CSV{parts > 1 && ` ${part}/${parts}`}
          </a>
        </span>
      ))}
    </p>
  );
}

function RatioLine({ question, found, t }: Pick<RowsPageProps, "question" | "found"> & { readonly t: Say }) {
  const metric = metricOf(question.ledger, question.figure);
  if (metric?.combine !== "ratio" || found.value === null) return null;
  const numerator = question.ledger.metrics[metric.numerator]?.label ?? same(metric.numerator);
  if (metric.inDays) {
    const days = found.rows.reduce((sum, { amount }) => sum + amount, 0);
    return (
      <p class="panel">{t(averageExplained(numerator, days, found.rows.length, showTenths(found.value)))}</p>
    );
  }
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
