// A paper as a Word file. Heavy: reached by a dynamic import only, so that no function loads it before it is asked for.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { PrintableBlock } from "../../../shared/ledger/printable.ts";
import { docxText } from "../docx/docx-inline.ts";
import { pageOf, SIZES, STYLES, TEXT_WIDTH } from "../docx/docx-page.ts";
import { PAPER_TEXTS, type Paper } from "./paper.ts";

const LIST = "paper-list";

/** Closer than a report: what is handed over should be one sheet, with its signatures on it. */
const PAPER_STYLES: IStylesOptions = {
  default: {
    ...STYLES.default,
    document: {
      ...STYLES.default?.document,
      paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO, after: 40 } },
    },
    heading2: {
      ...STYLES.default?.heading2,
      paragraph: { spacing: { before: 140, after: 40 }, keepNext: true },
    },
  },
};

export async function paperDocx(paper: Paper, locale: Locale): Promise<Uint8Array> {
  const t = (text: Text) => docxText(say(text, locale));
  const { printable } = paper;
  let lists = 0;
  const blocks = printable.blocks.flatMap((block) => {
    if (block.kind === "list") lists++;
    return docxBlock(block, t, lists);
  });
  const foot = [
    `${t(PAPER_TEXTS.complaints)}: ${docxText(paper.complaintPhone) || "—"}`,
    `${t(PAPER_TEXTS.printed)}: ${showDateTime(paper.printedAt)}`,
  ].join("    ");
  const file = new Document({
    title: t(printable.title),
    creator: t(paper.hall),
    styles: PAPER_STYLES,
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        properties: pageOf("portrait"),
        footers: { default: new Footer({ children: [small(foot)] }) },
        children: [
          centred(t(paper.hall), { size: SIZES.subtitle, bold: true }),
          centred(t(printable.title), { size: 36, bold: true }),
          ...(printable.number ? [centred(docxText(printable.number), { size: SIZES.body })] : []),
          ...blocks,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function centred(text: string, look: { readonly size: number; readonly bold?: boolean }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look })] });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: SIZES.small, color: "51606f" })] });
}

function docxBlock(block: PrintableBlock, t: (text: Text) => string, list: number): FileChild[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: t(block.text) })];
    case "paragraph":
      return t(block.text)
        .split("\n")
        .map((text) => new Paragraph({ indent: { firstLine: 2 * 10 * SIZES.body }, text }));
    case "fields":
      return [
        tableOf(block.fields.map(({ label, value }) => [t(label), docxText(value) || "—"])),
        new Paragraph({ text: "" }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            text: docxText(item),
            ...(block.numbered
              ? { numbering: { reference: LIST, level: 0, instance: list } }
              : { bullet: { level: 0 } }),
          }),
      );
    case "table":
      return [
        tableOf([block.columns.map(t), ...block.rows.map((row) => row.map(docxText))]),
        new Paragraph({ text: "" }),
      ];
    case "checklist":
      return block.items.map(({ label, ok, note }) => {
        const mark = ok === null ? "☐" : ok ? "☑" : "☒";
        return new Paragraph({ text: `${mark} ${t(label)}${note ? ` — ${docxText(note)}` : ""}` });
      });
    case "signatures":
      return block.by.map(
        (who) =>
          new Paragraph({
            spacing: { before: 320 },
            keepLines: true,
            children: [
              new TextRun(`${t(who)}  `),
              new TextRun({ text: " ".repeat(20), underline: {} }),
              new TextRun(`  ${t(PAPER_TEXTS.date)}  `),
              new TextRun({ text: " ".repeat(14), underline: {} }),
            ],
          }),
      );
  }
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: "9fb0bf" };

function tableOf(rows: readonly (readonly string[])[]): Table {
  const count = Math.max(1, ...rows.map((row) => row.length));
  // Labels are short, what stands beside them is not.
  const widths = Array.from({ length: count }, (_, at) =>
    Math.floor(TEXT_WIDTH.portrait * (count === 2 ? ([0.25, 0.75][at] ?? 0) : 1 / count)),
  );
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (text, at) =>
              new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 90, right: 90 },
                children: [new Paragraph({ spacing: { after: 0 }, text })],
              }),
          ),
        }),
    ),
  });
}
