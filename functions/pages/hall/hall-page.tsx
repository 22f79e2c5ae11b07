// A hall's own page: for each of its ledgers what is open, most urgent first, and the figures of the month.
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import {
  type FigureValue,
  figureLabel,
  figureValue,
  isStock,
  STOCK_FIGURES,
} from "../centre/board-figures.ts";
import { FigureLink } from "../centre/figure-cell.tsx";
import { monthName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import type { NameOf } from "../record/field-values.ts";
import type { Line } from "../rows/row-line.tsx";
import { RowsTable } from "../rows/rows-table.tsx";

const TEXTS = {
  asOf: { zh: "数据截至", en: "As of" },
  now: { zh: "现在", en: "Now" },
  open: { zh: "在办事项，按到期日排列，超期在前", en: "Open, by due date, overdue first" },
  more: { zh: "查看全部在办", en: "All that is open" },
  none: { zh: "没有在办事项。", en: "Nothing is open." },
  figures: { zh: "本月数字", en: "Figures of the month" },
  all: { zh: "本月全部登记", en: "All entries of the month" },
} as const satisfies Record<string, Text>;

export interface LedgerState {
  readonly ledger: Ledger;
  readonly stock: { readonly open: number; readonly overdue: number };
  /** By metric. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** The most urgent open rows. */
  readonly lines: readonly Line[];
}

export interface HallPageProps {
  readonly hall: { readonly id: string; readonly name: Text; readonly timeZone: string };
  readonly states: readonly LedgerState[];
  readonly month: string;
  readonly asOf: DateTime;
  readonly locale: Locale;
  readonly nameOf: NameOf;
}

export function HallPage({ hall, states, month, asOf, locale, nameOf }: HallPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(hall.name)}</h1>
      <p class="soft small">
        {t(TEXTS.asOf)} <time datetime={asOf}>{showDateTime(asOf)}</time> ({hall.timeZone})
      </p>
      {states.map((state) => (
        <LedgerSection key={state.ledger.id} {...{ state, hall, month, locale, nameOf }} />
      ))}
    </>
  );
}

type SectionProps = Pick<HallPageProps, "hall" | "month" | "locale" | "nameOf"> & {
  readonly state: LedgerState;
};

function LedgerSection({ state, hall, month, locale, nameOf }: SectionProps) {
  const { ledger, stock, figures, lines } = state;
  const t = (text: Text) => say(text, locale);
  const rowsOf = (figure?: string) => {
    const period = figure !== undefined && isStock(figure) ? undefined : month;
    return pagePaths.hallRows(hall.id, { ledger: ledger.id, period, figure });
  };
  const heading = `open-${ledger.id}`;
  const options = { ledger, locale, nameOf, withHall: false, extra: null };
  const tiles = (values: readonly FigureValue[]) => (
    <dl class="tiles">
      {values.map((value) => (
        <div key={value.figure} class={value.attention ? "tile bad" : "tile"}>
          <dt>{t(figureLabel(ledger, value.figure))}</dt>
          <dd>
            <FigureLink value={value} href={rowsOf(value.figure)} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <h2>
        {t(ledger.title)} · {t(TEXTS.now)}
      </h2>
      {tiles(STOCK_FIGURES.map((figure) => figureValue(ledger, figure, stock[figure])))}
      <h2 id={heading}>{t(TEXTS.open)}</h2>
      {lines.length === 0 ? (
        <p class="notice">{t(TEXTS.none)}</p>
      ) : (
        <RowsTable lines={lines} options={options} labelledBy={heading} />
      )}
      {stock.open > lines.length && (
        <p>
          <a href={rowsOf("open")}>
            {t(TEXTS.more)} ({stock.open})
          </a>
        </p>
      )}
      <h2>
        {t(monthName(month))} · {t(TEXTS.figures)}
      </h2>
      {tiles(Object.keys(ledger.metrics).map((id) => figureValue(ledger, id, figures[id] ?? null)))}
      <p>
        <a href={rowsOf()}>{t(TEXTS.all)}</a>
      </p>
    </>
  );
}
