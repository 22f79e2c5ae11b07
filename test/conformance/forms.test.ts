// The sidebar's form of every ledger that is written row by row: each field with its control, its label and its mark.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { FakeScript } from "../addon/sidebar/support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "../addon/sidebar/support/sidebar-browser.ts";
import { libraryLoans } from "./library-loans.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

/** Put together by hand, with the matter in front and the clock at its side; tested as such. */
const OF_ITS_OWN = ["cases"];

const drawn = [...LEDGERS, libraryLoans].filter(
  ({ id, written }) => written !== "verbs" && !OF_ITS_OWN.includes(id),
);

test.each(drawn.map((ledger) => [ledger.id, ledger] as const))(
  "%s: its form has every field",
  async (_, ledger: Ledger) => {
    const page = await browser.open("case-form", new FakeScript([ledger]));
    const rows = page.locator("form > [data-field]");
    await rows.first().waitFor();
    // Files and check lists have no cell, and have a control in the form.
    const visible = Object.entries(ledger.fields).filter(
      ([, { hidden, kind }]) => !hidden || kind === "attachments" || kind === "checklist",
    );
    const ids = await rows.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-field")));
    expect(ids).toEqual(visible.map(([id]) => id));
    for (const [id, { label, required }] of visible) {
      const row = page.locator(`form > [data-field="${id}"]`);
      const controls = row.locator("input, select, textarea, button");
      expect(await controls.count(), `${id} has a control`).toBeGreaterThan(0);
      const text = (await row.innerText()).replaceAll(/\s+/g, " ");
      expect(text, id).toContain(label.zh);
      expect(text.includes(`${label.zh} *`), `${id} is marked as required`).toBe(required === true);
    }
    await page.context().close();
  },
);
