// Two clerks, two workbooks, one hall: merging, conflict, work during a fetch, and a backend that stops.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../support/spreadsheet-driver.ts";
import { BackendGate } from "./support/backend-gate.ts";
import { CaseGrid } from "./support/case-grid.ts";
import { type Product, startProduct } from "./support/product.ts";

const LEDGER = "办件台账";
const [CLERK_1, CLERK_2] = ["clerk1.zhaohui@demo.example", "clerk2.zhaohui@demo.example"];

let product: Product;
let gate: BackendGate;
/** Clerk 1 in the hall's workbook, clerk 2 in a copy of it. */
let first: CaseGrid;
let second: CaseGrid;
let today: string;

beforeAll(async () => {
  product = await startProduct();
  gate = new BackendGate("/ledgers/cases/sync");
});
afterAll(async () => {
  gate?.close();
  await product?.stop();
});

async function opensWorkbook(page: Page, path: string): Promise<CaseGrid> {
  await page.goto(`${product.url}${path}`);
  await page.waitForFunction("Number(document.body.dataset.loaded ?? 0) > 0");
  const grid = new CaseGrid(page);
  await grid.openSheet(LEDGER);
  await until(
    "the ledger's sheet is open",
    () => grid.activeSheet(),
    (name) => name === LEDGER,
  );
  return grid;
}

const line = (visitor: string): string =>
  [`${today} 09:05`, "老年证", "", visitor, "", "窗口", "", "", "赵演示(窗口二)"].join("\t");

async function call<T>(path: string, body?: unknown): Promise<T> {
  const post = (url: string, value: unknown, token?: string) =>
    gate.passing(url, {
      method: "POST",
      body: JSON.stringify(value),
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
  const given = await post(`${product.url}/dev/identity/token`, { email: CLERK_1 });
  const { idToken }: { idToken: string } = JSON.parse(await given.text());
  const url = `${product.url}/v1/halls/zhaohui/ledgers/cases/${path}`;
  const answer =
    body === undefined
      ? await gate.passing(url, { headers: { authorization: `Bearer ${idToken}` } })
      : await post(url, body, idToken);
  expect(answer.status).toBe(200);
  return JSON.parse(await answer.text());
}

test("a hall's workbook is copied as a file, and the copy goes on for the same hall", async () => {
  today = new Date().toISOString().slice(0, 10);
  first = await opensWorkbook(await product.openWindow(), `/workbooks/zhaohui?user=${CLERK_1}`);
  await first.paste(await first.addressOf(2, "收件时间"), ["甲演示", "乙演示", "丙演示"].map(line));
  await first.expectCell("丙演示", "服务事项", "老年证");
  await first.synchronise();
  await first.expectCell("甲演示", "同步", "已同步");
  const copied = await first.page.evaluate<string>(
    `fetch("/workbooks/zhaohui/copy", {
      method: "POST",
      body: new URLSearchParams({ user: "${CLERK_2}", name: "副本" }),
    }).then((answer) => answer.url)`,
  );
  const { pathname } = new URL(copied);
  second = await opensWorkbook(await product.openWindow(), `${pathname}?user=${CLERK_2}`);
  await second.synchronise();
  await second.expectCell("甲演示", "同步", "已同步");
});

test("changes of different fields merge", async () => {
  await first.typeInto((await first.rowOf("甲演示")).at, "窗口", "三号");
  await first.synchronise();
  await second.typeInto((await second.rowOf("甲演示")).at, "事由", "补办");
  await second.synchronise();
  await second.expectCell("甲演示", "窗口", "三号");
  expect((await second.rowOf("甲演示")).cells).toMatchObject({ 事由: "补办", 同步: "已同步" });
  await first.synchronise();
  await first.expectCell("甲演示", "事由", "补办");
});

test("changes of one field are a conflict until somebody chooses, side by side", async () => {
  await first.typeInto((await first.rowOf("甲演示")).at, "窗口", "五号");
  await first.synchronise();
  await second.typeInto((await second.rowOf("甲演示")).at, "窗口", "七号");
  await second.synchronise();
  await second.expectCell("甲演示", "同步", "冲突");
  const side = await second.openSidebar("同步情况 Synchronisation", "同步情况");
  const conflict = side.locator(".conflict");
  await conflict.waitFor();
  const cells = await conflict.locator("tbody td").allInnerTexts();
  expect(cells).toEqual(["七号", "五号"]);
  await conflict.getByRole("button", { name: /^保留我的/ }).click();
  await conflict.waitFor({ state: "detached" });
  await second.expectCell("甲演示", "同步", "已同步");
  expect((await second.rowOf("甲演示")).cells.窗口).toBe("七号");
  await first.synchronise();
  await first.expectCell("甲演示", "窗口", "七号");
});

test("rows that are sorted and typed into while a fetch is under way get their own answers", async () => {
  await first.typeInto((await first.rowOf("乙演示")).at, "窗口", "二号");
  const held = gate.hold();
  await first.menu("扩展程序 Extensions", "立即同步 Synchronise now");
  await held.arrived;
  await first.select(await first.addressOf(2, "来访人员"));
  await first.menu("数据 Data", "按此列降序排序 Sort Z → A");
  await until(
    "the rows are in order",
    () => first.visitors(),
    (visitors) => visitors.join() === "乙演示,甲演示,丙演示",
  );
  await first.typeInto((await first.rowOf("乙演示")).at, "事由", "边取边写");
  await first.typeInto((await first.rowOf("丙演示")).at, "窗口", "九号");
  held.release();
  await first.waitForSync();
  await first.expectCell("丙演示", "同步", "待同步");
  expect((await first.rowOf("乙演示")).cells).toMatchObject({ 窗口: "二号", 事由: "边取边写" });
  await first.synchronise();
  for (const visitor of ["甲演示", "乙演示", "丙演示"]) await first.expectCell(visitor, "同步", "已同步");
  await second.synchronise();
  await second.expectCell("丙演示", "窗口", "九号");
  expect((await second.rowOf("乙演示")).cells).toMatchObject({ 窗口: "二号", 事由: "边取边写" });
});

test("a backend that stops in the middle of a sync, an answer lost, gets every row once when it is back", async () => {
  const visitors = Array.from({ length: 600 }, (_, at) => `停机${at}`);
  await first.paste(await first.addressOf(5, "收件时间"), visitors.map(line));
  await first.expectText(await first.addressOf(604, "来访人员"), "停机599");
  // The first 500 arrive, but nobody hears of it; then nobody answers at all.
  gate.stop({ after: 1 });
  await first.menu("扩展程序 Extensions", "立即同步 Synchronise now");
  await first.waitForSync();
  await first.expectText(await first.addressOf(604, "同步"), "待同步");
  gate.start();
  await first.synchronise();
  await first.expectText(await first.addressOf(604, "同步"), "已同步");
  await first.expectText(await first.addressOf(5, "同步"), "已同步");
  const { rows } = await call<{ rows: { values: { visitor: string } }[] }>(
    `records?period=${today.slice(0, 7)}`,
  );
  const arrived = rows.map(({ values }) => values.visitor).filter((name) => name.startsWith("停机"));
  expect(arrived.length).toBe(600);
  expect(new Set(arrived).size).toBe(600);
});
