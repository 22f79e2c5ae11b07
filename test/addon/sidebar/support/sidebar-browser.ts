// A browser in which the built sidebars run as in a spreadsheet: 300 px wide, with a script behind them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { buildSidebars, type SidebarName } from "../../../../addon/sidebar/build.ts";
import { startBrowser } from "../../../support/browser.ts";
import type { FakeScript } from "./fake-script.ts";

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

let built: Promise<ReadonlyMap<string, string>> | undefined;

/** Every sidebar's page by its path, built once for all files. */
async function buildPages(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sidebars-"));
  const names = Object.keys(await buildSidebars(folder));
  const pages = names.map((name): [string, string] => [
    `/${name}.html`,
    readFileSync(join(folder, `${name}.html`), "utf8"),
  ]);
  rmSync(folder, { recursive: true, force: true });
  return new Map(pages);
}

export async function startSidebarBrowser(): Promise<SidebarBrowser> {
  built ??= buildPages();
  const pages = await built;
  const browser = await startBrowser();
  return {
    async open(name, script, { clock } = { clock: false }) {
      const context = await browser.newContext({ viewport: { width: 300, height: 720 }, locale: "zh-CN" });
      await serve(context, pages);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      // Timers that the test moves itself.
      if (clock) await page.clock.install();
      await page.exposeFunction("askScript", (asked: string, args: string) => script.ask(asked, args));
      await page.addInitScript(BRIDGE);
      await page.goto(`${ORIGIN}/${name}.html`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Only the built files exist: whatever else a sidebar asked for would fail. */
async function serve(context: BrowserContext, pages: ReadonlyMap<string, string>): Promise<void> {
  await context.route("**/*", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const body = origin === ORIGIN ? pages.get(pathname) : undefined;
    if (body === undefined) return route.abort();
    return route.fulfill({ contentType: "text/html; charset=utf-8", body });
  });
}
