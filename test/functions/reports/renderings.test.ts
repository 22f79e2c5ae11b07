// HTML, XLSX and DOCX of one report carry the same figures, and none of them computes, runs or leaks anything.
import { beforeAll, describe, expect, test } from "vitest";
import { installedParts } from "../../../functions/reports/charts/installed-parts.ts";
import { tableCsv } from "../../../functions/reports/csv/table-csv.ts";
import {
  figuresIn,
  isFigure,
  type Report,
  Report as ReportSchema,
  type TableBlock,
} from "../../../functions/reports/model/report.ts";
import { showFigure, showInline } from "../../../functions/reports/model/show-inline.ts";
import { renderReport } from "../../../functions/reports/render-report.ts";
import {
  documentXml,
  paragraphsOfDocx,
  type ReadSheet,
  type ReadTable,
  sheetsOfXlsx,
  tablesOfDocx,
  tablesOfHtml,
} from "./read-back.ts";
import { HOSTILE_TEXTS, sampleReport } from "./sample-report.ts";

const report: Report = sampleReport();
const options = {
  locale: "zh",
  publicUrl: "https://halls.example.test",
  pictureParts: installedParts(),
} as const;

let html: string;
let sheets: ReadSheet[];
let xml: string;
beforeAll(async () => {
  html = new TextDecoder().decode(await renderReport(report, "html", options));
  sheets = sheetsOfXlsx(await renderReport(report, "xlsx", options));
  xml = documentXml(await renderReport(report, "docx", options));
});

const tables = report.blocks.filter((block): block is TableBlock => block.kind === "table");

/** What a table shows, without control characters, which no file may hold. */
function shown(table: TableBlock): string[][] {
  const clean = (text: string) => text.replaceAll("\u0001", "").trim();
  return [
    table.columns.map(({ label }) => label.zh),
    ...table.rows.map(({ cells }) => cells.map((cell) => clean(showInline(cell, "zh")))),
  ];
}

/** Without empty cells at the end of a row, which a group's head has in a sheet. */
function trimmed({ rows }: ReadTable): string[][] {
  return rows.map((row) =>
    row.slice(0, row.findLastIndex((cell) => cell !== "") + 1).map((cell) => cell.trim()),
  );
}

describe("the same figures stand in every rendering", () => {
  test("in the tables of HTML", () => {
    const clean = tablesOfHtml(html).map((table) =>
      trimmed(table).map((row) => row.map((cell) => cell.replaceAll("\u0001", ""))),
    );
    expect(clean).toEqual(tables.map(shown));
  });

  test("in the sheets of XLSX, with the note below", () => {
    sheets.forEach((sheet, at) => {
      const table = tables[at];
      if (!table) throw new Error("a sheet too many");
      expect(sheet.title).toBe(table.title.zh);
      expect(trimmed(sheet).slice(0, table.rows.length + 1)).toEqual(shown(table));
    });
    expect(sheets).toHaveLength(tables.length);
  });

  test("in the tables of DOCX", () => {
    expect(tablesOfDocx(xml).map(trimmed)).toEqual(tables.map(shown));
  });

  test("and in the sentences", () => {
    const told = "本月共受理1,207件，收费12,345.72元。";
    expect(html.replace(/<[^>]+>/g, "")).toContain(told);
    expect(paragraphsOfDocx(xml)).toContain(told);
  });
});

describe("a spreadsheet reckons what a reader expects it to reckon", () => {
  test("totals and ratios are formulas that come to the figures", () => {
    const [sheet] = sheets;
    if (!sheet) throw new Error("no sheet");
    expect(sheet.formulas).toEqual({
      E5: "C5/(C5+D5)",
      E6: "C6/(C6+D6)",
      E7: "C7/(C7+D7)",
      B8: "SUM(B4:B7)",
      C8: "SUM(C4:C7)",
      D8: "SUM(D4:D7)",
      E8: "C8/(C8+D8)",
      F8: "SUM(F4:F7)",
    });
    const at = (cell: string) => sheet.numbers[cell] ?? Number.NaN;
    for (const [cell, formula] of Object.entries(sheet.formulas)) {
      const ratio = /^(\w+)\/\((\w+)\+(\w+)\)$/.exec(formula);
      const [, from = "", to = ""] = /^SUM\(\w(\d+):\w(\d+)\)$/.exec(formula) ?? [];
      const column = cell.slice(0, 1);
      const rows = Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, index) => `${column}${Number(from) + index}`,
      );
      const expected = ratio
        ? at(ratio[1] ?? "") / (at(ratio[2] ?? "") + at(ratio[3] ?? ""))
        : rows.reduce((sum, one) => sum + (sheet.numbers[one] ?? 0), 0);
      expect(at(cell), cell).toBeCloseTo(expected, 9);
    }
  });

  test("figures open their rows", () => {
    expect(sheets[0]?.links.B5).toBe(
      "https://halls.example.test/centre/rows?ledger=cases&period=2026-11&figure=received&hall=h0",
    );
    expect(html).toContain(
      'href="https://halls.example.test/centre/rows?ledger=cases&amp;period=2026-11&amp;figure=feesInFen"',
    );
    expect(Object.keys(sheets[0]?.links ?? {})).toHaveLength(
      tables[0] ? figuresIn([tables[0]]).length + 3 : 0,
    );
  });
});

describe("texts stay texts", () => {
  test("no text becomes a formula in XLSX", () => {
    expect(sheets[1]?.formulas).toEqual({});
    expect(sheets[1]?.rows.map(([text]) => text).slice(1)).toEqual(
      HOSTILE_TEXTS.map((text) => text.replaceAll("\u0001", "")),
    );
  });

  test("no text becomes a formula in CSV, and numbers stay numbers", () => {
    const [halls, texts] = tables;
    if (!halls || !texts) throw new Error("no tables");
    const lines = tableCsv(texts, "zh").split("\r\n");
    expect(lines[0]).toBe("\ufeff内容,时间");
    expect(lines.slice(1, 7)).toEqual([
      '"\'=HYPERLINK(""http://evil"")",2026-11-02 09:05',
      "'+1+1,2026-11-02 09:05",
      "'-2+3,2026-11-02 09:05",
      "'@SUM(A1),2026-11-02 09:05",
      "'＝1+1,2026-11-02 09:05",
      "' =1,2026-11-02 09:05",
    ]);
    expect(tableCsv(halls, "zh")).toContain("朝晖社区便民服务大厅,120,100,5,0.952381,12345.67\r\n");
  });

  test("no text becomes markup in HTML", () => {
    expect(html).not.toContain("<b>x</b>");
    expect(html).not.toContain("<script");
  });
});

test("a report of an open period says so on its cover, in its title and in its first sheet", async () => {
  expect(html).toContain("<title>便民服务月度综合报告（初步）</title>");
  expect(html.match(/（初步）/g)?.length).toBeGreaterThanOrEqual(2);
  expect(paragraphsOfDocx(xml)).toContain("便民服务月度综合报告（初步）");
  const closed = { ...report, preliminary: false };
  expect(new TextDecoder().decode(await renderReport(closed, "html", options))).not.toContain("初步");
});

test("Word repeats a table's head on every page, counts pages and shows the chart as a picture", () => {
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
  expect(xml).toContain("<pic:pic");
  expect(xml).toMatch(/PAGEREF _Toc\w+/);
});

test("every figure of the report is found by walking it", () => {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).filter(isFigure);
  expect(figuresIn(report.blocks)).toHaveLength(cells.length + 3);
  expect(cells.map(showFigure)).not.toContain("undefined");
});

test("a report survives the way through its file", () => {
  expect(ReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});
