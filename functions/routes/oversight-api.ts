// The rest of the API: periods, what is owed, due dates explained, personal data, the centre's figures and its administration.
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { attachmentRoutes } from "./attachment-routes.ts";
import { calendarRoutes } from "./calendar-routes.ts";
import { centreRoutes } from "./centre-routes.ts";
import { deadlineRoutes } from "./deadline-routes.ts";
import { deputyRoutes } from "./deputy-routes.ts";
import { hallInspectionRoutes } from "./hall-inspection-routes.ts";
import { inspectionRoutes } from "./inspection-routes.ts";
import { integrityRoutes } from "./integrity-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { obligationRoutes } from "./obligation-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { periodRoutes } from "./period-routes.ts";
import { privacyRoutes } from "./privacy-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import { rowsApi } from "./rows-routes.ts";

export function oversightApi(): Hono<AppEnv> {
  const api = new Hono<AppEnv>();
  api.route("/", attachmentRoutes());
  api.route("/", centreRoutes());
  api.route("/", periodRoutes());
  api.route("/", rowsApi());
  api.route("/", reportRoutes());
  api.route("/", obligationRoutes());
  api.route("/", calendarRoutes());
  api.route("/", deadlineRoutes());
  api.route("/", deputyRoutes());
  api.route("/", inspectionRoutes());
  api.route("/", hallInspectionRoutes());
  api.route("/", integrityRoutes());
  api.route("/", jobRoutes());
  api.route("/", messageRoutes());
  api.route("/", peopleRoutes());
  api.route("/", privacyRoutes());
  return api;
}
