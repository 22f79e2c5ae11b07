// Set-up and settings: who is here, which hall, the sheets made, language and names.
import { afterAll, beforeAll, expect, test } from "vitest";
import { callsOf, POLL } from "./support/cases.ts";
import { PEOPLE } from "./support/fake-backend.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

function notSetUp(): FakeScript {
  const script = new FakeScript();
  script.mode = null;
  return script;
}

test("set-up goes from sign-in over the hall to the sheets, and says what it made", async () => {
  const script = notSetUp();
  const page = await browser.open("settings", script);
  await page.getByText("已登录:李窗口").waitFor();
  const create = page.getByRole("button", { name: "建立台账" });
  await page.getByLabel("东风社区便民服务大厅").waitFor();
  expect(await create.getAttribute("aria-disabled")).toBe("true");
  await page.getByLabel("东风社区便民服务大厅").check();
  const release = script.hold();
  await create.dblclick();
  await page.getByText("正在建表").waitFor();
  release();
  await page.getByText("已建好:办件台账").waitFor();
  expect(callsOf(script, "setUpWorkbook")).toBe(1);
  expect(script.mode).toBe("hall");
  await page.getByRole("button", { name: "完成" }).click();
  await page.getByText("表格里的姓名").waitFor();
});

test("a centre's workbook can be set up as well", async () => {
  const script = notSetUp();
  const page = await browser.open("settings", script);
  await page.getByLabel("测试中心").check();
  await page.getByRole("button", { name: "建立台账" }).click();
  await expect.poll(() => script.mode, POLL).toBe("centre");
});

test("without a known account nothing can be chosen; checking again helps", async () => {
  const script = notSetUp();
  script.user = null;
  const page = await browser.open("settings", script);
  await page.getByText("没有认出您的账号。常见原因").waitFor();
  expect(callsOf(script, "listHalls")).toBe(0);
  script.user = PEOPLE.clerk;
  await page.getByRole("button", { name: "重新检查" }).click();
  await page.getByLabel("东风社区便民服务大厅").waitFor();
});

test("a backend that is away is said with its remedy, and looked for again", async () => {
  const script = notSetUp();
  script.online = false;
  const page = await browser.open("settings", script);
  await page.getByRole("alert").getByText("连不上中心;请稍后再试。").waitFor();
  script.online = true;
  await page.getByRole("button", { name: "再查一次" }).click();
  await page.getByLabel("东风社区便民服务大厅").waitFor();
});

test("the language changes at once, and for every sidebar", async () => {
  const script = new FakeScript();
  const page = await browser.open("settings", script);
  await page.getByLabel("English").check();
  await page.getByLabel("只写姓").check();
  await page.getByRole("button", { name: "保存设置" }).click();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  expect(script.settings).toEqual({ locale: "en", projection: "surname" });
  await page.locator('html[lang="en"]').waitFor({ state: "attached" });
  const todos = await browser.open("todos", script);
  await todos.getByText("Nothing to do: everything is done.").waitFor();
});

test("an answer that cannot be read is said to be one", async () => {
  const script = new FakeScript();
  const page = await browser.open("todos", script);
  await page.getByText("没有待办").waitFor();
  const ask = script.ask.bind(script);
  script.ask = async (name, args) => (name === "todos" ? '{"ok":true,"value":[{"id":7}]}' : ask(name, args));
  await page.getByRole("button", { name: "刷新" }).click();
  await page.getByRole("alert").getByText("表格的回答看不懂").waitFor();
});
