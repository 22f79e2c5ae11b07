// The function that sheets and sidebars call: API Gateway's HTTP API (payload 2.0) in, the API's answer out.
import { handle } from "hono/aws-lambda";
import { awsDependencies } from "./aws-dependencies.ts";
import { readConfig } from "./config.ts";
import { baseApp, mountApi } from "./http/base-app.ts";
import { sheetApi } from "./routes/sheet-api.ts";

const deps = awsDependencies(readConfig(process.env));
const app = baseApp(deps);
mountApi(app, deps, [sheetApi()]);

export const handler = handle(app);
