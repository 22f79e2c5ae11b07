// Replaces what stands between two marks of a document, which a command fills.
import { readFileSync, writeFileSync } from "node:fs";

/** `<!-- bench -->` … `<!-- /bench -->`, each in a line of its own. */
export function replaceMarked(text: string, mark: string, content: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`there is no place marked ${open}`);
  return `${text.slice(0, from + open.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

export function writeMarked(file: URL, mark: string, content: string): void {
  writeFileSync(file, replaceMarked(readFileSync(file, "utf8"), mark, content));
}
