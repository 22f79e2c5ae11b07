// The API function: API Gateway's HTTP API (payload 2.0) in, the app's answer out.
import { handle } from "hono/aws-lambda";
import { createApp } from "./app.ts";
import { awsDependencies } from "./aws-dependencies.ts";
import { readConfig } from "./config.ts";

export const handler = handle(createApp(awsDependencies(readConfig(process.env))));
