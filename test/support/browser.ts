// The machine's Chromium for browser tests: started once, and for each file as if it were its own.
import { type Browser, type BrowserContext, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What a file has of it. A context shares nothing with another: cookies, storage, workers and caches are its own. */
export interface TestBrowser extends Pick<Browser, "newContext"> {
  /** Closes what this file has opened. */
  close(): Promise<void>;
}

let running: Promise<Browser> | undefined;

/** Ends with the process of the tests; one that has died is replaced. */
async function chromiumOfThisRun(): Promise<Browser> {
  running ??= chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: flags });
  const browser = await running;
  if (browser.isConnected()) return browser;
  running = undefined;
  return chromiumOfThisRun();
}

export async function startBrowser(): Promise<TestBrowser> {
  const browser = await chromiumOfThisRun();
  const opened: BrowserContext[] = [];
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      return context;
    },
    close: async () => {
      await Promise.all(opened.splice(0).map((context) => context.close()));
    },
  };
}
