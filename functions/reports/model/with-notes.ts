// A report's blocks as they are rendered: its notes stand before the signatures, as what is signed for.
import { BLOCK_TEXTS } from "./block-texts.ts";
import type { Block, Report } from "./report.ts";

export function blocksWithNotes({ blocks, notes }: Pick<Report, "blocks" | "notes">): Block[] {
  if (notes.length === 0) return [...blocks];
  const told: Block[] = [
    { kind: "heading", level: 1, text: BLOCK_TEXTS.notes },
    ...notes.map((note, at): Block => {
      const number = `${at + 1}. `;
      return { kind: "paragraph", parts: [{ zh: number + note.zh, en: number + note.en }] };
    }),
  ];
  const last = blocks.at(-1);
  return last?.kind === "signatures" ? [...blocks.slice(0, -1), ...told, last] : [...blocks, ...told];
}
