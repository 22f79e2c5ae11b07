// Takes orders for reports: who may have what, one rendering for a minute's worth of clicks, files once they are there.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import { can, type HallPlace, type Principal } from "../../shared/kernel/permissions.ts";
import { defineProblems } from "../../shared/kernel/problem.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Dependencies } from "../dependencies.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { findHall } from "../storage/directory-store.ts";
import { putNewReport, type ReportJob, type ReportOrder } from "../storage/report-store.ts";
import { centreToday } from "../use-cases/centre-zone.ts";
import { REPORT_KINDS } from "./kinds/report-kinds.ts";
import type { ReportKind } from "./report-kind.ts";

export const reportProblems = defineProblems({
  reports_unavailable: {
    status: 503,
    zh: "报告服务没有启用；请联系管理员配置报告队列。",
    en: "Reports are not switched on here; ask the administrator to configure the queue of reports.",
  },
  unknown_report_kind: {
    status: 400,
    zh: "没有“{kind}”这种报告；可选：{kinds}。",
    en: "There is no report “{kind}”; choose one of: {kinds}.",
  },
  report_subject: {
    status: 400,
    zh: "“{label}”应写成 {example} 的样子。",
    en: "{label} is written like {example}.",
  },
  report_needs_hall: {
    status: 400,
    zh: "这种报告按大厅出，请选择一个大厅。",
    en: "This report is about one hall: choose one.",
  },
  report_not_ready: {
    status: 409,
    zh: "报告还没有生成好；请看进度，完成后再取。",
    en: "The report is not ready yet; look at its progress and fetch it when it is done.",
  },
  unknown_report: {
    status: 404,
    zh: "没有这份报告；请从报告清单重新打开。",
    en: "There is no such report; open it from the list of reports.",
  },
});

const WAITING: Text = { zh: "等待开始", en: "Waiting to begin" };

export function reportKind(id: string): ReportKind {
  const kinds = REPORT_KINDS.map((kind) => kind.id).join(", ");
  return (
    REPORT_KINDS.find((kind) => kind.id === id) ??
    refuse(reportProblems.unknown_report_kind({ kind: id.slice(0, 40), kinds }))
  );
}

/** Whether somebody may have a report: the centre's people, and a hall's own head what is about that hall. */
export async function mayHave(
  deps: Dependencies,
  principal: Principal,
  order: ReportOrder,
): Promise<boolean> {
  const { roles } = reportKind(order.kind);
  const access = { have: order.hall === null ? roles : [...roles, "hallHead" as const] };
  const hall = order.hall === null ? undefined : await findHall(deps.table, order.hall);
  const place: HallPlace = { id: hall?.id ?? "", centre: order.centre, today: centreToday(deps.now()) };
  return can(principal, place, access, "have");
}

/** Orders a report; asked again within the minute it is the same one. */
export async function orderReport(
  deps: Dependencies,
  principal: Principal,
  order: ReportOrder,
): Promise<ReportJob> {
  const kind = reportKind(order.kind);
  const start = deps.startReport ?? refuse(reportProblems.reports_unavailable({}));
  if (kind.about === "hall" && order.hall === null)
    refuse(reportProblems.report_needs_hall({ field: "hall" }));
  if (kind.about === "centre" && order.hall !== null) {
    const expected = { zh: "不指定大厅", en: "no hall" };
    refuse(httpProblems.invalid_parameter({ name: "hall", expected }));
  }
  if (order.hall !== null && !(await findHall(deps.table, order.hall))) {
    refuse(httpProblems.unknown_hall({ hall: order.hall.slice(0, 80) }));
  }
  const { label, example } = kind.subject;
  if (!kind.subject.check(order.subject))
    refuse(reportProblems.report_subject({ field: "subject", label, example }));
  if (!(await mayHave(deps, principal, order))) refuse(httpProblems.not_permitted({}));
  const at = dateTimeAt(deps.now(), "Asia/Shanghai");
  const job: ReportJob = {
    id: createHash("sha256").update(canonicalJson({ order, at })).digest("hex").slice(0, 24),
    order,
    title: kind.title,
    by: principal.id,
    at,
    state: "waiting",
    progress: 0,
    step: WAITING,
    files: {},
    hash: null,
    preliminary: null,
    error: null,
  };
  if (await putNewReport(deps.table, job)) await start(job.id);
  return job;
}
