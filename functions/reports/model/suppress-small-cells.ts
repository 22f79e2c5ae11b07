// Published reports hide small counts, and what would give them away. PIPL 25: aggregates, never a person.
import { type Block, type Figure, isFigure, type Report, type Row, type TableBlock } from "./report.ts";

/** [P] Fewer than five could be recognised. */
export const SMALLEST_PUBLISHED = 5;

type Held = { figure: Figure; secret: boolean };

/**
 * Counts from 1 to below `smallest` become "fewer than"; where a total or a sum would give a hidden figure away, the
 * smallest figure beside it is hidden as well; ratios go with their parts. Links to rows are dropped: they are for the
 * centre, not for the public.
 */
export function suppressSmallCells(report: Report, smallest = SMALLEST_PUBLISHED): Report {
  const held = new Map<Figure, Held>();
  for (const figure of report.blocks.flatMap(figuresOf)) {
    const small =
      figure.unit === "count" && figure.value !== null && figure.value > 0 && figure.value < smallest;
    held.set(figure, { figure, secret: small });
  }
  const tables = report.blocks.filter((block): block is TableBlock => block.kind === "table");
  while (hideMore(tables, held)) {
    // Each turn hides at least one figure more, so there is an end.
  }
  const shown = (figure: Figure): Figure => {
    const { rows: _, ...rest } = figure;
    if (!held.get(figure)?.secret) return { ...rest, rows: null };
    const small = figure.unit === "count" && (figure.value ?? 0) < smallest;
    const { attention: __, ...plain } = rest;
    return { ...plain, rows: null, value: null, ...(small ? { below: smallest } : { hidden: true }) };
  };
  return { ...report, blocks: report.blocks.map((block) => withFigures(block, shown)) };
}

function hideMore(tables: readonly TableBlock[], held: Map<Figure, Held>): boolean {
  let more = false;
  const hide = (figure: Figure | undefined) => {
    const one = figure && held.get(figure);
    if (!one || one.secret) return;
    one.secret = true;
    more = true;
  };
  for (const { whole, parts } of tables.flatMap(sumsIn)) {
    const all = [whole, ...parts];
    const [only, second] = all.filter((figure) => held.get(figure)?.secret);
    // One unknown in a sum is no secret; a zero would hide nothing.
    if (!only || second) continue;
    hide(smallestOf(all.filter((figure) => figure !== only && (figure.value ?? 0) > 0)));
  }
  for (const { ratio, parts } of tables.flatMap(ratiosIn)) {
    if (parts.some((part) => held.get(part)?.secret)) hide(ratio);
  }
  // What is hidden in one table is not told by another, nor by a sentence.
  const secret = new Set<string>();
  for (const { figure, secret: hidden } of held.values())
    if (hidden && figure.rows) secret.add(placeOf(figure));
  for (const { figure } of held.values()) if (figure.rows && secret.has(placeOf(figure))) hide(figure);
  return more;
}

function placeOf({ unit, rows }: Figure): string {
  return `${unit} ${rows}`;
}

interface Sum {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/** Columns that add up to a total, and rows whose columns add up to another. */
function sumsIn(table: TableBlock): Sum[] {
  const plain = table.rows.filter(({ kind }) => kind === "row");
  const down = table.rows
    .filter(({ kind }) => kind === "total")
    .flatMap((total) =>
      table.columns.flatMap(({ id, adds }) =>
        adds
          ? sumOf(
              figureAt(table, total, id),
              plain.map((row) => figureAt(table, row, id)),
            )
          : [],
      ),
    );
  const across = table.rows.flatMap((row) =>
    table.columns.flatMap(({ id, sumOf: parts }) =>
      parts
        ? sumOf(
            figureAt(table, row, id),
            parts.map((part) => figureAt(table, row, part)),
          )
        : [],
    ),
  );
  return [...down, ...across];
}

function sumOf(whole: Figure | undefined, parts: readonly (Figure | undefined)[]): Sum[] {
  return whole ? [{ whole, parts: parts.flatMap((part) => part ?? []) }] : [];
}

function ratiosIn(table: TableBlock): { ratio: Figure; parts: Figure[] }[] {
  return table.rows.flatMap((row) =>
    table.columns.flatMap(({ id, ratio }) => {
      const figure = figureAt(table, row, id);
      if (!ratio || !figure) return [];
      const parts = [ratio.numerator, ...ratio.denominator].flatMap(
        (part) => figureAt(table, row, part) ?? [],
      );
      return [{ ratio: figure, parts }];
    }),
  );
}

function figureAt(table: TableBlock, row: Row, column: string): Figure | undefined {
  const cell = row.cells[table.columns.findIndex(({ id }) => id === column)] ?? null;
  return isFigure(cell) ? cell : undefined;
}

function smallestOf(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
}

function figuresOf(block: Block): Figure[] {
  const found: Figure[] = [];
  withFigures(block, (figure) => {
    found.push(figure);
    return figure;
  });
  return found;
}

/** The block with every figure replaced. */
function withFigures(block: Block, replace: (figure: Figure) => Figure): Block {
  switch (block.kind) {
    case "paragraph":
      return { ...block, parts: block.parts.map((part) => (isFigure(part) ? replace(part) : part)) };
    case "fields":
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({
          label,
          value: isFigure(value) ? replace(value) : value,
        })),
      };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => (isFigure(cell) ? replace(cell) : cell)),
        })),
      };
    default:
      return block;
  }
}
