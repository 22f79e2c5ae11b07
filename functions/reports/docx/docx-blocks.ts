// The blocks of a report in Word.
import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  TextRun,
} from "docx";
import { say } from "../../../shared/kernel/text.ts";
import { type ChartData, chartData, hasPoints } from "../charts/chart-data.ts";
import type { Picture } from "../charts/chart-picture.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import type { Block, ChartBlock, TableBlock } from "../model/report.ts";
import { showDate } from "../model/show-inline.ts";
import { type DocxOptions, docxText, inlineRuns } from "./docx-inline.ts";
import { SIZES } from "./docx-page.ts";
import { docxTable } from "./docx-table.ts";

export interface BlockOptions extends DocxOptions {
  /** Nothing where pictures cannot be drawn: the table behind the chart says the same. */
  readonly picture: (chart: ChartData) => Picture | undefined;
}

export function docxBlock(block: Block, blocks: readonly Block[], options: BlockOptions): FileChild[] {
  const { locale } = options;
  const t = (text: { zh: string; en: string }) => docxText(say(text, locale));
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, text: t(block.text) })];
    }
    case "paragraph":
      return [
        new Paragraph({
          indent: { firstLine: 2 * 10 * SIZES.body },
          children: block.parts.flatMap((part) => inlineRuns(part, options)),
        }),
      ];
    case "notice":
      return [noticeOf(t(block.text))];
    case "fields":
      return block.items.map(
        ({ label, value }) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [
              new TextRun({ text: `${t(label)}${t(BLOCK_TEXTS.colon)}`, color: "51606f" }),
              ...inlineRuns(value, options),
            ],
          }),
      );
    case "checklist":
      return block.items.map(
        ({ text, state, note }) =>
          new Paragraph({
            spacing: { after: 20 },
            text: `${t(BLOCK_TEXTS[state])} ${t(text)}${note ? ` — ${docxText(note)}` : ""}`,
          }),
      );
    case "table":
      return tableOf(block, options);
    case "chart":
      return chartOf(block, blocks, options);
    case "signatures":
      return block.lines.map(({ label, name, date }, at) => {
        const lined = (text: string) => new TextRun({ text: text.padEnd(18), underline: {} });
        return new Paragraph({
          spacing: { before: 360 },
          keepLines: true,
          keepNext: at < block.lines.length - 1,
          children: [
            new TextRun(`${t(label)}${t(BLOCK_TEXTS.colon)}`),
            lined(docxText(name ?? "")),
            new TextRun(`    ${t(BLOCK_TEXTS.date).trim()}${t(BLOCK_TEXTS.colon)}`),
            lined(date ? showDate(date) : ""),
          ],
        });
      });
  }
}

export function noticeOf(text: string): Paragraph {
  return new Paragraph({
    shading: { type: "clear", fill: "fff4dc", color: "auto" },
    children: [new TextRun({ text, color: "7a4a00" })],
  });
}

function tableOf(table: TableBlock, options: BlockOptions): FileChild[] {
  const { locale } = options;
  const title = new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun({ text: docxText(say(table.title, locale)), bold: true, size: SIZES.small + 2 })],
  });
  const small = (text: string) =>
    new Paragraph({
      spacing: { before: 60 },
      children: [new TextRun({ text, size: SIZES.table, color: "51606f" })],
    });
  const note = table.note
    ? [small(docxText(say(table.note, locale)))]
    : [new Paragraph({ spacing: { after: 0 } })];
  if (table.rows.length === 0 && table.empty)
    return [title, small(docxText(say(table.empty, locale))), ...note];
  return [title, docxTable(table, options), ...note];
}

/** Pixels of a page that stands upright. */
const CHART_WIDTH = 640;

function chartOf(chart: ChartBlock, blocks: readonly Block[], options: BlockOptions): FileChild[] {
  const data = chartData(chart, blocks);
  if (!hasPoints(data)) return [];
  const picture = options.picture(data);
  if (!picture) return [];
  const { png, width, height } = picture;
  const title = docxText(say(chart.title, options.locale));
  const size = { width: CHART_WIDTH, height: Math.round((CHART_WIDTH * height) / width) };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160, after: 40 },
      children: [new TextRun({ text: title, bold: true, size: SIZES.small })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // Another than single spacing cuts the picture off.
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: "png",
          data: png,
          transformation: size,
          altText: { name: title, title, description: title },
        }),
      ],
    }),
  ];
}
