// A small hall in a real browser: its world, windows of its people, forms filled in and steps taken as a person does.
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { HALL_PEOPLE } from "../../conformance/hall-people.ts";
import { startBrowser } from "../../support/browser.ts";
import { batch, createWorld, emailOf } from "../../support/world.ts";

/** Where to leave pictures and files for somebody who wants to look. */
const PICTURES = process.env.HALL_LEDGER_PICTURES;

export type HallInBrowser = Awaited<ReturnType<typeof openHall>>;

export async function openHall() {
  const world = await createWorld(() => ({ realNow: Date.now }), HALL_PEOPLE);
  const browser = await startBrowser();
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  return {
    world,
    /** The address of a ledger of the hall. */
    at: (ledger: string) => `${world.deps.publicUrl}/halls/east/ledgers/${ledger}`,
    /** As on a phone at the window, unless it is wider. */
    async signedIn(who: string, width = 390): Promise<Page> {
      const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "zh-CN" });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${world.deps.publicUrl}/sign-in?login_hint=${emailOf(who)}`);
      return page;
    },
    /** Enters a row through the API, as somebody did before; its number. */
    async enter(ledger: string, values: object, who: string): Promise<string> {
      const { body } = await world.post<SyncAnswer>(
        `/v1/halls/east/ledgers/${ledger}/sync`,
        batch([{ id: randomUUID(), baseVersion: 0, action: "upsert", values }]),
        who,
      );
      expect(body.results[0]?.status, JSON.stringify(body.results)).toBe("accepted");
      return body.results[0]?.serial ?? "";
    },
    async close(): Promise<void> {
      await browser.close();
      await world.close();
    },
  };
}

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存" }).click();
}

/** What the form says beside a field. */
export function problemAt(where: Page | Locator, field: string): Promise<string> {
  return where.locator(`[data-field="${field}"] .field-problem`).innerText();
}

/** Opens a step's form, fills in what is given by field, and sends it. */
export async function take(
  page: Page,
  action: string,
  given: Readonly<Record<string, string>>,
): Promise<void> {
  const step = page.locator(`[data-step="${action}"]`);
  if ((await step.getAttribute("open")) === null) await step.locator("summary").click();
  for (const [field, value] of Object.entries(given)) {
    const control = step.locator(`[name="${field}"]`);
    const isSelect = (await step.locator(`select[name="${field}"]`).count()) > 0;
    await (isSelect ? control.selectOption(value) : control.fill(value));
  }
  await step.locator("button[type=submit]").click();
}

export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

export function keepFile(name: string, bytes: Uint8Array): void {
  if (PICTURES) writeFileSync(`${PICTURES}/${name}`, bytes);
}

export async function staysWithinTheWindow(page: Page): Promise<void> {
  expect(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  ).toBe(0);
}
