// Identity tokens that prove nothing: each kind is told apart, and none gets in.
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, NOW, type World } from "../../support/world.ts";
import { startIssuer, type TestIssuer } from "../support/issuer.ts";
import type { WholeProblem } from "../support/rows.ts";

let world: World;
let issuer: TestIssuer;
let issuerDown: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer(() => NOW);
  issuerDown = await startIssuer(() => NOW);
  world = await createWorld((deps) => ({
    issuers: [...deps.issuers, issuer.trusted, issuerDown.trusted],
  }));
});
afterAll(async () => {
  await world.close();
  await issuer.close();
  await issuerDown.close();
});

async function me(authorization?: string): Promise<{ status: number; body: WholeProblem & { id?: string } }> {
  const response = await world.app.request("/v1/me", { headers: authorization ? { authorization } : {} });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const bearer = async (token: string | Promise<string>) => me(`Bearer ${await token}`);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const soundClaims = () => ({
  iss: issuer.trusted.issuer,
  aud: "hall-ledger",
  sub: "subject-1",
  email: "clerk@example.test",
  email_verified: true,
  exp: Math.floor(NOW / 1000) + 3600,
});

function expectProblem(answer: Awaited<ReturnType<typeof me>>, status: number, code: string): void {
  expect([answer.status, answer.body.status, answer.body.code]).toEqual([status, status, code]);
  expect(answer.body.message.zh).toMatch(/请|联系/);
  expect(answer.body.message.en).toMatch(/please/i);
}

test("a sound token gets in, by either name of its issuer", async () => {
  expect(await bearer(issuer.sign({}))).toMatchObject({ status: 200, body: { id: "p-clerk" } });
  expect(await bearer(issuer.sign({ iss: "alias.test" }))).toMatchObject({ status: 200 });
  expect((await me(`bearer ${await issuer.sign({})}`)).status).toBe(200);
});

describe("nobody gets in", () => {
  test.each([
    ["without a header", undefined],
    ["with an empty one", ""],
    ["with another scheme", "Basic YTpi"],
    ["with a scheme alone", "Bearer "],
    ["with two tokens", "Bearer a b"],
  ])("%s", async (_, header) => {
    expectProblem(await me(header), 401, "token_missing");
  });

  test.each(["x", "a.b.c", "..", `${"a".repeat(5000)}.b.c`, "💥", "null", "eyJhbGciOiJSUzI1NiJ9..x"])(
    "with what is no token: %s",
    async (token) => {
      const response = await me(`Bearer ${encodeURIComponent(token)}`);
      expectProblem(response, 401, "token_invalid");
    },
  );

  test("with an expired token", async () => {
    const exp = Math.floor(NOW / 1000) - 31;
    expectProblem(await bearer(issuer.sign({ exp })), 401, "token_expired");
  });

  test("with a token without an end", async () => {
    expectProblem(await bearer(issuer.sign({ exp: undefined })), 401, "token_invalid");
  });

  test("with a token that begins tomorrow", async () => {
    const nbf = Math.floor(NOW / 1000) + 86_400;
    expectProblem(await bearer(issuer.sign({ nbf })), 401, "token_invalid");
  });

  test.each([["another application"], [["one", "another"]], [undefined]])(
    "with a token for %s",
    async (aud) => {
      expectProblem(await bearer(issuer.sign({ aud })), 401, "token_wrong_audience");
    },
  );

  test.each([false, "false", undefined])("with an e-mail address that is not verified: %s", async (value) => {
    expectProblem(await bearer(issuer.sign({ email_verified: value })), 403, "email_unverified");
  });

  test.each([1, "yes", null])("with a strange claim of verification: %s", async (value) => {
    expect((await bearer(issuer.sign({ email_verified: value }))).status).toBeGreaterThanOrEqual(401);
  });

  test("with alg none, with or without a signature", async () => {
    for (const alg of ["none", "None", "NONE"]) {
      for (const signature of ["", "c2ln"]) {
        const token = `${part({ alg, typ: "JWT" })}.${part(soundClaims())}.${signature}`;
        expectProblem(await bearer(token), 401, "token_invalid");
      }
    }
  });

  test("with HS256 under the public key", async () => {
    const signed = `${part({ alg: "HS256", typ: "JWT", kid: "own" })}.${part(soundClaims())}`;
    for (const key of [issuer.publicKey, issuer.publicKey.trim()]) {
      const signature = createHmac("sha256", key).update(signed).digest("base64url");
      expectProblem(await bearer(`${signed}.${signature}`), 401, "token_invalid");
    }
  });

  test("with a foreign issuer, whoever signed it", async () => {
    expectProblem(await bearer(issuer.sign({ iss: "https://evil.test" })), 401, "token_invalid");
    expectProblem(await bearer(issuer.sign({ iss: undefined })), 401, "token_invalid");
    expectProblem(await bearer(issuer.sign({ iss: ["https://evil.test"] })), 401, "token_invalid");
  });

  test("with a foreign key under the name of the issuer's, or under another name", async () => {
    const options = { now: NOW, foreignKey: true };
    expectProblem(await bearer(issuer.sign({}, options)), 401, "token_invalid");
    expectProblem(await bearer(issuer.sign({}, { ...options, kid: "other" })), 401, "token_invalid");
  });

  test("with claims changed after signing", async () => {
    const [header, , signature] = (await issuer.sign({})).split(".");
    const token = `${header}.${part({ ...soundClaims(), email: "admin@example.test" })}.${signature}`;
    expectProblem(await bearer(token), 401, "token_invalid");
  });

  test.each([
    { sub: "" },
    { sub: undefined },
    { sub: 7 },
    { email: undefined },
    { email: 5 },
    { sub: "s".repeat(5000) },
    { email: `${"x".repeat(3000)}@test` },
  ])("with claims of the wrong kind: %o", async (claims) => {
    expectProblem(await bearer(issuer.sign(claims)), 401, "token_invalid");
  });

  test("without an invitation", async () => {
    const stranger = { sub: "stranger", email: "stranger@example.test" };
    expectProblem(await bearer(issuer.sign(stranger)), 403, "not_invited");
  });

  test("with a mailbox that somebody else used before", async () => {
    const email = "clerk2@example.test";
    expect(await bearer(issuer.sign({ sub: "first", email }))).toMatchObject({
      status: 200,
      body: { id: "p-clerk2" },
    });
    expectProblem(await bearer(issuer.sign({ sub: "second", email })), 403, "not_invited");
    // The first keeps their rights, even with another address by now.
    const moved = { sub: "first", email: "moved@example.test" };
    expect(await bearer(issuer.sign(moved))).toMatchObject({ status: 200, body: { id: "p-clerk2" } });
  });

  test("an invitation does not ask how its address is capitalised", async () => {
    const answer = await bearer(issuer.sign({ sub: "capital", email: "HEAD@Example.Test" }));
    expect(answer).toMatchObject({ status: 200, body: { id: "p-head" } });
  });
});

test("an issuer that is down is nobody's fault: try again later, without a sign-in", async () => {
  issuerDown.answerWith(500);
  expectProblem(await bearer(issuerDown.sign({})), 503, "issuer_unreachable");
  await issuerDown.close();
  expectProblem(await bearer(issuerDown.sign({})), 503, "issuer_unreachable");
});
