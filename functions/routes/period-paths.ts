// Periods and obligations in the OpenAPI description; the verbs' bodies are those that the routes check.
import * as z from "zod";
import { isVerb, VERB_BODIES } from "../use-cases/periods/period-verbs.ts";
import { operation, parameter, type Schema } from "./openapi-parts.ts";

const VERB_SUMMARIES: Readonly<Record<keyof typeof VERB_BODIES, string>> = {
  sign: "签认每日汇总 Sign days",
  confirm: "确认每周督查 Confirm weeks, each finding with owner and date",
  submit: "上报并存档 Submit and freeze",
  accept: "审核通过并锁定 Accept and lock",
  return: "退回并说明 Return with a reason",
  unlock: "限时解锁 Unlock for a time",
};

export function periodPaths(hall: Schema, period: Schema): Schema {
  const rule = parameter("rule", "path", { type: "string" });
  const named = parameter("period", "path", { type: "string" });
  const centre = parameter("centre", "query", { type: "string" });
  const one = "/v1/halls/{hall}/periods/{rule}/{period}";
  const verbs = Object.entries(VERB_BODIES).map(([verb, body]) => [
    `/v1/halls/{hall}/periods/{rule}/${verb}`,
    {
      post: operation(VERB_SUMMARIES[isVerb(verb) ? verb : "sign"], [hall, rule], {
        requestBody: {
          required: true,
          content: { "application/json": { schema: z.toJSONSchema(body, { io: "input" }) } },
        },
      }),
    },
  ]);
  return {
    "/v1/halls/{hall}/periods": {
      get: operation("应办清单 What a hall owes", [
        hall,
        parameter("from", "query", { type: "string", format: "date" }),
        parameter("to", "query", { type: "string", format: "date" }),
      ]),
    },
    [one]: { get: operation("一期的草稿与经过 One period: draft, findings, events", [hall, rule, named]) },
    [`${one}/snapshot`]: {
      get: operation("上报存档,逐字节 The frozen report, byte by byte", [hall, rule, named]),
    },
    [`${one}/difference`]: { get: operation("上报后的差异 What has changed since", [hall, rule, named]) },
    ...Object.fromEntries(verbs),
    "/v1/halls/{hall}/annual-summary": {
      get: operation("年度工作总结 Annual work summary as of a date", [
        hall,
        parameter("year", "query", { type: "string" }, true),
        parameter("asOf", "query", { type: "string", format: "date" }),
      ]),
    },
    "/v1/halls/{hall}/obligations": {
      get: operation("一个大厅的应办与逐件应办 A hall's obligations and duties of rows", [
        hall,
        period,
        parameter("duty", "query", { type: "string" }),
      ]),
    },
    "/v1/centre/obligations": {
      get: operation("各大厅应办 Obligations by hall", [
        period,
        parameter("hall", "query", { type: "string" }),
        centre,
      ]),
    },
    "/v1/centre/obligations/remind": {
      post: operation("提醒未办的大厅 Remind who has not signed or reported", [], {
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["period"],
                properties: {
                  period: { type: "string" },
                  halls: { type: "array", items: { type: "string" } },
                  centre: { type: "string" },
                },
              },
            },
          },
        },
      }),
    },
  };
}
