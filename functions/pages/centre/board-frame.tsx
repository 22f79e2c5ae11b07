// The frame of a board: where one is, the other boards of the same ledger, its filters, and blocks with their exports.
import type { Child } from "hono/jsx";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { InlineView } from "../../reports/html/inline-view.tsx";
import type { Figure } from "../../reports/model/report.ts";
import { figureLabel } from "../../use-cases/rows/stock-figures.ts";
import { ExportedBlocks, type ExportedBlocksProps, pageAddress } from "../exports/exported-blocks.tsx";
import { OversightNav, type OversightNavProps } from "../oversight/oversight-nav.tsx";
import { FRAME_TEXTS } from "./frame-texts.ts";

export interface BoardLink {
  readonly id: string;
  readonly href: string;
  readonly label: Text;
}

export interface BoardFrameProps extends ExportedBlocksProps {
  readonly centre: Centre;
  readonly title: Text;
  readonly asOf: DateTime;
  readonly zone: string;
  readonly boards: readonly BoardLink[];
  readonly current: string;
  /** The centre's pages of oversight that this person may open. */
  readonly places: OversightNavProps["places"];
  readonly filters: Child;
  /** Key figures at the head, with their ledger for their names. */
  readonly keyFigures?: { readonly ledger: Ledger; readonly figures: readonly Figure[] } | undefined;
  readonly notice?: Text | undefined;
}

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
      <ExportedBlocks blocks={blocks} exportOf={exportOf} locale={locale} />
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
