// UrlFetchApp against a real server in the same process, and what is still there after a restart.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench } from "./support/script-bench.ts";

const production = "https://ledger.example.cn/v1/";
let server: Server;
let bench: Bench;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const code = request.url?.startsWith("/v1/fail") ? 503 : 200;
      response.writeHead(code, {
        "content-type": "application/json; charset=utf-8",
        "x-path": request.url ?? "",
      });
      response.end(
        JSON.stringify({
          method: request.method,
          type: request.headers["content-type"],
          auth: request.headers.authorization,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  bench = await openBench({
    whitelist: [production],
    fetchRoutes: { [production]: `http://127.0.0.1:${port}/v1/` },
  });
});
afterAll(async () => {
  await bench.close();
  await new Promise((resolve) => server.close(resolve));
});

test("a fetch waits for a server that lives in the same process", async () => {
  const read =
    await bench.evaluate(`const r = UrlFetchApp.fetch("${production}sync?x=1", { method: "post", contentType: "application/json", payload: JSON.stringify({ 名: "张" }), headers: { Authorization: "Bearer t" } });
    return [r.getResponseCode(), JSON.parse(r.getContentText()), r.getHeaders()["x-path"]];`);
  expect(read).toEqual([
    200,
    { method: "POST", type: "application/json", auth: "Bearer t", body: '{"名":"张"}' },
    "/v1/sync?x=1",
  ]);
});

test("fetchAll asks for all at once and gives the answers in order", async () => {
  const read =
    await bench.evaluate(`return UrlFetchApp.fetchAll(["a", "b", "c"].map((x) => ({ url: "${production}" + x, method: "post", payload: { x } })))
    .map((r) => JSON.parse(r.getContentText()).body);`);
  expect(read).toEqual(["x=a", "x=b", "x=c"]);
});

test("an error status throws unless muted", async () => {
  await expect(bench.evaluate(`UrlFetchApp.fetch("${production}fail");`)).rejects.toThrow(
    "returned code 503",
  );
  expect(
    await bench.evaluate(
      `return UrlFetchApp.fetch("${production}fail", { muteHttpExceptions: true }).getResponseCode();`,
    ),
  ).toBe(503);
});

test("only listed addresses can be fetched", async () => {
  for (const url of [
    "https://elsewhere.example.cn/v1/",
    "https://ledger.example.cn/v2/",
    "http://ledger.example.cn/v1/",
  ]) {
    await expect(bench.evaluate(`UrlFetchApp.fetch("${url}");`)).rejects.toThrow(
      "not listed in the manifest's urlFetchWhitelist",
    );
  }
});

test("an unreachable server is an exception, not a crash", async () => {
  const lost = await openBench({ fetchRoutes: { [production]: "http://127.0.0.1:9/" } });
  await expect(lost.evaluate(`UrlFetchApp.fetch("${production}x");`)).rejects.toThrow("Address unavailable");
  await lost.close();
});

test("cells, looks, rules, properties and triggers survive a restart", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "workbook-restart-"));
  const before = await openBench({ dataDirectory });
  await before.evaluate(`const s = SpreadsheetApp.getActiveSheet(); s.setName("台账");
    s.getRange("A1:B2").setValues([["编号", "=1+2"], ["办结", new Date("2026-11-02T00:00:00+08:00")]]);
    s.getRange("A1").setBackground("#fff2cc").setNote("说明");
    s.getRange("C1").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["甲"]).setAllowInvalid(false).build());
    s.getRange("D:D").protect(); SpreadsheetApp.getActive().setNamedRange("首格", s.getRange("A1"));
    PropertiesService.getDocumentProperties().setProperty("cursor", "42"); ScriptApp.newTrigger("tick").timeBased().everyHours(1).create();`);
  await before.close();
  const after = await openBench({ dataDirectory });
  const read = await after.evaluate(`const s = SpreadsheetApp.getActive().getSheetByName("台账");
    return [s.getRange("A1:B2").getDisplayValues(), s.getRange("A1").getBackground(), s.getRange("A1").getNote(), s.getRange("C1").getDataValidation().getCriteriaValues(),
      s.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, SpreadsheetApp.getActive().getRangeByName("首格").getA1Notation(),
      PropertiesService.getDocumentProperties().getProperty("cursor"), ScriptApp.getProjectTriggers().length];`);
  expect(read).toEqual([
    [
      ["编号", "3"],
      ["办结", "2026/11/2"],
    ],
    "#fff2cc",
    "说明",
    [["甲"], true],
    1,
    "A1",
    "42",
    1,
  ]);
  await after.close();
  await rm(dataDirectory, { recursive: true });
});

test("a copied file has the cells but none of the add-on's document properties", async () => {
  await bench.evaluate(
    `SpreadsheetApp.getActiveSheet().getRange("A1").setValue("原件"); PropertiesService.getDocumentProperties().setProperty("hall", "h1");`,
  );
  const copy = bench.services.store.copy(bench.workbookId, "台账 的副本", "copier@example.cn");
  bench.use(
    `function read() { return [SpreadsheetApp.getActiveSheet().getRange("A1").getValue(), PropertiesService.getDocumentProperties().getProperty("hall")]; }`,
  );
  const result = await bench.host.call(
    { workbookId: copy.workbook.facts.id, email: "copier@example.cn" },
    "read",
    "[]",
  );
  expect(result).toEqual({ ok: true, json: '["原件",null]' });
});
