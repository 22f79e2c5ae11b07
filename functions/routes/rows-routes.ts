// The rows behind a figure, for programs: the same addresses as the pages', with the count and the figure again.
import { type Context, Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { getHall } from "../http/require-principal.ts";
import { centreRowsPlace, type RowsPlace, rowsAsked, viewsOf } from "../use-cases/rows/rows-of-question.ts";
import { type RowsQuestion, readRowsQuestion } from "../use-cases/rows/rows-question.ts";

const ROWS_ON_A_PAGE = 200;

export function rowsApi(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/rows", async (c) => {
    const question = readRowsQuestion(c.get("deps"), (name) => c.req.query(name));
    const named = { centre: c.req.query("centre"), hall: c.req.query("hall") };
    const place = await centreRowsPlace(c.get("deps"), c.get("principal"), question, named);
    return answerRows(c, question, place);
  });

  routes.get("/halls/:hall/rows", async (c) => {
    const question = readRowsQuestion(c.get("deps"), (name) => c.req.query(name));
    const { hall, centre } = await getHall(c.get("deps"), c.req.param("hall"));
    return answerRows(c, question, { centre, halls: [hall] });
  });

  return routes;
}

async function answerRows(c: Context<AppEnv>, question: RowsQuestion, place: RowsPlace): Promise<Response> {
  const deps = c.get("deps");
  const found = await rowsAsked(deps, c.get("principal"), question, place);
  const { page, ledger } = question;
  const shown = found.rows.slice((page - 1) * ROWS_ON_A_PAGE, page * ROWS_ON_A_PAGE);
  const rows = await viewsOf(deps, c.get("principal"), question, place.centre, shown);
  return c.json({
    count: found.rows.length,
    /** Worked out again from the rows: what the figure that led here says. */
    value: found.value,
    page,
    pages: Math.max(1, Math.ceil(found.rows.length / ROWS_ON_A_PAGE)),
    rows: rows.map(({ hall, view, amount, counted }) => ({
      hall: hall.id,
      amount,
      counted,
      record: `/v1/halls/${hall.id}/ledgers/${ledger.id}/records/${view.id}`,
      ...view,
    })),
  });
}
