// The pages for people: rendered here, without scripts but for the phone form, behind sessions of their own.
import { Hono } from "hono";
import type { Dependencies } from "../dependencies.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { attendancePageRoutes } from "./attendance/attendance-page-routes.tsx";
import { catalogueRoutes } from "./catalogue/catalogue-routes.tsx";
import { boardRoutes } from "./centre/board-routes.tsx";
import { deputyPageRoutes } from "./deputies/deputy-page-routes.tsx";
import { assetRoutes } from "./design/assets.ts";
import { answerPageError } from "./design/problem-page.tsx";
import { hallRoutes } from "./hall/hall-routes.tsx";
import { homeRoutes } from "./home/home-routes.tsx";
import { hallInspectionPageRoutes } from "./inspection/hall-inspection-page-routes.tsx";
import { inspectionPageRoutes } from "./inspection/inspection-page-routes.tsx";
import { onSitePageRoutes } from "./inspection/on-site-page-routes.tsx";
import { scorecardPageRoutes } from "./inspection/scorecard-page-routes.tsx";
import { leaveRulesRoutes } from "./leave-rules/leave-rules-routes.tsx";
import { ledgerPageRoutes } from "./ledger/ledger-page-routes.tsx";
import { hallsRoutes } from "./organisation/halls-routes.tsx";
import { peopleRoutes } from "./organisation/people-routes.tsx";
import { calendarPageRoutes } from "./oversight/calendar-page-routes.tsx";
import { oversightRoutes } from "./oversight/oversight-routes.tsx";
import type { PageEnv } from "./page-env.ts";
import { pageHeaders } from "./page-headers.ts";
import { keepLocale } from "./page-locale.ts";
import { paperRoutes } from "./paper/paper-routes.tsx";
import { centrePeopleRoutes } from "./people/centre-people-routes.tsx";
import { matrixRoutes } from "./periods/matrix-routes.tsx";
import { periodPageRoutes } from "./periods/period-page-routes.tsx";
import { rulesRoutes } from "./periods/rules-routes.tsx";
import { posterRoutes } from "./posters/poster-routes.tsx";
import { privacyPageRoutes } from "./privacy/privacy-page-routes.tsx";
import { recordRoutes } from "./record/record-routes.tsx";
import { registerRoutes } from "./registers/register-routes.tsx";
import { standardRoutes } from "./registers/standard-routes.tsx";
import { reportPageRoutes } from "./reports/report-page-routes.tsx";
import { rowsRoutes } from "./rows/rows-routes.tsx";
import { loadSession, signedInOnly } from "./sign-in/session.ts";
import { signInRoutes } from "./sign-in/sign-in-routes.ts";
import { traceabilityRoutes } from "./traceability/traceability-routes.tsx";

/** Mounted behind the API's routes: whatever is left is a page, if only one that says there is nothing here. */
export function mountPages(app: Hono<AppEnv>, deps: Dependencies): void {
  app.use(pageHeaders);
  app.route("/", createPages(deps));
}

function createPages(deps: Dependencies): Hono<PageEnv> {
  const pages = new Hono<PageEnv>();
  pages.onError(answerPageError);
  pages.route("/", assetRoutes());
  pages.use(keepLocale, loadSession);
  pages.route("/", homeRoutes());
  pages.route("/", signInRoutes(deps));
  pages.use("/centre/*", signedInOnly);
  pages.use("/halls/*", signedInOnly);
  pages.use("/reports/*", signedInOnly);
  pages.route("/", boardRoutes());
  pages.route("/", rowsRoutes());
  pages.route("/", reportPageRoutes());
  pages.route("/", scorecardPageRoutes());
  pages.route("/", onSitePageRoutes());
  pages.route("/", inspectionPageRoutes());
  pages.route("/", hallInspectionPageRoutes());
  pages.route("/", hallRoutes());
  pages.route("/", attendancePageRoutes());
  pages.route("/", recordRoutes());
  pages.route("/", paperRoutes());
  pages.route("/", ledgerPageRoutes());
  pages.route("/", periodPageRoutes());
  pages.route("/", matrixRoutes());
  pages.route("/", rulesRoutes());
  pages.route("/", deputyPageRoutes());
  pages.route("/", leaveRulesRoutes());
  pages.route("/", catalogueRoutes());
  pages.route("/", posterRoutes());
  pages.route("/", peopleRoutes());
  pages.route("/", centrePeopleRoutes());
  pages.route("/", privacyPageRoutes());
  pages.route("/", hallsRoutes());
  pages.route("/", registerRoutes());
  pages.route("/", standardRoutes());
  pages.route("/", traceabilityRoutes());
  pages.route("/", oversightRoutes());
  pages.route("/", calendarPageRoutes());
  pages.all("*", () => refuse(httpProblems.not_found({})));
  return pages;
}
