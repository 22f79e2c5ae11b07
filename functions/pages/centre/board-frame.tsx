// The frame of a board: where one is, the other boards of the same ledger, its filters, and blocks with their exports.
import type { Child } from "hono/jsx";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { smallChart } from "../../reports/charts/small-chart.ts";
import { Blocks } from "../../reports/html/blocks.tsx";
import { InlineView } from "../../reports/html/inline-view.tsx";
import type { Block, Figure, TableBlock } from "../../reports/model/report.ts";
import { figureLabel } from "../../use-cases/rows/stock-figures.ts";
import { OversightNav, type OversightNavProps } from "../oversight/oversight-nav.tsx";
import { FRAME_TEXTS } from "./frame-texts.ts";

export interface BoardLink {
  readonly id: string;
  readonly href: string;
  readonly label: Text;
}

export interface BoardFrameProps {
  readonly centre: Centre;
  readonly title: Text;
  readonly asOf: DateTime;
  readonly zone: string;
  readonly locale: Locale;
  readonly boards: readonly BoardLink[];
  readonly current: string;
  /** The centre's pages of oversight that this person may open. */
  readonly places: OversightNavProps["places"];
  readonly filters: Child;
  /** Key figures at the head, with their ledger for their names. */
  readonly keyFigures?: { readonly ledger: Ledger; readonly figures: readonly Figure[] } | undefined;
  readonly notice?: Text | undefined;
  readonly blocks: readonly Block[];
  /** The address of a table's export. */
  readonly exportOf: (table: TableBlock, as: "csv" | "xlsx") => string;
}

/** Relative addresses of figures and rows, for people. */
export const pageAddress = (relative: string): string => `/${relative}`;

export function BoardFrame(props: BoardFrameProps) {
  const { centre, title, asOf, zone, locale, boards, current, filters, notice, blocks, exportOf } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs soft">{t(centre.name)}</p>
      <OversightNav places={props.places} at={null} locale={locale} />
      <div class="title-line">
        <h1>{t(title)}</h1>
        <div class="end no-print">{filters}</div>
      </div>
      <nav class="tabs no-print" aria-label={t(FRAME_TEXTS.boards)}>
        {boards.map(({ id, href, label }) => (
          <a key={id} href={href} {...(id === current ? { "aria-current": "page" as const } : {})}>
            {t(label)}
          </a>
        ))}
      </nav>
      <p class="soft small">
        {t(FRAME_TEXTS.asOf)} <time datetime={asOf}>{showDateTime(asOf)}</time> ({zone}) ·{" "}
        {t(FRAME_TEXTS.linkNote)}
      </p>
      <KeyFigures {...props} />
      {notice && <p class="notice">{t(notice)}</p>}
      <Blocks
        blocks={blocks}
        locale={locale}
        draw={smallChart}
        addressOf={pageAddress}
        besideTable={(table) => (
          <span class="exports no-print">
            <a href={exportOf(table, "xlsx")} download>
              Excel
            </a>{" "}
            <a href={exportOf(table, "csv")} download>
              CSV
            </a>
          </span>
        )}
      />
    </>
  );
}

function KeyFigures({ keyFigures, locale }: BoardFrameProps) {
  if (!keyFigures) return null;
  return (
    <dl class="tiles">
      {keyFigures.figures.map((figure) => {
        const id = figure.metric.slice(figure.metric.indexOf(".") + 1);
        return (
          <div key={id} class={figure.attention ? "tile bad" : "tile"}>
            <dt>{say(figureLabel(keyFigures.ledger, id), locale)}</dt>
            <dd>
              <InlineView inline={figure} locale={locale} addressOf={pageAddress} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
