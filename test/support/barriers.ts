// What keeps people with other means of reading from a page: axe's serious and critical findings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * As JSON, `[]` for none: rule and first place of each; also where axe found nothing to look at.
 *
 * @param except a selector of what is not ours, such as a spreadsheet's own drawing
 */
export async function barriers(page: Page, except = ""): Promise<string> {
  await page.evaluate(AXE);
  const serious = "['serious', 'critical'].includes(impact)";
  const shown = "[id, String(nodes[0].target)]";
  const context = except ? JSON.stringify({ include: ["html"], exclude: [except] }) : "document";
  const asked = `axe.run(${context}).then(({ passes, violations }) => JSON.stringify(
    passes.length < 5 ? ['nothing was looked at'] : violations.filter(({ impact }) => ${serious}).map(({ id, nodes }) => ${shown})))`;
  return String(await page.evaluate(asked));
}
