// The add-on's own bundle in the workbook host, typed into and synchronised while the calls of both its neighbours go wrong.
import { findWholeRows } from "../../functions/storage/record-store.ts";
import { allRecords } from "../../functions/use-cases/recount.ts";
import { type AddonBench, openAddonBench } from "../addon/support/addon-bench.ts";
import { columnsOf, rowsOf, typeCase } from "../addon/support/case-sheet.ts";
import { faultPlan } from "./fault-plan.ts";
import { type FaultyProxy, startFaultyProxy } from "./faulty-proxy.ts";
import { findLosses } from "./find-losses.ts";
import type { StormOutcome } from "./storm.ts";

export interface SheetStormOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly endpoint: string;
}

const HALL = "east";
const ROWS_A_ROUND = 6;

export async function runSheetStorm({ seed, rounds, endpoint }: SheetStormOptions): Promise<StormOutcome> {
  const sheet = faultPlan(seed, { cutBefore: 10, cutAfter: 15, delay: 15, duplicate: 10, busy: 10 });
  const database = faultPlan(seed + 1, { cutBefore: 2, cutAfter: 3, delay: 5, throttled: 2, conflict: 3 });
  const databaseProxy = await startFaultyProxy(endpoint, database);
  let sheetProxy: FaultyProxy | undefined;
  const bench = await openAddonBench(undefined, {
    database: databaseProxy.url,
    between: async (url) => {
      sheetProxy = await startFaultyProxy(url, sheet);
      return sheetProxy.url;
    },
  });
  const calm = (is: boolean) => {
    sheet.calm(is);
    database.calm(is);
  };
  try {
    await bench.good("setUpWorkbook", [{ mode: "hall", id: HALL }], "head");
    calm(false);
    let typed = 0;
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < ROWS_A_ROUND; at++) typeCase(bench, ++typed, { window: `w${typed}` });
      // An edit of a row that may be under way.
      if (round > 0) bench.type([[round, columnsOf(bench).content, `改${round}`]]);
      await bench.call("sync", []);
    }
    calm(true);
    for (let run = 0; run < 10 && rowsOf(bench).some((row) => row.sync !== "已同步"); run++) {
      await bench.call("sync", []);
    }
    return {
      tried: new Map(
        [...sheet.tried, ...database.tried].map(([fault]) => [
          fault,
          (sheet.tried.get(fault) ?? 0) + (database.tried.get(fault) ?? 0),
        ]),
      ),
      calls: sheet.calls() + database.calls(),
      acknowledged: rowsOf(bench).filter(({ sync }) => sync === "已同步").length,
      rows: typed,
      kills: 0,
      turns: 0,
      tokensExpired: 0,
      repeated: 0,
      losses: [...(await lostFrom(bench, typed)), ...(await findLosses(bench.world.deps.table, HALL, []))],
    };
  } finally {
    calm(true);
    await bench.close();
    await sheetProxy?.close();
    await databaseProxy.close();
  }
}

/** Every typed row stands in the sheet once and at the backend once, under one number, saying the same. */
async function lostFrom(bench: AddonBench, typed: number): Promise<string[]> {
  const { table } = bench.world.deps;
  const shown = rowsOf(bench);
  const stored = await allRecords(table, HALL, "cases");
  const ids = shown.flatMap(({ rowId }) => rowId ?? []);
  const { records, personal } = await findWholeRows(table, ids);
  return [
    ...(shown.length === typed ? [] : [`${typed} rows were typed, the sheet shows ${shown.length}`]),
    ...(stored.length === typed ? [] : [`${typed} rows were typed, ${stored.length} are stored`]),
    ...shown.flatMap((row) => {
      const record = records.get(row.rowId ?? "");
      if (row.sync !== "已同步") return [`row ${row.window}: ${row.sync} ${row.hint}`];
      if (!record) return [`row ${row.window}: shown as synchronised, and not stored`];
      const isSame = record.serial === row.serial && record.values.window === row.window;
      const content = String(personal.get(record.id)?.values.content ?? "");
      return isSame && content === (row.content ?? "")
        ? []
        : [`row ${row.window}: stored ${JSON.stringify(record.values)}`];
    }),
  ];
}
