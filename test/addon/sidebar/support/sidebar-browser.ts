// A browser in which the built sidebars run as in a spreadsheet: 300 px wide, with a script behind them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { buildSidebars, type SidebarName } from "../../../../addon/sidebar/build.ts";
import type { FakeScript } from "./fake-script.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `google.script.run` as a browser sees it; JSON both ways, as at Google. */
const BRIDGE = `
  const runner = (good, bad) => new Proxy({}, { get(_, name) {
    if (name === "withSuccessHandler") return (handler) => runner(handler, bad);
    if (name === "withFailureHandler") return (handler) => runner(good, handler);
    return (...args) => {
      window.askScript(name, JSON.stringify(args)).then((text) => good(JSON.parse(text)), bad);
    };
  } });
  window.google = { script: { run: runner(() => {}, () => {}) } };
  window.print = () => { window.printed = (window.printed ?? 0) + 1; };
`;

export const ORIGIN = "http://sidebar.test";

export interface SidebarBrowser {
  /** A tab with a sidebar in it; its storage is its own. */
  open(name: SidebarName, script: FakeScript, options?: { readonly clock: boolean }): Promise<Page>;
  close(): Promise<void>;
}

export async function startSidebarBrowser(): Promise<SidebarBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "sidebars-"));
  await buildSidebars(folder);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  return {
    async open(name, script, { clock } = { clock: false }) {
      const context = await browser.newContext({ viewport: { width: 300, height: 720 }, locale: "zh-CN" });
      await serve(context, folder);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      // Timers that the test moves itself.
      if (clock) await page.clock.install();
      await page.exposeFunction("askScript", (asked: string, args: string) => script.ask(asked, args));
      await page.addInitScript(BRIDGE);
      await page.goto(`${ORIGIN}/${name}.html`);
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Only the built files exist: whatever else a sidebar asked for would fail. */
async function serve(context: BrowserContext, folder: string): Promise<void> {
  await context.route("**/*", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: readFileSync(join(folder, pathname), "utf8"),
    });
  });
}
