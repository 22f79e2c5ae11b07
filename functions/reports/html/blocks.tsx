// The blocks of a report as HTML: in standalone reports and on pages alike.
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { type ChartData, chartData, hasPoints } from "../charts/chart-data.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import type { Block, ChartBlock, TableBlock } from "../model/report.ts";
import { showDate } from "../model/show-inline.ts";
import { CellView, InlineView } from "./inline-view.tsx";
import { TableView } from "./table-view.tsx";

export interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly locale: Locale;
  /** Draws a chart as an SVG element. */
  readonly draw: (chart: ChartData, locale: Locale) => string;
  /** The whole address of a relative one. */
  readonly addressOf: (relative: string) => string;
  /** What stands at the end of a table's title: its exports. */
  readonly besideTable?: (table: TableBlock) => Child;
}

export function Blocks(props: BlocksProps) {
  return (
    <>
      {props.blocks.map((block, at) => (
        <BlockView key={keyOf(block, at)} block={block} {...props} />
      ))}
    </>
  );
}

/** Blocks have a place rather than a name, but for those that others refer to. */
function keyOf(block: Block, at: number): string {
  return "id" in block ? block.id : `${block.kind}-${at}`;
}

export type With<B> = BlocksProps & { readonly block: B };

function BlockView({ block, ...rest }: With<Block>) {
  const { locale } = rest;
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? <h2>{say(block.text, locale)}</h2> : <h3>{say(block.text, locale)}</h3>;
    case "paragraph":
      return (
        <p class="told">
          {block.parts.map((part) => (
            <InlineView key={JSON.stringify(part)} inline={part} {...rest} />
          ))}
        </p>
      );
    case "notice":
      return <p class="notice">{say(block.text, locale)}</p>;
    case "fields":
      return (
        <dl class="facts">
          {block.items.map(({ label, value }) => (
            <div key={label.en}>
              <dt>{say(label, locale)}</dt>
              <dd>
                <CellView cell={value} {...rest} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "checklist":
      return (
        <ul class="checks">
          {block.items.map(({ text, state, note }) => (
            <li key={text.en} class={state}>
              <span class="mark">{say(BLOCK_TEXTS[state], locale)}</span> {say(text, locale)}
              {note && <span class="soft"> — {note}</span>}
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableView block={block} {...rest} />;
    case "chart":
      return <ChartView block={block} {...rest} />;
    case "signatures":
      return (
        <div class="signatures">
          {block.lines.map(({ label, name, date }) => (
            <p key={label.en}>
              {say(label, locale)}
              {say(BLOCK_TEXTS.colon, locale)}
              <span class="line">{name ?? ""}</span>
              {say(BLOCK_TEXTS.date, locale)}
              {say(BLOCK_TEXTS.colon, locale)}
              <span class="line short">{date ? showDate(date) : ""}</span>
            </p>
          ))}
        </div>
      );
  }
}

function ChartView({ block, blocks, locale, draw }: With<ChartBlock>) {
  const data = chartData(block, blocks);
  if (!hasPoints(data)) return null;
  return (
    <figure class="chart" tabindex={0}>
      <figcaption>{say(block.title, locale)}</figcaption>
      {raw(draw(data, locale))}
    </figure>
  );
}
