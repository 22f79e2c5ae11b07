// The month board: key figures, the way to other months, and the three tables.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { addDays, monthOf } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { monthName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import { type FigureValue, figureLabel } from "./board-figures.ts";
import { HallsTable, MatrixTable, MattersTable, type TableProps } from "./board-tables.tsx";
import { BOARD_TEXTS } from "./board-texts.ts";
import { FigureLink } from "./figure-cell.tsx";
import type { MonthBoard } from "./month-board.ts";

export interface BoardPageProps {
  readonly board: MonthBoard;
  readonly ledger: Ledger;
  readonly centre: Centre;
  readonly month: Period;
  readonly asOf: DateTime;
  readonly locale: Locale;
  readonly rowsOf: TableProps["rowsOf"];
  /** Named in addresses only for people with several centres. */
  readonly centreNamed: string | undefined;
}

export function BoardPage(props: BoardPageProps) {
  const { board, ledger, centre, month, asOf, locale, rowsOf } = props;
  const t = (text: Text) => say(text, locale);
  const tables = { board, ledger, locale, rowsOf };
  return (
    <>
      <p class="crumbs soft">{t(centre.name)}</p>
      <div class="title-line">
        <h1>
          {t(monthName(month.id))} {t(ledger.title)}
        </h1>
        <MonthNavigation {...props} />
      </div>
      <p class="soft small">
        {t(BOARD_TEXTS.asOf)} <time datetime={asOf}>{showDateTime(asOf)}</time> ({board.zone}) ·{" "}
        {t(BOARD_TEXTS.linkNote)}
      </p>
      <KeyFigures {...props} />
      {board.empty && <p class="notice">{t(BOARD_TEXTS.empty)}</p>}
      <h2 id="halls">{t(BOARD_TEXTS.halls)}</h2>
      <HallsTable {...tables} />
      <p class="soft small">{t(BOARD_TEXTS.stockNote)}</p>
      <p class="soft small">{t(BOARD_TEXTS.rateNote)}</p>
      {!board.empty && (
        <>
          <h2 id="matters">{t(BOARD_TEXTS.matters)}</h2>
          <MattersTable {...tables} />
          <details class="no-print">
            <summary>
              {t(BOARD_TEXTS.unused)} ({board.unused.length})
            </summary>
            <p class="soft small">{board.unused.map(t).join(locale === "zh" ? "、" : " · ")}</p>
          </details>
          <h2 id="matrix">{t(BOARD_TEXTS.matrix)}</h2>
          <MatrixTable {...tables} />
        </>
      )}
    </>
  );
}

const KEY_FIGURES: ReadonlySet<string> = new Set(["received", "closed", "onTimeRate", "open", "overdue"]);

function KeyFigures({ board, ledger, locale, rowsOf }: BoardPageProps) {
  const shown = [...board.total, ...board.totalStocks].filter(({ figure }) => KEY_FIGURES.has(figure));
  return (
    <dl class="tiles">
      {shown.map((value: FigureValue) => (
        <div key={value.figure} class={value.attention ? "tile bad" : "tile"}>
          <dt>{say(figureLabel(ledger, value.figure), locale)}</dt>
          <dd>
            <FigureLink value={value} href={rowsOf(value.figure)} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MonthNavigation({ month, locale, centreNamed }: BoardPageProps) {
  const t = (text: Text) => say(text, locale);
  const [before, after] = [monthOf(addDays(month.first, -1)), monthOf(addDays(month.last, 1))].map((id) =>
    parsePeriod(id),
  );
  return (
    <nav class="row-form end no-print" aria-label={t(BOARD_TEXTS.choose)}>
      {before && (
        <a class="button plain" href={pagePaths.month(before.id, centreNamed)} rel="prev">
          ← {t(BOARD_TEXTS.previous)}
        </a>
      )}
      <form class="row-form" method="get" action={pagePaths.chooseMonth}>
        {centreNamed && <input type="hidden" name="centre" value={centreNamed} />}
        <label>
          <span class="hidden">{t(BOARD_TEXTS.month)}</span>
          <input type="month" name="month" value={month.id} pattern="\d{4}-\d{2}" required />
        </label>
        <button type="submit" class="plain">
          {t(BOARD_TEXTS.show)}
        </button>
      </form>
      {after && (
        <a class="button plain" href={pagePaths.month(after.id, centreNamed)} rel="next">
          {t(BOARD_TEXTS.next)} →
        </a>
      )}
    </nav>
  );
}
