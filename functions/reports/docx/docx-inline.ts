// What stands in a sentence or a cell, in Word: a figure is a link to its rows, and looks like any other text on paper.
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { Locale } from "../../../shared/kernel/text.ts";
import { type Cell, isFigure, isText } from "../model/report.ts";
import { showInline } from "../model/show-inline.ts";

export interface DocxOptions {
  readonly locale: Locale;
  readonly addressOf: (relative: string) => string;
}

const ATTENTION = "a3190f";

export function inlineRuns(inline: Cell, options: DocxOptions, look: IRunOptions = {}): ParagraphChild[] {
  if (inline === null) return [];
  const text = docxText(showInline(inline, options.locale));
  const alarm = isFigure(inline) && inline.attention ? { color: ATTENTION, bold: true } : {};
  const lines = text.split("\n");
  const runs = lines.map(
    (line, at) => new TextRun({ ...look, ...alarm, text: line, ...(at > 0 ? { break: 1 } : {}) }),
  );
  const to =
    isText(inline) || inline.kind === "date" ? null : inline.kind === "link" ? inline.to : inline.rows;
  return to === null ? runs : [new ExternalHyperlink({ children: runs, link: options.addressOf(to) })];
}

/** Without the control characters that XML forbids. */
export function docxText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
