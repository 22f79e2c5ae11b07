// The pages in a real browser: accessible, by keyboard, within the window, under their own policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { startBrowser, type TestBrowser } from "../../support/browser.ts";
import { emailOf, type World } from "../../support/world.ts";
import { createFilledWorld, type FilledWorld } from "./filled-world.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const Findings = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), targets: z.array(z.string()) }),
);

let world: World;
let ids: FilledWorld["ids"];
let browser: TestBrowser;
let home: string;
beforeAll(async () => {
  ({ world, ids } = await createFilledWorld());
  home = world.deps.publicUrl;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A window of its own; what the browser complains about (a style or script that it blocked) is collected. */
async function openWindow(width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

async function seriousFindings(page: Page): Promise<z.infer<typeof Findings>> {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact: impact ?? null, targets: nodes.map(({ target }) => String(target)) })))",
  );
  return Findings.parse(found).filter(({ impact }) => impact === "serious" || impact === "critical");
}

function overflow(page: Page): Promise<unknown> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

describe.each([
  [1440, "zh"],
  [360, "zh"],
  [360, "en"],
])("at %i pixels in %s", (width, language) => {
  test("pages are accessible, stay within the window and obey their own policy", async () => {
    const { page, complaints } = await openWindow(width);
    await page.goto(`${home}/?lang=${language}`);
    expect([await seriousFindings(page), await overflow(page)]).toEqual([[], 0]);
    await page.goto(`${home}/sign-in?login_hint=${emailOf("admin")}`);
    const paths = [
      "/centre/months/2026-11",
      "/centre/months/2025-01",
      "/centre/rows?ledger=cases&period=2026-11&figure=onTimeRate",
      "/centre/years/2026",
      "/centre/trends",
      "/centre/compare",
      "/centre/overdue",
      "/halls/east",
      `/halls/east/ledgers/cases/records/${ids.extended}`,
      `/halls/east/ledgers/cases/records/${ids.hostile}`,
    ];
    for (const path of paths) {
      await page.goto(`${home}${path}`);
      expect([path, await seriousFindings(page), await overflow(page)]).toEqual([path, [], 0]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test("by keyboard: the first stop skips to the content, and a figure opens its rows", async () => {
  const { page } = await openWindow(1200);
  await page.goto(`${home}/sign-in?login_hint=${emailOf("director")}`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  await page.locator("[data-table=halls] tfoot a[data-figure=received]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/centre/rows**");
  expect(await page.locator("tr[data-row]").count()).toBe(18);
  await page.context().close();
});

test("heads of tables and names of rows stay in sight while scrolling", async () => {
  const { page } = await openWindow(360);
  await page.goto(`${home}/sign-in?login_hint=${emailOf("director")}`);
  const frame = page.locator("section.scroll").first();
  await frame.evaluate("(element) => { element.scrollLeft = 300; }");
  const [outer, name] = [await frame.boundingBox(), await frame.locator("tbody th").first().boundingBox()];
  expect(Math.round((name?.x ?? 0) - (outer?.x ?? 0))).toBeLessThanOrEqual(1);
  await page.context().close();
});

test("the real browser's forms pass their own checks: unmasking and signing out", async () => {
  const { page } = await openWindow(1200);
  await page.goto(`${home}/`);
  await page.getByRole("link", { name: "测试admin" }).click();
  await page.goto(`${home}/halls/east/ledgers/cases/records/${ids.overdue}`);
  expect(await page.content()).not.toContain("张三丰");
  await page.getByLabel("查看理由").fill("核实投诉");
  await page.getByRole("button", { name: "查看完整个人信息" }).click();
  await page.getByText("张三丰").first().waitFor();
  await page.getByRole("button", { name: "退出", exact: true }).click();
  await page.getByRole("heading", { name: "选择以谁的身份登录" }).waitFor();
  await page.goto(`${home}/centre/months/2026-11`);
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});
