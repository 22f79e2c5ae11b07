// The lists behind figures: for the centre over all its halls, for a hall over its own rows.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getCentre, getHall } from "../../http/require-principal.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { findPersonal } from "../../storage/record-store.ts";
import { mattersOf } from "../../use-cases/hall-facts.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { rowView } from "../../use-cases/row-view.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { namesIn } from "../record/field-values.ts";
import { peopleOfHalls } from "../record/names-of-people.ts";
import { type FoundRow, isMoney, loadRows } from "./load-rows.ts";
import type { Line } from "./row-line.tsx";
import { ROWS_ON_A_PAGE, RowsPage, type RowsPageProps, rowsTitle } from "./rows-page.tsx";
import { queryOf, type RowsQuestion, readRowsQuestion } from "./rows-question.ts";
import { ROWS_TEXTS } from "./rows-texts.ts";

export function rowsRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();

  routes.get("/centre/rows", async (c) => {
    const deps = c.get("deps");
    const centreNamed = c.req.query("centre");
    const centre = await getCentre(deps, c.get("principal"), centreNamed);
    const question = readRowsQuestion(c);
    const wanted = c.req.query("hall");
    const all = await listHalls(deps.table);
    if (wanted !== undefined && !all.some(({ id }) => id === wanted)) {
      refuse(httpProblems.unknown_hall({ hall: wanted.slice(0, 80) }));
    }
    const own = hallsOfQuestion(all, centre, question, deps.now());
    const halls = own.filter(({ id }) => wanted === undefined || id === wanted);
    if (wanted !== undefined && halls.length === 0) refuse(httpProblems.not_permitted({}));
    return showRows(c, question, centre, halls, {
      hall: (wanted && halls[0]?.name) || null,
      back: {
        href:
          question.period?.kind === "month"
            ? pagePaths.month(question.period.id, centreNamed)
            : pagePaths.home(),
        text: ROWS_TEXTS.backToBoard,
      },
      pageHref: (page) =>
        pagePaths.centreRows({ ...queryOf(question, page), hall: wanted, centre: centreNamed }),
    });
  });

  routes.get("/halls/:hall/rows", async (c) => {
    const { hall, centre } = await getHall(c.get("deps"), c.req.param("hall"));
    const question = readRowsQuestion(c);
    return showRows(c, question, centre, [hall], {
      hall: hall.name,
      back: { href: pagePaths.hall(hall.id), text: ROWS_TEXTS.backToHall },
      pageHref: (page) => pagePaths.hallRows(hall.id, queryOf(question, page)),
    });
  });

  return routes;
}

/** Halls that belonged to the centre then; what is open now is asked of those that belong to it now. */
function hallsOfQuestion(
  halls: readonly Hall[],
  centre: Centre,
  { period }: RowsQuestion,
  now: number,
): Hall[] {
  const own = period
    ? halls.filter((hall) => centreOf(hall, period.first) === centre.id)
    : hallsOf(halls, centre.id, now);
  return own.sort((a, b) => a.id.localeCompare(b.id));
}

async function showRows(
  c: Context<PageEnv>,
  question: RowsQuestion,
  centre: Centre,
  halls: readonly Hall[],
  frame: Pick<RowsPageProps, "hall" | "back" | "pageHref">,
): Promise<Response> {
  const deps = c.get("deps");
  const { ledger, figure, page } = question;
  for (const hall of halls) demand(c.get("principal"), placeOf(hall, centre, deps.now()), ledger, "read");
  const found = await loadRows(deps.table, question, halls, deps.now());
  const shown = found.rows.slice((page - 1) * ROWS_ON_A_PAGE, page * ROWS_ON_A_PAGE);
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  const ratio = metric?.combine === "ratio" ? "counted" : null;
  const content = (
    <RowsPage
      question={question}
      found={found}
      lines={await linesOf(c, question, centre, shown)}
      options={{
        ledger,
        locale: localeOf(c),
        nameOf: namesIn(mattersOf(centre), await peopleOfHalls(deps.table, halls, [ledger])),
        withHall: frame.hall === null,
        extra: isMoney(ledger, figure) ? "amount" : ratio,
      }}
      {...frame}
    />
  );
  return showPage(c, rowsTitle(question), content);
}

async function linesOf(
  c: Context<PageEnv>,
  { ledger }: RowsQuestion,
  centre: Centre,
  rows: readonly FoundRow[],
): Promise<Line[]> {
  const { table, now } = c.get("deps");
  const personal = await findPersonal(
    table,
    rows.map(({ record }) => record.id),
  );
  return rows.map(({ hall, record, amount, counted }) => {
    const place = placeOf(hall, centre, now());
    const unmasked = can(c.get("principal"), place, ledger.access, "readPersonal");
    const reader = { ledger, unmasked, today: place.today };
    const view = rowView(record, personal.get(record.id), reader);
    return { hall, view, amount, counted };
  });
}

/** The hall as a part of the centre whose figures are asked for, also when it has left it since. */
function placeOf(hall: Hall, centre: Centre, now: number) {
  return { id: hall.id, centre: centre.id, today: dateOf(dateTimeAt(now, hall.timeZone)) };
}
