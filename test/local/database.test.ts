// The local database starts, keeps its data and ends with its owner.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { type Database, startDatabase } from "../../infra/local/database.ts";
import { programCommand, startProgram } from "./support/program.ts";
import { processesWith } from "./support/running.ts";
import { waitUntil } from "./support/wait-until.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe("the local database", () => {
  it("answers once started and is gone once stopped", async () => {
    const database = await start("memory");
    expect(await tablesOf(database)).toEqual([]);
    expect(running(database.port)).not.toEqual([]);

    await database.stop();

    await waitUntil("its processes to be gone", () => running(database.port).length === 0);
    await expect(fetch(database.endpoint)).rejects.toThrow();
  });

  it("may be stopped twice", async () => {
    const database = await start("memory");
    await Promise.all([database.stop(), database.stop()]);
    await database.stop();
  });

  it("finds its data again after a restart, also at once after its owner was killed", async () => {
    const directory = temporaryFolder();
    const first = await start(directory);
    await clientOf(first).send(tableNamed("kept"));
    await first.stop();

    const owner = startProgram(...programCommand("own-database", directory));
    const port = await owner.said("port");
    owner.kill("SIGKILL");
    const second = await start(directory);

    expect(await tablesOf(second)).toEqual(["kept"]);
    await clientOf(second).send(new DeleteTableCommand({ TableName: "kept" }));
    await waitUntil("the killed owner's database to be gone", () => running(port).length === 0);
  });

  it("dies with an owner that is killed outright", async () => {
    const owner = startProgram(...programCommand("own-database"));
    cleanUps.push(() => owner.kill("SIGKILL"));
    const port = await owner.said("port");
    expect(running(port)).not.toEqual([]);

    owner.kill("SIGKILL");

    await waitUntil("the database to be gone", () => running(port).length === 0);
  });

  it("tells its owner when it dies by itself", async () => {
    let exits = 0;
    const database = await startDatabase({ directory: "memory", onExit: () => (exits += 1) });
    cleanUps.push(() => database.stop());

    for (const pid of javaProcesses(database.port)) process.kill(pid, "SIGKILL");

    await waitUntil("onExit", () => exits > 0);
    await database.stop();
    expect(exits).toBe(1);
  });

  it("says nothing when it was asked to stop", async () => {
    let exits = 0;
    const database = await startDatabase({ directory: "memory", onExit: () => (exits += 1) });
    await database.stop();
    expect(exits).toBe(0);
  });
});

async function start(directory: string): Promise<Database> {
  const database = await startDatabase({
    directory,
    onExit: (lastLines) => {
      throw new Error(`the database died: ${lastLines}`);
    },
  });
  cleanUps.push(() => database.stop());
  return database;
}

function clientOf({ endpoint }: Database): DynamoDBClient {
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  cleanUps.push(() => client.destroy());
  return client;
}

async function tablesOf(database: Database): Promise<string[] | undefined> {
  return (await clientOf(database).send(new ListTablesCommand({}))).TableNames;
}

function tableNamed(name: string): CreateTableCommand {
  return new CreateTableCommand({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  });
}

function running(port: number | string): number[] {
  return processesWith(`-port ${port} `);
}

function javaProcesses(port: number): number[] {
  const guards = new Set(processesWith("guard"));
  return running(port).filter((pid) => !guards.has(pid));
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hall-ledger-database-"));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
