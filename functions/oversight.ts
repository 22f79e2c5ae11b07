// The function of the rest of the API: periods, what is owed, the centre. Like `lambda.ts`, with files and messages.
import { handle } from "hono/aws-lambda";
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig } from "./config.ts";
import { baseApp, mountApi } from "./http/base-app.ts";
import { oversightApi } from "./routes/oversight-api.ts";

const deps = awsOfficeDependencies(readConfig(process.env));
const app = baseApp(deps);
mountApi(app, deps, [oversightApi()]);

export const handler = handle(app);
