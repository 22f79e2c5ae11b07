// The month of fifty halls consolidated, beside reading fifty workbooks as it is done by hand.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { rollUp } from "../../../functions/use-cases/roll-ups.ts";
import { localClient, openLocalTable } from "../../../infra/local/local-table.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import type { BenchContext, BenchPlace, BenchRow, Comparison } from "../bench-row.ts";
import { DEALT_MONTH, type DealtHall, dealCases, foldCases, storeMonthSummaries } from "../dealt-cases.ts";
import type { FoldedCase } from "../generator/fold-case.ts";
import { interleave, millisecondsOf } from "../measure.ts";

const FIELDS = 16;

export const consolidate: BenchRow = {
  name: "consolidate",
  title: "Fifty halls' month consolidated, against reading fifty workbooks of 1,000 rows",
  notes: [
    "The workbooks hold the very cases behind the summaries, one to a hall, 16 columns; they are read with @e965/xlsx and their months' received cases summed. Both must come to the same number.",
  ],
  async run(context) {
    const [halls, rows] = context.quick ? [5, 40] : [50, 1_000];
    const lives = foldCases(11, context.quick ? 40 : 1_000, (done) => context.progress(`${done} lives`));
    const dealt = Array.from({ length: halls }, (_, at): DealtHall => ({ hall: `h${at}`, cases: rows }));
    const folder = mkdtempSync(join(tmpdir(), "hall-ledger-workbooks-"));
    try {
      const files = dealt.map((hall) => writeWorkbook(folder, hall, lives));
      const what = `${halls} halls, ${rows} rows each`;
      const line = { what, reference: "XLSX library", unit: "ms", better: "less" as const };
      const goal = { goal: "≥ 20 times faster", atLeast: 20 };
      const disk = await measure(context, await context.place("disk"), lives, dealt, files);
      const memory = await measure(context, await context.place("memory"), lives, dealt, files);
      return [{ ...line, ...goal, disk, memory }];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  context: BenchContext,
  place: BenchPlace,
  lives: readonly FoldedCase[],
  halls: readonly DealtHall[],
  files: readonly string[],
): Promise<Comparison> {
  const client = localClient(place.endpoint);
  const table = await openLocalTable(client, "consolidate");
  await storeMonthSummaries(table, "bench-fifty", dealCases(lives, halls));
  const period = parsePeriod(DEALT_MONTH);
  if (!period) throw new Error("no such month");
  const ours = () => rollUp(table, "bench-fifty", period, { ledgers: [cases], split: false });
  const stored = (await ours()).total["cases.received"];
  const counted = readWorkbooks(files);
  if (stored !== counted) throw new Error(`the summaries say ${stored}, the workbooks ${counted}`);
  context.progress(`${place.kind}: ${files.length} workbooks`);
  const samples = await interleave(context.quick ? 1 : 4, {
    ours: () => millisecondsOf(ours),
    reference: () => millisecondsOf(() => readWorkbooks(files)),
  });
  client.destroy();
  return samples;
}

function writeWorkbook(folder: string, hall: DealtHall, lives: readonly FoldedCase[]): string {
  const rows = [...dealCases(lives, [hall])].map(({ record }) => {
    const { serial, values, derived } = record;
    const cells = [
      serial,
      derived.businessDay,
      record.voided ? "void" : derived.status,
      derived.dueDate ?? "",
    ];
    const own = Object.values(values).map((value) =>
      typeof value === "number" ? value : String(value ?? ""),
    );
    return [...cells, ...own, ...Array.from({ length: FIELDS }, () => "")].slice(0, FIELDS);
  });
  const head = [
    "编号",
    "日期",
    "状态",
    "到期",
    ...Array.from({ length: FIELDS - 4 }, (_, at) => `栏${at + 5}`),
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows]), "办件台账");
  const file = join(folder, `${hall.hall}.xlsx`);
  const bytes: Uint8Array = write(book, { type: "buffer", bookType: "xlsx" });
  writeFileSync(file, bytes);
  return file;
}

/** Cases received in the month, without voided ones. */
function readWorkbooks(files: readonly string[]): number {
  return files.reduce((total, file) => {
    const book = read(readFileSync(file), { type: "buffer" });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1 });
    return total + rows.slice(1).filter(([, day, status]) => isCounted(String(day), String(status))).length;
  }, 0);
}

function isCounted(day: string, status: string): boolean {
  return day.startsWith(DEALT_MONTH) && status !== "void";
}
