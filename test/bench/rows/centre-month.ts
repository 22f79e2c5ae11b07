// A centre's month: flat in the cases behind it, linear in halls, beside counting the rows themselves.
import { findIdsByBusinessDay, findRecords } from "../../../functions/storage/record-store.ts";
import { addSums } from "../../../functions/storage/summary-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { rollUp } from "../../../functions/use-cases/roll-ups.ts";
import { localClient, openLocalTable } from "../../../infra/local/local-table.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import type { BenchContext, BenchLine, BenchPlace, BenchRow, Comparison } from "../bench-row.ts";
import { DEALT_MONTH, dealCases, foldCases, storeCases, storeMonthSummaries } from "../dealt-cases.ts";
import type { FoldedCase } from "../generator/fold-case.ts";
import { interleave, millisecondsOf, type Sample, sampleOf } from "../measure.ts";

const HALLS = [10, 100, 1000];
/** Rows are stored for so many halls; for the others their summaries only. */
const STORED_HALLS = 100;

interface Measured {
  /** Ours by halls and cases. */
  readonly ours: ReadonlyMap<string, Sample>;
  /** Counting, by cases; where rows were stored. */
  readonly counting: ReadonlyMap<number, Sample>;
}

export const centreMonth: BenchRow = {
  name: "centre-month",
  title: "A centre's month, against counting its rows",
  notes: [
    "Cases of the generator, all received in October 2026, dealt to the halls. Where rows are stored, both come to the same sums, or the row fails. 100,000 rows are stored in memory only: writing them to disk would take longer than all other rows together.",
    "Counting reads each hall's month from the index and its rows in batches of 100, sixteen halls at a time.",
  ],
  async run(context) {
    const sizes = context.quick ? [100, 300] : [1_000, 10_000, 100_000];
    const lives = foldCases(7, context.quick ? 60 : 2_000, (done) => context.progress(`${done} lives`));
    const memory = await measure(context, await context.place("memory"), lives, sizes, sizes);
    const onDisk = sizes.slice(0, -1);
    const disk = await measure(context, await context.place("disk"), lives, sizes, onDisk);
    return linesOf(disk, memory, sizes);
  },
};

async function measure(
  context: BenchContext,
  place: BenchPlace,
  lives: readonly FoldedCase[],
  sizes: readonly number[],
  stored: readonly number[],
): Promise<Measured> {
  const client = localClient(place.endpoint);
  const ours = new Map<string, Sample>();
  const counting = new Map<number, Sample>();
  try {
    for (const cases of sizes) {
      const table = await openLocalTable(client, `centre-month-${cases}`);
      for (const halls of HALLS) {
        const dealt = () => dealCases(lives, hallsWith(halls, cases));
        const centre = `bench-${halls}`;
        await storeMonthSummaries(table, centre, dealt());
        if (halls !== STORED_HALLS || !stored.includes(cases)) {
          const { own } = await interleave(5, { own: () => millisecondsOf(() => month(table, centre)) });
          ours.set(`${halls} ${cases}`, own);
          continue;
        }
        await storeCases(table, dealt(), false, (done) =>
          context.progress(`${place.kind}: ${done} of ${cases} rows`),
        );
        context.progress(`${place.kind}: counting ${cases} rows`);
        const ids = hallsWith(halls, cases).map(({ hall }) => hall);
        const started = performance.now();
        const counted = await count(table, ids);
        const firstCount = performance.now() - started;
        const { total } = await month(table, centre);
        if (JSON.stringify(sorted(total)) !== JSON.stringify(sorted(counted))) {
          throw new Error(`the sums differ: ${JSON.stringify([total, counted])}`);
        }
        // So many rows take so long to count that once, which the comparison has just done, must do.
        const once = cases > 50_000 ? sampleOf([firstCount]) : undefined;
        const samples = await interleave(3, {
          own: () => millisecondsOf(() => month(table, centre)),
          rows: () => (once ? once.median : millisecondsOf(() => count(table, ids))),
        });
        ours.set(`${halls} ${cases}`, samples.own);
        counting.set(cases, once ?? samples.rows);
      }
    }
    return { ours, counting };
  } finally {
    client.destroy();
  }
}

function hallsWith(halls: number, cases: number) {
  return Array.from({ length: halls }, (_, at) => ({
    hall: `h${at}`,
    cases: Math.floor((cases * (at + 1)) / halls) - Math.floor((cases * at) / halls),
  }));
}

function month(table: Table, centre: string) {
  const period = parsePeriod(DEALT_MONTH);
  if (!period) throw new Error("no such month");
  return rollUp(table, centre, period, { ledgers: [cases], split: false });
}

async function count(table: Table, halls: readonly string[]): Promise<Record<string, number>> {
  let total: Record<string, number> = {};
  for (let at = 0; at < halls.length; at += 16) {
    const parts = halls.slice(at, at + 16).map(async (hall) => {
      const [first, last] = [`${DEALT_MONTH}-01`, `${DEALT_MONTH}-31`];
      const ids = await findIdsByBusinessDay(table, hall, "cases", DEALT_MONTH, first, last);
      const records = await findRecords(table, ids, false);
      const own = [...records.values()].flatMap(({ contributions, ledger }) =>
        contributions
          .filter(({ day }) => day.startsWith(DEALT_MONTH))
          .map(({ amounts }) =>
            Object.fromEntries(Object.entries(amounts).map(([metric, one]) => [`${ledger}.${metric}`, one])),
          ),
      );
      return addSums(own);
    });
    total = addSums([total, ...(await Promise.all(parts))]);
  }
  return total;
}

function sorted(sums: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(sums)
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function linesOf(disk: Measured, memory: Measured, sizes: readonly number[]): BenchLine[] {
  const most = sizes.at(-1) ?? 0;
  const least = sizes[0] ?? 0;
  const line = { unit: "ms", better: "less" as const };
  const pair = (ours: Sample | undefined, reference: Sample | undefined): Comparison | null =>
    ours && reference ? { ours, reference } : null;
  const against = (from: Measured, cases: number) =>
    pair(from.ours.get(`${STORED_HALLS} ${cases}`), from.counting.get(cases));
  const between = (from: Measured, ours: string, reference: string) =>
    pair(from.ours.get(ours), from.ours.get(reference));
  return [
    ...sizes.map((cases) => ({
      ...line,
      what: `${STORED_HALLS} halls, ${cases.toLocaleString("en-US")} cases`,
      reference: "counting the rows",
      goal: cases === most ? "≥ 100 times faster" : "",
      atLeast: cases === most ? 100 : null,
      disk: against(disk, cases),
      memory: against(memory, cases),
    })),
    ...HALLS.map((halls) => ({
      ...line,
      what: `${halls} halls, ${most.toLocaleString("en-US")} cases`,
      reference: `the same halls, ${least.toLocaleString("en-US")} cases`,
      goal: "flat in cases (within 1.5)",
      atLeast: 1 / 1.5,
      disk: between(disk, `${halls} ${most}`, `${halls} ${least}`),
      memory: between(memory, `${halls} ${most}`, `${halls} ${least}`),
    })),
    {
      ...line,
      what: `1,000 halls, ${most.toLocaleString("en-US")} cases`,
      reference: "100 halls, as many cases",
      goal: "linear in halls (at most 10 times)",
      atLeast: 1 / 10,
      disk: between(disk, `1000 ${most}`, `100 ${most}`),
      memory: between(memory, `1000 ${most}`, `100 ${most}`),
    },
  ];
}
