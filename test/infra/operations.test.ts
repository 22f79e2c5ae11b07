// The operations' commands as an operator types them: a first centre, out of one table and into another, and the drill.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findHall, listPeople } from "../../functions/storage/directory-store.ts";
import { keys } from "../../functions/storage/keys.ts";
import type { Table } from "../../functions/storage/table.ts";
import { localClient, openLocalTable } from "../../infra/local/local-table.ts";
import { type S3Server, startS3 } from "../support/s3-server.ts";

const client = localClient(inject("databaseEndpoint"));
const names = { from: `operations-${process.pid}-from`, to: `operations-${process.pid}-to` };
const folder = mkdtempSync(join(tmpdir(), "hall-ledger-operations-"));
let from: Table;
let to: Table;
let s3: S3Server;

beforeAll(async () => {
  [from, to, s3] = await Promise.all([
    openLocalTable(client, names.from),
    openLocalTable(client, names.to),
    startS3(),
  ]);
});
afterAll(async () => {
  client.destroy();
  rmSync(folder, { recursive: true, force: true });
  await s3.close();
});

async function npmRun(script: string, given: Readonly<Record<string, string>>, env = {}) {
  const parameters = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn("npm", ["run", "--silent", script, "--", ...parameters], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: {
      ...process.env,
      AWS_REGION: "local",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: inject("databaseEndpoint"),
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    complained += String(chunk);
  });
  const [code] = await once(child, "close");
  return { code, said, complained };
}

const FIRST = {
  table: names.from,
  centre: "my-town",
  "centre-zh": "演示镇便民服务中心",
  "centre-en": "Demonstration town",
  hall: "my-hall",
  "hall-zh": "演示大厅",
  "hall-en": "Demonstration hall",
  phone: "000-0000",
  from: "2026-01",
  "admin-name": "演示管理员",
  "admin-email": "admin@my-town.test",
};

test.concurrent("a first centre is made once, taken out into a folder, and brought into another table as it was", async () => {
  const made = await npmRun("first-centre", FIRST);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("my-town, my-hall") });
  await from.put({ ...keys.person("p-elsewhere"), id: "p-elsewhere", centre: "other" });
  const [again, wrong, bare] = await Promise.all([
    npmRun("first-centre", FIRST),
    npmRun("first-centre", { ...FIRST, centre: "My Town", "admin-email": "nobody" }),
    npmRun("export", {}),
  ]);
  expect(again).toMatchObject({ code: 1, complained: expect.stringContaining("已有这个编号的中心或大厅") });
  expect([wrong.code, wrong.complained]).toEqual([1, expect.stringMatching(/centre[\s\S]*admin-email/)]);
  expect(wrong.complained).not.toContain("first-centre.ts");
  expect([bare.code, bare.complained]).toEqual([
    2,
    expect.stringContaining("npm run import-centre -- --table T"),
  ]);

  const place = { table: names.from, bucket: "halls", folder: join(folder, "export") };
  const exported = await npmRun("export", { ...place, centre: "my-town" });
  expect(exported.code).toBe(0);
  const { items } = JSON.parse(exported.said);
  expect(JSON.parse(exported.said)).toEqual({ exported: "my-town", items, files: 0 });
  expect(items).toBeGreaterThan(4);
  expect(readFileSync(join(place.folder, "data.ndjson"), "utf8")).not.toContain("p-elsewhere");

  const imported = await npmRun("import-centre", { ...place, table: names.to });
  expect(JSON.parse(imported.said)).toEqual({ imported: "my-town", items, files: 0 });
  expect(await findHall(to, "my-hall")).toEqual(await findHall(from, "my-hall"));
  expect(await listPeople(to, "my-town")).toEqual(await listPeople(from, "my-town"));
});

test.concurrent("the restore drill brings every item back and says so", async () => {
  const { code, said, complained } = await npmRun("restore-drill", {}, { SEED: "empty" });
  expect([code, said, complained]).toEqual([0, expect.stringContaining("恢复演练通过"), complained]);
  expect(said).toMatch(/"same": true/);
});
