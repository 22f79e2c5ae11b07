// The databases that are measured against: on disk and in memory, begun when first asked for, warmed, ended together.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, startDatabase } from "../../infra/local/database.ts";
import { databaseCommand } from "../../infra/local/database-command.ts";
import { localClient, openLocalTable } from "../../infra/local/local-table.ts";
import type { BenchPlace, StorageKind } from "./bench-row.ts";

/** Java compiles what runs often: measured here, rates settle after 10 to 15 seconds of writing. */
const WARM_MS = 15_000;
const WARM_QUICK_MS = 500;

export interface Places {
  place(kind: StorageKind): Promise<BenchPlace>;
  close(): Promise<void>;
}

export function openPlaces(quick: boolean, progress: (text: string) => void): Places {
  const directory = mkdtempSync(join(tmpdir(), "hall-ledger-bench-"));
  const open = new Map<StorageKind, Promise<{ database: Database; place: BenchPlace }>>();
  const begin = async (kind: StorageKind) => {
    progress(`starting the database (${kind})`);
    const database = await startDatabase({
      directory: kind === "memory" ? "memory" : join(directory, "database"),
      onExit: (lastLines) => console.error(`the database (${kind}) ended\n${lastLines}`),
    });
    const place = { kind, endpoint: database.endpoint };
    progress(`warming the database (${kind})`);
    await warm(place, quick ? WARM_QUICK_MS : WARM_MS);
    return { database, place };
  };
  return {
    async place(kind) {
      const begun = open.get(kind) ?? begin(kind);
      open.set(kind, begun);
      return (await begun).place;
    },
    async close() {
      const begun = await Promise.allSettled(open.values());
      for (const one of begun) if (one.status === "fulfilled") await one.value.database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Whether the database keeps to one core here, in words for the table. */
export function pinningNote(): string {
  const [program] = databaseCommand({ port: 0 });
  return program?.endsWith("taskset")
    ? "DynamoDB Local is pinned to one core with taskset."
    : "DynamoDB Local is NOT pinned to one core here (no taskset, or one core only): its numbers scatter.";
}

async function warm({ endpoint }: BenchPlace, milliseconds: number): Promise<void> {
  const client = localClient(endpoint);
  const table = await openLocalTable(client, "warm-up");
  const until = performance.now() + milliseconds;
  const text = "x".repeat(700);
  for (let round = 0; performance.now() < until; round++) {
    const keys = Array.from({ length: 25 }, (_, at) => ({ pk: `W#${round}`, sk: String(at) }));
    await table.transact(
      keys.map((key) => ({
        Put: {
          TableName: table.name,
          Item: { pk: { S: key.pk }, sk: { S: key.sk }, text: { S: text } },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      })),
    );
    await table.getMany(keys);
    await table.queryAll({
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: `W#${round}` } },
    });
  }
  client.destroy();
}
