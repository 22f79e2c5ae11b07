// The centre's boards: month, year, trends, comparison, overdue. Filters stand in the address.
import { type Context, Hono } from "hono";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { addDays, monthOf } from "../../../shared/kernel/plain-date.ts";
import { BOARD_TEXTS } from "../../boards/board-texts.ts";
import { comparisonTables, periodName } from "../../boards/comparison.ts";
import {
  detailTables,
  dimensionTable,
  groupTables,
  hallsTable,
  headlineOf,
} from "../../boards/consolidated-tables.ts";
import { type Consolidation, consolidate } from "../../boards/consolidation.ts";
import { figureCell, unitOf } from "../../boards/figures-table.ts";
import { matrixTable } from "../../boards/matrix-table.ts";
import { bandsTable, readBands, urgentTable } from "../../boards/overdue.ts";
import { chartsOf, monthsUpTo, trendTable } from "../../boards/trend.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import type { Block, Figure } from "../../reports/model/report.ts";
import { figuresOf, hallsOf } from "../../use-cases/roll-ups.ts";
import { STOCK_FIGURES } from "../../use-cases/rows/stock-figures.ts";
import type { PageEnv } from "../page-env.ts";
import { pagePaths } from "../page-paths.ts";
import { type BoardCall, type BoardView, boardCall, showBoard } from "./board-call.tsx";
import { FRAME_TEXTS } from "./frame-texts.ts";

/** Months on the trend board. */
const TREND_MONTHS = 12;
const URGENT_SHOWN = 200;

export function boardRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();

  routes.get(pagePaths.chooseMonth, async (c) => {
    const call = await boardCall(c);
    const { month, ledger, centre } = Object.fromEntries(new URL(c.req.url).searchParams);
    return c.redirect(pagePaths.board("months", month ?? monthOf(call.today), { ledger, centre }), 303);
  });

  for (const kind of ["month", "year"] as const) {
    routes.get(`/centre/${kind}s/:period`, async (c) => {
      const call = await boardCall(c);
      const id = c.req.param("period") ?? "";
      const period = parsePeriod(id);
      if (period?.kind !== kind) refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
      const found = await consolidate(call.deps.table, call.ledger, call.centre, period, call.deps.now());
      return showBoard(c, call, await consolidatedView(call, found));
    });
  }

  routes.get("/centre/trends", async (c) => {
    const call = await boardCall(c);
    const last = monthAsked(c, "month", call);
    const hall = c.req.query("hall") || undefined;
    if (hall !== undefined && !call.halls.some(({ id }) => id === hall)) {
      refuse(httpProblems.unknown_hall({ hall: hall.slice(0, 80) }));
    }
    const months = monthsUpTo(last.first, TREND_MONTHS);
    const { ledger, rowsOf } = call;
    const table = await trendTable(call.deps.table, { ledger, centre: call.centre.id, hall, months, rowsOf });
    return showBoard(c, call, {
      id: "trends",
      title: BOARD_TEXTS.trend,
      blocks: [...chartsOf(table, ledger, "lines"), table],
      fields: { month: last, hall: { halls: call.halls, chosen: hall } },
    });
  });

  routes.get("/centre/compare", async (c) => {
    const call = await boardCall(c);
    const to = periodAsked(c, "period") ?? monthAsked(c, "month", call);
    const from = periodAsked(c, "with") ?? before(to);
    if (from.kind !== to.kind) {
      const expected = { zh: `与本期同类的期间（${to.id}）`, en: `a period of the same kind as ${to.id}` };
      refuse(httpProblems.invalid_parameter({ name: "with", expected }));
    }
    const { ledger, deps, centre, rowsOf } = call;
    const [was, is] = await Promise.all([
      consolidate(deps.table, ledger, centre, from, deps.now()),
      consolidate(deps.table, ledger, centre, to, deps.now()),
    ]);
    const figures = headlineOf(ledger);
    const compared = [
      ...figures.filter((figure) => unitOf(ledger, figure) === "count").slice(0, 2),
      ...figures.filter((figure) => unitOf(ledger, figure) === "rate").slice(0, 2),
    ];
    const tables = comparisonTables([was, is], compared, rowsOf);
    return showBoard(c, call, {
      id: "compare",
      title: FRAME_TEXTS.compare,
      blocks: tables.flatMap((table): Block[] => [
        {
          kind: "chart",
          id: `${table.id}-chart`,
          title: table.title,
          form: "bars",
          table: table.id,
          columns: ["before", "after"],
        },
        table,
      ]),
      fields: { compare: { from, to } },
    });
  });

  routes.get("/centre/overdue", async (c) => {
    const call = await boardCall(c);
    const { ledger, deps, centre, rowsOf } = call;
    const halls = hallsOf(call.allHalls, centre.id, deps.now());
    const rows = await readBands(deps.table, ledger, centre, halls, deps.now());
    const bands = bandsTable(rows, halls, ledger, rowsOf);
    return showBoard(c, call, {
      id: "overdue",
      title: BOARD_TEXTS.bands,
      blocks: [
        {
          kind: "chart",
          id: "bands-chart",
          title: BOARD_TEXTS.bands,
          form: "bars",
          table: "bands",
          columns: ["overdue-long", "overdue-middle", "overdue-short", "due-soon"],
        },
        bands,
        urgentTable(rows, ledger, centre, URGENT_SHOWN),
      ],
      fields: {},
    });
  });

  return routes;
}

async function consolidatedView(call: BoardCall, found: Consolidation): Promise<BoardView> {
  const { ledger, rowsOf } = call;
  const { period } = found;
  const halls = hallsTable(found, { rowsOf });
  const dimension = dimensionTable(found, { rowsOf });
  const matrix = matrixTable(found, headlineOf(ledger)[0] ?? "", rowsOf);
  const months = period.kind === "year" ? await yearTrend(call, period) : [];
  const detail: Block[] = found.empty
    ? []
    : [
        ...detailTables(found, { rowsOf }),
        ...groupTables(found, { rowsOf }),
        ...(dimension ? [dimension] : []),
        ...(matrix ? [matrix] : []),
      ];
  return {
    id: period.kind,
    title: {
      zh: `${periodName(period).zh} ${ledger.title.zh}`,
      en: `${periodName(period).en} ${ledger.title.en}`,
    },
    keyFigures: keyFiguresOf(call, found),
    notice: found.empty ? BOARD_TEXTS.empty : undefined,
    blocks: [
      ...(found.empty ? [] : chartsOf(halls, ledger, "bars")),
      halls,
      ...months,
      ...detail,
      { kind: "paragraph", parts: [BOARD_TEXTS.rateNote] },
      { kind: "paragraph", parts: [BOARD_TEXTS.daysNote] },
    ],
    fields: { period },
  };
}

async function yearTrend({ ledger, centre, deps, rowsOf }: BoardCall, year: Period): Promise<Block[]> {
  const months = monthsUpTo(year.last, TREND_MONTHS);
  const table = await trendTable(deps.table, { ledger, centre: centre.id, months, rowsOf });
  return [...chartsOf(table, ledger, "lines"), table];
}

/** The first counts and rate of the ledger, and what is open now. */
function keyFiguresOf({ ledger, rowsOf }: BoardCall, found: Consolidation): Figure[] {
  const values = figuresOf(ledger, found.total);
  const headline = headlineOf(ledger);
  const shown = [
    ...headline.filter((figure) => unitOf(ledger, figure) === "count").slice(0, 2),
    ...headline.filter((figure) => unitOf(ledger, figure) === "rate").slice(0, 1),
  ];
  const period = found.period.id;
  return [
    ...shown.map((figure) => figureCell({ ledger, rowsOf }, figure, values[figure] ?? null, { period })),
    ...STOCK_FIGURES.map((figure) => figureCell({ ledger, rowsOf }, figure, found.totalStock[figure], {})),
  ];
}

function periodAsked(c: Context<PageEnv>, name: string): Period | undefined {
  const id = c.req.query(name);
  if (!id) return undefined;
  const period = parsePeriod(id);
  if (period?.kind === "month" || period?.kind === "year" || period?.kind === "quarter") return period;
  return refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
}

function monthAsked(c: Context<PageEnv>, name: string, { today }: BoardCall): Period {
  const id = c.req.query(name) || monthOf(today);
  const month = parsePeriod(id);
  return month?.kind === "month" ? month : refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
}

/** The period just before. */
function before({ kind, first, id }: Period): Period {
  const day = addDays(first, -1);
  const year = Number(id.slice(0, 4));
  const ids = {
    month: monthOf(day),
    year: String(year - 1),
    quarter: `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  };
  const found =
    kind === "month" || kind === "year" || kind === "quarter" ? parsePeriod(ids[kind]) : undefined;
  return found ?? refuse(httpProblems.invalid_period({ period: id }));
}
