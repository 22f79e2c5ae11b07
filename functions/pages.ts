// The function of the pages, and of every address that is none of the API's.
import { handle } from "hono/aws-lambda";
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig } from "./config.ts";
import { baseApp } from "./http/base-app.ts";
import { mountPages } from "./pages/pages.ts";

const deps = awsOfficeDependencies(readConfig(process.env));
const app = baseApp(deps);
mountPages(app, deps);

export const handler = handle(app);
