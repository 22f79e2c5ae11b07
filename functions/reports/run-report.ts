// Works an order off: builds the report, freezes it as canonical JSON, renders its files, and says how far it is.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/http-problems.ts";
import { findReport, putReport, type ReportJob } from "../storage/report-store.ts";
import type { PictureParts } from "./charts/chart-picture.ts";
import { publishReport } from "./model/publish-report.ts";
import { Report } from "./model/report.ts";
import { RENDERED_FORMATS, type RenderedFormat, renderReport } from "./render-report.ts";
import { reportKind } from "./report-desk.ts";

/** Building takes the first half. */
const BUILT = 50;

const STEPS: Readonly<Record<RenderedFormat, Text>> = {
  html: { zh: "生成网页版", en: "Making the web page" },
  xlsx: { zh: "生成 Excel", en: "Making the workbook" },
  docx: { zh: "生成 Word（含图表）", en: "Making the Word document with its charts" },
};
const DONE: Text = { zh: "已完成", en: "Done" };
const FAILED: Text = {
  zh: "没有生成成功，已记录；请稍后重新生成，仍不行请联系管理员。",
  en: "It could not be made, and this is on record; ask for it again later, or tell the administrator.",
};

/** Done already: nothing happens. @throws what went wrong, after it was put on record, so that a queue tries again */
export async function runReport(deps: Dependencies, pictureParts: PictureParts, id: string): Promise<void> {
  const found = await findReport(deps.table, id);
  if (!found || found.state === "done") return;
  let job: ReportJob = { ...found, state: "working", error: null };
  const tell = async (progress: number, step: Text) => {
    job = { ...job, progress: Math.round(progress), step };
    await putReport(deps.table, job);
  };
  try {
    const { order } = job;
    const kind = reportKind(order.kind);
    await tell(2, kind.title);
    const built = await kind.build(deps, order, (share, step) => tell(2 + share * (BUILT - 2), step));
    // Parsed as it will be when it is read again: what cannot be read is never kept.
    const report = Report.parse(order.published ? publishReport(built) : built);
    const bytes = new TextEncoder().encode(canonicalJson(report));
    const folder = `reports/${job.id}`;
    await deps.blobs.put(`${folder}/report.json`, bytes);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const { title, preliminary } = report;
    job = { ...job, title, preliminary, hash, files: { json: `${folder}/report.json` } };
    for (const [at, format] of RENDERED_FORMATS.entries()) {
      await tell(BUILT + ((100 - BUILT) * at) / RENDERED_FORMATS.length, STEPS[format]);
      const name = `${folder}/report.${format}`;
      // Rendering twice gives other bytes (a zip has its time): the first file stays.
      if (!(await deps.blobs.find(name))) {
        const file = await renderReport(report, format, {
          locale: order.locale,
          publicUrl: deps.publicUrl,
          pictureParts,
        });
        await deps.blobs.put(name, file);
      }
      job = { ...job, files: { ...job.files, [format]: name } };
    }
    job = { ...job, state: "done" };
    await tell(100, DONE);
  } catch (error) {
    const refused = error instanceof Refusal;
    job = { ...job, state: "failed", error: refused ? error.problem.message : FAILED };
    await putReport(deps.table, job);
    deps.log("REPORT_FAILED", { report: id, error: error instanceof Error ? error.message : String(error) });
    if (!refused) throw error;
  }
}
