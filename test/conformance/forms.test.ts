// The sidebar's form of every ledger that is written row by row: each field with its control, its label and its mark.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { expectSound } from "../addon/sidebar/support/expect-sound.ts";
import { FakeScript } from "../addon/sidebar/support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "../addon/sidebar/support/sidebar-browser.ts";
import { libraryLoans } from "./library-loans.ts";

/** Put together by hand, with the matter in front and the clock at its side; tested as such. */
const OF_ITS_OWN = ["cases"];

/** Together they hold every kind of control; what keeps somebody from using one shows in them. */
const OF_EVERY_CONTROL = [
  "complaints",
  "facility-checks",
  "leave-requests",
  "household-files",
  "budget-plans",
];

const drawn = [...LEDGERS, libraryLoans].filter(
  ({ id, written }) => written !== "verbs" && !OF_ITS_OWN.includes(id),
);

let browser: SidebarBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startSidebarBrowser();
  page = await browser.open("case-form", new FakeScript(drawn));
});
afterAll(() => browser.close());

interface Row {
  readonly id: string | null;
  readonly controls: number;
  readonly text: string;
}

/** The form's fields as they stand on the page. */
function rowsShown(): Promise<Row[]> {
  return page.evaluate(`[...document.querySelectorAll("form > [data-field]")].map((row) => ({
    id: row.getAttribute("data-field"),
    controls: row.querySelectorAll("input, select, textarea, button").length,
    text: row.innerText.replaceAll(/\\s+/g, " "),
  }))`);
}

test.each(drawn.map((ledger) => [ledger.id, ledger] as const))(
  "%s: its form has every field",
  async (id, ledger: Ledger) => {
    await page.locator("#ledger").selectOption(id);
    // Files and check lists have no cell, and have a control in the form.
    const visible = Object.entries(ledger.fields).filter(
      ([, { hidden, kind }]) => !hidden || kind === "attachments" || kind === "checklist",
    );
    const wanted = visible.map(([field]) => field);
    await expect.poll(async () => (await rowsShown()).map((row) => row.id)).toEqual(wanted);
    const rows = await rowsShown();
    for (const [at, [field, { label, required }]] of visible.entries()) {
      const row = rows[at];
      expect(row?.controls, `${field} has a control`).toBeGreaterThan(0);
      expect(row?.text, field).toContain(label.zh);
      expect(row?.text.includes(`${label.zh} *`), `${field} is marked as required`).toBe(required === true);
    }
    if (OF_EVERY_CONTROL.includes(id)) await expectSound(page);
  },
);
