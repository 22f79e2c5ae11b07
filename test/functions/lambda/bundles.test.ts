// The bundles that are deployed, each in a process of its own under a Lambda runtime, called as AWS calls them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findMessage, queueMessage } from "../../../functions/messages/outbox-store.ts";
import { buildFunctions } from "../../../infra/build-functions.ts";
import { addReportParts } from "../../../infra/report-parts.ts";
import { type RunningBundle, runBundle } from "../../support/runtime-api.ts";
import { type S3Server, startS3 } from "../../support/s3-server.ts";
import { type SqsServer, startSqs } from "../../support/sqs-server.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";
import { GatewayAnswer, type GatewayCall, gatewayEvent } from "./gateway-event.ts";

/** What sheets call all day starts cold from this much code. `infra/left-out.ts` says what is not in it. */
const API_CEILING_BYTES = 700_000;

let world: World;
let s3: S3Server;
let sqs: SqsServer;
let directory: string;
let sizes: Record<string, number>;
const running = new Map<string, RunningBundle>();

function environment(): Record<string, string> {
  const { deps } = world;
  return {
    TABLE_NAME: deps.table.name,
    BUCKET_NAME: "halls",
    MESSAGE_QUEUE_URL: sqs.queueUrl,
    REPORT_QUEUE_URL: sqs.queueUrl,
    PUBLIC_URL: "https://halls.example.test/",
    ISSUERS: JSON.stringify(deps.issuers),
    SIGN_IN_ISSUER: deps.signIn.issuer,
    SIGN_IN_CLIENT_ID: deps.signIn.clientId,
    MAIL_FROM: "halls@example.test",
    AWS_ENDPOINT_URL_DYNAMODB: inject("databaseEndpoint"),
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
  };
}

beforeAll(async () => {
  world = await createWorld();
  s3 = await startS3();
  sqs = await startSqs();
  // The bundle has the machine's own clock, and so have the tokens and rows that it is sent.
  world.setNow(Date.now());
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-bundle-"));
  sizes = await buildFunctions(directory);
  addReportParts(join(directory, "report"));
});
afterAll(async () => {
  await Promise.all([...running.values()].map((bundle) => bundle.stop()));
  rmSync(directory, { recursive: true, force: true });
  await s3.close();
  await sqs.close();
  await world.close();
});

async function bundle(name: string): Promise<RunningBundle> {
  const found = running.get(name) ?? (await runBundle(join(directory, name), environment()));
  running.set(name, found);
  return found;
}

/** API Gateway's call of one of the functions that answer over HTTP. */
async function call({ to = "api", ...asked }: { to?: "api" | "oversight" | "pages" } & GatewayCall) {
  const { ok, answer } = await (await bundle(to)).invoke(gatewayEvent(asked));
  expect([ok, answer]).toEqual([true, answer]);
  const parsed = GatewayAnswer.parse(answer);
  return { ...parsed, json: () => JSON.parse(parsed.body) };
}

const bearer = async (who: "clerk" | "director") => ({ authorization: `Bearer ${await world.token(who)}` });

describe("the API function", () => {
  test("is alive without a token", async () => {
    const answer = await call({ path: "/v1/health" });
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true, service: "hall-ledger" }]);
    expect(answer.headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  test("tells the history of a row that pages print, and prints nothing itself", async () => {
    const id = "00000000-0000-4000-8000-00000000f11e";
    const openedOn = new Date().toISOString().slice(0, 10);
    const values = { openedOn, fileNumber: "档1", kind: "catering", household: "演示业户" };
    const files = "/v1/halls/east/ledgers/household-files";
    const sent = batch([{ id, baseVersion: 0, action: "upsert", values }]);
    const { body } = await world.post(`${files}/sync`, sent, "clerk");
    expect(body.results[0]).toMatchObject({ status: "accepted" });
    const told = await call({ path: `${files}/records/${id}`, headers: await bearer("clerk") });
    expect([told.statusCode, told.json()]).toMatchObject([200, { values: { fileNumber: "档1" } }]);
  });

  test("takes rows with a real token, as text and packed as base64, byte for byte", async () => {
    for (const isBase64Encoded of [false, true]) {
      const receivedAt = new Date(Date.now() - 60_000).toISOString();
      const row = caseRow({ visitor: "𠮷田👨‍👩‍👧", window: "二号", receivedAt });
      const text = JSON.stringify(batch([row]));
      const answer = await call({
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
      const listed = await call({
        path: "/v1/halls/east/ledgers/cases/records",
        query,
        headers: await bearer("clerk"),
      });
      expect(listed.body).toContain("𠮷田👨‍👩‍👧");
    }
  });

  test("refuses as the app does: no token, unknown addresses, broken bodies", async () => {
    const missing = await call({ path: "/v1/me" });
    expect([missing.statusCode, missing.json().code]).toEqual([401, "token_missing"]);
    const nowhere = await call({ path: "/v1/nothing", headers: await bearer("clerk") });
    expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, "not_found"]);
    expect(nowhere.headers["content-type"]).toContain("application/problem+json");
    const headers = await bearer("clerk");
    for (const body of ["{", Buffer.from([0xff, 0xfe]).toString("base64")]) {
      const isBase64Encoded = body !== "{";
      const broken = await call({ method: "POST", path: SYNC, headers, body, isBase64Encoded });
      expect([broken.statusCode, broken.json().code]).toEqual([400, "malformed_json"]);
    }
  });

  test("logs each call in one line of JSON, without tokens or names", async () => {
    const { headers } = await call({ path: "/v1/me", headers: await bearer("clerk") });
    const line = await (await bundle("api")).lineWith(headers["x-request-id"] ?? "none");
    const json = line.slice(line.indexOf("{"));
    expect(JSON.parse(json)).toMatchObject({ code: "REQUEST", method: "GET", path: "/v1/me", status: 200 });
    expect((await bundle("api")).output()).not.toMatch(/Bearer|eyJ|@example|𠮷田/);
  });

  test("does not start in a wrong environment, and names what is wrong", async () => {
    const { TABLE_NAME, ...broken } = environment();
    const bad = await runBundle(join(directory, "api"), broken);
    await expect(bad.invoke({})).rejects.toThrow(/TABLE_NAME/);
    await bad.stop();
  });
});

describe("the other functions", () => {
  test("the centre's part of the API answers, and describes the whole of it without a token", async () => {
    const rolled = await call({
      to: "oversight",
      path: "/v1/centre/roll-ups",
      query: "period=2026-11",
      headers: await bearer("director"),
    });
    expect(rolled.statusCode).toBe(200);
    const described = await call({ to: "oversight", path: "/v1/openapi.json" });
    expect(described.json()).toEqual(JSON.parse(await world.deps.describeApi()));
    expect(Object.keys(described.json().paths)).toContain("/v1/halls/{hall}/ledgers/{ledger}/sync");
  });

  test("pages ask people to sign in, and lead to the issuer", async () => {
    const page = await call({ to: "pages", path: "/" });
    expect([page.statusCode, page.body.includes("/sign-in")]).toEqual([200, true]);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    const away = await call({ to: "pages", path: "/sign-in" });
    expect([away.statusCode, away.headers.location?.startsWith(world.deps.signIn.issuer)]).toEqual([
      303,
      true,
    ]);
  });

  test("the scheduler's event runs jobs, and what waits is handed to the queue by name only", async () => {
    const id = `${new Date().toISOString().slice(0, 10)}/digest/p-head`;
    const letter = {
      id,
      centre: "test-centre",
      kind: "digest",
      to: { channel: "mail", person: "p-head", name: "测试head", address: "head@example.test" },
      subject: "今日待办",
      text: "秘密",
      queuedAt: new Date().toISOString(),
      by: null,
      hours: { zone: "Asia/Shanghai", opensAt: "09:00", closesAt: "17:30" },
      // Too late to be sent, at whatever hour this test runs.
      notAfter: Date.now() - 1,
    } as const;
    expect(await queueMessage(world.deps.table, letter, 0)).toBe(true);
    const scheduled = await (await bundle("scheduled")).invoke({ jobs: ["deliver"] });
    expect(scheduled).toMatchObject({
      ok: true,
      answer: [{ job: "deliver", centre: "test-centre", state: "done", changed: { handedOver: 1 } }],
    });
    expect(sqs.bodies.map((body): unknown => JSON.parse(body))).toEqual([{ centre: "test-centre", id }]);

    const records = ["{", ...sqs.bodies].map((body, at) => ({ messageId: `queued-${at}`, body }));
    const delivered = await (await bundle("messages")).invoke({ Records: records });
    expect(delivered).toEqual({
      ok: true,
      answer: { batchItemFailures: [{ itemIdentifier: "queued-0" }] },
    });
    const after = await findMessage(world.deps.table, "test-centre", id);
    expect(after).toMatchObject({ state: "dead", attempts: [{ outcome: "expired" }] });
  });

  test("a report that is ordered goes through the queue by name only, and is made with its charts", async () => {
    const headers = await bearer("director");
    const ordered = await call({
      to: "oversight",
      method: "POST",
      path: "/v1/reports",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ kind: "monthly", subject: new Date().toISOString().slice(0, 7), hall: "east" }),
    });
    expect([ordered.statusCode, ordered.json()]).toMatchObject([202, { state: "waiting" }]);
    const { id } = ordered.json();
    const queued = sqs.bodies.at(-1) ?? "";
    expect(JSON.parse(queued)).toEqual({ report: id });

    const records = ["{", queued, queued].map((body, at) => ({ messageId: `report-${at}`, body }));
    const rendered = await (await bundle("report")).invoke({ Records: records });
    expect(rendered).toEqual({ ok: true, answer: { batchItemFailures: [{ itemIdentifier: "report-0" }] } });
    const done = await call({ to: "oversight", path: `/v1/reports/${id}`, headers });
    expect(done.json()).toMatchObject({ state: "done", error: null });
    const word = await call({ to: "oversight", path: `/v1/reports/${id}/files/docx`, headers });
    const bytes = Buffer.from(word.body, word.isBase64Encoded ? "base64" : "utf8");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.toString("latin1")).toMatch(/word\/media\/[\w-]+\.png/);
  });

  test("a schedule of no job fails loudly", async () => {
    const failed = await (await bundle("scheduled")).invoke({ jobs: ["fly"] });
    expect(failed).toMatchObject({ ok: false, answer: { errorMessage: "there is no job fly" } });
  });

  test("none has what is for developers", async () => {
    for (const to of ["api", "oversight", "pages"] as const) {
      for (const path of [
        "/dev/identity/people",
        "/dev/identity/token",
        "/dev/outbox",
        "/dev/clock",
        "/dev/",
      ]) {
        for (const method of ["GET", "POST"]) {
          const { statusCode } = await call({
            to,
            method,
            path,
            ...(method === "POST" ? { body: "{}" } : {}),
          });
          expect([to, path, method, statusCode]).toEqual([to, path, method, 404]);
        }
      }
    }
  });
});

describe("each bundle", () => {
  test("of the API weighs at most 700 kB", () => {
    expect(sizes.api).toBeGreaterThan(100_000);
    expect(sizes.api).toBeLessThanOrEqual(API_CEILING_BYTES);
  });

  test("holds no route and no code of developers' machines", () => {
    expect(Object.keys(sizes).sort().join(" ")).toBe("api messages oversight pages report scheduled");
    for (const name of Object.keys(sizes)) {
      expect(existsSync(join(directory, name, "index.cjs"))).toBe(true);
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

  test("of the API draws no OpenAPI and opens no bucket when it starts", () => {
    const code = readFileSync(join(directory, "api", "index.cjs"), "utf8");
    for (const word of ["3.1.0", "PutObject", "SendMessageBatch", "hl_session"]) {
      expect([word, code.includes(word)]).toEqual([word, false]);
    }
  });
});
