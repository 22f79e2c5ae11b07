// This machine's outbox: what would have gone out is kept, shown, and never runs as a script.
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { type Landed, type LocalOutbox, openOutbox } from "../../infra/local/outbox.ts";
import { createOutboxRoutes } from "../../infra/local/outbox-routes.ts";

let directory: string;
let file: string;
let outbox: LocalOutbox;
let server: Server;
let url: string;
const letter = (subject: string): Landed => ({
  at: "2026-11-20T01:00:00.000Z",
  channel: "mail",
  to: "head@example.test",
  subject,
  text: "正文\n<script>alert(1)</script>",
  id: `2026-11-20/digest/${subject}`,
});

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-outbox-"));
  file = join(directory, "deep", "outbox.jsonl");
  outbox = openOutbox(file);
  const routes = createOutboxRoutes(outbox);
  server = createServer((request, response) => {
    void routes(request, response).then((taken) => taken || response.writeHead(404).end());
  });
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  url = `http://127.0.0.1:${port}/dev/outbox`;
});
afterAll(async () => {
  await closeServer(server);
  rmSync(directory, { recursive: true, force: true });
});

test("is empty at first, then shows the newest message on top, as page and as JSON", async () => {
  expect(await (await fetch(url)).text()).toContain("还没有消息");
  for (const subject of ["一", "二"]) outbox.land(letter(subject));
  const listed: unknown = await (await fetch(`${url}?format=json`)).json();
  expect(listed).toEqual([letter("二"), letter("一")]);
  const page = await (await fetch(url)).text();
  expect(page.indexOf("<h2>二")).toBeLessThan(page.indexOf("<h2>一"));
});

test("what was written into a message stays text", async () => {
  const answer = await fetch(url);
  expect(await answer.text()).not.toContain("<script>");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("survives a restart, and a line that was broken by a power cut", () => {
  appendFileSync(file, '{"at":"2026-');
  expect(openOutbox(file).list()).toEqual([letter("一"), letter("二")]);
});
