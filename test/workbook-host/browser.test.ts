// The host in a real browser: typing, drop-downs, refusals, sidebar, questions, two people at once.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExecutionEntry } from "../../infra/local/workbook-host/execution/execution-log.ts";
import { startBrowser, type TestBrowser } from "../support/browser.ts";
import { SpreadsheetDriver, until } from "../support/spreadsheet-driver.ts";
import { clerk, openToyHost, owner, stranger, type ToyHost } from "./support/toy-host.ts";

let toy: ToyHost;
let browser: TestBrowser;
let head: SpreadsheetDriver;
let window: SpreadsheetDriver;

async function openAs(email: string): Promise<SpreadsheetDriver> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, locale: "zh-CN" });
  const driver = new SpreadsheetDriver(await context.newPage());
  await driver.open(toy.baseUrl, toy.workbookId, email);
  return driver;
}

beforeAll(async () => {
  toy = await openToyHost();
  browser = await startBrowser();
  head = await openAs(owner);
  await head.menu("扩展程序 Extensions", "准备 Set up");
  await until(
    "the sheet is made and shown",
    () => head.activeSheet(),
    (name) => name === "会员",
  );
  window = await openAs(clerk);
  await window.openSheet("会员");
});
afterAll(async () => {
  await browser?.close();
  await toy?.close();
});

test("typed Chinese and a typed date are kept, computed and seen by the other person", async () => {
  await window.type("A4", "王五");
  await window.type("C4", "2026/11/9");
  await window.expectText("C4", "2026-11-09");
  for (const driver of [window, head]) {
    await driver.expectText("A4", "王五");
    await driver.expectText("E4", "齐全");
  }
});

test("a value outside a strict list is refused and taken back", async () => {
  await window.select("B4");
  // The list that opens below must not take the keyboard, even for a moment: what is typed meanwhile would be lost.
  await window.page.evaluate(
    'window.keyboardLeft = 0; document.activeElement.addEventListener("focusout", () => window.keyboardLeft++)',
  );
  await window.type("B4", "白金");
  await until(
    "the refusal shows",
    () => window.toast(),
    (text) => text.includes("不符合该单元格的数据验证规则"),
  );
  expect(await window.page.evaluate("window.keyboardLeft"), "the keyboard left the cell").toBe(0);
  await window.expectText("B4", "");
  await head.expectText("B4", "");
});

test("a value is chosen from the drop-down", async () => {
  const box = await window.boxOf("B4");
  await window.page.mouse.click(box.x + box.width - 10, box.y + box.height / 2);
  await window.page.getByText("银卡", { exact: true }).click();
  await window.expectText("B4", "银卡");
  await head.expectText("B4", "银卡");
});

test("a protected column takes the owner's entry and refuses the clerk's", async () => {
  await window.type("D4", "M-9");
  await until(
    "the refusal shows",
    () => window.toast(),
    (text) => text.includes("没有权限"),
  );
  await window.expectText("D4", "");
  await head.type("D4", "M-3");
  await window.expectText("D4", "M-3");
});

test("a formula shows its result, and itself when it is edited", async () => {
  await head.type("G1", "=COUNTA(A2:A20)");
  await head.expectText("G1", "3");
  await window.expectText("G1", "3");
  await head.select("G1");
  await head.page.keyboard.press("F2");
  await head.page.keyboard.type("+1");
  await head.page.keyboard.press("Enter");
  await head.expectText("G1", "4");
  await head.type("G1", "=COUNTA(A2:A20)");
  await head.expectText("G1", "3");
});

test("the sidebar calls the script, gets its answers and its errors", async () => {
  await window.menu("扩展程序 Extensions", "侧边栏 Sidebar");
  await window.page.locator("#host-sidebar iframe").waitFor();
  const sidebar = await window.sidebar();
  expect(await sidebar.locator("#greeting").innerText()).toBe("您好 <会员>");
  expect(await sidebar.locator("body").getAttribute("data-hidden")).toBe("false");
  expect(new URL(sidebar.url()).origin).not.toBe(toy.baseUrl);
  await sidebar.locator("#name").fill("赵六");
  await sidebar.locator("#name").press("Enter");
  await sidebar.getByText(`已添加到第 5 行 ${clerk}`).waitFor();
  await window.expectText("A5", "赵六");
  await head.expectText("A5", "赵六");
  await sidebar.locator("#fail").click();
  await sidebar.getByText("ScriptError 故意出错").waitFor();
});

test("a script waits for the answer to its question", async () => {
  await head.menu("扩展程序 Extensions", "更多 More", "提问 Ask");
  await head.page.getByRole("dialog").getByRole("textbox").fill("钱七");
  await head.page.getByRole("button", { name: "确定 OK" }).click();
  await head.expectText("A6", "钱七");
  await window.expectText("A6", "钱七");
});

test("text pasted from elsewhere is read as if typed, by each cell's format", async () => {
  await head.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await head.page.evaluate(
    `navigator.clipboard.writeText("孙八\\t金卡\\t2026年11月4日\\n周九\\t普通\\t11-5")`,
  );
  await head.select("A7");
  await head.page.keyboard.press("Control+V");
  await window.expectText("A7", "孙八");
  await window.expectText("C7", "2026-11-04");
  await window.expectText("E8", "齐全");
  await head.page.keyboard.press("Control+Z");
  await window.expectText("A7", "");
  await window.expectText("E8", "");
});

test("a pasted row that breaks a strict list is refused as a whole", async () => {
  await head.page.evaluate(`navigator.clipboard.writeText("吴十\\t白金")`);
  await head.select("A7");
  await head.page.keyboard.press("Control+V");
  await until(
    "the refusal shows",
    () => head.toast(),
    (text) => text.includes("不符合该单元格的数据验证规则"),
  );
  await head.expectText("A7", "");
  await window.expectText("A7", "");
});

test("a copied formula reads its own row where it arrives", async () => {
  await head.type("H2", "=A2&$A$3");
  await head.expectText("H2", "张三李四");
  await head.page.evaluate(`navigator.clipboard.writeText("")`);
  await head.select("H2");
  await head.page.keyboard.press("Control+C");
  await until(
    "the cell is copied",
    () => head.page.evaluate<string>("navigator.clipboard.readText()"),
    (text) => text.startsWith("张三李四"),
  );
  await head.select("H4");
  await head.page.keyboard.press("Control+V");
  await window.expectText("H4", "王五李四");
});

test("what one types lands in its row although another inserts a row above meanwhile", async () => {
  await window.select("F3");
  await window.page.keyboard.type("半");
  const header = await head.boxOf("A2");
  await head.page.mouse.click(20, header.y + header.height / 2, { button: "right" });
  await head.page
    .getByText("在上方插入")
    .first()
    .click({ position: { x: 8, y: 8 } });
  await head.expectText("A3", "张三");
  await window.page.keyboard.type("路");
  await window.page.keyboard.press("Enter");
  await window.expectText("F4", "半路");
  await head.expectText("F4", "半路");
  await head.expectText("A4", "李四");
  await head.page.mouse.click(20, header.y + header.height / 2, { button: "right" });
  await head.page.getByText("删除选中行").first().click();
  await window.expectText("A3", "李四");
  await window.expectText("H4", "王五李四");
});

test("the owner sorts; rows move as wholes and the other page follows", async () => {
  await head.select("A3");
  await head.menu("数据 Data", "按此列降序排序 Sort Z → A");
  await until(
    "the rows are in order",
    async () => Promise.all(["A2", "A3", "A4", "A5", "A6"].map((at) => window.textOf(at))),
    (names) => names.join() === "赵六,张三,王五,钱七,李四",
  );
  await window.expectText("C3", "2026-11-02");
  await window.expectText("E6", "待补");
});

test("the keyboard alone opens the menu and runs an item", async () => {
  await head.page.locator("#host-menus button[data-menu=extensions]").focus();
  await head.page.keyboard.press("ArrowDown");
  await head.page.keyboard.press("ArrowDown");
  await head.page.keyboard.press("Enter");
  await head.page.locator("#host-sidebar iframe").waitFor();
  await head.page.getByRole("button", { name: "关闭侧边栏 Close sidebar" }).click();
  await head.page.locator("#host-sidebar").waitFor({ state: "hidden" });
});

test("what is typed while the page builds itself anew is kept", async () => {
  const { page } = window;
  let arrived = () => {};
  const asked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/picture?*", async (route) => {
    arrived();
    await held;
    await route.continue();
  });
  const loaded = Number(await page.evaluate("document.body.dataset.loaded"));
  // A new sheet: every page fetches the whole picture, and somebody goes on typing meanwhile.
  await toy.host.runFunction("club", owner, "addSheet");
  await asked;
  await window.select("A6");
  await page.keyboard.type("边等边写");
  const answered = page.waitForResponse(/picture/);
  release();
  await answered;
  await page.keyboard.press("Enter");
  await page.waitForFunction(`Number(document.body.dataset.loaded) > ${loaded}`);
  await head.openSheet("会员");
  await head.expectText("A6", "边等边写");
  await window.expectText("A6", "边等边写");
  await page.unroute("**/picture?*");
});

test("a page that is loaded again shows what was saved", async () => {
  await head.open(toy.baseUrl, toy.workbookId, owner);
  await head.openSheet("会员");
  await head.expectText("A2", "赵六");
  await head.expectText("G1", "5");
});

test("a stranger is turned away, and another site cannot write", async () => {
  const refused = await fetch(`${toy.baseUrl}/workbooks/club?user=${stranger}`);
  expect(refused.status).toBe(403);
  const foreign = await fetch(`${toy.baseUrl}/workbooks/clock`, {
    method: "POST",
    headers: { origin: "https://elsewhere.example" },
    body: "at=",
  });
  expect(foreign.status).toBe(403);
});

test("moving the clock moves TODAY on every page", async () => {
  await head.type("G3", '=TEXT(TODAY(),"yyyy-mm-dd")');
  await head.expectText("G3", "2026-11-02");
  await toy.host.moveClock(Date.UTC(2026, 10, 9, 1, 0));
  await head.expectText("G3", "2026-11-09");
  await window.expectText("G3", "2026-11-09");
});

test("the execution log tells what ran and what it called", async () => {
  const text = await fetch(`${toy.baseUrl}/workbooks/executions.json`).then((response) => response.text());
  const log: ExecutionEntry[] = JSON.parse(text);
  const setUp = log.find((entry) => entry.functionName === "setUp");
  expect(setUp).toMatchObject({ status: "completed", email: owner, kind: "menu", authMode: "FULL" });
  expect(setUp?.calls["Range.setValues"]).toBe(2);
  const failed = log.find((entry) => entry.functionName === "fail");
  expect(failed?.error).toContain("Error: 故意出错\n    at fail (Code.js");
});
