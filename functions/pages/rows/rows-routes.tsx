// The lists behind figures: for the centre over all its halls, for a hall over its own rows; as a page or as a file.
import { type Context, Hono } from "hono";
import { getHall } from "../../http/require-principal.ts";
import { centreZone } from "../../use-cases/centre-zone.ts";
import { mattersOf } from "../../use-cases/hall-facts.ts";
import { isInDays, isMoney } from "../../use-cases/rows/load-rows.ts";
import {
  centreRowsPlace,
  type RowsPlace,
  rowsAsked,
  viewsOf,
} from "../../use-cases/rows/rows-of-question.ts";
import { queryOf, type RowsQuestion, readRowsQuestion } from "../../use-cases/rows/rows-question.ts";
import { showPage } from "../design/show-page.tsx";
import { exportFormat, sendExport } from "../exports/send-export.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { namesIn } from "../record/field-values.ts";
import { peopleOfHalls } from "../record/names-of-people.ts";
import { ROWS_IN_A_FILE, rowsTable } from "./rows-export.ts";
import { ROWS_ON_A_PAGE, RowsPage, type RowsPageProps, rowsTitle } from "./rows-page.tsx";
import { ROWS_TEXTS } from "./rows-texts.ts";

export function rowsRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();

  routes.get("/centre/rows", async (c) => {
    const deps = c.get("deps");
    const question = readRowsQuestion(deps, (name) => c.req.query(name));
    const named = { centre: c.req.query("centre"), hall: c.req.query("hall") };
    const place = await centreRowsPlace(deps, c.get("principal"), question, named);
    const { period } = question;
    return showRows(c, question, place, {
      hall: (named.hall && place.halls[0]?.name) || null,
      back: {
        href: period?.kind === "month" ? pagePaths.month(period.id, named.centre) : pagePaths.home(),
        text: ROWS_TEXTS.backToBoard,
      },
      pageHref: (page, more = {}) => pagePaths.centreRows({ ...queryOf(question, page), ...named, ...more }),
    });
  });

  routes.get("/halls/:hall/rows", async (c) => {
    const { hall, centre } = await getHall(c.get("deps"), c.req.param("hall"));
    const question = readRowsQuestion(c.get("deps"), (name) => c.req.query(name));
    return showRows(
      c,
      question,
      { centre, halls: [hall] },
      {
        hall: hall.name,
        back: { href: pagePaths.hall(hall.id), text: ROWS_TEXTS.backToHall },
        pageHref: (page, more = {}) => pagePaths.hallRows(hall.id, { ...queryOf(question, page), ...more }),
      },
    );
  });

  return routes;
}

async function showRows(
  c: Context<PageEnv>,
  question: RowsQuestion,
  place: RowsPlace,
  frame: Pick<RowsPageProps, "hall" | "back" | "pageHref">,
): Promise<Response> {
  const deps = c.get("deps");
  const { ledger, figure, page } = question;
  const { centre } = place;
  const found = await rowsAsked(deps, c.get("principal"), question, place);
  const nameOf = namesIn(mattersOf(centre), await peopleOfHalls(deps.table, place.halls, [ledger]));
  const format = exportFormat(c);
  const size = format ? ROWS_IN_A_FILE : ROWS_ON_A_PAGE;
  const shown = found.rows.slice((page - 1) * size, page * size);
  const views = await viewsOf(deps, c.get("principal"), question, centre, shown);
  if (format) {
    const masked = views.some(({ view }) => view.masked);
    return sendExport(c, {
      centre: centre.id,
      table: rowsTable(question, views, nameOf),
      format,
      personal: ledger.personalFields.length === 0 ? "none" : masked ? "masked" : "whole",
      zone: centreZone(place.halls),
    });
  }
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  const ratio = metric?.combine === "ratio" ? "counted" : null;
  const adds = isMoney(ledger, figure) || isInDays(ledger, figure);
  const content = (
    <RowsPage
      question={question}
      found={found}
      lines={views}
      options={{
        ledger,
        locale: localeOf(c),
        nameOf,
        withHall: frame.hall === null,
        extra: adds ? (isMoney(ledger, figure) ? "amount" : "days") : ratio,
      }}
      {...frame}
    />
  );
  return showPage(c, rowsTitle(question), content);
}
