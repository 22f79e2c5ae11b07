// The sync sidebar: state, conflicts side by side, missing rows, repairs, receipts, and errors with their remedy.
import { afterAll, beforeAll, expect, test } from "vitest";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { addCase, callsOf, POLL, recordOf } from "./support/cases.ts";
import { PEOPLE } from "./support/fake-backend.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

/** The same cell changed here and elsewhere. */
function conflictOn(script: FakeScript): string {
  const id = addCase(script);
  script.changeElsewhere(id, { channel: "phone" });
  const values = { channel: "internet" };
  script.typed.set(id, { ledger: "cases", id, baseVersion: 1, action: "upsert", values });
  return id;
}

test("a conflict shows both sides, and mine can be kept", async () => {
  const script = new FakeScript();
  const id = conflictOn(script);
  const page = await browser.open("sync", script);
  const row = page.locator(".conflict tbody tr");
  await row.waitFor();
  expect((await row.innerText()).replace(/\s+/g, " ")).toBe("来访方式 ≠ 不同 网络 电话");
  const serial = recordOf(script, id).serial;
  await page.getByRole("button", { name: `保留我的 ${serial}` }).click();
  await page.getByText("全部一致,没有要处理的。").waitFor();
  expect(recordOf(script, id).values.channel).toBe("internet");
});

test("theirs can be taken, and then nothing is written", async () => {
  const script = new FakeScript();
  const id = conflictOn(script);
  const page = await browser.open("sync", script);
  await page.getByRole("button", { name: /采用对方的/ }).click();
  await page.getByText("全部一致,没有要处理的。").waitFor();
  expect(recordOf(script, id)).toMatchObject({ version: 2, values: { channel: "phone" } });
});

test("a row gone from the sheet is put back, or voided with a reason only", async () => {
  const script = new FakeScript();
  script.user = PEOPLE.head;
  const [back, gone] = [addCase(script), addCase(script)];
  script.missing.add(back).add(gone);
  const page = await browser.open("sync", script);
  await page.getByRole("button", { name: `放回表格 ${recordOf(script, back).serial}` }).click();
  await expect.poll(() => script.missing.has(back), POLL).toBe(false);
  const row = page.locator(`[data-row="${gone}"]`);
  await row.getByRole("button", { name: /作废/ }).click();
  await row.getByText("作废要写明理由。").waitFor();
  expect(callsOf(script, "settleMissing")).toBe(1);
  await row.getByLabel("作废理由").fill("重复");
  await row.getByRole("button", { name: /作废/ }).click();
  await page.getByText("全部一致,没有要处理的。").waitFor();
  expect(recordOf(script, gone).voided?.reason).toBe("重复");
});

test("refused rows are something to be done, and the sidebar says what", async () => {
  const script = new FakeScript();
  const message = { zh: "请填写“服务事项”。", en: "Service item is required." };
  script.refused = [{ id: "r1", serial: "临-0001", problems: [{ code: "required", message }] }];
  const page = await browser.open("sync", script);
  await page.getByText("被退回的行标成了红色").first().waitFor();
  expect(await page.locator('[data-row="r1"] p').first().innerText()).toBe("临-0001 请填写“服务事项”。");
  expect(await page.locator('[data-row="r1"] input').count()).toBe(0);
  expect(await page.getByText("全部一致,没有要处理的。").count()).toBe(0);
});

test("a row of an accepted month goes through with a reason, and not without", async () => {
  const script = new FakeScript();
  const problems = [periodProblems.month_locked({ month: "2026-10", field: "reason" })];
  script.refused = [{ id: "r1", serial: "2026-00001", problems }];
  const page = await browser.open("sync", script);
  const row = page.locator('[data-row="r1"]');
  await row.getByText("请写明更正理由再提交").waitFor();
  await row.getByRole("button", { name: "写明理由并报送 2026-00001" }).click();
  await row.getByText("请写明理由(至少两个字)。").waitFor();
  expect(callsOf(script, "giveReason")).toBe(0);
  await row.getByLabel("更改已验收月份的理由").fill("录错了日期");
  await row.getByRole("button", { name: /^写明理由并报送/ }).click();
  await page.getByText("全部一致,没有要处理的。").waitFor();
  expect([...script.reasons]).toEqual([["r1", "录错了日期"]]);
});

test("repairs show what stood there before and what stands there now", async () => {
  const script = new FakeScript();
  const what = { zh: "下拉被粘贴覆盖,已恢复", en: "a drop-down was pasted over and is restored" };
  script.repairs = [{ place: "办件台账!F7", what, before: "自由文本", after: "下拉" }];
  const page = await browser.open("sync", script);
  const repair = page.locator(".repairs li");
  await repair.waitFor();
  expect((await repair.innerText()).replace(/\s+/g, " ")).toBe(
    "办件台账!F7 下拉被粘贴覆盖,已恢复 原来 自由文本 → 现在 下拉",
  );
});

test("syncing says that it is under way, runs once, and sends what waited", async () => {
  const script = new FakeScript();
  script.online = false;
  const id = "7b0c3f5e-0000-4000-8000-000000000001";
  const values = { receivedAt: "2026-11-20T09:00", matter: "senior-card", visitor: "张三", acceptedBy: "李" };
  script.saveRow({ ledger: "cases", id, baseVersion: 0, action: "upsert", values });
  const page = await browser.open("sync", script);
  await page.getByRole("alert").getByText("连不上中心;请稍后再试。").waitFor();
  script.online = true;
  const release = script.hold();
  const button = page.getByRole("button", { name: "立即同步" });
  await button.dblclick();
  await page.getByText("正在同步").waitFor();
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  release();
  await page.getByText("全部一致,没有要处理的。").waitFor();
  expect(callsOf(script, "sync")).toBe(1);
  expect(recordOf(script, id).serial).toBe("2026-00001");
});

test("an open sidebar syncs by itself after somebody has typed, and only then", async () => {
  const script = new FakeScript();
  const page = await browser.open("sync", script, { clock: true });
  await page.getByText("上次同步").waitFor();
  await page.clock.runFor(125_000);
  await expect.poll(() => callsOf(script, "syncState"), POLL).toBe(2);
  expect(callsOf(script, "sync")).toBe(0);
  script.editedAt = "2026-11-20T15:01:00+08:00";
  await page.clock.runFor(125_000);
  await expect.poll(() => callsOf(script, "sync"), POLL).toBe(1);
});
