// The local workbook host: opening a workbook of 10,000 rows and writing 5,000 × 20 cells, beside the bare model.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WorkbookStore } from "../../../infra/local/workbook-host/storage/workbook-store.ts";
import { openBench } from "../../workbook-host/support/script-bench.ts";
import type { BenchRow } from "../bench-row.ts";
import { interleave, millisecondsOf } from "../measure.ts";

const COLUMNS = 20;

export const workbookHost: BenchRow = {
  name: "workbook-host",
  title: "The workbook host: 10,000 rows opened, 5,000 × 20 cells written",
  notes: [
    "Writing is one `setValues` of a script in its own context, with all that Apps Script does to the values; the reference puts the same cells straight into the model. Opening is the store's reading from disk; the reference parses the same file as JSON.",
  ],
  async run(context) {
    const [rows, written] = context.quick ? [300, 100] : [10_000, 5_000];
    const bench = await openBench();
    try {
      const sheet = bench.services.store.find(bench.workbookId)?.workbook.sheets[0];
      if (!sheet) throw new Error("there is no sheet");
      const values = `Array.from({ length: COUNT }, (_, row) => Array.from({ length: ${COLUMNS} }, (_, column) => column % 3 === 0 ? row : "办件" + row + "-" + column))`;
      const write = (count: number) =>
        bench.evaluate(
          `SpreadsheetApp.getActiveSheet().getRange(1, 1, ${count}, ${COLUMNS}).setValues(${values.replace("COUNT", String(count))});`,
        );
      // A new sheet has a thousand rows, as Google's has.
      await bench.evaluate(
        `const sheet = SpreadsheetApp.getActiveSheet(); const lacks = ${rows} - sheet.getMaxRows();
         if (lacks > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacks);`,
      );
      context.progress("writing");
      const cells = await interleave(context.quick ? 1 : 7, {
        ours: () => millisecondsOf(() => write(written)),
        reference: () =>
          millisecondsOf(() => {
            for (let row = 0; row < written; row++) {
              for (let column = 0; column < COLUMNS; column++) {
                const value = column % 3 === 0 ? row : `办件${row}-${column}`;
                sheet.putEntry(row, column, { value, formula: undefined });
              }
            }
          }),
      });
      await write(rows);
      // On disk before it is opened anew.
      await bench.services.store.close();
      const folder = join(bench.dataDirectory, "workbooks");
      const file = join(folder, readdirSync(folder).find((name) => name.endsWith(".json")) ?? "");
      context.progress("opening");
      const opening = await interleave(context.quick ? 1 : 5, {
        ours: () =>
          millisecondsOf(() => new WorkbookStore(bench.dataDirectory, () => bench.clock.now()).load()),
        reference: () => millisecondsOf(() => void JSON.parse(readFileSync(file, "utf8"))),
      });
      const line = { unit: "ms", better: "less" as const, goal: "named", atLeast: null, memory: null };
      return [
        { ...line, what: `${rows} rows × ${COLUMNS} opened`, reference: "parsing the file", disk: opening },
        { ...line, what: `${written} × ${COLUMNS} cells written`, reference: "the bare model", disk: cells },
      ];
    } finally {
      await bench.close();
    }
  },
};
