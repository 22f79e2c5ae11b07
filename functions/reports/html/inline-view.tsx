// What stands in a sentence or a cell, as HTML: a figure opens its rows.
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import { type Cell, type Figure, type Inline, isText } from "../model/report.ts";
import { NOTHING, showDate, showFigure } from "../model/show-inline.ts";

interface InlineProps {
  readonly locale: Locale;
  /** The whole address of a relative one. */
  readonly addressOf: (relative: string) => string;
}

export function CellView({ cell, ...rest }: InlineProps & { readonly cell: Cell }) {
  return cell === null ? null : <InlineView inline={cell} {...rest} />;
}

export function InlineView({ inline, locale, addressOf }: InlineProps & { readonly inline: Inline }) {
  if (isText(inline)) return <>{say(inline, locale)}</>;
  if (inline.kind === "link") return <a href={addressOf(inline.to)}>{say(inline.text, locale)}</a>;
  if (inline.kind === "date") return <time datetime={inline.date}>{showDate(inline.date)}</time>;
  return <FigureView figure={inline} {...{ locale, addressOf }} />;
}

function FigureView({ figure, locale, addressOf }: InlineProps & { readonly figure: Figure }) {
  const shown = showFigure(figure);
  if (shown === NOTHING) {
    return (
      <span class="nothing" title={say(BLOCK_TEXTS.nothing, locale)}>
        <span aria-hidden="true">{NOTHING}</span>
        <span class="hidden">{say(BLOCK_TEXTS.nothing, locale)}</span>
      </span>
    );
  }
  const metric = figure.metric.slice(figure.metric.indexOf(".") + 1);
  return (
    <>
      {figure.attention && (
        <span aria-hidden="true" class="flag">
          ▲
        </span>
      )}
      {figure.rows === null ? (
        <span data-figure={metric}>{shown}</span>
      ) : (
        <a href={addressOf(figure.rows)} data-figure={metric}>
          {shown}
        </a>
      )}
      {figure.attention && <span class="hidden">{say(BLOCK_TEXTS.attention, locale)}</span>}
    </>
  );
}
