// What the public may have of a report: nothing that is marked internal, no small count, no way to rows. PIPL 25.
import type { Text } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "./block-texts.ts";
import type { Block, Inline, Report, TableBlock } from "./report.ts";
import { suppressSmallCells } from "./suppress-small-cells.ts";

export function publishReport(report: Report): Report {
  const open = withoutInternal(report.blocks);
  const leftOut: Text[] = open.left ? [BLOCK_TEXTS.internalNote] : [];
  const notes = [...report.notes, ...leftOut, BLOCK_TEXTS.suppressedNote];
  return suppressSmallCells({ ...report, blocks: open.blocks.map(withoutLinks), notes });
}

/** Pages that a name or a number opens are for those who sign in. */
function withoutLinks(block: Block): Block {
  const plain = <T extends Inline | null>(inline: T): T | Text =>
    inline !== null && "kind" in inline && inline.kind === "link" ? inline.text : inline;
  if (block.kind === "paragraph") return { ...block, parts: block.parts.map(plain) };
  if (block.kind === "fields") {
    return { ...block, items: block.items.map(({ label, value }) => ({ label, value: plain(value) })) };
  }
  if (block.kind !== "table") return block;
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(plain) })) };
}

function withoutInternal(blocks: readonly Block[]): { readonly blocks: Block[]; readonly left: boolean } {
  const kept: Block[] = [];
  let left = false;
  // Level of the internal heading whose section is being left out.
  let inside: number | null = null;
  for (const block of blocks) {
    if (block.kind === "signatures") inside = null;
    if (block.kind === "heading" && (inside === null || block.level <= inside)) {
      inside = block.internal ? block.level : null;
    }
    if (inside !== null || (block.kind === "table" && block.internal)) left = true;
    else if (block.kind === "table" && block.columns.some(({ internal }) => internal)) {
      left = true;
      kept.push(withoutColumns(block));
    } else kept.push(block);
  }
  return { blocks: withoutBareHeadings(withoutOrphans(kept)), left };
}

function withoutColumns(table: TableBlock): TableBlock {
  const open = table.columns.map(({ internal }) => !internal);
  return {
    ...table,
    columns: table.columns.filter((_, at) => open[at]),
    // A group has one cell, at the head of its line.
    rows: table.rows.map((row) =>
      row.kind === "group" ? row : { ...row, cells: row.cells.filter((_, at) => open[at]) },
    ),
  };
}

/** A chart goes with its table. */
function withoutOrphans(blocks: readonly Block[]): Block[] {
  const tables = new Set(blocks.flatMap((block) => (block.kind === "table" ? [block.id] : [])));
  return blocks.filter((block) => block.kind !== "chart" || tables.has(block.table));
}

/** A heading whose section is empty now goes, too. */
function withoutBareHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, at) => {
    if (block.kind !== "heading") return true;
    const next = blocks[at + 1];
    return (
      next !== undefined &&
      next.kind !== "signatures" &&
      !(next.kind === "heading" && next.level <= block.level)
    );
  });
}
