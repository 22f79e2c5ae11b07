// What must not go wrong at the counter: double clicks, reloads, the next user, input methods, a backend that is away.
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  callsOf,
  chooseMatter,
  field,
  focusedField,
  matterBox,
  POLL,
  savedRecords,
} from "./support/cases.ts";
import { PEOPLE } from "./support/fake-backend.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

async function openForm(script = new FakeScript()) {
  const page = await browser.open("case-form", script);
  await matterBox(page).waitFor();
  return { script, page, save: page.getByRole("button", { name: "保存并登记下一件" }) };
}

/** A sound case, but for the click. */
async function fillCase(page: Awaited<ReturnType<typeof openForm>>["page"], visitor = "张三丰") {
  await chooseMatter(page, "hj");
  await field(page, "visitor").fill(visitor);
}

test("a double click saves once, and the button says that it is busy", async () => {
  const { script, page, save } = await openForm();
  await fillCase(page);
  const release = script.hold();
  await save.dblclick();
  await expect.poll(() => save.getAttribute("aria-disabled"), POLL).toBe("true");
  await save.getByRole("img", { name: "处理中" }).waitFor();
  await field(page, "visitor").press("Enter");
  release();
  await savedRecords(script);
  await page.getByText("已登记 2026-00001").waitFor();
  expect(callsOf(script, "saveRow")).toBe(1);
});

test("a save that was answered too late is stored once when it is sent again", async () => {
  const { script, page, save } = await openForm();
  await fillCase(page);
  const ask = script.ask.bind(script);
  script.ask = async (name, args) => {
    await ask(name, args);
    throw new Error("the connection was lost");
  };
  await save.click();
  await page.getByText("the connection was lost").waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("张三丰");
  script.ask = ask;
  await save.click();
  await page.getByText("已登记 2026-00001").waitFor();
  expect(script.backend.records.size).toBe(1);
});

test("a draft survives a reload and is forgotten once it is saved", async () => {
  const { script, page, save } = await openForm();
  await fillCase(page);
  await page.reload();
  await page.getByText("已恢复上次没有保存的内容").waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("张三丰");
  expect(await matterBox(page).inputValue()).toBe("户籍(身份证)");
  await save.click();
  await savedRecords(script);
  await page.getByText("已登记").waitFor();
  await page.reload();
  await matterBox(page).waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("");
});

test("a draft is never shown to the next user of the same computer, nor left lying there", async () => {
  const { script, page } = await openForm();
  await fillCase(page);
  script.user = PEOPLE.second;
  await page.reload();
  await matterBox(page).waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("");
  const stored = await page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])");
  expect(stored).not.toContain("张三丰");
});

test("the Enter that ends an input method's composition does not save", async () => {
  const { script, page } = await openForm();
  await fillCase(page);
  await field(page, "visitor").focus();
  await page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
    { key: "Enter", isComposing: true, bubbles: true, cancelable: true }))`);
  await page.keyboard.type("(老)");
  await page.keyboard.press("Enter");
  const [record] = await savedRecords(script);
  expect(script.backend.personal.get(record?.id ?? "")?.visitor).toBe("张三丰(老)");
  expect(callsOf(script, "saveRow")).toBe(1);
});

test("Shift+Enter begins a new line, Enter saves it", async () => {
  const { script, page } = await openForm();
  await fillCase(page);
  await field(page, "content").focus();
  await page.keyboard.type("第一行");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("第二行");
  await page.keyboard.press("Enter");
  const [record] = await savedRecords(script);
  expect(script.backend.personal.get(record?.id ?? "")?.content).toBe("第一行\n第二行");
});

test("what is missing stands at its field, with the focus on the first, and nothing is sent", async () => {
  const { script, page, save } = await openForm();
  await save.click();
  await page.getByText("请填写“服务事项”。").waitFor();
  expect(await page.getByText("请填写“来访人员”。").isVisible()).toBe(true);
  await expect.poll(() => focusedField(page), POLL).toBe("matter");
  expect(await matterBox(page).getAttribute("aria-invalid")).toBe("true");
  expect(callsOf(script, "saveRow")).toBe(0);
  await fillCase(page);
  expect(await page.getByText("请填写").count()).toBe(0);
});

test("a refusal that belongs to no field stands above the buttons", async () => {
  const script = new FakeScript();
  const { page, save } = await openForm(script);
  await fillCase(page);
  script.user = { ...PEOPLE.clerk, grants: [] };
  await save.click();
  await page.getByRole("alert").getByText("您的岗位不能做这一步").waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("张三丰");
});

test("while the backend is away the case waits with a temporary number", async () => {
  const { script, page, save } = await openForm();
  await fillCase(page);
  script.online = false;
  await save.click();
  await page.getByText("临时号 T-1").waitFor();
  expect(script.waiting.size).toBe(1);
  await page.getByRole("button", { name: "打印回执" }).click();
  expect(await page.locator(".slip").innerText()).toContain("临时号");
});

test("a correction list given while the backend is away is registered once the case is", async () => {
  const { script, page, save } = await openForm();
  await chooseMatter(page, "lnz");
  await field(page, "visitor").fill("张三丰");
  script.online = false;
  await save.click();
  await page.getByText("联网后自动补登:照片").waitFor();
  script.online = true;
  script.sync();
  await page.reload();
  const [record] = await savedRecords(script);
  await expect
    .poll(() => script.backend.records.get(record?.id ?? "")?.events, POLL)
    .toMatchObject([{ action: "giveCorrectionNotice", data: { items: ["照片"] } }]);
  await expect.poll(() => page.getByText("等待登记").count(), POLL).toBe(0);
});

test("the form opens and tells due dates from the cache while the backend is away", async () => {
  const script = new FakeScript();
  script.online = false;
  const { page } = await openForm(script);
  await page.getByText("连不上中心,正用上次的资料").waitFor();
  await chooseMatter(page, "lnz");
  await page.locator("[data-due]").getByText("2026-11-25").waitFor();
});

test("a browser that blocks storage in frames keeps no drafts, and everything else works", async () => {
  const { script, page } = await openForm();
  await page.addInitScript(`for (const name of ["sessionStorage", "localStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
  }`);
  await page.reload();
  await matterBox(page).waitFor();
  await fillCase(page);
  await field(page, "visitor").press("Enter");
  await savedRecords(script);
  await page.getByText("已登记 2026-00001").waitFor();
});

test("several signed-in accounts are explained, and trying again helps", async () => {
  const script = new FakeScript();
  const ask = script.ask.bind(script);
  script.ask = async () => {
    throw new Error("Error code PERMISSION_DENIED");
  };
  const page = await browser.open("case-form", script);
  await page.getByText("浏览器里登录了几个账号").waitFor();
  script.ask = ask;
  await page.getByRole("button", { name: /再试一次/ }).click();
  await matterBox(page).waitFor();
});
