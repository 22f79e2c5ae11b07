// A centre's month as the board shows it, from the same sums as the API: by hall, by matter, and both at once.
import type { Matter, Post } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { listHalls } from "../../storage/directory-store.ts";
import type { Sums } from "../../storage/summary-store.ts";
import type { Table } from "../../storage/table.ts";
import { centreZone } from "../../use-cases/centre-zone.ts";
import { mattersOf } from "../../use-cases/hall-facts.ts";
import { figuresOf, hallsOf, rollUp, type Stock, stocksOf } from "../../use-cases/roll-ups.ts";
import { type FigureValue, figureValue, MONTH_FIGURES, STOCK_FIGURES } from "./board-figures.ts";

export interface HallLine {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly figures: readonly FigureValue[];
  /** Null for a hall that has left the centre: what is open there now is not the centre's. */
  readonly stocks: readonly FigureValue[] | null;
  readonly sumsByMatter: ReadonlyMap<string, Sums>;
}

export interface MatterLine {
  readonly matter: { readonly id: string; readonly name: Text };
  readonly figures: readonly FigureValue[];
}

export interface PostGroup {
  readonly name: Text;
  readonly lines: readonly MatterLine[];
}

export interface MonthBoard {
  /** The zone whose clock tells the centre's time. */
  readonly zone: string;
  readonly halls: readonly HallLine[];
  readonly total: readonly FigureValue[];
  readonly totalStocks: readonly FigureValue[];
  readonly posts: readonly PostGroup[];
  /** Offered, and brought by nobody in this month. */
  readonly unused: readonly Text[];
  readonly empty: boolean;
}

export async function readMonthBoard(
  table: Table,
  ledger: Ledger,
  centre: Centre,
  month: Period,
  now: number,
): Promise<MonthBoard> {
  const all = await listHalls(table);
  const present = hallsOf(all, centre.id, now);
  const [rolled, stocks] = await Promise.all([
    rollUp(table, centre.id, month, { split: true }),
    stocksOf(table, ledger, present, now),
  ]);
  const own = all.filter((hall) => centreOf(hall, month.first) === centre.id);
  const ids = new Set([...own, ...present].map(({ id }) => id));
  for (const { hall } of rolled.halls) ids.add(hall);
  const monthFigures = (sums: Sums) => {
    const values = figuresOf(ledger, sums);
    return MONTH_FIGURES.map((figure) => figureValue(ledger, figure, values[figure] ?? null));
  };
  const halls = [...ids].sort().map((id): HallLine => {
    const found = rolled.halls.find(({ hall }) => hall === id);
    const stock = stocks.find(({ hall }) => hall === id);
    return {
      hall: { id, name: nameOf(all, id) },
      figures: monthFigures(found?.sums ?? {}),
      stocks: stock ? stockFigures(ledger, stock) : null,
      sumsByMatter: new Map((found?.byDimension ?? []).map(({ dimension, sums }) => [dimension, sums])),
    };
  });
  const matters = mattersOf(centre);
  const lines = rolled.byDimension
    .filter(({ sums }) => hasAny(ledger, sums))
    .map(({ dimension, sums }) => ({ id: dimension, figures: monthFigures(sums) }));
  const seen = new Set(lines.map(({ id }) => id));
  return {
    zone: centreZone(present),
    halls,
    total: monthFigures(rolled.total),
    totalStocks: stockFigures(ledger, {
      open: stocks.reduce((sum, { open }) => sum + open, 0),
      overdue: stocks.reduce((sum, { overdue }) => sum + overdue, 0),
    }),
    posts: byPost(lines, matters),
    unused: matters.filter((one) => !seen.has(one.id) && isOffered(one, month)).map(({ name }) => name),
    empty: !hasAny(ledger, rolled.total),
  };
}

function stockFigures(ledger: Ledger, stock: Omit<Stock, "hall">): FigureValue[] {
  return STOCK_FIGURES.map((figure) => figureValue(ledger, figure, stock[figure]));
}

function nameOf(halls: readonly Hall[], id: string): Text {
  return halls.find((hall) => hall.id === id)?.name ?? { zh: id, en: id };
}

function hasAny(ledger: Ledger, sums: Sums): boolean {
  return Object.entries(sums).some(([name, amount]) => name.startsWith(`${ledger.id}.`) && amount !== 0);
}

function isOffered(matter: Matter, month: Period): boolean {
  return matter.retiredFrom === undefined || matter.retiredFrom > month.last;
}

const OUTSIDE: Post["name"] = { zh: "目录以外", en: "Not in the catalogue" };

/** In the order of the catalogue: posts, and the matters of each; what the catalogue does not know comes last. */
function byPost(
  lines: readonly { readonly id: string; readonly figures: readonly FigureValue[] }[],
  matters: readonly Matter[],
): PostGroup[] {
  const known = new Set(matters.map(({ id }) => id));
  const line = (id: string, name: Text): MatterLine[] => {
    const found = lines.find((one) => one.id === id);
    return found ? [{ matter: { id, name }, figures: found.figures }] : [];
  };
  const posts = [...new Set([...SHIPPED_POSTS.map(({ id }) => id), ...matters.map(({ post }) => post)])];
  const groups = posts.map((post) => ({
    name: SHIPPED_POSTS.find(({ id }) => id === post)?.name ?? { zh: post, en: post },
    lines: matters.filter((matter) => matter.post === post).flatMap(({ id, name }) => line(id, name)),
  }));
  const outside = lines.filter(({ id }) => !known.has(id)).flatMap(({ id }) => line(id, { zh: id, en: id }));
  return [...groups, { name: OUTSIDE, lines: outside }].filter((group) => group.lines.length > 0);
}
