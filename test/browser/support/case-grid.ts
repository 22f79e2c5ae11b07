// The case ledger's sheet in an open spreadsheet page, spoken of by column names and by whose row it is.
import type { Frame } from "playwright-core";
import { SpreadsheetDriver, until } from "../../support/spreadsheet-driver.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX";
/** How far down the tests look. */
const LAST_ROW = 24;

/** Where row headers are, left of the cells. */
const ROW_HEADER_X = 20;

export interface GridRow {
  /** The row's number, as its header shows it. */
  readonly at: number;
  readonly cells: Readonly<Record<string, string>>;
}

export class CaseGrid extends SpreadsheetDriver {
  /** Every row that holds something, by the header's words, with its number. */
  async rows(): Promise<GridRow[]> {
    const texts: string[][] = await this.page.evaluate(
      `Array.from({ length: ${LAST_ROW} }, (_, row) =>
        [..."${LETTERS}"].map((letter) => window.workbookView.textOf(letter + (row + 1))))`,
    );
    const [header = [], ...lines] = texts;
    return lines
      .map((line, index) => ({
        at: index + 2,
        cells: Object.fromEntries(header.map((label, column) => [label, line[column] ?? ""])),
      }))
      .filter(({ cells }) => Object.values(cells).some(Boolean));
  }

  /** The rows of a visitor, from top to bottom. */
  async rowsOf(visitor: string): Promise<GridRow[]> {
    return (await this.rows()).filter(({ cells }) => cells.来访人员 === visitor);
  }

  /** The one row of a visitor. */
  async rowOf(visitor: string): Promise<GridRow> {
    const [row, ...others] = await this.rowsOf(visitor);
    if (!row || others.length > 0) throw new Error(`${visitor} has ${others.length + (row ? 1 : 0)} rows`);
    return row;
  }

  async visitors(): Promise<string[]> {
    return (await this.rows()).map(({ cells }) => cells.来访人员 ?? "");
  }

  /** Address of a cell by its row's number and its column's name. */
  async addressOf(row: number, label: string): Promise<string> {
    for (const letter of LETTERS) if ((await this.textOf(`${letter}1`)) === label) return `${letter}${row}`;
    throw new Error(`no column ${label} from A to X`);
  }

  async typeInto(row: number, label: string, text: string): Promise<void> {
    const address = await this.addressOf(row, label);
    await this.type(address, text);
    await this.expectText(address, text);
  }

  /** Waits until a visitor's only row says something in a column. */
  async expectCell(visitor: string, label: string, text: string): Promise<void> {
    await until(
      `${visitor}: ${label} is ${text}`,
      async () => (await this.rowOf(visitor)).cells[label],
      (shown) => shown === text,
    );
  }

  /** Pastes lines of tab-separated texts, as they come from another program. */
  async paste(address: string, lines: readonly string[]): Promise<void> {
    const text = JSON.stringify(lines.join("\n"));
    await this.page.evaluate(`navigator.clipboard.writeText(${text})`);
    await this.select(address);
    await this.page.keyboard.press("Control+v");
  }

  async selectRow(row: number, button: "left" | "right" = "left"): Promise<void> {
    const { y } = await this.pointOf(`A${row}`);
    await this.page.mouse.click(ROW_HEADER_X, y, { button });
  }

  /** Copies a whole row onto another. */
  async copyRow(from: number, to: number): Promise<void> {
    const shown = await this.textOf(`A${from}`);
    await this.page.evaluate('navigator.clipboard.writeText("")');
    await this.selectRow(from);
    await this.page.keyboard.press("Control+c");
    await until(
      "the row is on the clipboard",
      () => this.page.evaluate<string>("navigator.clipboard.readText()"),
      (text) => text.includes(shown),
    );
    await this.selectRow(to);
    await this.page.keyboard.press("Control+v");
  }

  /** Chooses from the menu that a right click on a row's number opens. */
  async chooseForRow(row: number, item: string): Promise<void> {
    await this.selectRow(row);
    await this.selectRow(row, "right");
    // Some items hold a box for a number in their middle: the words are at their beginning.
    await this.page.getByText(item).click({ position: { x: 5, y: 5 } });
  }

  /** Chooses from the add-on's menu; gives the sidebar that it opens. */
  async openSidebar(item: string, title: string): Promise<Frame> {
    await this.menu("扩展程序 Extensions", item);
    return this.sidebarNamed(title);
  }

  async sidebarNamed(title: string): Promise<Frame> {
    await this.page.locator(`#host-sidebar iframe[title="${title}"]`).waitFor();
    const frame = await this.sidebar();
    await frame.getByRole("heading", { level: 1 }).waitFor();
    return frame;
  }

  /** Synchronises from the menu and waits for the word that it is done. */
  async synchronise(): Promise<void> {
    await this.menu("扩展程序 Extensions", "立即同步 Synchronise now");
    await this.waitForSync();
  }

  /** Waits for the word that a synchronisation is over, and takes it away. */
  async waitForSync(): Promise<void> {
    const done = this.page.locator(".host-toast", { hasText: "同步完成" });
    await done.getByRole("button", { name: "关闭 Close" }).click();
    await done.waitFor({ state: "detached" });
  }
}
