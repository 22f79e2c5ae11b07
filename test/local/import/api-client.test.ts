// How the import calls the system: what it waits out, what it takes for an answer, and when it asks for a new token.
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { findFreePort } from "../../../infra/local/free-port.ts";
import { apiClient } from "../../../infra/local/import/api-client.ts";
import { closeServer, listenOnLoopback } from "../../../infra/local/listen.ts";
import { failure } from "./support/run.ts";

interface Answer {
  readonly status: number;
  readonly body: string;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A system that gives these answers one after another, the last one for ever. */
async function system(...answers: readonly Answer[]) {
  const tokens: (string | undefined)[] = [];
  const pauses: number[] = [];
  const server = createServer((request, response) => {
    const { status, body } = answers[Math.min(tokens.length, answers.length - 1)] ?? {
      status: 500,
      body: "",
    };
    tokens.push(request.headers.authorization);
    response.writeHead(status).end(body);
  });
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  stops.push(() => closeServer(server));
  const client = (renew?: () => Promise<string>) =>
    apiClient({
      url: `http://127.0.0.1:${port}`,
      token: "old",
      renew,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    });
  return { client, tokens, pauses };
}

const Fine = z.object({ fine: z.literal(true) });
const FINE = { status: 200, body: '{"fine":true}' };
const problem = (status: number, code: string) => ({
  status,
  body: JSON.stringify({ code, message: { zh: `${code}了。`, en: `It is ${code}.` } }),
});

test("an expired token is renewed once where that is possible", async () => {
  const { client, tokens } = await system(problem(401, "token_expired"), FINE);
  expect(await client(async () => "new").get("/x", Fine)).toEqual({ fine: true });
  expect(tokens).toEqual(["Bearer old", "Bearer new"]);
});

test("an expired token that cannot be renewed is said", async () => {
  const { client } = await system(problem(401, "token_expired"));
  expect(await failure(client().get("/x", Fine))).toBe("token_expired了。\nIt is token_expired.");
  expect(await failure(client(async () => "also old").get("/x", Fine))).toContain("token_expired");
});

test.each([429, 500, 502, 503, 504])("status %i is waited out", async (status) => {
  const { client, pauses } = await system({ status, body: "<html>" }, problem(status, "busy"), FINE);
  expect(await client().post("/x", {}, Fine)).toEqual({ fine: true });
  expect(pauses).toEqual([500, 1000]);
});

test("a system that stays busy is quoted, one that says nothing is named", async () => {
  const busy = await system(problem(503, "busy"));
  expect(await failure(busy.client().get("/x", Fine))).toContain("It is busy.");
  expect(busy.pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000]);
  const silent = await system({ status: 502, body: "" });
  expect(await failure(silent.client().get("/x", Fine))).toContain(
    "did not answer after several tries (HTTP 502)",
  );
});

test("a refusal is not repeated", async () => {
  const { client, tokens } = await system(problem(404, "unknown_hall"), FINE);
  expect(await failure(client().get("/x", Fine))).toContain("It is unknown_hall.");
  expect(tokens).toHaveLength(1);
});

test("an answer of another kind is not taken for one", async () => {
  const { client } = await system({ status: 200, body: "<html>" });
  expect(await failure(client().get("/x", Fine))).toContain("is not understood");
});
