// One set of steps for every sheet host: the one in memory, and the one on Apps Script in the workbook host.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { MemorySheetHost } from "../../addon/sheets/memory-sheet-host.ts";
import { planWrites } from "../../addon/sheets/write-plan.ts";
import { openBench } from "../workbook-host/support/script-bench.ts";
import { exerciseSheetHost } from "./support/exercise-sheet-host.ts";

const expected = {
  header: [["编号", "日期", "方式", "费用", "标识"]],
  texts: [
    ["编号", "日期", "方式", "费用", "标识"],
    ["0001", "2026-11-02 09:05", "窗口", "1.50", "a"],
    ["2026-00012", "2026-11-03 10:00", "电话", "2.00", "b"],
    ["=1+1", "", "", "", "c"],
  ],
  sparse: [
    ["编号", "日期", "方式", "费用", "标识"],
    ["0009", "2026-11-02 09:05", "窗口", "1.50", "a"],
    ["2026-00012", "2026-11-03 10:00", "电话", "2.00", "b"],
    ["四", "", "窗口", "", "c"],
    ["", "", "", "", ""],
    ["", "", "", "", "f"],
  ],
  retired: [["信函"]],
  rules: [],
  inserted: ["编号", "日期", "", "方式", "费用", "标识"],
  names: true,
  far: [["远", ""]],
  cleared: 2,
};

describe("a sheet host", () => {
  it("in memory does what the steps expect", () => {
    expect(exerciseSheetHost(new MemorySheetHost())).toEqual(expected);
  });

  it("on Apps Script does the same", async () => {
    const bench = await openBench();
    try {
      const { outputFiles } = await build({
        stdin: {
          contents: `
            import { exerciseSheetHost } from "./support/exercise-sheet-host.ts";
            import { AppsScriptSheetHost } from "../../addon/sheets/apps-script-sheet-host.ts";
            export const result = () => exerciseSheetHost(new AppsScriptSheetHost(SpreadsheetApp.getActiveSpreadsheet()));
          `,
          resolveDir: fileURLToPath(new URL(".", import.meta.url)),
          loader: "ts",
        },
        bundle: true,
        write: false,
        format: "iife",
        globalName: "Suite_",
        target: "es2020",
      });
      const code = outputFiles[0]?.text ?? "";
      expect(await bench.evaluate(`${code}\nreturn Suite_.result();`)).toEqual(expected);
    } finally {
      await bench.close();
    }
  });
});

describe("writing single cells", () => {
  const cell = (row: number, column: number, text = "x") => ({ row, column, text });

  it("takes one rectangle for a block, and leaves the gaps alone", () => {
    expect(planWrites([cell(2, 1), cell(2, 2), cell(3, 2)])).toEqual([
      {
        row: 2,
        column: 1,
        texts: [
          ["x", "x"],
          [null, "x"],
        ],
      },
    ]);
  });

  it("takes few rectangles however many rows are scattered, and the later of two writes", () => {
    const scattered = Array.from({ length: 500 }, (_, at) => cell(2 + at * 7, 4));
    expect(planWrites(scattered)).toHaveLength(1);
    expect(planWrites([cell(2, 1), cell(90, 1), cell(2, 9)])).toHaveLength(3);
    expect(planWrites([cell(2, 1, "a"), cell(2, 1, "b")])).toEqual([{ row: 2, column: 1, texts: [["b"]] }]);
    expect(planWrites([])).toEqual([]);
  });
});
