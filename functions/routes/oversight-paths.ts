// The centre's oversight described as OpenAPI: calendar, scheduled jobs, messages, and patterns worth a look.
import * as z from "zod";
import { NewWebhook } from "../messages/register-webhook.ts";
import { CalendarRequest } from "./calendar-routes.ts";
import { DeputyBody } from "./deputy-routes.ts";
import { operation, parameter, type Schema, takes } from "./openapi-parts.ts";

export function oversightPaths(period: Schema) {
  return {
    "/v1/centre/calendar": { get: operation("已载入的日历与变动 Calendar loaded, and its changes") },
    "/v1/centre/calendar/preview": {
      post: operation("预览放假通知的影响 What a holiday notice would move", [], takes(CalendarRequest)),
    },
    "/v1/centre/calendar/apply": {
      post: operation("应用放假通知 Put a holiday notice into force", [], takes(CalendarRequest)),
    },
    "/v1/centre/stocks": { get: operation("闭厅存量 Stocks at closing", [period]) },
    "/v1/centre/jobs": { get: operation("定时任务及其运行记录 Scheduled jobs and their runs") },
    "/v1/centre/messages": { get: operation("消息记录 Messages on record", [period]) },
    "/v1/centre/messages/retry": {
      post: operation(
        "重新发送 Send a message again that was given up",
        [],
        takes(z.strictObject({ id: z.string() })),
      ),
    },
    "/v1/centre/webhooks": {
      get: operation("群机器人 Groups that get messages"),
      post: operation("登记群机器人 Register a group", [], takes(NewWebhook)),
    },
    "/v1/centre/webhooks/{id}": {
      delete: operation("移除群机器人 Remove a group", [parameter("id", "path", { type: "string" })]),
    },
    ...deputyPaths("/v1/centre/deputies", []),
    ...deputyPaths("/v1/halls/{hall}/deputies", [parameter("hall", "path", { type: "string" })]),
    "/v1/centre/integrity": { get: operation("值得了解的情况 Patterns worth a look", [period]) },
  };
}

function deputyPaths(path: string, place: readonly Schema[]) {
  return {
    [path]: {
      get: operation("代理安排 Who acts in whose place", place),
      post: operation("安排代理 Appoint a deputy", place, takes(DeputyBody)),
    },
    [`${path}/{id}/revoke`]: {
      post: operation("撤销代理 End an appointment", [...place, parameter("id", "path", { type: "string" })]),
    },
  };
}
