// The whole product on this machine, as `npm start` gives it to a newcomer, and browsers to use it with.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findFreePort } from "../../../infra/local/free-port.ts";
import { startLocal } from "../../../infra/local/start.ts";
import { startBrowser } from "../../support/browser.ts";

/** Several programs share two cores here: a condition may take long to come true. */
const PATIENCE_MS = 60_000;

const PICTURES = fileURLToPath(new URL("../../../.github/pictures/", import.meta.url));

export interface Product {
  readonly url: string;
  /** A window of somebody's own: nothing is shared with other windows. */
  openWindow(): Promise<Page>;
  stop(): Promise<void>;
}

export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "hall-ledger-day-"));
  const port = await findFreePort();
  const local = await startLocal({ port, dataDir: folder, seed: "empty", quiet: true });
  const browser = await startBrowser();
  return {
    url: local.url,
    openWindow: async () => {
      const context = await browser.newContext({
        viewport: { width: 1360, height: 800 },
        locale: "zh-CN",
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      return page;
    },
    stop: async () => {
      await browser.close();
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Keeps what a window shows for the README, when somebody asks for pictures. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.KEEP_PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
