// The tables of a consolidated period: by hall, by post, by flow, by matter, and what a ledger wants shown apart.
import { FLOW_NAMES, isCaseFlow } from "../../shared/capabilities/cases/case-flows.ts";
import { FLOWS, type Matter } from "../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../shared/capabilities/catalogue/posts.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { TableBlock } from "../reports/model/report.ts";
import { addSums, type Sums } from "../storage/summary-store.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { type Consolidation, hasAny } from "./consolidation.ts";
import { type FigureLine, figuresTable, type RowsQuery, totalLine } from "./figures-table.ts";

export interface TableOptions {
  readonly rowsOf: (query: RowsQuery) => string;
}

export function headlineOf({ boards, metrics }: Ledger): readonly string[] {
  return boards?.headline ?? Object.keys(metrics);
}

export function hallsTable(found: Consolidation, { rowsOf }: TableOptions): TableBlock {
  const { ledger } = found;
  return figuresTable({
    id: "halls",
    title: BOARD_TEXTS.halls,
    first: BOARD_TEXTS.hall,
    ledger,
    figures: headlineOf(ledger),
    lines: hallLines(found),
    withStocks: true,
    rowsOf,
    note: BOARD_TEXTS.stockNote,
  });
}

/** What the ledger wants shown apart: results, times, quality. */
export function detailTables(found: Consolidation, { rowsOf }: TableOptions): TableBlock[] {
  const { ledger } = found;
  return (ledger.boards?.details ?? []).map(({ id, title, figures }) =>
    figuresTable({ id, title, first: BOARD_TEXTS.hall, ledger, figures, lines: hallLines(found), rowsOf }),
  );
}

function hallLines({ ledger, halls, period, total, totalStock }: Consolidation): FigureLine[] {
  // The centre's office has no page of a hall, but its ledgers have.
  const below = ledger.scope === "centre" ? `/ledgers/${ledger.id}` : "";
  const lines = halls.map(
    ({ id, name, sums, stock }): FigureLine => ({
      kind: "row",
      id,
      label: { kind: "link", text: name, to: `halls/${encodeURIComponent(id)}${below}` },
      sums,
      stocks: stock,
      where: { period: period.id, hall: id },
    }),
  );
  return [...lines, totalLine(BOARD_TEXTS.total, total, { period: period.id }, totalStock)];
}

/** By post and by flow: sums over their matters. */
export function groupTables(found: Consolidation, { rowsOf }: TableOptions): TableBlock[] {
  const { matters } = found;
  if (!matters) return [];
  const posts = postsOf(matters).map((id) => ({ id, name: postName(id) }));
  const flows = FLOWS.map((id) => ({ id, name: isCaseFlow(id) ? FLOW_NAMES[id] : { zh: id, en: id } }));
  return [
    groupTable(found, {
      id: "posts",
      title: BOARD_TEXTS.posts,
      first: BOARD_TEXTS.post,
      by: "post",
      groups: posts,
      rowsOf,
    }),
    groupTable(found, {
      id: "flows",
      title: BOARD_TEXTS.flows,
      first: BOARD_TEXTS.flow,
      by: "flow",
      groups: flows,
      rowsOf,
    }),
  ];
}

interface Grouping extends TableOptions {
  readonly id: string;
  readonly title: Text;
  readonly first: Text;
  readonly by: "post" | "flow";
  readonly groups: readonly { readonly id: string; readonly name: Text }[];
}

function groupTable(found: Consolidation, grouping: Grouping): TableBlock {
  const { ledger, period, matters, byDimension } = found;
  const { groups, by, ...table } = grouping;
  const lines = groups.flatMap(({ id, name }): FigureLine[] => {
    const own = new Set((matters ?? []).filter((matter) => matter[by] === id).map((matter) => matter.id));
    const sums = addSums(byDimension.filter(({ dimension }) => own.has(dimension)).map((one) => one.sums));
    const where = { period: period.id, [by]: id };
    return hasAny(ledger, sums) ? [{ kind: "row", id, label: name, sums, where }] : [];
  });
  const outside = outsideOf(found);
  const where = { period: period.id };
  return figuresTable({
    ...table,
    ledger,
    figures: headlineOf(ledger),
    lines: [...lines, ...outside, totalLine(BOARD_TEXTS.total, found.total, where)],
    ...(by === "post" ? { note: BOARD_TEXTS.catalogueNote } : {}),
  });
}

/** Matters that the catalogue does not know, each for itself. */
function outsideOf({ byDimension, matters, period }: Consolidation): FigureLine[] {
  const known = new Set((matters ?? []).map(({ id }) => id));
  return byDimension
    .filter(({ dimension }) => !known.has(dimension))
    .map(({ dimension, sums }) => ({
      kind: "row",
      id: dimension,
      label: { zh: `${BOARD_TEXTS.outside.zh}：${dimension}`, en: `${BOARD_TEXTS.outside.en}: ${dimension}` },
      sums,
      where: { period: period.id, matter: dimension },
    }));
}

/** In the order of the catalogue, under their posts; of a ledger that is split by something else, its values. */
export function dimensionTable(found: Consolidation, { rowsOf }: TableOptions): TableBlock | undefined {
  const { ledger, period, matters, byDimension, total } = found;
  const field = ledger.dimension === null ? undefined : ledger.fields[ledger.dimension];
  if (!field) return undefined;
  const line = (id: string, label: Text): FigureLine[] => {
    const sums: Sums | undefined = byDimension.find(({ dimension }) => dimension === id)?.sums;
    return sums ? [{ kind: "row", id, label, sums, where: { period: period.id, matter: id } }] : [];
  };
  const lines = matters
    ? [...postsOf(matters).flatMap((post) => groupOf(post, matters, line)), ...outsideOf(found)]
    : byDimension.flatMap(({ dimension }) => line(dimension, found.nameOfValue(dimension)));
  return figuresTable({
    id: "matters",
    title: matters
      ? BOARD_TEXTS.matters
      : { zh: `按${field.label.zh}`, en: `By ${field.label.en.toLowerCase()}` },
    first: field.label,
    ledger,
    figures: headlineOf(ledger),
    lines: [...lines, totalLine(BOARD_TEXTS.total, total, { period: period.id })],
    rowsOf,
  });
}

function groupOf(
  post: string,
  matters: readonly Matter[],
  line: (id: string, label: Text) => FigureLine[],
): FigureLine[] {
  const lines = matters.filter((matter) => matter.post === post).flatMap(({ id, name }) => line(id, name));
  if (lines.length === 0) return [];
  return [{ kind: "group", id: `post-${post}`, label: postName(post), sums: {}, where: {} }, ...lines];
}

function postsOf(matters: readonly Matter[]): string[] {
  return [...new Set([...SHIPPED_POSTS.map(({ id }) => id), ...matters.map(({ post }) => post)])];
}

function postName(id: string): Text {
  return SHIPPED_POSTS.find((post) => post.id === id)?.name ?? { zh: id, en: id };
}
