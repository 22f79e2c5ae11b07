// The whole application: the same one on a developer's machine and in tests; on AWS its parts are functions of their own.
import type { Hono } from "hono";
import type { Dependencies } from "./dependencies.ts";
import { baseApp, mountApi } from "./http/base-app.ts";
import type { AppEnv } from "./http/context.ts";
import { mountPages } from "./pages/pages.ts";
import { oversightApi } from "./routes/oversight-api.ts";
import { sheetApi } from "./routes/sheet-api.ts";

export function createApp(deps: Dependencies): Hono<AppEnv> {
  const app = baseApp(deps);
  mountApi(app, deps, [sheetApi(), oversightApi()]);
  mountPages(app, deps);
  return app;
}
