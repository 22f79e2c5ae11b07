// What `npm run restore-drill` runs: the drill on the demonstration's centre, in a database that is gone afterwards.
// `SEED=empty` drills its halls and people without their three months of rows, in seconds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryBlobStore } from "../../functions/blobs/memory-blob-store.ts";
import { listCentres } from "../../functions/storage/directory-store.ts";
import { scanTable } from "../../functions/storage/scan-table.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { startDatabase } from "../local/database.ts";
import { localClient, openLocalTable } from "../local/local-table.ts";
import { seedOnce } from "../local/seed/seed.ts";
import { restoreDrill } from "./restore-drill.ts";

const TABLE = "restore-drill";
const seed = process.env.SEED === "empty" ? "empty" : "demo";

const folder = mkdtempSync(join(tmpdir(), "hall-ledger-drill-"));
const database = await startDatabase({ directory: "memory", onExit: (lines) => process.stderr.write(lines) });
const client = localClient(database.endpoint);
try {
  const table = await openLocalTable(client, TABLE);
  const blobs = memoryBlobStore();
  process.stdout.write("写入演示数据 Writing the demonstration's data …\n");
  await seedOnce(table, blobs, seed, () => {});
  const [centre] = await listCentres(table);
  if (!centre) throw new Error("the demonstration has no centre");
  const started = performance.now();
  const result = await restoreDrill({
    table,
    scan: () => scanTable(client, TABLE),
    blobs,
    freshBlobs: memoryBlobStore(),
    ledgers: LEDGERS,
    centre: centre.id,
    folder: join(folder, "export"),
    now: Date.now(),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${JSON.stringify({ centre: centre.id, seconds, ...result }, null, 2)}\n`);
  const good = result.same && result.differences === 0 && result.leftAfterWiping === 0;
  process.stdout.write(good ? "恢复演练通过 The drill succeeded.\n" : "恢复演练失败 The drill FAILED.\n");
  process.exitCode = good ? 0 : 1;
} finally {
  client.destroy();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
