// A day off in a real browser: asked for, covered, approved by the right tier, on the sheet, and on the board.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, type TestBrowser } from "../../support/browser.ts";
import { createWorld, emailOf, type World } from "../../support/world.ts";

let world: World;
let browser: TestBrowser;
beforeAll(async () => {
  world = await createWorld(() => ({}), {
    leader: { grants: [{ role: "supervisingLeader", centre: "test-centre" }] },
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function as(who: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${world.deps.publicUrl}/sign-in?login_hint=${emailOf(who)}`);
  await page.goto(`${world.deps.publicUrl}${path}`);
  return page;
}

/** Opens a step's form, sends it as it is offered, and waits for the page that no longer offers it. */
async function take(page: Page, action: string): Promise<void> {
  const form = page.locator(`[data-step="${action}"]`);
  await form.locator("summary").click();
  await form.locator("button[type=submit]").click();
  await form.waitFor({ state: "detached" });
}

test("leave with cover, from the request to the whereabouts board", async () => {
  // Friday 20 November, 15:00.
  const clerk = await as("clerk", "/halls/east/ledgers/leave-requests/new");
  expect(await clerk.locator("[data-field=nextApprover]").count()).toBe(0);
  const form = clerk.locator("form:has([name=fromDay])");
  await form.locator("[name=person]").selectOption("p-clerk");
  await form.locator("[name=type]").selectOption("personal");
  await form.locator("[name=reason]").fill("家中有急事");
  await form.locator("[name=fromDay]").fill("2026-11-20");
  await form.locator("[name=toDay]").fill("2026-11-20");
  await form.locator("[name=cover]").selectOption("p-clerk");
  await form.locator("[name=lateReason]").fill("来不及事前办理");
  await form.locator("button[type=submit]").click();
  // D2 一(五): nobody covers for themselves; what was typed is still there.
  expect(await clerk.locator("[data-field=cover]").innerText()).toContain("D2 一(五)");
  expect(await form.locator("[name=reason]").inputValue()).toBe("家中有急事");
  await form.locator("[name=cover]").selectOption("p-clerk2");
  await form.locator("button[type=submit]").click();
  await clerk.waitForURL(/\/records\//);
  const address = new URL(clerk.url()).pathname;
  expect(await clerk.locator("[data-step=approve], [data-step=consent]").count()).toBe(0);

  const cover = await as("clerk2", address);
  await take(cover, "consent");
  // D3 一2: a day is the supervising leader's, and not the hall head's.
  const head = await as("head", address);
  expect(await head.locator("[data-step=approve]").count()).toBe(0);
  const leader = await as("leader", address);
  await take(leader, "approve");
  expect(await leader.locator("main").innerText()).toContain("已批准");

  await head.goto(`${world.deps.publicUrl}/halls/east/attendance`);
  await head.locator("form[action$='/draft'] button").click();
  const line = (person: string) => head.locator(`tr[data-person="${person}"]`);
  expect(await line("p-clerk").locator("select").first().inputValue()).toBe("leave");
  await line("p-clerk2").locator("input[type=time]").first().fill("09:40");
  await head.locator("form button[type=submit]").last().click();
  expect(await line("p-clerk").locator("[data-half=morning]").innerText()).toBe("请假");
  expect(await line("p-clerk2").locator("td").last().innerText()).toMatch(/待说明.*迟到/s);

  await head.goto(`${world.deps.publicUrl}/halls/east/whereabouts`);
  const state = (person: string) => line(person).locator("[data-state]").getAttribute("data-state");
  expect(await state("p-clerk")).toBe("onLeave");
  expect(await state("p-clerk2")).toBe("atPost");
  expect(await line("p-clerk").innerText()).toContain("测试clerk2");
  expect(await line("p-clerk2").locator("td").last().innerText()).toBe("测试clerk");
  await head.goto(`${world.deps.publicUrl}/halls/east/leave-calendar?month=2026-11`);
  expect(await line("p-clerk").locator("[data-day='2026-11-20']").innerText()).toBe("假");
  expect(await line("p-clerk2").locator("[data-day='2026-11-20']").innerText()).toBe("顶");
});
