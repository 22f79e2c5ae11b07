// Drives an open spreadsheet page in a browser test: cells are painted on a canvas, so they are found by address.
import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";

/** How long a condition may take to come true. */
const patienceMs = 20_000;

/** Asks again until the condition holds; throws with what was seen last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  holds: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let seen: string;
    try {
      const value = await ask();
      if (holds(value)) return value;
      seen = JSON.stringify(value);
    } catch (error) {
      seen = String(error);
    }
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}; last seen ${seen}`);
    await pause(50);
  }
}

export class SpreadsheetDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the workbook as a person and waits until it is shown. */
  async open(baseUrl: string, workbookId: string, email: string): Promise<void> {
    await this.page.goto(`${baseUrl}/workbooks/${workbookId}?user=${encodeURIComponent(email)}`);
    await this.page.waitForFunction("Number(document.body.dataset.loaded ?? 0) > 0");
    await until(
      "the sheet is painted",
      () => this.pointOf("A1"),
      ({ x, y }) => x > 0 && y > 0,
    );
  }

  /** A cell's rectangle in the viewport, wherever that is. */
  boxOf(address: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.ask("boxOf", address);
  }

  /** Middle of a cell; scrolls there when it is out of sight. */
  async pointOf(address: string): Promise<{ x: number; y: number }> {
    const size = this.page.viewportSize() ?? { width: 1280, height: 720 };
    // Headers above and left of the cells, tabs below them.
    const isInSight = ({ x, y }: { x: number; y: number }): boolean =>
      x > 40 && y > 170 && x < size.width - 60 && y < size.height - 60;
    const box = await this.boxOf(address);
    if (!isInSight(box)) await this.ask("reveal", address);
    const { x, y, width, height } = await until(
      `${address} is in sight`,
      () => this.boxOf(address),
      isInSight,
    );
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Selects a cell without the mouse: Univer takes two quick clicks anywhere for one double click. */
  async select(address: string): Promise<void> {
    await this.ask("select", address);
    await until(
      `${address} is selected`,
      () => this.ask<boolean>("isReadyToType", address),
      (isReady) => isReady,
    );
  }

  /** Clicks a cell with the mouse. */
  async click(address: string): Promise<void> {
    const { x, y } = await this.pointOf(address);
    await this.page.mouse.click(x, y);
  }

  /**
   * Selects the cell, types, and presses Enter.
   * A formula comes in at once after its sign: Univer suggests functions a moment after a key, and a suggestion
   * that is still open would take the Enter.
   */
  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    const { keyboard } = this.page;
    if (text.startsWith("=")) {
      await keyboard.type("=");
      await keyboard.insertText(text.slice(1));
    } else {
      await keyboard.type(text);
    }
    await keyboard.press("Enter");
  }

  textOf(address: string): Promise<string> {
    return this.ask("textOf", address);
  }

  /** Waits until a cell shows a text. */
  async expectText(address: string, text: string): Promise<void> {
    await until(
      `${address} shows ${text}`,
      () => this.textOf(address),
      (shown) => shown === text,
    );
  }

  activeSheet(): Promise<string> {
    return this.ask("activeSheet");
  }

  sheetNames(): Promise<string[]> {
    return this.ask("sheetNames");
  }

  openSheet(name: string): Promise<void> {
    return this.ask("openSheet", name);
  }

  /** Chooses from the menu bar: the menu's label, then the items down to the one to run. */
  async menu(menu: string, ...items: string[]): Promise<void> {
    await this.page.getByRole("menubar").getByRole("menuitem", { name: menu, exact: true }).click();
    for (const item of items) {
      await this.page
        .locator("#host-menus .host-menu")
        .getByRole("menuitem", { name: item, exact: true })
        .click();
    }
  }

  /** The frame inside the sidebar. */
  async sidebar(): Promise<Frame> {
    const handle = await this.page.locator("#host-sidebar iframe").elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error("No sidebar is open");
    return frame;
  }

  /** Text of the newest toast. */
  async toast(): Promise<string> {
    const texts = await this.page.locator(".host-toast").allInnerTexts();
    return texts.at(-1) ?? "";
  }

  /** Asks the page's handle for tests; as text, since the tests are compiled without the DOM. */
  private ask<T>(method: string, ...args: readonly string[]): Promise<T> {
    return this.page.evaluate<T>(`window.workbookView.${method}(...${JSON.stringify(args)})`);
  }
}
