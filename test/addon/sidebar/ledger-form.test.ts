// A ledger that no sidebar knows: its form, its refusals and its rows follow from its definition alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import { callsOf, field, focusedField, POLL, savedRecords } from "./support/cases.ts";
import { PEOPLE } from "./support/fake-backend.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";
import { bookings } from "./support/toy-ledger.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

async function openForm() {
  const script = new FakeScript([bookings]);
  const page = await browser.open("case-form", script);
  await field(page, "member").waitFor();
  return { script, page, keys: page.keyboard };
}

test("every kind of field has its control, its label and its mark when it is required", async () => {
  const { page } = await openForm();
  const drawn = page.locator("form > [data-field]");
  const ids = await drawn.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-field")));
  expect(ids).toEqual(Object.keys(bookings.fields));
  const kinds: Record<string, string> = {
    playedOn: "date",
    startsAt: "datetime-local",
    member: "text",
    note: "textarea",
    tail: "text",
    players: "text",
    fee: "text",
    court: "select-one",
    lights: "checkbox",
    rackets: "textarea",
    trainer: "select-one",
  };
  for (const [id, kind] of Object.entries(kinds)) {
    expect(await field(page, id).evaluate((node) => Reflect.get(node, "type")), id).toBe(kind);
    const required = bookings.fields[id]?.required === true;
    expect(await field(page, id).getAttribute("aria-required"), id).toBe(String(required));
  }
  for (const { label, kind } of Object.values(bookings.fields)) {
    // A list of checks is a group of controls with that name.
    if (kind === "checklist") continue;
    expect(await page.getByLabel(new RegExp(`^${label.zh}( \\*)?$`)).count(), label.zh).toBe(1);
  }
  expect(await field(page, "playedOn").inputValue()).toBe("2026-11-20");
});

test("a row of every kind of value is stored in canonical form", async () => {
  const { script, page, keys } = await openForm();
  const typed: Record<string, string> = {
    startsAt: "2026-11-20T18:30",
    member: "李娜",
    note: "自带球",
    tail: "0012",
    players: "2",
    fee: "45.5",
    rackets: "红拍\n蓝拍",
  };
  for (const [id, text] of Object.entries(typed)) await field(page, id).fill(text);
  await field(page, "trainer").selectOption({ label: PEOPLE.second.name });
  await page.getByRole("combobox", { name: "球网" }).selectOption({ label: "合格" });
  await page.getByRole("combobox", { name: "线" }).selectOption({ label: "不合格" });
  await page.getByRole("textbox", { name: "线 说明" }).fill("北侧磨掉了");
  const file = (name: string, text: string) => ({
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from(text),
  });
  const input = page.locator('[data-field="papers"] input[type=file]');
  await input.setInputFiles(file("收据.pdf", "%PDF-1.7 receipt"));
  await page.getByRole("button", { name: "移除 收据.pdf" }).waitFor();
  await input.setInputFiles(file("程序.pdf", "MZ"));
  await page.getByText("这种文件不能上传。").waitFor();
  await field(page, "court").selectOption({ label: "小场" });
  await field(page, "lights").check();
  await field(page, "players").focus();
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  expect(record?.values).toEqual({
    playedOn: "2026-11-20",
    startsAt: "2026-11-20T18:30:00+08:00",
    member: "李娜",
    note: "自带球",
    tail: "0012",
    players: 2,
    fee: 4550,
    court: "small",
    lights: true,
    rackets: ["红拍", "蓝拍"],
    trainer: PEOPLE.second.id,
    checks: [
      { item: "net", ok: true },
      { item: "lines", ok: false, note: "北侧磨掉了" },
    ],
    papers: [{ key: expect.any(String), name: "收据.pdf", type: "application/pdf", bytes: 16 }],
  });
  await page.getByText("已登记 2026-00001").waitFor();
});

test("what fields refuse is told before anything is sent", async () => {
  const { script, page } = await openForm();
  await field(page, "member").fill("一二三四五六七八九十十一");
  await field(page, "players").fill("9");
  await page.getByRole("button", { name: "保存并登记下一件" }).click();
  await page.getByText("“会员”最多 10 个字,现有 12 个").waitFor();
  await page.getByText("“人数”应为 1 到 4 之间的数。").waitFor();
  await page.getByText("请填写“场地”。").waitFor();
  await expect.poll(() => focusedField(page), POLL).toBe("member");
  expect(callsOf(script, "saveRow")).toBe(0);
});

test("what the ledger's own rules refuse stands at its field, with the focus there", async () => {
  const { script, page, keys } = await openForm();
  await field(page, "member").fill("郑洁");
  await field(page, "players").fill("4");
  await field(page, "court").selectOption("small");
  await field(page, "players").focus();
  await keys.press("Enter");
  await page.locator('[data-field="court"]').getByText("双打要选大场").waitFor();
  await expect.poll(() => focusedField(page), POLL).toBe("court");
  expect(script.backend.records.size).toBe(0);
  await field(page, "court").selectOption("large");
  await field(page, "players").focus();
  await keys.press("Enter");
  await savedRecords(script);
});

test("its rows are shown and take their steps without any code of their own", async () => {
  const { script, page, keys } = await openForm();
  await field(page, "member").fill("彭帅");
  await field(page, "players").fill("2");
  await field(page, "court").selectOption("small");
  await field(page, "players").focus();
  await keys.press("Enter");
  const [record] = await savedRecords(script);
  script.selected = { ledger: "bookings", id: record?.id ?? "" };
  const row = await browser.open("case", script);
  await row.getByText("已预订").waitFor();
  expect(await row.locator(".values").innerText()).toContain("小场");
  await row.getByRole("button", { name: "打完" }).click();
  await field(row, "sets").fill("3");
  await row.keyboard.press("Enter");
  await row.getByText("已登记:打完").waitFor();
  await row.getByText("已打球").waitFor();
});

test("a row of an accepted month is asked its reason in the form, and saved with it", async () => {
  const { script, page, keys } = await openForm();
  script.lockedMonth = true;
  for (const [id, text] of Object.entries({ startsAt: "2026-10-20T18:30", member: "李娜", players: "2" })) {
    await field(page, id).fill(text);
  }
  await field(page, "court").selectOption({ index: 1 });
  await page.getByRole("button", { name: "保存并登记下一件" }).click();
  const reason = page.getByLabel(/更改已验收月份的理由/);
  await reason.waitFor();
  await expect.poll(() => focusedField(page), POLL).toBe("changeReason");
  await keys.type("补录漏登的一场");
  await keys.press("Enter");
  await savedRecords(script);
  expect([...script.reasons.values()]).toEqual(["补录漏登的一场"]);
});
