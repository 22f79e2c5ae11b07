// The runtime as a script finds it: globals, privacy, authorisation, limits, time.
import { afterAll, beforeAll, expect, test } from "vitest";
import { allScopes, type Bench, clerk, openBench, owner } from "./support/script-bench.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ limits: { executionMs: 1500, simpleTriggerMs: 700 } });
});
afterAll(() => bench.close());

test("what Apps Script lacks is absent", async () => {
  const names =
    "fetch URL URLSearchParams setTimeout setInterval process require Buffer TextEncoder TextDecoder atob btoa crypto performance structuredClone queueMicrotask AbortController Blob FormData WebAssembly SharedArrayBuffer Atomics global window module exports".split(
      " ",
    );
  const present = await bench.evaluate(
    `return ${JSON.stringify(names)}.filter((name) => { try { return eval("typeof " + name) !== "undefined"; } catch (e) { return false; } });`,
  );
  expect(present).toEqual([]);
});

test("whatever the host lacks is named when touched", async () => {
  await expect(
    bench.evaluate("SpreadsheetApp.getActiveSheet().getRange('A1').createPivotTable();"),
  ).rejects.toThrow("Range.createPivotTable is not provided by this host");
  await expect(bench.evaluate("DriveApp.getFiles();")).rejects.toThrow(
    "DriveApp.getFiles is not provided by this host",
  );
});

test("globals do not survive from one call to the next", async () => {
  bench.use("var n = 0; function count() { n += 1; return n; }");
  const place = { workbookId: bench.workbookId, email: owner };
  await bench.host.call(place, "count", "[]");
  expect(await bench.host.call(place, "count", "[]")).toEqual({ ok: true, json: "1" });
});

test("private and unknown functions cannot be called from a page", async () => {
  bench.use("function secret_() { return 1; } const App = { open() { return 2; } };");
  const place = { workbookId: bench.workbookId, email: owner };
  for (const name of ["secret_", "App", "nothing", "eval", "Date"]) {
    expect(await bench.host.call(place, name, "[]")).toMatchObject({
      ok: false,
      message: `Script function not found: ${name}`,
    });
  }
});

test("values that are not plain JSON cannot be returned", async () => {
  await expect(bench.evaluate("return { at: new Date() };")).rejects.toThrow("result.at is a Date");
  await expect(bench.evaluate("return [() => 1];")).rejects.toThrow("result[0] is a function");
  await expect(bench.evaluate("return { a: { b: [1, null, undefined, 'x'] } };")).resolves.toEqual({
    a: { b: [1, null, null, "x"] },
  });
});

test("an endless loop is stopped at the limit, and the next call works", async () => {
  await expect(bench.evaluate("while (true) {}")).rejects.toThrow("Exceeded maximum execution time");
  await expect(bench.evaluate("Utilities.sleep(60000);")).rejects.toThrow("Exceeded maximum execution time");
  expect(await bench.evaluate("return 1;")).toBe(1);
});

test("errors are instances of the script's own Error and carry the service's name", async () => {
  const caught = await bench.evaluate(
    "try { SpreadsheetApp.getActiveSheet().getRange(0, 0); } catch (e) { return [e instanceof Error, e.name, String(e)]; }",
  );
  expect(caught).toEqual([
    true,
    "Exception",
    "Exception: The coordinates of the range are outside the dimensions of the sheet.",
  ]);
  expect(
    await bench.evaluate(
      "const v = SpreadsheetApp.getActiveSheet().getRange('A1:B1').getValues(); return v instanceof Array && v[0] instanceof Array;",
    ),
  ).toBe(true);
});

test("before first use a script has AuthMode.NONE: a menu, but no document, properties or fetch", async () => {
  const fresh = await openBench();
  const menus: unknown[] = [];
  const window = {
    selection: undefined,
    setMenu: (title: string, items: unknown) => menus.push([title, items]),
    showSidebar: () => {},
    showDialog: () => {},
    askPerson: () => Promise.resolve({ button: "OK", text: "" }),
    showToast: () => {},
    select: () => {},
  };
  fresh.use(`function onOpen(e) {
    const tried = [() => SpreadsheetApp.getActiveSheet().getName(), () => PropertiesService.getDocumentProperties().getProperty("a"), () => UrlFetchApp.fetch("https://example.cn/")]
      .map((f) => { try { f(); return "allowed"; } catch (error) { return "refused"; } });
    SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), "start").addItem(tried.join(), "start").addToUi();
  }
  function start() {}`);
  const place = { workbookId: fresh.workbookId, email: owner, window };
  await fresh.host.open(place);
  await fresh.host.menu(place, "start");
  await fresh.host.open(place);
  const labels = menus.flatMap((menu) => (Array.isArray(menu) ? menu[1] : [])).map((item) => item.label);
  expect(labels).toEqual(["NONE", "refused,refused,refused", "LIMITED", "allowed,allowed,refused"]);
  await fresh.close();
});

test("a scope that the manifest lacks is named in the refusal", async () => {
  const poor = await openBench({ scopes: allScopes.filter((scope) => !scope.endsWith("external_request")) });
  await expect(poor.evaluate("UrlFetchApp.fetch('https://example.cn/')")).rejects.toThrow(
    "Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: (https://www.googleapis.com/auth/script.external_request)",
  );
  await poor.close();
});

test("getUi needs a window", async () => {
  await expect(bench.evaluate("SpreadsheetApp.getUi();")).rejects.toThrow(
    "Cannot call SpreadsheetApp.getUi() from this context.",
  );
});

test("a trigger of each type at most once per person and document, clock triggers at most hourly", async () => {
  const hourly = "ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();";
  await expect(
    bench.evaluate("ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create();"),
  ).rejects.toThrow("more often than once per hour");
  await bench.evaluate(hourly);
  await expect(bench.evaluate(hourly)).rejects.toThrow("too many time-based triggers");
  await bench.evaluate(hourly, { email: clerk });
  await bench.evaluate(
    "ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();",
  );
  const kinds = await bench.evaluate(
    "return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction() + ' ' + t.getEventType());",
  );
  expect(kinds).toEqual(["tick CLOCK", "edited ON_EDIT"]);
});

test("the clock runs due triggers once, as the person who made them", async () => {
  bench.use(
    "function tick(e) { const p = PropertiesService.getUserProperties(); p.setProperty('ran', (p.getProperty('ran') || '') + Session.getEffectiveUser().getEmail() + e.hour + ';'); }",
  );
  expect(await bench.host.runDueTriggers()).toBe(0);
  bench.clock.moveTo(bench.clock.now() + 5 * 3_600_000);
  expect(await bench.host.runDueTriggers()).toBe(2);
  expect(await bench.host.runDueTriggers()).toBe(0);
  const ran = await bench.evaluate("return PropertiesService.getUserProperties().getProperty('ran');", {
    email: clerk,
  });
  expect(ran).toBe(`${clerk}1;`);
});

test("an edit by hand runs the installed trigger with the old and new value", async () => {
  bench.use(
    "function edited(e) { PropertiesService.getScriptProperties().setProperty('edit', [e.range.getA1Notation(), e.value, e.oldValue, e.user.getEmail(), e.authMode].join()); }",
  );
  const range = { workbookId: bench.workbookId, sheetId: 0, row: 1, column: 2, rows: 1, columns: 1 };
  await bench.host.edited(
    { workbookId: bench.workbookId, email: clerk },
    { range, value: "新", oldValue: "旧" },
  );
  const edit = await bench.evaluate("return PropertiesService.getScriptProperties().getProperty('edit');");
  expect(edit).toBe(`C2,新,旧,${clerk},FULL`);
});

test("locks make scripts wait for one another and end with their execution", async () => {
  bench.use(`function hold() { const lock = LockService.getDocumentLock(); lock.waitLock(1000); Utilities.sleep(100);
    const p = PropertiesService.getScriptProperties(); p.setProperty("order", (p.getProperty("order") || "") + "in,"); Utilities.sleep(50); p.setProperty("order", p.getProperty("order") + "out,"); return "held"; }
  function tryNow() { return LockService.getDocumentLock().tryLock(0); }`);
  const place = { workbookId: bench.workbookId, email: owner };
  await Promise.all([bench.host.call(place, "hold", "[]"), bench.host.call(place, "hold", "[]")]);
  expect(await bench.host.call(place, "tryNow", "[]")).toEqual({ ok: true, json: "true" });
  expect(await bench.evaluate("return PropertiesService.getScriptProperties().getProperty('order');")).toBe(
    "in,out,in,out,",
  );
});

test("Utilities formats dates in a zone, digests and encodes", async () => {
  const read = await bench.evaluate(`
    const d = new Date("2026-11-02T16:05:09.007Z");
    const hex = (bytes) => bytes.map((b) => (b & 255).toString(16).padStart(2, "0")).join("");
    return [Utilities.formatDate(d, "Asia/Shanghai", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"), Utilities.formatDate(d, "GMT+8", "EEE d MMM yy h:mm a"),
      hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "大厅", Utilities.Charset.UTF_8)).slice(0, 8),
      Utilities.base64EncodeWebSafe("办结?>"), Utilities.newBlob(Utilities.base64Decode("5aSn5Y6F")).getDataAsString(), Utilities.getUuid().length];`);
  expect(read).toEqual([
    "2026-11-03T00:05:09.007+08:00",
    "Tue 3 Nov 26 12:05 AM",
    "ea6dca5f",
    "5Yqe57uTPz4=",
    "大厅",
    36,
  ]);
});

test("the execution log counts service calls by method and by service", async () => {
  await bench.evaluate(
    "const s = SpreadsheetApp.getActiveSheet(); s.getRange('A1:B2').setValues([[1,2],[3,4]]); s.getDataRange().getValues();",
  );
  const [entry] = bench.host.executions.log.list();
  expect(entry?.calls["Range.setValues"]).toBe(1);
  expect(entry?.calls["Range.getValues"]).toBe(1);
  expect(entry?.services.SpreadsheetApp).toBeGreaterThan(3);
  expect(entry?.status).toBe("completed");
});

test("caches expire by the host's clock and identity tokens name the person and the client", async () => {
  await bench.evaluate("CacheService.getUserCache().put('a', '1', 60);");
  expect(await bench.evaluate("return CacheService.getUserCache().get('a');")).toBe("1");
  bench.clock.moveTo(bench.clock.now() + 61_000);
  expect(await bench.evaluate("return CacheService.getUserCache().get('a');")).toBe(null);
  expect(await bench.evaluate("return ScriptApp.getIdentityToken();")).toBe(
    `token for ${owner} at toy-client`,
  );
});

test("mail lands in the outbox and counts against the day's quota", async () => {
  await bench.evaluate("MailApp.sendEmail({ to: 'a@example.cn', subject: '逾期提醒', body: '一件' });");
  expect(bench.services.state.outbox.at(-1)).toMatchObject({
    from: owner,
    to: "a@example.cn",
    subject: "逾期提醒",
  });
  expect(await bench.evaluate("return MailApp.getRemainingDailyQuota();")).toBe(99);
});
