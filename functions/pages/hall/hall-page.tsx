// A hall's own page: its key figures, what is open and most urgent, every ledger, and how its months went.
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { smallChart } from "../../reports/charts/small-chart.ts";
import { Blocks } from "../../reports/html/blocks.tsx";
import { InlineView } from "../../reports/html/inline-view.tsx";
import type { Block, Figure } from "../../reports/model/report.ts";
import { figureLabel } from "../../use-cases/rows/stock-figures.ts";
import { monthName } from "../design/show-values.ts";
import { pageAddress } from "../exports/exported-blocks.tsx";
import { pagePaths } from "../page-paths.ts";
import type { NameOf } from "../record/field-values.ts";
import type { Line } from "../rows/row-line.tsx";
import { RowsTable } from "../rows/rows-table.tsx";

const TEXTS = {
  whereabouts: { zh: "行踪与考勤", en: "Whereabouts and attendance" },
  inspections: { zh: "验收", en: "Inspections" },
  asOf: { zh: "数据截至", en: "As of" },
  open: { zh: "在办事项，按到期日排列，超期在前", en: "Open, by due date, overdue first" },
  more: { zh: "查看全部在办", en: "All that is open" },
  none: { zh: "没有在办事项。", en: "Nothing is open." },
  owed: { zh: "应办清单", en: "What is owed" },
  residents: { zh: "群众个人信息", en: "Residents' requests" },
} as const satisfies Record<string, Text>;

/** The most urgent open rows of one ledger. */
export interface OpenRows {
  readonly ledger: Ledger;
  readonly open: number;
  readonly lines: readonly Line[];
}

export interface HallPageProps {
  readonly hall: { readonly id: string; readonly name: Text; readonly timeZone: string };
  readonly month: string;
  readonly asOf: DateTime;
  readonly locale: Locale;
  readonly nameOf: NameOf;
  /** Of the hall's first ledger, for this month and now. */
  readonly keyFigures: { readonly ledger: Ledger; readonly figures: readonly Figure[] };
  readonly open: readonly OpenRows[];
  readonly blocks: readonly Block[];
  /** A resident may ask this person to show, correct or erase their data. */
  readonly mayFindResidents: boolean;
}

export function HallPage(props: HallPageProps) {
  const { hall, month, asOf, locale, keyFigures, open, blocks } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(hall.name)}</h1>
      <p class="soft small">
        {t(monthName(month))} · {t(TEXTS.asOf)} <time datetime={asOf}>{showDateTime(asOf)}</time> (
        {hall.timeZone}) · <a href={pagePaths.periods(hall.id)}>{t(TEXTS.owed)}</a> ·{" "}
        <a href={pagePaths.whereabouts(hall.id)}>{t(TEXTS.whereabouts)}</a> ·{" "}
        <a href={pagePaths.hallInspections(hall.id)}>{t(TEXTS.inspections)}</a>
        {props.mayFindResidents && (
          <>
            {" "}
            · <a href={pagePaths.hallResidents(hall.id)}>{t(TEXTS.residents)}</a>
          </>
        )}
      </p>
      <dl class="tiles">
        {keyFigures.figures.map((figure) => {
          const id = figure.metric.slice(figure.metric.indexOf(".") + 1);
          return (
            <div key={id} class={figure.attention ? "tile bad" : "tile"}>
              <dt>{t(figureLabel(keyFigures.ledger, id))}</dt>
              <dd>
                <InlineView inline={figure} locale={locale} addressOf={pageAddress} />
              </dd>
            </div>
          );
        })}
      </dl>
      {open.map((rows) => (
        <OpenSection key={rows.ledger.id} rows={rows} {...props} />
      ))}
      <Blocks blocks={blocks} locale={locale} draw={smallChart} addressOf={pageAddress} />
    </>
  );
}

function OpenSection({ rows, hall, locale, nameOf }: HallPageProps & { readonly rows: OpenRows }) {
  const { ledger, open, lines } = rows;
  const t = (text: Text) => say(text, locale);
  const heading = `open-${ledger.id}`;
  const options = { ledger, locale, nameOf, withHall: false, extra: null };
  return (
    <>
      <h2 id={heading}>
        {t(ledger.title)} · {t(TEXTS.open)}
      </h2>
      {lines.length === 0 ? (
        <p class="notice">{t(TEXTS.none)}</p>
      ) : (
        <RowsTable lines={lines} options={options} labelledBy={heading} />
      )}
      {open > lines.length && (
        <p>
          <a href={pagePaths.hallRows(hall.id, { ledger: ledger.id, figure: "open" })}>
            {t(TEXTS.more)} ({open})
          </a>
        </p>
      )}
    </>
  );
}
