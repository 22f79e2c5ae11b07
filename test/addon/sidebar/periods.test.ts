// Signing, confirming and submitting in the sidebar: a real browser, the built script in the host, the real app behind.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Who } from "../../support/world.ts";
import { type AddonBench, openAddonBench } from "../support/addon-bench.ts";
import { typeCase } from "../support/case-sheet.ts";
import { expectSound } from "./support/expect-sound.ts";
import { FakeScript } from "./support/fake-script.ts";
import type { PeriodsApp } from "./support/period-calls.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let bench: AddonBench;
let browser: SidebarBrowser;
beforeAll(async () => {
  [bench, browser] = await Promise.all([openAddonBench(), startSidebarBrowser()]);
  await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
  // One case is taken, one is refused and waits in the sheet to be mended.
  typeCase(bench, 1, { visitor: "张三丰" });
  typeCase(bench, 2, { matter: "没有这个事项" }, { force: true });
  await bench.good("sync", [], "clerk");
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bench.close();
});

function open(who: Who): Promise<Page> {
  const app: PeriodsApp = (name, given) => {
    const args = given === undefined ? [] : [given];
    // What the page sends is checked by the script itself.
    return bench.host
      .call({ workbookId: bench.workbookId, email: `${who}@example.test` }, name, JSON.stringify(args))
      .then((result) => (result.ok ? JSON.parse(result.json ?? "null") : Promise.reject(result)));
  };
  return browser.open("periods", new FakeScript(undefined, app));
}

const stored = async (rule: string, period: string) =>
  (
    await bench.world.get<{
      state: string | null;
      events: { action: string; by: string; data: Record<string, unknown> }[];
    }>(`/v1/halls/east/periods/${rule}/${period}`, "head")
  ).body;

test("the head signs several days at once, with a note and what still waits in the sheet on record", async () => {
  const page = await open("head");
  const days = page.locator('[data-group="days"] input[type=checkbox]');
  await days.first().waitFor();
  // The present day is not over; the latest that can be signed is yesterday.
  expect(await days.first().inputValue()).toBe("2026-11-19");
  await expectSound(page);
  for (const box of (await days.all()).slice(2)) await box.uncheck();
  await page.getByLabel("说明(可不填)").fill("外出归来补签");
  await page.getByRole("button", { name: "签认所选 (2)" }).click();
  await page
    .getByText("已办:2026-11-18, 2026-11-19")
    .or(page.getByText("已办:2026-11-19, 2026-11-18"))
    .waitFor();
  const { state, events } = await stored("daily-summary", "2026-11-19");
  expect([state, events.at(-1)]).toEqual([
    "signed",
    expect.objectContaining({
      by: "p-head",
      data: expect.objectContaining({ note: "外出归来补签", pendingRows: 0, refusedRows: 1 }),
    }),
  ]);
  expect((await stored("daily-summary", "2026-11-17")).state).toBeNull();
});

test("a week is confirmed once each finding has an owner and a date, or the reason why it is none", async () => {
  const page = await open("head");
  await page.getByRole("button", { name: /每周督查 2026-W47/ }).click();
  const findings = page.locator("fieldset.finding:not(.rest)");
  await findings.first().waitFor();
  await expectSound(page);
  const legends = await findings.locator("legend").allTextContents();
  expect(legends).toEqual([
    "2026-W47 没有登记全面检查(D2 二(三)“全面检查每周不少于一次”)",
    "2026-11-16 每日汇总未签认",
    "2026-11-17 每日汇总未签认",
    "另外发现的问题(可不填)",
  ]);
  await page.getByRole("button", { name: "确认本周督查" }).click();
  await page.getByText(/还没有责任人和整改期限/).waitFor();
  expect((await stored("weekly-supervision", "2026-W47")).state).toBeNull();
  await findings.nth(2).getByLabel("或:不列为问题的理由").fill("停电,已说明");
  // What nothing was said about takes one owner and one date.
  const rest = page.locator("fieldset.rest");
  await rest.getByLabel("责任人").fill("李四");
  await rest.getByLabel("整改期限").fill("2026-11-24");
  await rest.getByRole("button", { name: "填入未填的各条" }).click();
  for (const [at, owner] of ["李四", "李四", ""].entries()) {
    expect(await findings.nth(at).getByLabel("责任人").inputValue()).toBe(owner);
  }
  await page.getByRole("button", { name: "确认本周督查" }).click();
  await page.getByText("已办:2026-W47").waitFor();
  const { state, events } = await stored("weekly-supervision", "2026-W47");
  expect(state).toBe("confirmed");
  expect(events.at(-1)?.data).toMatchObject({
    findings: ["noFullCheck/2026-W47", "unsigned/2026-11-16"],
    dismissed: ["unsigned/2026-11-17:停电,已说明"],
  });
});

test("a month is looked at and submitted; when it comes back its author sees why", async () => {
  const page = await open("head");
  await page.getByRole("button", { name: /每月上报 2026-10/ }).click();
  await page.getByText(/还有没签认的日子/).waitFor();
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await page.getByText("已办:2026-10").waitFor();
  expect((await stored("monthly-report", "2026-10")).state).toBe("submitted");
  const back = { periods: ["2026-10"], reason: "漏登一件" };
  await bench.world.post("/v1/halls/east/periods/monthly-report/return", back, "admin");
  const again = await open("head");
  await again.getByRole("button", { name: /每月上报 2026-10/ }).click();
  await again.getByText("被中心退回,理由:漏登一件").waitFor();
});

test("a clerk is offered nothing to sign, and is told whose it is", async () => {
  const page = await open("clerk");
  await page.getByRole("button", { name: /每月上报 2026-10/ }).click();
  await page.getByText("由大厅负责人或代理人办理。").waitFor();
  expect(await page.locator("input").count()).toBe(0);
});

test("without the backend it says so, and nothing is lost", async () => {
  const page = await browser.open("periods", new FakeScript());
  await page.getByText("连不上中心").waitFor();
});
