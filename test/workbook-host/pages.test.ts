// The host's pages as wholes: a sheet of 10,000 rows, and nothing on any page that keeps somebody out.
import { afterAll, beforeAll, expect, test } from "vitest";
import { barriers } from "../support/barriers.ts";
import { startBrowser, type TestBrowser } from "../support/browser.ts";
import { SpreadsheetDriver, until } from "../support/spreadsheet-driver.ts";
import { clerk, openToyHost, owner, type ToyHost } from "./support/toy-host.ts";

let toy: ToyHost;
let browser: TestBrowser;
let head: SpreadsheetDriver;

async function openAs(email: string): Promise<SpreadsheetDriver> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, locale: "zh-CN" });
  const driver = new SpreadsheetDriver(await context.newPage());
  await driver.open(toy.baseUrl, toy.workbookId, email);
  return driver;
}

beforeAll(async () => {
  toy = await openToyHost();
  browser = await startBrowser();
  head = await openAs(owner);
});
afterAll(async () => {
  await browser?.close();
  await toy?.close();
});

test("the host's pages, and the spreadsheet's around the sheet itself, keep nobody out", async () => {
  expect(await barriers(head.page, "#host-sheet")).toBe("[]");
  const page = await head.page.context().newPage();
  for (const path of ["", "/outbox", "/executions", "/clock"]) {
    await page.goto(`${toy.baseUrl}/workbooks${path}`);
    expect([path, await barriers(page)]).toEqual([path, "[]"]);
  }
  await page.close();
});

test("a sheet of 10,000 rows opens, scrolls to its end, and takes what is typed there", async () => {
  await head.menu("扩展程序 Extensions", "更多 More", "一万行 Ten thousand rows");
  await until(
    "the sheet is filled and shown",
    () => head.activeSheet(),
    (name) => name === "一万行",
  );
  const late = await openAs(clerk);
  await late.openSheet("一万行");
  await late.expectText("T10000", String(9999 * 19));
  const { y } = await late.pointOf("B10000");
  expect(y).toBeGreaterThan(170);
  await late.type("B10000", "末行");
  await head.expectText("B10000", "末行");
  // Down with the wheel as well, from the top.
  await late.select("A1");
  await late.click("A3");
  await late.page.mouse.wheel(0, 4000);
  await until(
    "the first row has left the view",
    () => late.boxOf("A1"),
    (box) => box.y < 0,
  );
  await late.page.context().close();
});
