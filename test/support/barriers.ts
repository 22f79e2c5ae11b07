// What keeps people with other means of reading from a page: axe's serious and critical findings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** As JSON, `[]` for none: rule and first place of each. */
export async function barriers(page: Page): Promise<string> {
  await page.evaluate(AXE);
  const serious = "['serious', 'critical'].includes(impact)";
  const shown = "[id, String(nodes[0].target)]";
  const asked = `axe.run().then(({ violations }) => JSON.stringify(violations.filter(({ impact }) => ${serious}).map(({ id, nodes }) => ${shown})))`;
  return String(await page.evaluate(asked));
}
