// The centre over HTTP: consolidated figures, each with the address of the rows behind it, and what is overdue.
import { Hono } from "hono";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { getCentre } from "../http/require-principal.ts";
import { listHalls } from "../storage/directory-store.ts";
import type { Sums } from "../storage/summary-store.ts";
import { findOpenRows } from "../use-cases/find-rows.ts";
import { factsFor, mattersOf } from "../use-cases/hall-facts.ts";
import { figuresOf, hallsOf, rollUp, stocksOf } from "../use-cases/roll-ups.ts";

export function centreRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/roll-ups", async (c) => {
    const deps = c.get("deps");
    const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
    const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
    const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    const all = await listHalls(deps.table);
    const wanted = c.req.query("hall");
    if (wanted !== undefined && !all.some((hall) => hall.id === wanted)) {
      refuse(httpProblems.unknown_hall({ hall: wanted.slice(0, 80) }));
    }
    const rolled = await rollUp(deps.table, centre.id, period, { hall: wanted, split: true });
    const stocks = await stocksOfLedgers(deps.ledgers, async (ledger) => {
      const halls = hallsOf(all, centre.id, deps.now()).filter(
        (hall) => wanted === undefined || hall.id === wanted,
      );
      return stocksOf(deps.table, ledger, halls, deps.now());
    });
    const names = new Map(all.map((hall) => [hall.id, hall]));
    const matters = new Map(mattersOf(centre).map((matter) => [matter.id, matter.name]));
    const hallIds = [
      ...new Set([...rolled.halls.map(({ hall }) => hall), ...stocks.map(({ hall }) => hall)]),
    ].sort();
    return c.json({
      centre: { id: centre.id, name: centre.name },
      period: period.id,
      asOf: dateTimeAt(deps.now(), names.get(hallIds[0] ?? "")?.timeZone ?? "Asia/Shanghai"),
      halls: hallIds.map((hall) => {
        const own = rolled.halls.find((one) => one.hall === hall);
        return {
          hall: { id: hall, name: names.get(hall)?.name ?? { zh: hall, en: hall } },
          figures: figures(deps.ledgers, own?.sums ?? {}, hall, period.id),
          stocks: stocks
            .filter((stock) => stock.hall === hall)
            .map(({ ledger, open, overdue }) => ({
              ledger,
              open: { value: open, rows: rowsAddress(hall, ledger, { figure: "open" }) },
              overdue: { value: overdue, rows: rowsAddress(hall, ledger, { figure: "overdue" }) },
            })),
          matters: (own?.byDimension ?? []).map(({ dimension, sums }) => ({
            matter: { id: dimension, name: matters.get(dimension) ?? { zh: dimension, en: dimension } },
            figures: figures(deps.ledgers, sums, hall, period.id, dimension),
          })),
        };
      }),
      total: figures(deps.ledgers, rolled.total),
      matters: rolled.byDimension.map(({ dimension, sums }) => ({
        matter: { id: dimension, name: matters.get(dimension) ?? { zh: dimension, en: dimension } },
        figures: figures(deps.ledgers, sums),
      })),
    });
  });

  routes.get("/centre/overdue", async (c) => {
    const deps = c.get("deps");
    const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
    const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
    const rows = await Promise.all(
      halls.flatMap((hall) =>
        deps.ledgers.map(async (ledger) => {
          const { today } = factsFor(hall, centre, deps.now());
          const found = await findOpenRows(deps.table, hall, ledger, today, true);
          return found.map((record) => ({
            hall: hall.id,
            ledger: ledger.id,
            id: record.id,
            serial: record.serial,
            matter: record.values[ledger.dimension ?? ""] ?? null,
            status: record.derived.status,
            dueDate: record.derived.dueDate,
            originalDueDate: record.derived.originalDueDate,
            record: `/v1/halls/${hall.id}/ledgers/${ledger.id}/records/${record.id}`,
          }));
        }),
      ),
    );
    const sorted = rows.flat().sort((a, b) => ((a.dueDate ?? "") < (b.dueDate ?? "") ? -1 : 1));
    return c.json({ centre: centre.id, rows: sorted, count: sorted.length });
  });

  return routes;
}

interface LedgerStock {
  readonly hall: string;
  readonly ledger: string;
  readonly open: number;
  readonly overdue: number;
}

async function stocksOfLedgers(
  ledgers: readonly Ledger[],
  read: (ledger: Ledger) => Promise<readonly { hall: string; open: number; overdue: number }[]>,
): Promise<LedgerStock[]> {
  const parts = ledgers.map(async (ledger) =>
    (await read(ledger)).map((stock) => ({ ...stock, ledger: ledger.id })),
  );
  return (await Promise.all(parts)).flat();
}

/** Live figures; a frozen value and its difference appear once the hall's report of the period was accepted. */
function figures(ledgers: readonly Ledger[], sums: Sums, hall?: string, period?: string, matter?: string) {
  return Object.fromEntries(
    ledgers.flatMap((ledger) =>
      Object.entries(figuresOf(ledger, sums)).map(([metric, live]) => {
        const counted = ledger.metrics[metric]?.combine === "sum";
        const rows =
          hall && period && counted ? rowsAddress(hall, ledger.id, { period, figure: metric, matter }) : null;
        return [`${ledger.id}.${metric}`, { live, frozen: null, difference: null, rows }];
      }),
    ),
  );
}

function rowsAddress(
  hall: string,
  ledger: string,
  query: Readonly<Record<string, string | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `/v1/halls/${hall}/ledgers/${ledger}/records?${search}`;
}
