// Gathers what a hall's page shows, from the same rows and sums as the API.
import { type Context, Hono } from "hono";
import { dateOf } from "../../../shared/kernel/date-time.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, type HallPlace } from "../../http/require-principal.ts";
import { findPersonal } from "../../storage/record-store.ts";
import { addSums, readHallSummaries } from "../../storage/summary-store.ts";
import { findOpenRows } from "../../use-cases/find-rows.ts";
import { factsFor, mattersOf } from "../../use-cases/hall-facts.ts";
import { figuresOf, stocksOf } from "../../use-cases/roll-ups.ts";
import { rowView } from "../../use-cases/row-view.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { namesIn } from "../record/field-values.ts";
import { peopleOfHalls } from "../record/names-of-people.ts";
import { compareByDueDate } from "../rows/load-rows.ts";
import { HallPage, type LedgerState } from "./hall-page.tsx";

/** Enough for a morning; the rest is one click away. */
const OPEN_ROWS_SHOWN = 50;

export function hallRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get("/halls/:hall", async (c) => {
    const deps = c.get("deps");
    const at = await getHall(deps, c.req.param("hall"));
    const readable = deps.ledgers.filter((ledger) =>
      can(c.get("principal"), at.place, ledger.access, "read"),
    );
    if (readable.length === 0) refuse(httpProblems.not_permitted({}));
    const { now } = factsFor(at.hall, at.centre, deps.now());
    const month = monthOf(dateOf(now));
    const sums = addSums(
      await readHallSummaries(deps.table, at.hall.id, [{ centre: at.centre.id, period: month }]),
    );
    const states = await Promise.all(readable.map((ledger) => stateOf(c, at, ledger, sums)));
    const people = await peopleOfHalls(deps.table, [at.hall], readable);
    const page = (
      <HallPage
        hall={at.hall}
        states={states}
        month={month}
        asOf={now}
        locale={localeOf(c)}
        nameOf={namesIn(mattersOf(at.centre), people)}
      />
    );
    return showPage(c, at.hall.name, page);
  });
}

async function stateOf(
  c: Context<PageEnv>,
  { hall, centre, place }: HallPlace,
  ledger: Ledger,
  sums: Readonly<Record<string, number>>,
): Promise<LedgerState> {
  const { table, now } = c.get("deps");
  const { today } = factsFor(hall, centre, now());
  const [records, [stock]] = await Promise.all([
    findOpenRows(table, hall, ledger, today, false),
    stocksOf(table, ledger, [hall], now()),
  ]);
  const shown = [...records].sort(compareByDueDate).slice(0, OPEN_ROWS_SHOWN);
  const personal = await findPersonal(
    table,
    shown.map(({ id }) => id),
  );
  const unmasked = can(c.get("principal"), place, ledger.access, "readPersonal");
  return {
    ledger,
    stock: stock ?? { open: 0, overdue: 0 },
    figures: figuresOf(ledger, sums),
    lines: shown.map((record) => ({
      hall,
      view: rowView(record, personal.get(record.id), { ledger, unmasked, today }),
      amount: 1,
      counted: null,
    })),
  };
}
