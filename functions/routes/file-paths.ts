// Rows behind figures, reports, exports and files of rows described as OpenAPI.
import { gives, operation, parameter, type Schema, takes } from "./openapi-parts.ts";
import { ReportOrdered } from "./report-routes.ts";

const TEXT = { type: "string" } as const;

export function filePaths(hall: Schema, ledger: Schema, period: Schema): Schema {
  const centre = parameter("centre", "query", TEXT);
  const report = parameter("id", "path", TEXT);
  const question = [
    parameter("ledger", "query", TEXT, true),
    parameter("figure", "query", TEXT),
    period,
    parameter("page", "query", { type: "integer", minimum: 1 }),
  ];
  return {
    "/v1/centre/rows": {
      get: operation("中心数字背后的行 Rows behind a figure of the centre", [
        ...question,
        centre,
        parameter("hall", "query", TEXT),
      ]),
    },
    "/v1/halls/{hall}/rows": {
      get: operation("大厅数字背后的行 Rows behind a figure of a hall", [hall, ...question]),
    },
    "/v1/reports": { post: operation("生成报告 Order a report", [], takes(ReportOrdered)) },
    "/v1/centre/reports": { get: operation("报告清单 Reports that were ordered", [centre]) },
    "/v1/reports/{id}": { get: operation("报告进度 How far a report is", [report]) },
    "/v1/reports/{id}/files/{format}": {
      get: operation(
        "报告文件 A report's file",
        [report, parameter("format", "path", { ...TEXT, enum: ["json", "html", "xlsx", "docx"] })],
        gives("application/octet-stream"),
      ),
    },
    "/v1/centre/exports": { get: operation("导出记录 Who exported what", [centre]) },
    "/v1/halls/{hall}/ledgers/{ledger}/attachments": {
      post: operation("上传附件 Upload a file of a row", [hall, ledger, parameter("name", "query", TEXT)], {
        requestBody: { required: true, content: { "application/octet-stream": {} } },
      }),
    },
    "/v1/halls/{hall}/ledgers/{ledger}/attachments/{key}": {
      get: operation(
        "取附件 Fetch a file of a row",
        [hall, ledger, parameter("key", "path", TEXT)],
        gives("application/octet-stream"),
      ),
    },
  };
}
