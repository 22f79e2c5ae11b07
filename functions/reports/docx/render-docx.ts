// A report as a Word document: cover, contents, chapters with wide tables on pages of their own, page numbers.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import type { Report } from "../model/report.ts";
import { titleOf } from "../model/report-title.ts";
import { blocksWithNotes } from "../model/with-notes.ts";
import { type BlockOptions, docxBlock, noticeOf } from "./docx-blocks.ts";
import { docxText } from "./docx-inline.ts";
import { type Orientation, pageOf, SIZES, STYLES } from "./docx-page.ts";
import { orientationOf } from "./docx-table.ts";

export async function renderDocx(report: Report, options: BlockOptions): Promise<Uint8Array> {
  const document = new Document({
    title: docxText(titleOf(report, options.locale)),
    creator: docxText(say(report.cover?.organisation ?? report.title, options.locale)),
    styles: STYLES,
    // Written into the contents, so that Word asks nothing when it opens the file.
    pageNumbers: estimatePageNumbers,
    sections: [...coverOf(report, options), ...bodyOf(report, options)],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function coverOf(report: Report, { locale }: BlockOptions): ISectionOptions[] {
  const { cover } = report;
  if (!cover) return [];
  const line = (text: string, size: number, before: number, color = "1b2733") =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after: 120 },
      children: [new TextRun({ text: docxText(text), size, color })],
    });
  return [
    {
      properties: pageOf("portrait"),
      children: [
        line(say(cover.motto, locale), SIZES.motto, 2000, "a3190f"),
        new Paragraph({
          heading: HeadingLevel.TITLE,
          spacing: { before: 1800 },
          text: docxText(titleOf({ ...report, title: cover.title }, locale)),
        }),
        line(say(cover.subtitle, locale), SIZES.subtitle, 0),
        line(say(cover.organisation, locale), SIZES.subtitle, 2600),
        line(`${say(BLOCK_TEXTS.asOf, locale)} ${showDateTime(report.asOf)}`, SIZES.small, 0, "51606f"),
      ],
    },
  ];
}

/** Blocks in a row that stand on pages of one orientation; a table's title and picture go with it. */
function bodyOf(report: Report, options: BlockOptions): ISectionOptions[] {
  const parts: { orientation: Orientation; children: FileChild[] }[] = [
    { orientation: "portrait", children: frontMatter(report, options) },
  ];
  const blocks = blocksWithNotes(report);
  for (const [at, block] of blocks.entries()) {
    // A heading stands on the page of what it heads.
    const headed = block.kind === "heading" ? blocks.slice(at).find(({ kind }) => kind !== "heading") : block;
    const orientation = headed?.kind === "table" ? orientationOf(headed) : "portrait";
    const last = parts.at(-1);
    const children = docxBlock(block, report.blocks, options);
    if (last?.orientation === orientation) last.children.push(...children);
    else parts.push({ orientation, children });
  }
  return parts.map(({ orientation, children }, at) => ({
    properties: {
      ...pageOf(orientation),
      type: SectionType.NEXT_PAGE,
      page: {
        ...pageOf(orientation).page,
        // The cover has no number; the first page after it is page one.
        ...(at === 0 ? { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } : {}),
      },
    },
    footers: { default: footerOf(options) },
    children,
  }));
}

function frontMatter(report: Report, { locale }: BlockOptions): FileChild[] {
  const warning = report.preliminary ? [noticeOf(docxText(say(BLOCK_TEXTS.preliminaryNote, locale)))] : [];
  if (!report.cover) {
    const asOf = `${say(BLOCK_TEXTS.asOf, locale)} ${showDateTime(report.asOf)}`;
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, text: docxText(titleOf(report, locale)) }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: asOf, size: SIZES.small, color: "51606f" })],
      }),
      ...warning,
    ];
  }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: say(BLOCK_TEXTS.contents, locale), bold: true, size: SIZES.subtitle })],
    }),
    new TableOfContents(say(BLOCK_TEXTS.contents, locale), { hyperlink: true, headingStyleRange: "1-2" }),
    new Paragraph({ children: [new PageBreak()] }),
    ...warning,
  ];
}

function footerOf({ locale }: BlockOptions): Footer {
  const run = (child: string) => new TextRun({ children: [child], size: SIZES.table, color: "51606f" });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run(say(BLOCK_TEXTS.page, locale)),
          new TextRun({ children: [PageNumber.CURRENT], size: SIZES.table, color: "51606f" }),
          run(say(BLOCK_TEXTS.pageEnd, locale)),
        ],
      }),
    ],
  });
}
