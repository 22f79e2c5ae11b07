// What every function that answers HTTP begins with: a request's id, its line in the log, its headers, its problems.
import { randomUUID } from "node:crypto";
import { Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Dependencies } from "../dependencies.ts";
import { answerError, answerNotFound } from "./answer-problems.ts";
import type { AppEnv } from "./context.ts";
import { requirePrincipal } from "./require-principal.ts";
import { tokenVerifier } from "./token-verifier.ts";

export function baseApp(deps: Dependencies): Hono<AppEnv> {
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
  app.onError(answerError);
  app.notFound(answerNotFound);
  return app;
}

/** Nothing of the API is for a browser to show, to frame or to keep. */
export const apiHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: "DENY",
});

/** Serves parts of the API under `/v1`: liveness to everybody, all else to those who can say who they are. */
export function mountApi(app: Hono<AppEnv>, deps: Dependencies, parts: readonly Hono<AppEnv>[]): void {
  app.use("/v1/*", apiHeaders);
  app.get("/v1/health", (c) => c.json({ ok: true, service: "hall-ledger" }));
  app.get("/v1/openapi.json", async (c) =>
    c.body(await deps.describeApi(), 200, { "content-type": "application/json; charset=utf-8" }),
  );
  app.use("/v1/*", requirePrincipal(tokenVerifier(deps.issuers, deps.realNow ?? deps.now)));
  for (const part of parts) app.route("/v1", part);
  app.all("/v1/*", (c) => c.notFound());
}
