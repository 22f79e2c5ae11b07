// The centre's page of who owes what, and its button that reminds.
import { Hono } from "hono";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentre } from "../../http/require-principal.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { readMatrix } from "../../use-cases/obligations/centre-obligations.ts";
import { type Reminded, remind } from "../../use-cases/obligations/remind.ts";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { MatrixPage } from "./matrix-page.tsx";

/** The centre's own clock, where its halls have several. */
const ZONE = "Asia/Shanghai";

export function matrixRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/obligations", async (c) => {
      const deps = c.get("deps");
      const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
      const now = dateTimeAt(deps.now(), ZONE);
      const month = getMonth(c.req.query("month") ?? monthOf(dateOf(now)));
      const page = (
        <MatrixPage
          month={month}
          matrix={await readMatrix(deps.table, centre, await listHalls(deps.table), month, deps.now())}
          asOf={now}
          mayRemind={deps.notices !== undefined}
          reminded={remindedIn(c.req.query("reminded") ?? "")}
          locale={localeOf(c)}
          formToken={c.get("signedIn")?.formToken ?? ""}
        />
      );
      return showOversight(c, { centre, place: OVERSIGHT.obligations }, page);
    })
    .post("/centre/obligations/remind", async (c) => {
      const deps = c.get("deps");
      const form = await readForm(c);
      const centre = await getCentre(deps, c.get("principal"));
      const month = getMonth(form.get("month") ?? "");
      const reminded = await remind(deps, c.get("principal"), centre, month, undefined);
      if (reminded === undefined) refuse(periodProblems.reminders_unavailable({}));
      const { owed, people, queued, unreachable } = reminded;
      const said = [owed, people, queued, unreachable].join("-");
      return c.redirect(pagePaths.obligations({ month: month.id, reminded: said }), 303);
    });
}

/** What the address says that was done just now: four counts. */
function remindedIn(text: string): Reminded | undefined {
  if (!/^\d{1,6}(-\d{1,6}){3}$/.test(text)) return undefined;
  const [owed = 0, people = 0, queued = 0, unreachable = 0] = text.split("-").map(Number);
  return { owed, people, queued, unreachable };
}

function getMonth(id: string) {
  const month = parsePeriod(id);
  if (month?.kind !== "month") refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
  return month;
}
