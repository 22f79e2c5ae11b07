// The whole application: the same one on AWS, on a developer's machine, and in tests.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Dependencies } from "./dependencies.ts";
import type { AppEnv } from "./http/context.ts";
import { httpProblems, problemBody } from "./http/http-problems.ts";
import { problemOf } from "./http/problem-of.ts";
import { requirePrincipal } from "./http/require-principal.ts";
import { tokenVerifier } from "./http/token-verifier.ts";
import { pageHeaders } from "./pages/page-headers.ts";
import { isPagePath } from "./pages/page-paths.ts";
import { createPages } from "./pages/pages.ts";
import { accountRoutes } from "./routes/account-routes.ts";
import { calendarRoutes } from "./routes/calendar-routes.ts";
import { centreRoutes } from "./routes/centre-routes.ts";
import { deadlineRoutes } from "./routes/deadline-routes.ts";
import { integrityRoutes } from "./routes/integrity-routes.ts";
import { jobRoutes } from "./routes/job-routes.ts";
import { ledgerRoutes } from "./routes/ledger-routes.ts";
import { messageRoutes } from "./routes/message-routes.ts";
import { obligationRoutes } from "./routes/obligation-routes.ts";
import { openApi } from "./routes/openapi.ts";
import { periodRoutes } from "./routes/period-routes.ts";

export function createApp(deps: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.use(async (c, next) => {
    c.set("deps", deps);
    c.set("requestId", randomUUID());
    const started = performance.now();
    await next();
    c.header("x-request-id", c.get("requestId"));
    deps.log("REQUEST", {
      request: c.get("requestId"),
      method: c.req.method,
      path: c.req.routePath,
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  const apiHeaders = secureHeaders();
  app.use((c, next) => (isPagePath(c.req.path) ? pageHeaders : apiHeaders)(c, next));

  app.onError((error, c) => {
    const request = c.get("requestId");
    const problem = problemOf(error);
    if (problem) return answer(problemBody(problem, request));
    deps.log("UNEXPECTED", { request, error: `${error.name}: ${error.message}`, stack: error.stack ?? "" });
    return answer(problemBody(httpProblems.unexpected({ request }), request));
  });
  app.notFound((c) => answer(problemBody(httpProblems.not_found({}), c.get("requestId"))));

  app.get("/v1/health", (c) => c.json({ ok: true, service: "hall-ledger" }));
  app.get("/v1/openapi.json", (c) => c.json(openApi(deps.ledgers, deps.publicUrl)));
  app.use("/v1/*", requirePrincipal(tokenVerifier(deps.issuers, deps.realNow ?? deps.now)));
  app.route("/v1", accountRoutes());
  app.route("/v1", ledgerRoutes());
  app.route("/v1", deadlineRoutes());
  app.route("/v1", centreRoutes());
  app.route("/v1", periodRoutes());
  app.route("/v1", obligationRoutes());
  app.route("/v1", calendarRoutes());
  app.route("/v1", integrityRoutes());
  app.route("/v1", jobRoutes());
  app.route("/v1", messageRoutes());
  app.all("/v1/*", (c) => c.notFound());
  app.route("/", createPages(deps));
  return app;
}

function answer(body: ReturnType<typeof problemBody>): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
