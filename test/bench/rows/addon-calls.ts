// What the add-on costs Google: service calls, fetches and bytes for set-up and for synchronising changed rows.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { openAddonBench } from "../../addon/support/addon-bench.ts";
import { columnsOf } from "../../addon/support/case-sheet.ts";
import { FakeBackend } from "../../addon/support/fake-backend.ts";
import type { BenchLine, BenchRow } from "../bench-row.ts";
import { counted } from "../measure.ts";

export const addonCalls: BenchRow = {
  name: "addon",
  title: "The add-on: service calls, fetches and bytes",
  notes: [
    "Counted in the workbook host, which runs the bundle as Google would; nothing is timed. The reference is what a script does that reads and writes cell by cell and sends row by row: one call for each changed row's cells, one fetch for each changed row. It is reckoned, not run.",
    "A sync of more than 500 rows takes a fetch for each 500.",
  ],
  async run(context) {
    const all = context.quick ? 200 : 10_000;
    const changes = context.quick ? [1, 50] : [1, 500, 5_000];
    const fake = new FakeBackend(cases);
    const place = await context.place("memory");
    let bytes = 0;
    const answer = fake.answer.bind(fake);
    fake.answer = (request) => {
      bytes += request.body?.length ?? 0;
      return answer(request);
    };
    const bench = await openAddonBench(fake, { database: place.endpoint });
    try {
      const lines: BenchLine[] = [];
      const add = (
        what: string,
        unit: string,
        ours: number,
        reference: number,
        goal: string,
        most?: number,
      ) =>
        lines.push({
          what,
          unit,
          reference: "cell by cell, row by row",
          better: "less",
          goal,
          atLeast: null,
          ...(most === undefined ? {} : { atMost: most }),
          disk: { ours: counted(ours), reference: counted(reference) },
          memory: null,
        });
      context.progress("setting up");
      await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
      const columns = bench.grid("办件台账")[0]?.length ?? 0;
      // Nobody sets up a workbook cell by cell: there is nothing to compare with.
      add("set-up: service calls", "calls", callsOf(bench.lastRun().calls), Number.NaN, "named");
      for (let at = 0; at < all; at++) {
        fake.write(`00000000-0000-4000-8000-${String(at).padStart(12, "0")}`, {
          receivedAt: "2026-11-02T09:05:00+08:00",
          matter: "senior-card",
          visitor: `来人${at}`,
          acceptedBy: "李四",
        });
      }
      context.progress(`fetching ${all} rows`);
      await bench.good("sync", []);
      const { window } = columnsOf(bench);
      let least: number | undefined;
      for (const changed of changes) {
        context.progress(`${changed} changed rows`);
        const stride = Math.max(1, Math.floor(all / changed));
        bench.type(
          Array.from({ length: changed }, (_, at) => [1 + at * stride, window, `${changed}号`] as const),
        );
        bytes = 0;
        const report = await bench.good("sync", []);
        const sent = report.ledgers.find(({ ledger }) => ledger === "cases")?.sent;
        if (sent !== changed) throw new Error(`${changed} rows changed, ${sent} were sent`);
        const { calls, fetches } = bench.lastRun();
        const own = fetches.filter((url) => url.endsWith("cases/sync")).length;
        const made = callsOf(calls);
        least ??= made;
        const what = `${changed.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} rows changed`;
        // Scattered writes read what lies between: a few more calls, whatever the number of rows.
        add(`${what}: service calls`, "calls", made, changed * columns, "constant", least + 40);
        add(`${what}: fetches`, "fetches", own, changed, "1 for each 500", Math.ceil(changed / 500));
        add(`${what}: bytes sent`, "bytes", bytes, bytes, "named");
      }
      return lines;
    } finally {
      await bench.close();
    }
  },
};

function callsOf(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
