// A sidebar as everybody needs it: nothing that axe calls serious, and nothing cut off at 300 px.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../../../support/barriers.ts";

export async function expectSound(page: Page): Promise<void> {
  expect(await barriers(page)).toBe("[]");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(300);
}
