// Ten thousand rows as CSV and as XLSX, beside the bare queries that fetch them.
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandOutput,
} from "@aws-sdk/client-dynamodb";
import type { Dependencies } from "../../../functions/dependencies.ts";
import { namesIn } from "../../../functions/pages/record/field-values.ts";
import { rowsTable } from "../../../functions/pages/rows/rows-export.ts";
import { tableCsv } from "../../../functions/reports/csv/table-csv.ts";
import { renderTableXlsx } from "../../../functions/reports/xlsx/render-xlsx.ts";
import { keys } from "../../../functions/storage/keys.ts";
import { mattersOf } from "../../../functions/use-cases/hall-facts.ts";
import { rowsAsked, viewsOf } from "../../../functions/use-cases/rows/rows-of-question.ts";
import { readRowsQuestion } from "../../../functions/use-cases/rows/rows-question.ts";
import { localClient } from "../../../infra/local/local-table.ts";
import { testHall } from "../../support/world.ts";
import type { BenchContext, BenchPlace, BenchRow, Comparison } from "../bench-row.ts";
import { BENCH_CENTRE, createBenchWorld, hallId } from "../bench-world.ts";
import { DEALT_MONTH, dealCases, foldCases, storeCases } from "../dealt-cases.ts";
import type { FoldedCase } from "../generator/fold-case.ts";
import { interleave, millisecondsOf } from "../measure.ts";

export const exportRows: BenchRow = {
  name: "export",
  title: "10,000 rows exported, against the bare queries that fetch them",
  notes: [
    "Ours: who may see the rows, the rows with their personal values as that person sees them, and the file. The reference asks the index for the keys and fetches records and personal values in batches of 100, and does nothing with them.",
    "Pages hand such a list out in parts of 5,000 rows; here it is one file.",
  ],
  async run(context) {
    const rows = context.quick ? 200 : 10_000;
    const lives = foldCases(13, context.quick ? 50 : 1_000, (done) => context.progress(`${done} lives`));
    const disk = await measure(context, await context.place("disk"), lives, rows);
    const memory = await measure(context, await context.place("memory"), lives, rows);
    const line = { reference: "bare queries", unit: "ms", better: "less" as const };
    return [
      {
        ...line,
        what: `${rows} rows as CSV`,
        goal: "within 3",
        atLeast: 1 / 3,
        disk: disk.csv,
        memory: memory.csv,
      },
      {
        ...line,
        what: `${rows} rows as XLSX`,
        goal: "named",
        atLeast: null,
        disk: disk.xlsx,
        memory: memory.xlsx,
      },
    ];
  },
};

async function measure(
  context: BenchContext,
  place: BenchPlace,
  lives: readonly FoldedCase[],
  rows: number,
): Promise<Record<"csv" | "xlsx", Comparison>> {
  const world = await createBenchWorld(place, 1);
  const client = localClient(place.endpoint);
  try {
    const dealt = dealCases(lives, [{ hall: hallId(0), cases: rows }]);
    await storeCases(world.deps.table, dealt, true, (done) =>
      context.progress(`${place.kind}: ${done} of ${rows} rows`),
    );
    context.progress(`${place.kind}: exporting`);
    const samples = await interleave(context.quick ? 1 : 2, {
      csv: () => millisecondsOf(async () => tableCsv(await tableOf(world.deps, rows), "zh")),
      xlsx: () =>
        millisecondsOf(async () =>
          renderTableXlsx(await tableOf(world.deps, rows), "", { locale: "zh", addressOf: (to) => to }),
        ),
      bare: () => millisecondsOf(() => fetchBare(client, world.deps.table.name)),
    });
    const against = (ours: typeof samples.csv): Comparison => ({ ours, reference: samples.bare });
    return { csv: against(samples.csv), xlsx: against(samples.xlsx) };
  } finally {
    client.destroy();
    await world.close();
  }
}

async function tableOf(deps: Dependencies, rows: number) {
  const ask = (name: string) => ({ ledger: "cases", period: DEALT_MONTH })[name];
  const question = readRowsQuestion(deps, ask);
  const director = { id: "p-director", email: "director@example.test", name: "测试director" };
  const principal = { ...director, grants: [{ role: "director" as const, centre: BENCH_CENTRE.id }] };
  const place = { centre: BENCH_CENTRE, halls: [testHall(hallId(0))] };
  const found = await rowsAsked(deps, principal, question, place);
  if (found.rows.length !== rows) throw new Error(`${found.rows.length} rows instead of ${rows}`);
  const views = await viewsOf(deps, principal, question, BENCH_CENTRE, found.rows);
  return rowsTable(question, views, namesIn(mattersOf(BENCH_CENTRE)));
}

async function fetchBare(client: DynamoDBClient, table: string): Promise<void> {
  const ids: string[] = [];
  let next: QueryCommandOutput["LastEvaluatedKey"];
  const page = (from: typeof next): Promise<QueryCommandOutput> =>
    client.send(
      new QueryCommand({
        TableName: table,
        IndexName: "business",
        KeyConditionExpression: "bpk = :pk",
        ExpressionAttributeValues: { ":pk": { S: `M#${hallId(0)}#cases#${DEALT_MONTH}` } },
        ExclusiveStartKey: from,
      }),
    );
  do {
    const answer = await page(next);
    ids.push(...(answer.Items ?? []).flatMap(({ pk }) => pk?.S?.slice(2) ?? []));
    next = answer.LastEvaluatedKey;
  } while (next);
  const wanted = ids.flatMap((id) => [keys.record(id), keys.personal(id)]);
  const chunks = Array.from({ length: Math.ceil(wanted.length / 100) }, (_, at) =>
    wanted.slice(at * 100, at * 100 + 100),
  );
  await Promise.all(
    chunks.map((chunk) =>
      client.send(
        new BatchGetItemCommand({
          RequestItems: { [table]: { Keys: chunk.map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } })) } },
        }),
      ),
    ),
  );
}
