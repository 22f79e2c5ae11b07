// The centre's pages: the month board, and the way to the present month.
import { Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentre, getLedger } from "../../http/require-principal.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { centreZone } from "../../use-cases/centre-zone.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { showPage } from "../design/show-page.tsx";
import { monthName } from "../design/show-values.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { BOARD_LEDGER, isStock } from "./board-figures.ts";
import { BoardPage } from "./board-page.tsx";
import { readMonthBoard } from "./month-board.ts";

export function boardRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();

  routes.get(pagePaths.chooseMonth, async (c) => {
    const deps = c.get("deps");
    const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
    const month = c.req.query("month") ?? (await presentMonth(deps, centre));
    return c.redirect(pagePaths.month(month, c.req.query("centre")), 303);
  });

  routes.get("/centre/months/:month", async (c) => {
    const deps = c.get("deps");
    const centreNamed = c.req.query("centre");
    const centre = await getCentre(deps, c.get("principal"), centreNamed);
    const id = c.req.param("month");
    const month = parsePeriod(id);
    if (month?.kind !== "month") refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    const ledger = getLedger(deps, BOARD_LEDGER);
    const board = await readMonthBoard(deps.table, ledger, centre, month, deps.now());
    const page = (
      <BoardPage
        board={board}
        ledger={ledger}
        centre={centre}
        month={month}
        asOf={dateTimeAt(deps.now(), board.zone)}
        locale={localeOf(c)}
        centreNamed={centreNamed}
        rowsOf={(figure, hall, matter) =>
          pagePaths.centreRows({
            ledger: ledger.id,
            // What is open now is open now, whatever the month.
            period: isStock(figure) ? undefined : month.id,
            figure,
            hall,
            matter,
            centre: centreNamed,
          })
        }
      />
    );
    return showPage(c, monthName(month.id), page);
  });

  return routes;
}

async function presentMonth({ table, now }: Dependencies, centre: Centre): Promise<string> {
  const zone = centreZone(hallsOf(await listHalls(table), centre.id, now()));
  return monthOf(dateOf(dateTimeAt(now(), zone)));
}
