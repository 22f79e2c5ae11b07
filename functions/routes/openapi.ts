// The public surface described as OpenAPI 3.1, drawn from the ledgers' definitions.
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Field, Fields } from "../../shared/ledger/field.ts";
import { MAX_ROWS, SyncRequest } from "../use-cases/sync-rows.ts";
import { filePaths } from "./file-paths.ts";
import { inspectionPaths } from "./inspection-paths.ts";
import { operation, parameter, type Schema, takes } from "./openapi-parts.ts";
import { oversightPaths } from "./oversight-paths.ts";
import { peoplePaths } from "./people-paths.ts";
import { periodPaths } from "./period-paths.ts";

/** Drawn when the functions are built, or at the first question on a developer's machine; never on Lambda. */
export function openApi(ledgers: readonly Ledger[]) {
  const ledger = parameter("ledger", "path", { type: "string", enum: ledgers.map(({ id }) => id) });
  const hall = parameter("hall", "path", { type: "string" });
  const period = parameter("period", "query", {
    type: "string",
    examples: ["2026-11-02", "2026-W45", "2026-11", "2026-Q4", "2026"],
  });
  const recordId = parameter("id", "path", { type: "string", format: "uuid" });
  return {
    openapi: "3.1.0",
    info: {
      title: "便民大厅台账 Hall Ledger",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ identityToken: [] }],
    paths: {
      "/v1/health": { get: operation("存活 Liveness", [], { security: [] }) },
      "/v1/openapi.json": { get: operation("这份说明 This description", [], { security: [] }) },
      "/v1/me": { get: operation("我是谁 Who am I") },
      "/v1/halls": { get: operation("可见的大厅 Halls that the caller may see") },
      "/v1/ledgers": { get: operation("全部台账定义 All definitions") },
      "/v1/ledgers/{ledger}": { get: operation("一本台账的定义 One definition", [ledger]) },
      "/v1/halls/{hall}/reference": {
        get: operation("表单需要的参考数据 Matters, calendar and policy for forms", [
          hall,
          parameter("since", "query", { type: "string" }),
        ]),
      },
      "/v1/halls/{hall}/ledgers/{ledger}/sync": {
        post: operation(
          `上送与取回,一次最多 ${MAX_ROWS} 行 Rows up and down, at most ${MAX_ROWS}`,
          [hall, ledger],
          takes(SyncRequest),
        ),
      },
      "/v1/halls/{hall}/ledgers/{ledger}/records": {
        get: operation("一个期间或一个数字背后的行 Rows of a period, or behind a figure", [
          hall,
          ledger,
          period,
          parameter("figure", "query", { type: "string" }),
          parameter("matter", "query", { type: "string" }),
          parameter("from", "query", { type: "integer", minimum: 0 }),
          parameter("limit", "query", { type: "integer", minimum: 1, maximum: 1000 }),
        ]),
      },
      "/v1/halls/{hall}/ledgers/{ledger}/records/{id}": {
        get: operation("一行及其经过 One row with its history and trace", [
          hall,
          ledger,
          recordId,
          parameter("unmask", "query", { type: "string" }),
        ]),
      },
      "/v1/halls/{hall}/feeds": {
        get: operation("各台账有无新变化 How far each ledger's feed goes", [hall]),
      },
      "/v1/deadlines/explain": {
        get: operation("到期日逐日说明 A due date explained day by day", [
          parameter("receivedAt", "query", { type: "string" }, true),
          parameter("workingDays", "query", { type: "integer", minimum: 0, maximum: 999 }, true),
          parameter("hall", "query", { type: "string" }),
          parameter("policy", "query", { type: "string", enum: ["default", "receiveNextDay"] }),
        ]),
      },
      "/v1/centre/roll-ups": {
        get: operation("中心汇总 Consolidated figures", [
          period,
          parameter("hall", "query", { type: "string" }),
          parameter("ledger", "query", { type: "string" }),
          parameter("centre", "query", { type: "string" }),
        ]),
      },
      ...periodPaths(hall, period),
      "/v1/centre/overdue": {
        get: operation("超期事项 What is overdue", [parameter("centre", "query", { type: "string" })]),
      },
      ...oversightPaths(period),
      ...filePaths(hall, ledger, period),
      ...peoplePaths(hall, ledger, recordId),
      ...inspectionPaths(),
    },
    components: {
      securitySchemes: {
        identityToken: { type: "http", scheme: "bearer", bearerFormat: "OIDC ID token (RS256)" },
      },
      responses: {
        Problem: {
          description: "RFC 9457 problem details, in Chinese and English",
          content: { "application/problem+json": { schema: PROBLEM_SCHEMA } },
        },
      },
      schemas: Object.fromEntries(ledgers.map((one) => [`${one.id}-values`, valuesSchema(one.fields)])),
    },
  };
}

const PROBLEM_SCHEMA = {
  type: "object",
  required: ["type", "title", "detail", "status", "code", "message"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    detail: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    field: { type: "string" },
    message: { type: "object", properties: { zh: { type: "string" }, en: { type: "string" } } },
  },
} satisfies Schema;

function valuesSchema(fields: Fields): Schema {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(fields).filter((id) => fields[id]?.required),
    properties: Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, fieldSchema(field)])),
  };
}

function fieldSchema({ kind, label, shape, personal }: Field): Schema {
  const about = { title: label.zh, description: `${label.en}${personal ? " (personal)" : ""}` };
  if (shape.choices) return { ...about, type: "string", enum: shape.choices.map(({ code }) => code) };
  switch (shape.control) {
    case "date":
      return { ...about, type: "string", format: "date" };
    case "dateTime":
      return { ...about, type: "string", format: "date-time" };
    case "number":
      return {
        ...about,
        type: "integer",
        minimum: shape.minimum,
        maximum: shape.maximum,
        ...(kind === "fen" ? { description: `${about.description}, in fen` } : {}),
      };
    case "checkbox":
      return { ...about, type: "boolean" };
    case "list":
      return { ...about, type: "array" };
    default:
      return { ...about, type: "string", ...(shape.maxLength ? { maxLength: shape.maxLength } : {}) };
  }
}
