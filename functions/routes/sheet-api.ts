// What sheets and sidebars call all day, in a function of its own: nothing here opens a file or sends a message.
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { accountRoutes } from "./account-routes.ts";
import { ledgerRoutes } from "./ledger-routes.ts";

export function sheetApi(): Hono<AppEnv> {
  const api = new Hono<AppEnv>();
  api.route("/", accountRoutes());
  api.route("/", ledgerRoutes());
  return api;
}
