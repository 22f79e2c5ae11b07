// Logging a case in the sidebar, as clerks do it: by keyboard, with the due date, the correction list and the slip.
import { afterAll, beforeAll, expect, test } from "vitest";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { deadline } from "../../../shared/kernel/deadline.ts";
import {
  callsOf,
  chooseMatter,
  field,
  focusedField,
  matterBox,
  POLL,
  savedRecords,
} from "./support/cases.ts";
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
  await expect.poll(() => focusedField(page), POLL).toBe("matter");
  return { script, page, keys: page.keyboard };
}

test("a case is logged by keyboard alone, and the next form is open", async () => {
  const { script, page, keys } = await openForm();
  await keys.type("lnz");
  await keys.press("Enter");
  await keys.press("Tab");
  await keys.type("张三丰");
  await keys.press("Tab");
  await keys.type("1234");
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Space");
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(record?.values).toMatchObject({ matter: "senior-card", acceptedBy: "李窗口" });
  expect(record?.values.receivedAt).toBe("2026-11-20T15:00:00+08:00");
  expect(script.backend.personal.get(record?.id ?? "")).toEqual({ visitor: "张三丰", phoneTail: "1234" });
  expect(record?.events).toEqual([]);
  await page.getByText("已登记 2026-00001").waitFor();
  await expect.poll(() => focusedField(page), POLL).toBe("matter");
  expect(await field(page, "visitor").inputValue()).toBe("");
});

test("a matter is found by Chinese, English, pinyin initials, arrows and post; Escape closes the list", async () => {
  const { page, keys } = await openForm();
  const box = matterBox(page);
  const options = page.getByRole("listbox").getByRole("option");
  const first = options.first();
  for (const typed of ["残疾", "CJZ", "Disab"]) {
    await box.fill(typed);
    await first.getByText("残疾证").waitFor();
  }
  await keys.press("Escape");
  expect(await box.getAttribute("aria-expanded")).toBe("false");
  await page.getByRole("combobox", { name: "岗位" }).selectOption({ label: "社区文化体育岗" });
  await box.focus();
  await keys.press("ArrowDown");
  await first.getByText("文体活动").waitFor();
  expect(await options.count()).toBe(1);
  expect(await box.getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  await keys.press("Enter");
  expect(await box.inputValue()).toBe("文体活动");
});

test("a matter that has been retired is not offered", async () => {
  const { page } = await openForm();
  await matterBox(page).fill("独生子女");
  await page.getByRole("option", { name: "独生子女费" }).waitFor();
  expect(await page.getByRole("option", { name: "独生子女证" }).count()).toBe(0);
});

test("what was not brought becomes the one correction list at once", async () => {
  const { script, page, keys } = await openForm();
  await chooseMatter(page, "bzxzf");
  await field(page, "visitor").fill("李四");
  await page.getByLabel("收入证明").check();
  await page.getByText("还缺:住房证明").waitFor();
  await field(page, "visitor").focus();
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  await expect.poll(() => script.backend.records.get(record?.id ?? "")?.version, POLL).toBe(2);
  const now = script.backend.records.get(record?.id ?? "");
  expect(now?.events).toMatchObject([{ action: "giveCorrectionNotice", data: { items: ["住房证明"] } }]);
  expect(now?.derived.status).toBe("awaitingCorrection");
  await page.getByText("一次性告知已登记:住房证明").waitFor();
});

test("the due date and its days are those of the kernel's clock", async () => {
  const { page } = await openForm();
  await chooseMatter(page, "lnz");
  const due = page.locator("[data-due]");
  await due.getByText("2026-11-25").waitFor();
  await page.getByText("更多栏目").click();
  await field(page, "receivedAt").fill("2026-09-30T10:00");
  const expected = deadline(
    [{ type: "received", at: dateTime("2026-09-30T10:00:00+08:00") }],
    { workingDays: 3, receiveNextDay: false, closesAt: 1050, noticeWithin: 5, givenDueDate: null },
    chinaCalendar(),
  );
  expect(expected.dueDate).toBe("2026-10-10");
  await due.getByText(expected.dueDate ?? "").waitFor();
  await page.getByText("逐日说明").click();
  const days = page.locator(".trace li");
  expect(await days.count()).toBe(expected.trace.length);
  for (const [at, line] of expected.trace.entries()) {
    const text = await days.nth(at).innerText();
    expect(text).toContain(line.date.slice(5));
    expect(text).toContain(line.label.zh);
    if (line.source) expect(text).toContain(line.source.zh);
  }
});

test("a date past the calendar's last year is said to be provisional", async () => {
  const script = new FakeScript();
  script.backend.now = Date.parse("2026-12-31T10:00:00+08:00");
  const { page } = await openForm(script);
  await chooseMatter(page, "lnz");
  await page.getByText("暂定:放假通知还没有公布").waitFor();
});

test("a consultation takes three fields and is answered at once", async () => {
  const { script, page, keys } = await openForm();
  await chooseMatter(page, "flzx");
  await field(page, "content").waitFor();
  const asked = page.locator("form > [data-field]");
  expect(await asked.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-field")))).toEqual([
    "matter",
    "content",
    "visitor",
  ]);
  await field(page, "content").fill("问遗嘱怎么写;已答复");
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(record?.values).toMatchObject({ outcome: "answered", feedbackChannel: "inPerson" });
  expect(record?.values.completedAt).toBe(record?.values.receivedAt);
  expect(record?.derived).toMatchObject({ status: "fedBack", onTime: true });
  expect(script.backend.personal.get(record?.id ?? "")?.visitor).toBe("@anonymous");
});

test("a consultation that cannot be answered now stays open under a name", async () => {
  const { script, page, keys } = await openForm();
  await chooseMatter(page, "flzx");
  await page.getByRole("button", { name: "不能当场答复" }).click();
  await field(page, "visitor").fill("王五");
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(record?.derived.open).toBe(true);
});

test("a matter without names asks for none", async () => {
  const { script, page, keys } = await openForm();
  await field(page, "visitor").fill("不该留下的名字");
  await chooseMatter(page, "byyj");
  await page.getByText("本事项只计数、不记名").waitFor();
  expect(await page.locator('[data-field="visitor"], [data-field="content"]').count()).toBe(0);
  await matterBox(page).focus();
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(script.backend.personal.get(record?.id ?? "")).toEqual({ visitor: "@anonymous" });
});

test("a living service takes a fee with its receipt, and tells which is missing", async () => {
  const { script, page, keys } = await openForm();
  await chooseMatter(page, "ydsf");
  await field(page, "visitor").fill("赵六");
  await page.getByLabel("户号").check();
  await field(page, "feeInFen").fill("86.50");
  await keys.press("Enter");
  await page.getByText("收了费要填收据号").waitFor();
  await expect.poll(() => focusedField(page), POLL).toBe("receiptNumber");
  expect(callsOf(script, "saveRow")).toBe(0);
  await keys.type("NO-7");
  await page.getByLabel("当场办结并告知群众").check();
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(record?.values).toMatchObject({ feeInFen: 8650, receiptNumber: "NO-7", outcome: "done" });
});

test("Ctrl+Enter saves and stays: what is typed then changes the same case", async () => {
  const { script, page, keys } = await openForm();
  await chooseMatter(page, "hj");
  await field(page, "visitor").fill("钱七");
  await keys.press("Control+Enter");
  const [record] = await savedRecords(script);
  await page.getByText("已登记 2026-00001").waitFor();
  expect(await field(page, "visitor").inputValue()).toBe("钱七");
  await field(page, "phoneTail").fill("4321");
  await keys.press("Control+Enter");
  await expect.poll(() => script.backend.records.get(record?.id ?? "")?.version, POLL).toBe(2);
  expect(script.backend.personal.get(record?.id ?? "")?.phoneTail).toBe("4321");
  expect(script.backend.records.size).toBe(1);
  await page.getByRole("button", { name: "登记下一件", exact: true }).click();
  expect(await field(page, "visitor").inputValue()).toBe("");
});

test("the slip names number, matter, due date, hall and complaint telephone, and prints", async () => {
  const { page, keys } = await openForm();
  await chooseMatter(page, "lnz");
  await page.getByLabel("照片").check();
  await field(page, "visitor").fill("孙八");
  await keys.press("Enter");
  await page.getByRole("button", { name: "打印回执" }).click();
  const slip = await page.locator(".slip").innerText();
  for (const part of [
    "2026-00001",
    "老年证",
    "2026-11-25",
    "东风社区便民服务大厅",
    "000-12345",
    "3 个工作日",
  ]) {
    expect(slip).toContain(part);
  }
  expect(slip).not.toContain("孙八");
  await page.getByRole("button", { name: "打印", exact: true }).click();
  expect(await page.evaluate("window.printed")).toBe(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(false);
  expect(await page.locator(".slip").isVisible()).toBe(true);
});

test("the slip lists what is still to be brought", async () => {
  const { page, keys } = await openForm();
  await chooseMatter(page, "bzxzf");
  await field(page, "visitor").fill("周九");
  await keys.press("Enter");
  await page.getByRole("button", { name: "打印回执" }).click();
  const slip = page.locator(".slip");
  expect(await slip.locator("ol li").allInnerTexts()).toEqual(["收入证明", "住房证明"]);
  expect(await slip.innerText()).toContain("一次性告知");
});
