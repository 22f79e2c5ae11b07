// `npm start` as a whole: ready, the same data the second time, nothing left behind, one sentence for each failure.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { findFreePort } from "../../infra/local/free-port.ts";
import { type Program, startProgram } from "./support/program.ts";
import { processesWith } from "./support/running.ts";
import { waitUntil } from "./support/wait-until.ts";

const START = fileURLToPath(new URL("../../infra/local/start.mjs", import.meta.url));

// A first start sets up three workbooks, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 300_000 });

let directory: string;
const programs: Program[] = [];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-start-"));
});
afterEach(() => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
});
afterAll(() => {
  vi.resetConfig();
  rmSync(directory, { recursive: true, force: true });
});

function start(environment: Record<string, string>): Program {
  const program = startProgram(process.execPath, [START], { SEED: "empty", ...environment });
  programs.push(program);
  return program;
}

async function post(url: string, body: unknown, token?: string): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
}

async function tokenOf(url: string, email: string): Promise<string> {
  const answer = await (await post(`${url}/dev/identity/token`, { email })).json();
  return z.object({ idToken: z.string() }).parse(answer).idToken;
}

/** The database, its guard shell and whatever else was started for a folder. */
const databasesIn = (folder: string): number[] => processesWith(`-dbPath ${folder}`);

const row = {
  id: "00000000-0000-4000-8000-000000000001",
  baseVersion: 0,
  action: "upsert",
  values: {
    receivedAt: "2026-11-02T09:05:00+08:00",
    matter: "senior-card",
    visitor: "张演示",
    acceptedBy: "李演示",
  },
};

describe("npm start", () => {
  test("serves the app, keeps its data over a restart, is named to who comes second, leaves no process behind", async () => {
    const folder = join(directory, "kept");
    const port = String(await findFreePort());
    const first = start({ PORT: port, DATA_DIR: folder });
    const url = (await first.said("Ready:")).trim();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(databasesIn(folder).length).toBeGreaterThan(0);
    const sync = `${url}/v1/halls/zhaohui/ledgers/cases/sync`;
    const batch = { batchId: "start-test-1", definitionVersion: 1, rows: [row] };
    const saved = await post(sync, batch, await tokenOf(url, "clerk1.zhaohui@demo.example"));
    expect(await saved.json()).toMatchObject({ results: [{ status: "accepted", serial: "2026-00001" }] });

    first.kill("SIGTERM");
    expect(await first.ended()).toBe(0);
    await waitUntil("the end of the database", () => databasesIn(folder).length === 0);

    const second = start({ PORT: port, DATA_DIR: folder });
    await second.said("Ready:");
    const records = await fetch(`${url}/v1/halls/zhaohui/ledgers/cases/records?period=2026-11`, {
      headers: { authorization: `Bearer ${await tokenOf(url, "clerk1.zhaohui@demo.example")}` },
    });
    expect(await records.json()).toMatchObject({ count: 1, rows: [{ serial: "2026-00001" }] });

    const late = start({ PORT: String(await findFreePort()), DATA_DIR: folder });
    expect(await late.ended()).toBe(1);
    expect(late.printed()).toContain(url);
    expect(late.printed()).not.toContain("    at ");

    second.kill("SIGKILL");
    await second.ended();
    await waitUntil("the end of the database", () => databasesIn(folder).length === 0);
  });

  test("names the port that is taken", async () => {
    const server = createServer();
    const port = await findFreePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const program = start({ PORT: String(port), DATA_DIR: join(directory, "port") });
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toContain(`端口 ${port} 已被其他程序占用`);
    expect(program.printed()).not.toContain("    at ");
    server.close();
  });

  test("names the data folder that cannot be written", async () => {
    const file = join(directory, "a-file");
    writeFileSync(file, "");
    const program = start({ PORT: String(await findFreePort()), DATA_DIR: join(file, "data") });
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toContain("无法写入");
    expect(program.printed()).not.toContain("    at ");
  });

  test.each([
    [{ PORT: "eighty" }, "PORT=eighty"],
    [{ SEED: "half" }, "SEED=half"],
  ])("refuses %o in one sentence", async (environment, named) => {
    const program = start({ PORT: "1", DATA_DIR: join(directory, "never"), ...environment });
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toContain(named);
    expect(program.printed()).not.toContain("    at ");
  });
});
