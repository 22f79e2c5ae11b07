// The bundle that is deployed, in a process of its own, called as API Gateway calls it.
import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import * as z from "zod";
import { buildFunctions } from "../../infra/build-functions.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../support/world.ts";

/** A cold start reads all of it. 742 kB when this was set: 119 kB SDK core, 110 kB zod, 85 kB pages. */
const CEILING_BYTES = 800_000;
const PROGRAM = fileURLToPath(new URL("programs/invoke-bundle.mjs", import.meta.url));

const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});
const Reply = z.object({ id: z.string(), answer: Answer, logged: z.array(z.string()) });

let world: World;
let directory: string;
let sizes: Record<string, number>;
let bundle: string;
let lambda: ChildProcess;

function environment(change: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const { deps } = world;
  return {
    PATH: process.env.PATH,
    TABLE_NAME: deps.table.name,
    PUBLIC_URL: "https://halls.example.test/",
    ISSUERS: JSON.stringify(deps.issuers),
    SIGN_IN_ISSUER: deps.signIn.issuer,
    SIGN_IN_CLIENT_ID: deps.signIn.clientId,
    DYNAMODB_ENDPOINT: inject("databaseEndpoint"),
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    ...change,
  };
}

function start(change: Record<string, string | undefined> = {}): ChildProcess {
  return fork(PROGRAM, [bundle], {
    env: environment(change),
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

beforeAll(async () => {
  world = await createWorld();
  // The bundle has the machine's own clock, and so have the tokens and rows that it is sent.
  world.setNow(Date.now());
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-bundle-"));
  sizes = await buildFunctions(directory);
  bundle = join(directory, "api", "index.cjs");
  lambda = start();
  await once(lambda, "message");
});
afterAll(async () => {
  lambda.kill();
  rmSync(directory, { recursive: true, force: true });
  await world.close();
});

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** API Gateway's HTTP API, payload format 2.0. */
async function invoke({ method = "GET", path, query = "", headers = {}, ...rest }: Call) {
  const id = randomUUID();
  const event = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: { host: "abc.execute-api.local", "x-forwarded-proto": "https", ...headers },
    requestContext: {
      accountId: "000000000000",
      apiId: "abc",
      domainName: "abc.execute-api.local",
      domainPrefix: "abc",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: id,
      routeKey: "$default",
      stage: "$default",
      time: "20/Nov/2026:07:00:00 +0000",
      timeEpoch: 1_795_000_000_000,
    },
    isBase64Encoded: false,
    ...rest,
  };
  const replied = new Promise<unknown>((resolve) => {
    const listen = (message: unknown) => {
      if (!z.object({ id: z.literal(id) }).safeParse(message).success) return;
      lambda.off("message", listen);
      resolve(message);
    };
    lambda.on("message", listen);
  });
  lambda.send({ id, event });
  const { answer, logged } = Reply.parse(await replied);
  return {
    ...answer,
    logged: logged.map((line): unknown => JSON.parse(line)),
    json: () => JSON.parse(answer.body),
  };
}

const bearer = async (who: "clerk" | "director") => ({ authorization: `Bearer ${await world.token(who)}` });

describe("the API function", () => {
  test("is alive without a token", async () => {
    const answer = await invoke({ path: "/v1/health" });
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true, service: "hall-ledger" }]);
    expect(answer.headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  test("takes rows with a real token, as text and packed as base64, byte for byte", async () => {
    for (const isBase64Encoded of [false, true]) {
      const receivedAt = new Date(Date.now() - 60_000).toISOString();
      const row = caseRow({ visitor: "𠮷田👨‍👩‍👧", window: "二号", receivedAt });
      const text = JSON.stringify(batch([row]));
      const answer = await invoke({
        method: "POST",
        path: SYNC,
        headers: { ...(await bearer("clerk")), "content-type": "application/json" },
        body: isBase64Encoded ? Buffer.from(text).toString("base64") : text,
        isBase64Encoded,
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.json().results[0]).toMatchObject({
        status: "accepted",
        current: { values: { visitor: "𠮷田👨‍👩‍👧", window: "二号" } },
      });
      const query = `figure=open&matter=${encodeURIComponent("senior-card")}`;
      const listed = await invoke({
        path: "/v1/halls/east/ledgers/cases/records",
        query,
        headers: await bearer("clerk"),
      });
      expect(listed.body).toContain("𠮷田👨‍👩‍👧");
    }
  });

  test("refuses as the app does: no token, unknown addresses, broken bodies", async () => {
    const missing = await invoke({ path: "/v1/me" });
    expect([missing.statusCode, missing.json().code]).toEqual([401, "token_missing"]);
    const nowhere = await invoke({ path: "/v1/nothing", headers: await bearer("clerk") });
    expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, "not_found"]);
    expect(nowhere.headers["content-type"]).toContain("application/problem+json");
    const headers = await bearer("clerk");
    for (const body of ["{", Buffer.from([0xff, 0xfe]).toString("base64")]) {
      const isBase64Encoded = body !== "{";
      const broken = await invoke({ method: "POST", path: SYNC, headers, body, isBase64Encoded });
      expect([broken.statusCode, broken.json().code]).toEqual([400, "malformed_json"]);
    }
  });

  test("asks people on pages to sign in", async () => {
    const page = await invoke({ path: "/" });
    expect([200, 302, 303]).toContain(page.statusCode);
  });

  test("logs each call in one line of JSON, without tokens or names", async () => {
    const { logged } = await invoke({ path: "/v1/me", headers: await bearer("clerk") });
    expect(logged).toMatchObject([{ code: "REQUEST", method: "GET", status: 200 }]);
    expect(JSON.stringify(logged)).not.toMatch(/Bearer|eyJ|@example/);
  });

  test("does not have what is for developers", async () => {
    for (const path of [
      "/dev/identity/people",
      "/dev/identity/token",
      "/dev/outbox",
      "/dev/clock",
      "/dev/",
    ]) {
      for (const method of ["GET", "POST"]) {
        const { statusCode } = await invoke({ method, path, ...(method === "POST" ? { body: "{}" } : {}) });
        expect([path, method, statusCode]).toEqual([path, method, 404]);
      }
    }
  });

  test("does not start in a wrong environment, and names what is wrong", async () => {
    const broken = start({ TABLE_NAME: undefined });
    let said = "";
    broken.stderr?.on("data", (chunk) => {
      said += String(chunk);
    });
    const [code] = await once(broken, "close");
    expect([code, said.includes("TABLE_NAME")]).toEqual([1, true]);
  });
});

describe("each bundle", () => {
  test("weighs at most 800 kB", () => {
    expect(Object.keys(sizes)).toContain("api");
    for (const [name, bytes] of Object.entries(sizes)) {
      expect([name, bytes]).toEqual([name, Math.min(bytes, CEILING_BYTES)]);
    }
  });

  test("holds no route and no code of developers' machines", () => {
    for (const name of Object.keys(sizes)) {
      const code = readFileSync(join(directory, name, "index.cjs"), "utf8");
      expect(code.length).toBeGreaterThan(100_000);
      for (const word of [
        "/dev/",
        "oidc-provider",
        "dynamodb-local",
        "DynamoDBLocal",
        "demonstration-centre",
        "SEED",
      ]) {
        expect([name, word, code.includes(word)]).toEqual([name, word, false]);
      }
    }
  });
});
