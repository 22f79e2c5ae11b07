// A report of 100 halls in its four forms, beside what the libraries alone take for the same table, ready-made.
import { Document, Packer, Paragraph, TableCell, TableRow, Table as WordTable } from "docx";
import { jsx } from "hono/jsx";
import writeXlsx from "write-excel-file/node";
import type { Figure, Inline, Report } from "../../../functions/reports/model/report.ts";
import { same } from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import { type RenderedFormat, renderReport } from "../../../functions/reports/render-report.ts";
import { seededRandom } from "../../../infra/local/seed/seeded-random.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import type { BenchLine, BenchRow } from "../bench-row.ts";
import { interleave, millisecondsOf } from "../measure.ts";

const FIGURES = 12;

export const report: BenchRow = {
  name: "report",
  title: "A report of 100 halls: JSON, HTML, XLSX, DOCX",
  notes: [
    "One table of 100 halls with twelve figures each, a heading, a sentence and a total, through the report model and its renderings, which every report goes through. The reference writes the same cells, already texts and numbers, with the library alone: JSON.stringify, hono/jsx, write-excel-file, docx. The figures' links and formulas, Word's contents and page frame are ours only.",
  ],
  async run(context) {
    const halls = context.quick ? 10 : 100;
    const model = reportOf(halls);
    const table = model.blocks.find((block) => block.kind === "table");
    const rows = table?.kind === "table" ? table.rows.map(({ cells }) => cells) : [];
    const texts = rows.map((cells) => cells.map((cell) => (cell ? showInline(cell, "zh") : "")));
    const bare: Readonly<Record<RenderedFormat | "json", () => Promise<unknown> | unknown>> = {
      json: () => JSON.stringify(model),
      html: () => bareHtml(texts),
      xlsx: () => bareXlsx(rows),
      docx: () => bareDocx(texts),
    };
    const options = { locale: "zh", publicUrl: "https://halls.example.test", fontFiles: [] } as const;
    const lines: BenchLine[] = [];
    for (const format of ["json", "html", "xlsx", "docx"] as const) {
      context.progress(format);
      const ours = () => (format === "json" ? canonicalJson(model) : renderReport(model, format, options));
      const disk = await interleave(context.quick ? 1 : 7, {
        ours: () => millisecondsOf(ours),
        reference: () => millisecondsOf(bare[format]),
      });
      lines.push({
        what: `${format.toUpperCase()}, ${halls} halls`,
        reference: "the library alone",
        unit: "ms",
        better: "less",
        goal: "within 1.5",
        atLeast: 1 / 1.5,
        disk,
        memory: null,
      });
    }
    return lines;
  },
};

function reportOf(halls: number): Report {
  const random = seededRandom(5);
  const figure = (hall: string): Figure => ({
    kind: "figure",
    metric: "cases.received",
    unit: "count",
    value: random.between(0, 2_000),
    rows: `centre/rows?ledger=cases&period=2026-11&figure=received&hall=${hall}`,
  });
  const columns = Array.from({ length: FIGURES }, (_, at) => ({
    id: `figure-${at}`,
    label: same(`指标${at + 1}`),
    as: "count" as const,
    width: 1,
    adds: true,
  }));
  const title = same("便民服务综合报告(演示)");
  return {
    format: 1,
    kind: "bench",
    title,
    cover: null,
    preliminary: false,
    asOf: dateTime("2026-11-20T15:00:00+08:00"),
    notes: [],
    blocks: [
      { kind: "heading", level: 1, text: same("一、总体情况") },
      { kind: "paragraph", parts: [same("本月共受理"), figure("h0"), same("件。")] },
      {
        kind: "table",
        id: "halls",
        title: same("各大厅"),
        columns: [{ id: "hall", label: same("大厅"), as: "text", width: 2 }, ...columns],
        rows: Array.from({ length: halls }, (_, at) => ({
          kind: "row" as const,
          id: `h${at}`,
          cells: [
            same(`演示${at}社区便民服务大厅`),
            ...Array.from({ length: FIGURES }, () => figure(`h${at}`)),
          ],
        })),
      },
    ],
  };
}

function bareXlsx(rows: readonly (readonly (Inline | null)[])[]): Promise<Buffer> {
  const data = rows.map((cells) =>
    cells.map((cell) =>
      cell && "kind" in cell && cell.kind === "figure"
        ? { type: Number, value: cell.value ?? 0 }
        : { type: String, value: cell ? showInline(cell, "zh") : "" },
    ),
  );
  return writeXlsx(data).toBuffer();
}

function bareHtml(texts: readonly (readonly string[])[]): string {
  const rows = texts.map((row) => jsx("tr", {}, ...row.map((text) => jsx("td", {}, text))));
  return String(jsx("table", {}, ...rows));
}

function bareDocx(texts: readonly (readonly string[])[]): Promise<Buffer> {
  const rows = texts.map(
    (row) =>
      new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new WordTable({ rows })] }] }));
}
