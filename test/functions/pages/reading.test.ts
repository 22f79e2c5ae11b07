// Who may open what, and what a page shows them.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { World } from "../../support/world.ts";
import { createFilledWorld, type FilledWorld, HOSTILE } from "./filled-world.ts";
import { formTokenIn, PageBrowser, unescapeHtml } from "./page-browser.ts";

let world: World;
let ids: FilledWorld["ids"];
const browsers = new Map<string, PageBrowser>();
beforeAll(async () => {
  ({ world, ids } = await createFilledWorld());
  for (const who of ["admin", "director", "clerk", "head", "west"] as const) {
    const browser = new PageBrowser(world);
    await browser.signIn(who);
    browsers.set(who, browser);
  }
});
afterAll(() => world.close());

function as(who: string): PageBrowser {
  const browser = browsers.get(who);
  if (!browser) throw new Error(`${who} is not signed in`);
  return browser;
}

const record = (id: string, hall = "east") => `/halls/${hall}/ledgers/cases/records/${id}`;

describe("who may open what", () => {
  test.each([
    ["clerk", "/centre/months/2026-11", 403],
    ["clerk", "/centre/rows?ledger=cases&figure=open", 403],
    ["clerk", "/halls/west", 403],
    ["clerk", "/halls/west/rows?ledger=cases&figure=open", 403],
    ["clerk", "/halls/nowhere", 404],
    ["west", "/halls/west", 200],
    ["director", "/centre/months/2026-11", 200],
    ["director", "/halls/west", 200],
    ["admin", "/centre/months/2026-11?centre=another", 403],
    ["admin", "/centre/months/2026-11-02", 400],
    ["admin", "/centre/months/2026-13", 400],
    ["admin", "/halls/east/ledgers/cases/records/not-an-id", 404],
    ["admin", "/nothing-here", 404],
  ])("%s opening %s is answered %i", async (who, path, status) => {
    expect((await as(who).open(path)).status).toBe(status);
  });

  test("a case opens in its own hall only, and to its own people", async () => {
    expect((await as("clerk").open(record(ids.west, "west"))).status).toBe(403);
    expect((await as("clerk").open(record(ids.west, "east"))).status).toBe(404);
    expect((await as("west").open(record(ids.west, "west"))).status).toBe(200);
  });

  test("a refusal names a remedy in both languages", async () => {
    const { html } = await as("clerk").open("/centre/months/2026-11");
    expect(html).toContain("联系大厅负责人或中心");
    expect(html).toContain("ask the hall&#39;s head or the centre");
  });
});

describe("the page of a case", () => {
  test("explains its deadline day by day", async () => {
    const { html } = await as("clerk").open(record(ids.extended));
    const kinds = [...html.matchAll(/data-kind="(\w+)"/g)].map(([, kind]) => kind);
    expect(kinds[0]).toBe("start");
    expect(kinds.filter((kind) => kind === "workday")).toHaveLength(10);
    expect(kinds.filter((kind) => kind === "extended")).toHaveLength(5);
    expect(html).toContain('data-due="2026-11-26"');
    expect(html).toMatch(/2026-11-19.*原到期日.*2026-11-26.*到期日/s);
  });

  test("names the notice behind days off and make-up days", async () => {
    const { html } = await as("west").open(record(ids.overHoliday, "west"));
    const line = (date: string) =>
      new RegExp(`<tr[^>]*><th scope="row">${date}</th>.*?</tr>`).exec(html)?.[0];
    expect(line("2026-10-01")).toMatch(/data-kind="dayOff".*周四.*休.*通知/);
    expect(line("2026-10-10")).toMatch(/data-kind="makeUp".*周六.*补班.*<td>3<.*通知.*到期日/);
  });

  test("tells what happened and who did it, what changed from what to what", async () => {
    const { html } = await as("clerk").open(record(ids.extended));
    expect(html).toContain("批准延期");
    expect(html).toContain("提交人: 测试head");
    expect(html).toContain('data-version="2"');
    expect(html).toContain("个人信息有改动（不显示内容）");
  });

  test("shows personal details whole to the hall, masked to the centre", async () => {
    expect((await as("clerk").open(record(ids.overdue))).html).toContain("张三丰");
    for (const who of ["admin", "director"]) {
      const { html } = await as(who).open(record(ids.overdue));
      expect(html).toContain("张**");
      expect(html).not.toContain("张三丰");
      expect(html).not.toContain("1234");
    }
    const list = await as("admin").open("/centre/rows?ledger=cases&figure=overdue");
    expect(list.html).not.toContain("张三丰");
  });
});

test("a hall's page lists what is open by due date, with what is overdue first and marked in words", async () => {
  const { html } = await as("clerk").open("/halls/east");
  const opened = [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id);
  expect(opened).toEqual([ids.overdue, ids.hostile, ids.extended]);
  expect(html.match(/已超期/g)).toHaveLength(1);
  for (const id of ["bands", "ledgers", "months"]) expect(html).toContain(`data-table="${id}"`);
});

describe("looking at personal details on purpose", () => {
  const reasonOf = (html: string, reason: string) => ({ form_token: formTokenIn(html), reason });

  test("takes a reason, shows them once, and keeps the look on record", async () => {
    const { html } = await as("admin").open(record(ids.overdue));
    const path = `${record(ids.overdue)}/unmask`;
    const page = await as("admin").post(path, reasonOf(html, `核实投诉 ${HOSTILE}`));
    expect(page.status).toBe(200);
    expect(page.html).toContain("张三丰");
    expect(page.html).toContain("本次查看已记录");
    expect(page.html).not.toContain("<script>");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect((await as("admin").open(record(ids.overdue))).html).not.toContain("张三丰");
    const items = await world.deps.table.queryAll({
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: { ":pk": { S: `R#${ids.overdue}` }, ":sk": { S: "A#" } },
    });
    expect(items).toMatchObject([{ by: "p-admin", reason: `核实投诉 ${HOSTILE}` }]);
  });

  test("is refused without a reason, to those who may not, and to other sites", async () => {
    const path = `${record(ids.overdue)}/unmask`;
    const { html } = await as("admin").open(record(ids.overdue));
    expect((await as("admin").post(path, reasonOf(html, " "))).status).toBe(400);
    expect((await as("admin").post(path, reasonOf(html, "核实投诉"), "https://evil.example")).status).toBe(
      403,
    );
    expect((await as("admin").post(path, { form_token: "x", reason: "核实投诉" })).status).toBe(401);
    const director = await as("director").open(record(ids.overdue));
    expect(director.html).not.toContain("/unmask");
    expect((await as("director").post(path, reasonOf(director.html, "核实投诉"))).status).toBe(403);
    expect((await new PageBrowser(world).post(path, { reason: "核实投诉" })).status).toBe(401);
  });
});

describe("text that somebody meant as code", () => {
  test("is shown as text on the page of the case", async () => {
    const { html } = await as("clerk").open(record(ids.hostile));
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(unescapeHtml(html)).toContain(HOSTILE);
  });

  test("is shown as text in lists, reasons and refusals", async () => {
    const pages = [
      await as("clerk").open("/halls/east"),
      await as("clerk").open(record(ids.extended)),
      await as("clerk").open(`/halls/${encodeURIComponent(HOSTILE)}`),
      await as("admin").open(`/centre/months/${encodeURIComponent(HOSTILE)}`),
      await as("admin").open(`/centre/rows?ledger=cases&figure=open&matter=${encodeURIComponent(HOSTILE)}`),
      await new PageBrowser(world).open(`/?to=/${encodeURIComponent(HOSTILE)}&x="><script>`),
    ];
    for (const { html, at } of pages) expect(html, at).not.toMatch(/<script|<img/);
  });
});

describe("language", () => {
  test("is Chinese, and English after the switch, on every page from then on", async () => {
    const browser = new PageBrowser(world);
    const first = await browser.signIn("director");
    expect(first.html).toContain("按时办结率");
    const there = /<a href="([^"]+)" lang="en">English<\/a>/.exec(first.html)?.[1] ?? "";
    const english = await browser.open(unescapeHtml(there));
    expect(english.html).toContain('<html lang="en">');
    expect(english.html).toContain("On-time rate by the original due date");
    const visible = english.html.replace(/<a [^>]*lang="zh-CN">中文<\/a>/, "").replaceAll("测试director", "");
    expect(visible.replace(/<[^>]+>/g, " ")).not.toMatch(/\p{Script=Han}/u);
    expect((await browser.open(record(ids.overdue))).html).toContain("The deadline, day by day");
    expect((await browser.open("/centre/months/2026-11?lang=zh")).html).toContain("各大厅");
    expect((await browser.open("/centre/months/2026-11")).html).toContain("各大厅");
  });
});

test("a month without cases says so, and still lists every hall with zeros", async () => {
  const { status, html } = await as("director").open("/centre/months/2025-03");
  expect(status).toBe(200);
  expect(html).toContain("这一期间还没有登记");
  for (const hall of ["east", "west", "amsterdam"]) expect(html).toContain(`${hall}社区便民服务大厅`);
  expect(html).toContain('href="/centre/months/2025-02"');
  expect(html).toContain('href="/centre/months/2025-04"');
});

test("the month that somebody picks is opened", async () => {
  expect((await as("director").open("/centre/months?month=2026-10")).at).toBe("/centre/months/2026-10");
});

test("pages allow no scripts and nothing from elsewhere, and are kept in no cache", async () => {
  const { headers, html } = await as("director").open("/centre/months/2026-11");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(html).not.toMatch(/<script| style="| on\w+="/);
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? "";
  const sheet = await new PageBrowser(world).open(style);
  expect(sheet.headers.get("content-type")).toContain("text/css");
  expect(sheet.headers.get("cache-control")).toContain("immutable");
});

test("the API keeps answering with problems, not with pages", async () => {
  for (const path of ["/v1", "/v1/nothing"]) {
    const response = await world.app.request(path);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  }
});

test("a bug is told without its stack", async () => {
  const { createApp } = await import("../../../functions/app.ts");
  const broken = { ...world.deps.table, get: () => Promise.reject(new Error("secret detail")) };
  const app = createApp({ ...world.deps, table: broken });
  const response = await app.request("/", { headers: { cookie: `hl_session=${"a".repeat(43)}` } });
  expect(response.status).toBe(500);
  const html = await response.text();
  expect(html).toContain('data-problem="unexpected"');
  expect(html).not.toContain("secret detail");
});
