// The centre over HTTP: consolidated figures, each with the address of the rows behind it, and what is overdue.
import { Hono } from "hono";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { dimensionOf, type Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Dependencies } from "../dependencies.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { getCentre, getLedger } from "../http/require-principal.ts";
import { listHalls } from "../storage/directory-store.ts";
import { findBegun } from "../storage/record-store.ts";
import type { ClosingStock } from "../storage/stock-store.ts";
import type { Sums } from "../storage/summary-store.ts";
import { centreZone } from "../use-cases/centre-zone.ts";
import { dimensionNames } from "../use-cases/dimension-names.ts";
import { findOpenRows } from "../use-cases/find-rows.ts";
import { type FrozenHall, frozenFigures, frozenTotal } from "../use-cases/frozen-figures.ts";
import { factsFor, mattersOf } from "../use-cases/hall-facts.ts";
import { type DimensionRollUp, figuresOf, hallsOf, rollUp, stocksOfHall } from "../use-cases/roll-ups.ts";
import { readStocksOf } from "../use-cases/stocks/read-stocks.ts";

/**
 * Above it, a hall's open rows and its split by matter come with `hall=` only: they cost a query for each hall and
 * ledger and an item for each matter, and the answer would outgrow what Lambda can give.
 */
const DETAILED_HALLS = 40;
/** What Lambda gives back holds 6 MB, in which the text is escaped once more. */
const MAX_ANSWER_BYTES = 5_500_000;

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
    const halls = hallsOf(all, centre.id, deps.now()).filter(
      (hall) => wanted === undefined || hall.id === wanted,
    );
    const detailed = wanted !== undefined || halls.length <= DETAILED_HALLS;
    const only = c.req.query("ledger");
    const wantedLedgers = only === undefined ? deps.ledgers : [getLedger(deps, only)];
    const hallLedgers = wantedLedgers.filter(({ scope }) => scope === "hall");
    const begun = detailed ? await begunIn(deps, centre.id, all, wantedLedgers, wanted) : undefined;
    const rolled = await rollUp(deps.table, centre.id, period, {
      ledgers: begun ? [...new Set([...begun.values()].flat())] : wantedLedgers,
      hall: wanted,
      split: detailed,
    });
    const stocks = new Map(
      await Promise.all(
        (detailed ? halls : []).map(async (hall) => {
          const own = await stocksOfHall(deps.table, hallLedgers, hall, deps.now(), begun?.get(hall.id));
          return [hall.id, own] as const;
        }),
      ),
    );
    const today = dateOf(dateTimeAt(deps.now(), "Asia/Shanghai"));
    const closings = await readStocksOf(deps.table, centre.id, period, today, detailed ? undefined : 1);
    const names = new Map(all.map((hall) => [hall.id, hall]));
    const nameOf = dimensionNames(wantedLedgers, mattersOf(centre));
    const frozen = await frozenFigures(deps.table, centre.id, period, detailed);
    const known = [
      // The centre's own office has figures in the total, and is no hall.
      ...rolled.halls.map(({ hall }) => hall).filter((hall) => hall !== centre.id),
      ...halls.map((hall) => hall.id),
      ...frozen.keys(),
    ];
    const hallIds = [...new Set(known)].filter((hall) => wanted === undefined || hall === wanted).sort();
    const total = frozenTotal(frozen, hallIds);
    const answer = JSON.stringify({
      centre: { id: centre.id, name: centre.name },
      period: period.id,
      detailed,
      asOf: dateTimeAt(deps.now(), centreZone(hallsOf(all, centre.id, deps.now()))),
      halls: hallIds.map((hall) => {
        const own = rolled.halls.find((one) => one.hall === hall);
        // Of a thousand halls, a ledger in which nothing happened is left out.
        const shown = detailed ? hallLedgers : touched(hallLedgers, own?.sums, frozen.get(hall)?.sums);
        return {
          hall: { id: hall, name: names.get(hall)?.name ?? { zh: hall, en: hall } },
          figures: figures(shown, own?.sums ?? {}, frozen.get(hall)?.sums, { hall, period: period.id }),
          stocks: (stocks.get(hall) ?? []).map(({ ledger: { id }, open, overdue }) => ({
            ledger: id,
            open: { value: open, rows: rowsAddress(hall, id, { figure: "open" }) },
            overdue: { value: overdue, rows: rowsAddress(hall, id, { figure: "overdue" }) },
          })),
          // As they stood at the last closing of the period that was stamped: a stock, never a sum over days.
          closing: closingOf(closings, hall, shown),
          matters: split(own?.byDimension ?? [], frozen.get(hall)).map(({ dimension, sums, was }) => ({
            matter: { id: dimension, name: nameOf(dimension) },
            figures: figures(touched(hallLedgers, sums, was), sums, was, {
              hall,
              period: period.id,
              matter: dimension,
            }),
          })),
        };
      }),
      total: figures(wantedLedgers, rolled.total, total?.sums),
      matters: split(rolled.byDimension, total).map(({ dimension, sums, was }) => ({
        matter: { id: dimension, name: nameOf(dimension) },
        figures: figures(touched(hallLedgers, sums, was), sums, was),
      })),
    });
    // A character is at most three bytes: only a long text has to be counted.
    const isLong = answer.length * 3 > MAX_ANSWER_BYTES;
    if (isLong && Buffer.byteLength(answer) > MAX_ANSWER_BYTES) refuse(httpProblems.answer_too_large({}));
    return c.body(answer, 200, { "content-type": "application/json" });
  });

  routes.get("/centre/overdue", async (c) => {
    const deps = c.get("deps");
    const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
    const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
    const matters = mattersOf(centre);
    const rows = await Promise.all(
      halls.map(async (hall) => {
        const { today } = factsFor(hall, centre, deps.now());
        const begun = await findBegun(deps.table, hall.id, deps.ledgers);
        const overdue = begun.map(async (ledger) => {
          const nameOf = dimensionNames([ledger], matters);
          const found = await findOpenRows(deps.table, hall, ledger, today, true);
          return found.map((record) => ({
            hall: hall.id,
            ledger: ledger.id,
            id: record.id,
            serial: record.serial,
            ...matterOf(dimensionOf(ledger.dimension, record.values), nameOf),
            status: record.derived.status,
            dueDate: record.derived.dueDate,
            originalDueDate: record.derived.originalDueDate,
            record: `/v1/halls/${hall.id}/ledgers/${ledger.id}/records/${record.id}`,
          }));
        });
        return (await Promise.all(overdue)).flat();
      }),
    );
    const sorted = rows.flat().sort((a, b) => ((a.dueDate ?? "") < (b.dueDate ?? "") ? -1 : 1));
    return c.json({ centre: centre.id, rows: sorted, count: sorted.length });
  });

  return routes;
}

function closingOf(
  closings: readonly ClosingStock[],
  hall: string,
  ledgers: readonly Ledger[],
): ClosingStock | null {
  const own = closings.find((closing) => closing.hall === hall);
  if (!own) return null;
  const shown = Object.entries(own.ledgers).filter(([id]) => ledgers.some((ledger) => ledger.id === id));
  return { ...own, ledgers: Object.fromEntries(shown) };
}

/** Live figures by dimension with the frozen ones beside them; what is only in one of the two has its line as well. */
function split(live: readonly DimensionRollUp[], frozen: FrozenHall | undefined) {
  const sums = new Map(live.map((one) => [one.dimension, one.sums]));
  const dimensions = [...new Set([...sums.keys(), ...(frozen?.byDimension.keys() ?? [])])].sort();
  return dimensions.map((dimension) => ({
    dimension,
    sums: sums.get(dimension) ?? {},
    was: frozen && (frozen.byDimension.get(dimension) ?? {}),
  }));
}

/** The ledgers that have a figure in some sums: a dimension belongs to one or two of them. */
function touched(ledgers: readonly Ledger[], ...parts: readonly (Sums | undefined)[]): Ledger[] {
  const named = new Set(parts.flatMap((sums) => Object.keys(sums ?? {}).map((name) => name.split(".")[0])));
  return ledgers.filter(({ id }) => named.has(id));
}

interface Figure {
  readonly live: number | null;
  readonly frozen: number | null;
  readonly difference: number | null;
  readonly rows: string | null;
}

interface FigurePlace {
  readonly hall: string;
  readonly period: string;
  readonly matter?: string;
}

/** Live figures; frozen ones and the difference appear once the hall's report of the period was accepted. */
function figures(ledgers: readonly Ledger[], sums: Sums, frozenSums?: Sums, place?: FigurePlace) {
  const all: Record<string, Figure> = {};
  for (const ledger of ledgers) {
    const before = frozenSums && figuresOf(ledger, frozenSums);
    const { hall, ...query } = place ?? { hall: undefined };
    const address = hall === undefined ? null : rowsAddress(hall, ledger.id, query);
    for (const [metric, live] of Object.entries(figuresOf(ledger, sums))) {
      const counted = ledger.metrics[metric]?.combine === "sum";
      const frozen = before?.[metric] ?? null;
      all[`${ledger.id}.${metric}`] = {
        live,
        frozen,
        difference: frozen === null || live === null ? null : live - frozen,
        rows: address !== null && counted ? `${address}&figure=${metric}` : null,
      };
    }
  }
  return all;
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

/** The ledgers written in by each hall that is or was the centre's, and by its office: no other has a figure. */
async function begunIn(
  { table }: Pick<Dependencies, "table">,
  centre: string,
  all: readonly Hall[],
  ledgers: readonly Ledger[],
  onlyHall: string | undefined,
): Promise<ReadonlyMap<string, readonly Ledger[]>> {
  const own = all.filter(({ centres }) => centres.some((one) => one.centre === centre));
  const places = onlyHall === undefined ? [centre, ...own.map(({ id }) => id)] : [onlyHall];
  return new Map(
    await Promise.all(places.map(async (place) => [place, await findBegun(table, place, ledgers)] as const)),
  );
}

/** What a row is about, with its name; of a ledger that is not split by anything, nothing. */
function matterOf(matter: string | null, nameOf: (value: string) => Text) {
  return { matter, matterName: matter === null ? null : nameOf(matter) };
}
