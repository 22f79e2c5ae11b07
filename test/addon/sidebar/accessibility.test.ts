// Every sidebar in both languages under axe-core, and at 300 px without anything cut off.
import { afterAll, beforeAll, describe, test } from "vitest";
import { addCase, chooseMatter, field, matterBox } from "./support/cases.ts";
import { expectSound } from "./support/expect-sound.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

describe.each(["zh", "en"] as const)("in %s", (locale) => {
  function script(): FakeScript {
    const made = new FakeScript();
    made.settings = { locale, projection: "full" };
    return made;
  }

  test("the case form, empty, filled, with problems, and its slip", async () => {
    const page = await browser.open("case-form", script());
    await matterBox(page).waitFor();
    await expectSound(page);
    await matterBox(page).fill("z");
    await page.getByRole("listbox").waitFor();
    await expectSound(page);
    await chooseMatter(page, "bzxzf");
    await page.locator(".due summary").click();
    await page.locator(".more summary").click();
    await page.locator("button.action").click();
    await page.locator(".wrong").first().waitFor();
    await expectSound(page);
    await field(page, "visitor").fill("张三丰");
    await page.locator("button.action").click();
    await page.locator(".notice.done button").first().click();
    await page.locator(".slip").waitFor();
    await expectSound(page);
  });

  test("to-dos, a case, and a step", async () => {
    const made = script();
    const id = addCase(made);
    made.changeElsewhere(id, { channel: "phone" });
    const page = await browser.open("todos", made);
    await page.locator(".todo").waitFor();
    await expectSound(page);
    await page.locator(".todo").click();
    await page.locator(".timeline").waitFor();
    await page.locator(".due summary").click();
    await expectSound(page);
    await page.locator("section .buttons button").first().click();
    await page.locator("form.step").waitFor();
    await expectSound(page);
  });

  test("a case sidebar without a row", async () => {
    const page = await browser.open("case", script());
    await page.locator(".notice").waitFor();
    await expectSound(page);
  });

  test("sync with a conflict, a missing row and a repair", async () => {
    const made = script();
    const id = addCase(made);
    made.changeElsewhere(id, { channel: "phone" });
    const values = { channel: "internet" };
    made.typed.set(id, { ledger: "cases", id, baseVersion: 1, action: "upsert", values });
    made.missing.add(addCase(made));
    made.repairs = [{ place: "F7", what: { zh: "已恢复", en: "restored" }, before: "a", after: "b" }];
    const page = await browser.open("sync", made);
    await page.locator(".conflict").waitFor();
    await expectSound(page);
  });

  test("set-up and settings", async () => {
    const made = script();
    made.mode = null;
    const page = await browser.open("settings", made);
    await page.getByRole("radio").first().check();
    await expectSound(page);
    made.mode = "hall";
    await page.reload();
    await page.locator("form").waitFor();
    await expectSound(page);
  });
});
