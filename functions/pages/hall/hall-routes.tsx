// Gathers what a hall's page shows, from the same rows and sums as the API.
import { type Context, Hono } from "hono";
import { dateOf } from "../../../shared/kernel/date-time.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import { headlineOf } from "../../boards/consolidated-tables.ts";
import { figureCell } from "../../boards/figures-table.ts";
import { ledgersTable } from "../../boards/hall-overview.ts";
import { bandsTable, readBands } from "../../boards/overdue.ts";
import { hallRows } from "../../boards/rows-address.ts";
import { chartsOf, monthsUpTo, trendTable } from "../../boards/trend.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, type HallPlace } from "../../http/require-principal.ts";
import { findPersonal } from "../../storage/record-store.ts";
import { addSums, readHallSummaries } from "../../storage/summary-store.ts";
import { findOpenRows } from "../../use-cases/find-rows.ts";
import { factsFor, mattersOf } from "../../use-cases/hall-facts.ts";
import { searchable } from "../../use-cases/privacy/find-resident.ts";
import { figuresOf, type LedgerStock, stocksOfHall } from "../../use-cases/roll-ups.ts";
import { rowView } from "../../use-cases/row-view.ts";
import { compareByDueDate } from "../../use-cases/rows/load-rows.ts";
import { STOCK_FIGURES } from "../../use-cases/rows/stock-figures.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { namesIn } from "../record/field-values.ts";
import { peopleOfHalls } from "../record/names-of-people.ts";
import { HallPage, type OpenRows } from "./hall-page.tsx";

/** Enough for a morning; the rest is one click away. */
const OPEN_ROWS_SHOWN = 50;
const TREND_MONTHS = 6;

export function hallRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get("/halls/:hall", async (c) => {
    const deps = c.get("deps");
    const at = await getHall(deps, c.req.param("hall"));
    const { hall, centre, place } = at;
    const readable = deps.ledgers.filter(
      (ledger) => ledger.scope === "hall" && can(c.get("principal"), place, ledger.access, "read"),
    );
    const [main] = readable;
    if (!main) refuse(httpProblems.not_permitted({}));
    const { now } = factsFor(hall, centre, deps.now());
    const today = dateOf(now);
    const month = monthOf(today);
    const rowsOf = hallRows(hall.id);
    const [people, sums, stocks, bands, trend] = await Promise.all([
      peopleOfHalls(deps.table, [hall], readable),
      readHallSummaries(deps.table, hall.id, [{ centre: centre.id, period: month }], [main.id]).then(addSums),
      stocksOfHall(deps.table, readable, hall, deps.now()),
      readBands(deps.table, main, centre, [hall], deps.now()),
      trendTable(deps.table, {
        ledger: main,
        centre: centre.id,
        hall: hall.id,
        months: monthsUpTo(today, TREND_MONTHS),
        rowsOf,
      }),
    ]);
    const withOpen = stocks.filter(({ ledger, open }) => ledger === main || open > 0);
    const values = figuresOf(main, sums);
    const mainStock = stocks.find(({ ledger }) => ledger === main);
    const page = (
      <HallPage
        hall={hall}
        month={month}
        asOf={now}
        locale={localeOf(c)}
        nameOf={namesIn(mattersOf(centre), people)}
        keyFigures={{
          ledger: main,
          figures: [
            ...STOCK_FIGURES.map((one) =>
              figureCell({ ledger: main, rowsOf }, one, mainStock?.[one] ?? 0, {}),
            ),
            ...headlineOf(main).map((one) =>
              figureCell({ ledger: main, rowsOf }, one, values[one] ?? null, { period: month }),
            ),
          ],
        }}
        mayFindResidents={searchable(deps, c.get("principal"), at).length > 0}
        open={await Promise.all(withOpen.map((stock) => openRowsOf(c, at, stock)))}
        blocks={[
          bandsTable(bands, [hall], main, rowsOf),
          ledgersTable(stocks, sums, month, hall.id, rowsOf),
          ...chartsOf(trend, main, "lines"),
          trend,
        ]}
      />
    );
    return showPage(c, hall.name, page);
  });
}

async function openRowsOf(
  c: Context<PageEnv>,
  { hall, centre, place }: HallPlace,
  { ledger, open }: LedgerStock,
): Promise<OpenRows> {
  const { table, now } = c.get("deps");
  const { today } = factsFor(hall, centre, now());
  const records = await findOpenRows(table, hall, ledger, today, false);
  const shown = [...records].sort(compareByDueDate).slice(0, OPEN_ROWS_SHOWN);
  const personal = await findPersonal(
    table,
    shown.map(({ id }) => id),
  );
  const unmasked = can(c.get("principal"), place, ledger.access, "readPersonal");
  const reader = c.get("principal").id;
  return {
    ledger,
    open,
    lines: shown.map((record) => ({
      hall,
      view: rowView(record, personal.get(record.id), { ledger, unmasked, reader, today }),
      amount: 1,
      counted: null,
    })),
  };
}
