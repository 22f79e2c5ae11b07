// The acceptance report of 100 halls in its four forms, beside what the libraries alone take for the same cells.
import { Document, Packer, Paragraph, TableCell, TableRow, Table as WordTable } from "docx";
import { jsx } from "hono/jsx";
import writeXlsx from "write-excel-file/node";
import { acceptanceReport } from "../../../functions/reports/acceptance/acceptance-report.ts";
import { installedParts } from "../../../functions/reports/charts/installed-parts.ts";
import type { Inline } from "../../../functions/reports/model/report.ts";
import { same } from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import { type RenderedFormat, renderReport } from "../../../functions/reports/render-report.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import type { BenchLine, BenchRow } from "../bench-row.ts";
import { inventedRound } from "../invented-round.ts";
import { interleave, millisecondsOf } from "../measure.ts";

export const report: BenchRow = {
  name: "report",
  title: "The acceptance report of 100 halls: JSON, HTML, XLSX, DOCX",
  notes: [
    "An invented round: every computed item of the shipped scorecard with evidence, every on-site item scored. Ours renders the report's model; the reference writes the cells of all its tables, already texts and numbers, with the library alone: JSON.stringify, hono/jsx, write-excel-file, docx. Sentences, charts, links, formulas, Word's contents and page frame are ours only. DOCX takes so long that it is measured once, after one that warms.",
  ],
  async run(context) {
    const halls = context.quick ? 10 : 100;
    const snapshot = inventedRound(halls);
    const asOf = dateTime("2026-11-20T15:00:00+08:00");
    const centreName = same("演示中心");
    const model = acceptanceReport({ snapshot, centreName, hall: null, hash: null, asOf });
    const rows = model.blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.map(({ cells }) => cells) : [],
    );
    const texts = rows.map((cells) => cells.map((cell) => (cell ? showInline(cell, "zh") : "")));
    const bare: Readonly<Record<RenderedFormat | "json", () => Promise<unknown> | unknown>> = {
      json: () => JSON.stringify(model),
      html: () => bareHtml(texts),
      xlsx: () => bareXlsx(rows),
      docx: () => bareDocx(texts),
    };
    const options = {
      locale: "zh",
      publicUrl: "https://halls.example.test",
      pictureParts: installedParts(),
    } as const;
    const lines: BenchLine[] = [];
    for (const format of ["json", "html", "xlsx", "docx"] as const) {
      context.progress(format);
      const ours = () => (format === "json" ? canonicalJson(model) : renderReport(model, format, options));
      const disk = await interleave(context.quick || format === "docx" ? 1 : 7, {
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
