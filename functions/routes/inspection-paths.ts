// Inspection rounds described as OpenAPI.
import * as z from "zod";
import { Scorecard } from "../../shared/capabilities/inspection/scorecard.ts";
import { FIGURES } from "../use-cases/inspection/figure-rows.ts";
import {
  Assignment,
  BonusBody,
  MinutesBody,
  NewRectification,
  RectificationDone,
  Reinspection,
} from "../use-cases/inspection/follow-up.ts";
import { Objection, RulingBody, SelfScore } from "../use-cases/inspection/give-opinion.ts";
import { NewRound } from "../use-cases/inspection/open-round.ts";
import { VisitorResult, VisitorSearch } from "../use-cases/inspection/sample-visitors.ts";
import { OnSiteScore } from "../use-cases/inspection/score-on-site.ts";
import { SignBody } from "./inspection-routes.ts";
import { operation, parameter, type Schema } from "./openapi-parts.ts";

const path = (name: string) => parameter(name, "path", { type: "string" });
const query = (name: string) => parameter(name, "query", { type: "string" });
const round = path("round");
const hall = path("hall");
const format = parameter("format", "query", { type: "string", enum: ["json", "html", "xlsx", "docx"] });
const figure = [
  query("item"),
  query("section"),
  parameter("of", "query", { type: "string", enum: [...FIGURES] }, true),
];

const read = (summary: string, parameters: readonly Schema[] = []) => ({
  get: operation(summary, parameters),
});
const write = (summary: string, schema: z.ZodType, parameters: readonly Schema[] = []) => ({
  post: operation(summary, parameters, {
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) },
      },
    },
  }),
});
const upload = (parameters: readonly Schema[]) => ({
  post: operation("上传现场照片 Upload a photo", [...parameters, query("name")], {
    requestBody: { required: true, content: { "image/jpeg": {}, "image/png": {}, "image/webp": {} } },
  }),
});

const ROUND = "/v1/centre/inspections/{round}";
const HALL = `${ROUND}/halls/{hall}`;
const OWN = "/v1/halls/{hall}/inspections/{round}";

export function inspectionPaths() {
  const atHall = [round, hall];
  return {
    "/v1/centre/scorecards": {
      ...read("评分表各版本 Versions of the scorecard"),
      ...write("保存新版评分表 A new version of the scorecard", Scorecard),
    },
    "/v1/centre/inspections": {
      ...read("验收轮次 Rounds of inspection"),
      ...write("开启一轮验收 Open a round", NewRound),
    },
    [ROUND]: read("一轮验收 One round", [round]),
    [`${ROUND}/rows`]: read("数字背后的行 Rows behind a figure", [round, query("hall"), ...figure]),
    [`${ROUND}/report`]: read("验收报告 Acceptance report", [round, format, query("hall")]),
    [`${ROUND}/snapshot`]: read("签署的快照 What was signed, as canonical JSON", [round]),
    [`${ROUND}/assignments`]: write("指派检查员 Assign inspectors", Assignment, [round]),
    [`${ROUND}/reckon`]: { post: operation("重新计算 Reckon again", [round]) },
    [`${ROUND}/minutes`]: write("现场会记录 Minutes of the on-site meeting", MinutesBody, [round]),
    [`${ROUND}/sign`]: write("签署 Sign", SignBody, [round]),
    [`${HALL}/scores`]: write("现场打分 Score an on-site item", OnSiteScore, atHall),
    [`${HALL}/photos`]: upload(atHall),
    [`${HALL}/visitors`]: {
      ...read("抽查时段 Windows of the sample", atHall),
      ...write("登记抽查结果 Record what became of a visitor", VisitorResult, atHall),
    },
    [`${HALL}/visitors/search`]: write("在台账中查找 Look a visitor up", VisitorSearch, atHall),
    [`${HALL}/rulings`]: write("裁定 Rule on an item", RulingBody, atHall),
    [`${HALL}/bonus`]: write("自选动作加分 Bonus", BonusBody, atHall),
    [`${HALL}/rectifications`]: write("下达整改 Order rectification", NewRectification, atHall),
    [`${HALL}/rectifications/{id}/reinspection`]: write("复查 Re-inspect", Reinspection, [
      ...atHall,
      path("id"),
    ]),
    "/v1/halls/{hall}/inspections": read("本厅参加的验收 Rounds of this hall", [hall]),
    [OWN]: read("本厅评分单 This hall's sheet", [hall, round]),
    [`${OWN}/rows`]: read("数字背后的行 Rows behind a figure", [hall, round, ...figure]),
    [`${OWN}/report`]: read("本厅验收报告 This hall's report", [hall, round, format]),
    [`${OWN}/photos`]: upload([hall, round]),
    [`${OWN}/photos/{key}`]: read("现场照片 A photo", [hall, round, path("key")]),
    [`${OWN}/self-scores`]: write("自评 Self-score", SelfScore, [hall, round]),
    [`${OWN}/objections`]: write("异议 Objection", Objection, [hall, round]),
    [`${OWN}/rectifications/{id}/done`]: write("上报整改 Report it put right", RectificationDone, [
      hall,
      round,
      path("id"),
    ]),
  };
}
