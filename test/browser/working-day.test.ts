// One working day in the whole product, as two clerks and the centre live it: sidebar, grid, sync, case, month board.
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../support/spreadsheet-driver.ts";
import { CaseGrid } from "./support/case-grid.ts";
import { keepPicture, type Product, startProduct } from "./support/product.ts";

const LEDGER = "办件台账";
const HALL = "朝晖(演示)大厅台账";
const PASTED = ["甲演示", "乙演示", "丙演示", "丁演示", "戊演示"];

let product: Product;
/** Clerk 1, who works in the sidebar, and clerk 2, who works in the grid. */
let first: CaseGrid;
let second: CaseGrid;
/** When the first case came in, as the sheet writes it. */
let received: string;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const focusedField = (frame: Frame): Promise<unknown> =>
  frame.evaluate("document.activeElement.closest('[data-field]')?.dataset.field");

const formIsReady = (frame: Frame) =>
  until(
    "the form waits for a matter",
    () => focusedField(frame),
    (field) => field === "matter",
  );

/** A visitor's row as another program would hand it over, from the time it came in to whoever accepted it. */
const line = (visitor: string): string =>
  [received, "老年证", "", visitor, "", "窗口", "", "", "赵演示(窗口二)"].join("\t");

async function opensWorkbook(page: Page): Promise<CaseGrid> {
  await page.waitForFunction("Number(document.body.dataset.loaded ?? 0) > 0");
  const grid = new CaseGrid(page);
  await page.getByText(LEDGER, { exact: true }).click();
  await until(
    "the ledger's sheet is open",
    () => grid.activeSheet(),
    (name) => name === LEDGER,
  );
  return grid;
}

test("the first page leads into the hall's workbook, ready to use", async () => {
  const page = await product.openWindow();
  await page.goto(product.url);
  await page.getByRole("link", { name: HALL }).click();
  first = await opensWorkbook(page);
  expect(new URL(page.url()).searchParams.get("user")).toBe("clerk1.zhaohui@demo.example");
  expect(await first.rows()).toEqual([]);
});

test("a case is logged by keyboard alone, and the row is due when the form said", async () => {
  const { page } = first;
  const keys = page.keyboard;
  await page.locator("#host-menus button[data-menu=extensions]").focus();
  await keys.press("ArrowDown");
  await keys.press("Enter");
  const form = await first.sidebarNamed("登记办件");
  await formIsReady(form);
  await keys.type("lnz");
  await keys.press("Enter");
  for (const text of ["张演示", "0123", "补办"]) {
    await keys.press("Tab");
    await keys.type(text);
  }
  await keys.press("Tab");
  await keys.press("Space");
  const due = await form.locator("[data-due]").innerText();
  await keys.press("Enter");
  await form.getByText(/^已登记 \d{4}-00001/).waitFor();
  await formIsReady(form);
  await first.expectCell("张演示", "到期日", due);
  const { cells } = await first.rowOf("张演示");
  expect(cells).toMatchObject({ 状态: "办理中", 同步: "已同步", 服务事项: "老年证", 电话后四位: "0123" });
  received = cells.收件时间 ?? "";
});

test("what is missing becomes the correction notice at once, and the clock stands still", async () => {
  const form = await first.sidebar();
  const keys = first.page.keyboard;
  await keys.type("bzxzf");
  await keys.press("Enter");
  await keys.press("Tab");
  await keys.type("李演示");
  await keepPicture(first.page, "log-a-case");
  await keys.press("Enter");
  await form.getByText("一次性告知已登记:收入证明、住房证明").waitFor();
  await formIsReady(form);
  await first.expectCell("李演示", "状态", "待补正");
  expect((await first.rowOf("李演示")).cells.到期日).toBe("");
});

test("the other clerk sees both cases and changes one in the grid", async () => {
  const page = await product.openWindow();
  await page.goto(`${product.url}/workbooks/zhaohui?user=clerk2.zhaohui%40demo.example`);
  second = await opensWorkbook(page);
  expect(await second.visitors()).toEqual(["张演示", "李演示"]);
  const { at } = await second.rowOf("张演示");
  await second.typeInto(at, "窗口", "三号");
  await first.expectCell("张演示", "窗口", "三号");
});

test("five rows are pasted, synchronised from the menu, and have numbers on both pages", async () => {
  await second.paste(await second.addressOf(4, "收件时间"), PASTED.map(line));
  await until(
    "the rows are pasted",
    () => second.visitors(),
    (visitors) => visitors.length === 7,
  );
  await second.synchronise();
  for (const name of PASTED) await first.expectCell(name, "同步", "已同步");
  const serials = (await first.rows()).map(({ cells }) => cells.编号?.slice(-5));
  expect(serials).toEqual(["00001", "00002", "00003", "00004", "00005", "00006", "00007"]);
  expect((await first.rowOf("张演示")).cells).toMatchObject({ 窗口: "三号", 同步: "已同步" });
});

test("rows are sorted as wholes", async () => {
  const before = new Map((await second.rows()).map(({ cells }) => [cells.来访人员, cells]));
  await second.select(await second.addressOf(3, "来访人员"));
  await second.menu("数据 Data", "按此列升序排序 Sort A → Z");
  const sorted = ["丙演示", "丁演示", "甲演示", "李演示", "戊演示", "乙演示", "张演示"];
  await until(
    "the rows are in order on the other page",
    () => first.visitors(),
    (visitors) => visitors.join() === sorted.join(),
  );
  for (const { cells } of await first.rows()) expect(cells).toEqual(before.get(cells.来访人员));
});

test("a row is inserted and filled, one is copied and one is deleted", async () => {
  const { at } = await second.rowOf("甲演示");
  await second.chooseForRow(at, "在上方插入");
  await until(
    "there is an empty row",
    async () => (await second.rowOf("甲演示")).at,
    (moved) => moved === at + 1,
  );
  await second.paste(await second.addressOf(at, "收件时间"), [line("己演示")]);
  await second.expectCell("己演示", "服务事项", "老年证");

  await second.copyRow((await second.rowOf("张演示")).at, 10);
  await until(
    "the row is copied",
    () => second.rowsOf("张演示"),
    (rows) => rows.length === 2,
  );

  await second.chooseForRow((await second.rowOf("丁演示")).at, "删除选中行");
  await until(
    "the row is gone on the other page",
    () => first.visitors(),
    (visitors) => !visitors.includes("丁演示"),
  );
});

test("a sync repairs what the grid was used for, says so, and asks about the deleted row", async () => {
  const report = await second.openSidebar("同步情况 Synchronisation", "同步情况");
  await report.getByRole("button", { name: "立即同步" }).click();
  const ledger = report.locator("section[data-ledger=cases]");
  await ledger.locator(".repairs li", { hasText: "复制出来的行" }).waitFor();
  const missing = ledger.locator(".missing-row");
  await missing.waitFor();
  const rows = await second.rows();
  expect(rows.map(({ cells }) => `${cells.同步}${cells.提示}`)).toEqual(
    Array.from({ length: 8 }, () => "已同步"),
  );
  const serials = rows.map(({ cells }) => cells.编号?.slice(-5));
  const lost = (await missing.locator("b").innerText()).slice(-5);
  expect([...serials, lost].sort()).toEqual(Array.from({ length: 9 }, (_, at) => `0000${at + 1}`));
  expect(new Set(rows.map(({ cells }) => cells.行标识)).size).toBe(8);

  // A clerk may not void, and is told so; the row comes back as it was.
  await missing.getByLabel("作废理由").fill("删错了");
  await missing.getByRole("button", { name: /^作废/ }).click();
  await missing.getByText("您的岗位不能做这一步").waitFor();
  await missing.getByRole("button", { name: /^放回表格/ }).click();
  await missing.waitFor({ state: "detached" });
  await second.expectCell("丁演示", "同步", "已同步");
  expect((await second.rowOf("丁演示")).cells.编号?.slice(-5)).toBe(lost);
});

test("in the case's sidebar the materials come, the case is closed and the resident is told", async () => {
  await first.select(await first.addressOf((await first.rowOf("李演示")).at, "来访人员"));
  const side = await first.openSidebar("查看所选办件 Selected case", "办件详情");
  const take = async (step: string, choose: () => Promise<unknown>): Promise<void> => {
    await side.getByRole("button", { name: step, exact: true }).click();
    await choose();
    await side.getByRole("button", { name: "登记这一步" }).click();
    await side.getByText(`已登记:${step}`).waitFor();
  };
  const select = (label: string, chosen: string) => () =>
    side.getByRole("combobox", { name: label }).selectOption({ label: chosen });
  await side.getByText("需补正的材料").first().waitFor();
  await take("材料补齐", async () => {});
  await first.expectCell("李演示", "状态", "办理中");
  expect((await first.rowOf("李演示")).cells.到期日).toBe(await side.locator("[data-due]").innerText());
  await take("办结", select("办理结果", "办结"));
  await first.expectCell("李演示", "状态", "已办结待反馈");
  await take("反馈群众", select("反馈方式", "电话"));
  await first.expectCell("李演示", "状态", "已反馈");
  await side.getByText("已反馈", { exact: true }).waitFor();
  await keepPicture(first.page, "workbook");
});

test("the centre's month board shows the day, and every figure its cases", async () => {
  const page = await product.openWindow();
  await page.goto(product.url);
  await page.getByRole("link", { name: "周演示(中心管理员)" }).click();
  await page.getByRole("heading", { level: 1, name: LEDGER }).waitFor();
  await page.goto(`${product.url}/centre/months/${received.slice(0, 7)}`);
  const figure = (name: string) => page.locator(`tfoot a[data-figure=${name}]`).first();
  expect(await figure("received").innerText()).toBe("9");
  expect(await figure("closed").innerText()).toBe("1");
  expect(await figure("open").innerText()).toBe("8");
  await figure("received").click();
  await page.locator("tr[data-row]").first().waitFor();
  expect(await page.locator("tr[data-row]").count()).toBe(9);
});
