// A small invented centre on a real database with a real issuer, for tests of the app.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../functions/app.ts";
import { memoryBlobStore } from "../../functions/blobs/memory-blob-store.ts";
import type { Dependencies } from "../../functions/dependencies.ts";
import { logNothing } from "../../functions/logging/log.ts";
import { openApi } from "../../functions/routes/openapi.ts";
import { invitePerson, type Person, putCentre, putHall } from "../../functions/storage/directory-store.ts";
import { scanTable } from "../../functions/storage/scan-table.ts";
import type { Item, Table } from "../../functions/storage/table.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { findFreePort } from "../../infra/local/free-port.ts";
import { createIdentity } from "../../infra/local/identity.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { localClient, openLocalTable } from "../../infra/local/local-table.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { Grant } from "../../shared/kernel/permissions.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { putAll } from "./put-all.ts";

/** Friday afternoon in Shanghai, after the November of the demonstration has begun. */
export const NOW = Date.parse("2026-11-20T15:00:00+08:00");

export const TEST_CENTRE = {
  id: "test-centre",
  name: { zh: "测试中心", en: "Test centre" },
  policies: [],
  calendarYears: [],
  matters: [
    matter("permit-intake", "许可接收", 10),
    { ...matter("no-limit", "未定期限事项", 1), timeLimit: null },
    { ...matter("retired", "已停办事项", 3), retiredFrom: "2026-01-01" },
  ],
  demonstration: true,
};

function matter(id: string, zh: string, timeLimit: number) {
  return {
    id,
    name: { zh, en: id },
    initials: "CS",
    post: "welfare",
    serviceClass: "administrativeService",
    flow: "agencyHandling",
    timeLimit,
    upstream: false,
    materials: [],
  };
}

export function testHall(id: string, timeZone = "Asia/Shanghai"): Hall {
  return {
    id,
    name: { zh: `${id}社区便民服务大厅`, en: `${id} community service hall` },
    timeZone,
    opensAt: "09:00",
    closesAt: "17:30",
    complaintPhone: "000-0000",
    centres: [{ from: "2020-01", centre: "test-centre" }],
    demonstration: true,
  };
}

const PEOPLE: Record<string, Grant[]> = {
  clerk: [{ role: "clerk", centre: "test-centre", hall: "east" }],
  clerk2: [{ role: "clerk", centre: "test-centre", hall: "east" }],
  head: [{ role: "hallHead", centre: "test-centre", hall: "east" }],
  west: [{ role: "hallHead", centre: "test-centre", hall: "west" }],
  amsterdam: [{ role: "hallHead", centre: "test-centre", hall: "amsterdam" }],
  admin: [{ role: "centreAdmin", centre: "test-centre" }],
  director: [{ role: "director", centre: "test-centre" }],
  nobody: [],
};

type UsualPerson = "clerk" | "clerk2" | "head" | "west" | "amsterdam" | "admin" | "director" | "nobody";
/** Or a person whom the test brings. */
export type Who = UsualPerson | (string & {});

/** What a person is beside their name. */
export type TestPerson = Pick<Person, "grants"> & Partial<Pick<Person, "post" | "employer">>;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface World {
  readonly app: ReturnType<typeof createApp>;
  readonly deps: Dependencies;
  /** Sets the app's clock, in milliseconds since 1970. */
  setNow(now: number): void;
  token(who: Who): Promise<string>;
  /** The body's type is the test's claim; what it expects checks it. */
  get<T = Problem>(path: string, who?: Who): Promise<Answer<T>>;
  post<T = SyncAnswer>(path: string, body: unknown, who?: Who): Promise<Answer<T>>;
  /** Puts items past the product, where a test needs thousands of them. */
  putAll(items: readonly Item[]): Promise<void>;
  close(): Promise<void>;
}

export const emailOf = (who: string): string => `${who}@example.test`;

/**
 * @param change replaces dependencies, such as the ledgers or the table
 * @param more people beside the usual ones, by name
 * @param database where benchmarks and fault storms, which no test runner starts, have their own
 */
export async function createWorld(
  change: (deps: Dependencies) => Partial<Dependencies> = () => ({}),
  more: Readonly<Record<string, TestPerson>> = {},
  database?: string,
): Promise<World> {
  const usual = Object.entries(PEOPLE).map(([who, grants]): [string, TestPerson] => [who, { grants }]);
  const people = [...usual, ...Object.entries(more)];
  const directory = mkdtempSync(join(tmpdir(), "hall-ledger-test-"));
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const accounts = people.map(([who, { grants }]) => ({
    email: emailOf(who),
    name: `测试${who}`,
    role: grants[0]?.role ?? who,
    halls: grants.flatMap(({ hall }) => hall ?? []),
  }));
  let now = NOW;
  if (identityFile !== undefined) writeFileSync(join(directory, "identity.json"), identityFile);
  const identity = await createIdentity({
    baseUrl,
    directory,
    listAccounts: () => accounts,
    // On the clock by which the app judges them, so that the tests hold on any day.
    now: () => (deps.realNow ?? deps.now)(),
  });
  identityFile ??= readFileSync(join(directory, "identity.json"), "utf8");
  let answer: ReturnType<typeof getRequestListener> | undefined;
  const server = createServer((request, response) => {
    void identity.handle(request, response).then((taken) => {
      if (!taken) void answer?.(request, response);
    });
  });
  await listenOnLoopback(server, port);
  const client = localClient(database ?? (await testDatabase()));
  const table = await openLocalTable(client, `test-${randomUUID()}`);
  const base: Dependencies = {
    table,
    ledgers: LEDGERS,
    describeApi: async () => JSON.stringify(openApi(LEDGERS)),
    issuers: [
      {
        issuer: identity.issuer,
        aliases: [],
        jwksUri: identity.jwksUri,
        audiences: [identity.addOnAudience, identity.pagesClient.id],
      },
    ],
    signIn: {
      issuer: identity.issuer,
      clientId: identity.pagesClient.id,
      clientSecret: identity.pagesClient.secret,
    },
    publicUrl: baseUrl,
    demonstrationAccounts: async () => accounts,
    blobs: memoryBlobStore(),
    now: () => now,
    log: logNothing,
  };
  const deps = { ...base, ...change(base) };
  await fillDirectory(client, table, people);
  const app = createApp(deps);
  answer = getRequestListener(app.fetch);
  const tokens = new Map<string, Promise<string | undefined>>();
  const token = async (who: Who): Promise<string> => {
    // Signed once for each moment of the world's clock, as the add-on too keeps its token while it is good.
    const moment = `${who} ${(deps.realNow ?? deps.now)()}`;
    const kept = tokens.get(moment) ?? identity.issueIdToken(emailOf(who));
    tokens.set(moment, kept);
    const issued = await kept;
    if (!issued) throw new Error(`no account for ${who}`);
    return issued;
  };
  const call = async <T>(path: string, init: RequestInit, who: Who): Promise<Answer<T>> => {
    const response = await app.request(path, {
      ...init,
      headers: { authorization: `Bearer ${await token(who)}`, "content-type": "application/json" },
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return {
    app,
    deps,
    setNow: (to) => {
      now = to;
    },
    token,
    get: (path, who = "clerk") => call(path, {}, who),
    post: (path, body, who = "clerk") => call(path, { method: "POST", body: JSON.stringify(body) }, who),
    putAll: (items) => putAll(client, table.name, items),
    close: async () => {
      await closeServer(server);
      client.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The issuer's keys of the first world, which the others of this process have as well: making them takes long. */
let identityFile: string | undefined;

/** What the directory of a world holds, by who is in it. */
const directories = new Map<string, readonly Item[]>();

/** Centre, halls and people: written by the product once, and to further worlds with the same people as it stood there. */
async function fillDirectory(
  client: ReturnType<typeof localClient>,
  table: Table,
  people: readonly (readonly [who: string, person: TestPerson])[],
): Promise<void> {
  const key = JSON.stringify(people);
  const known = directories.get(key);
  if (known) {
    await putAll(client, table.name, known);
    return;
  }
  await putCentre(table, TEST_CENTRE);
  for (const hall of ["east", "west"]) await putHall(table, testHall(hall));
  await putHall(table, testHall("amsterdam", "Europe/Amsterdam"));
  for (const [who, own] of people) {
    await invitePerson(table, {
      id: `p-${who}`,
      name: `测试${who}`,
      email: emailOf(who),
      demonstration: true,
      ...own,
    });
  }
  const items: Item[] = [];
  for await (const item of scanTable(client, table.name)) items.push(item);
  directories.set(key, items);
}

/** The one that the test run shares; vitest can be loaded only where it runs. */
async function testDatabase(): Promise<string> {
  const { inject } = await import("vitest");
  return inject("databaseEndpoint");
}

/** A sound new case at the counter; `values` replaces fields. */
export function caseRow(values: Record<string, unknown> = {}, row: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    baseVersion: 0,
    action: "upsert",
    values: {
      receivedAt: "2026-11-02T09:05:00+08:00",
      matter: "senior-card",
      visitor: "张三丰",
      phoneTail: "1234",
      channel: "counter",
      acceptedBy: "李四",
      ...values,
    },
    ...row,
  };
}

export function batch(rows: unknown[], more: Record<string, unknown> = {}) {
  return { batchId: randomUUID(), definitionVersion: 1, cursor: null, rows, ...more };
}

export const SYNC = "/v1/halls/east/ledgers/cases/sync";
