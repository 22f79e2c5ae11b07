// In a real browser: a weekly check finds something, which is put right and re-checked; cash that does not balance is explained.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { HALL_PEOPLE } from "../conformance/hall-people.ts";
import { batch, caseRow, createWorld, emailOf, type World } from "../support/world.ts";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"];
/** Where to leave pictures for somebody who wants to look. */
const PICTURES = process.env.HALL_LEDGER_PICTURES;
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }), HALL_PEOPLE);
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** As on a phone at the window. */
async function signedIn(who: string, width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${world.deps.publicUrl}/sign-in?login_hint=${emailOf(who)}`);
  return page;
}

const at = (ledger: string) => `${world.deps.publicUrl}/halls/east/ledgers/${ledger}`;

async function enter(ledger: string, values: object, who: string): Promise<string> {
  const id = randomUUID();
  const { body } = await world.post<SyncAnswer>(
    `/v1/halls/east/ledgers/${ledger}/sync`,
    batch([{ id, baseVersion: 0, action: "upsert", values }]),
    who,
  );
  expect(body.results[0]?.status, JSON.stringify(body.results)).toBe("accepted");
  return body.results[0]?.serial ?? "";
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

async function staysWithinTheWindow(page: Page): Promise<void> {
  expect(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  ).toBe(0);
}

test("a weekly check of fourteen contents leads to a finding, its rectification and its re-check", async () => {
  const staff = { cadres: ["张样例"], supervisors: ["李样例"], windowHeads: ["王样例"] };
  await enter("weekly-duty", { monday: "2026-11-16", ...staff }, "windowHead.east");
  const sampled = await enter("cases", { ...caseRow().values, receivedAt: "2026-11-17 09:05" }, "clerk.east");

  const head = await signedIn("windowHead.east");
  await head.goto(`${at("weekly-checks")}/new`);
  await head.locator("[name=checkedOn]").fill("2026-11-18");
  await head.locator("[name=kind]").selectOption({ label: "全面检查" });
  await head.locator("[name=inspectors]").fill("张样例\n李样例");
  await head.getByRole("button", { name: "保存" }).click();
  // D2 二(四)1: one of those on duty is neither there nor excused.
  await head.getByText("“王样例”既没有到场,也没有写缺席原因").first().waitFor();
  await head.locator("[name=absentees]").fill("王样例:公出");
  await head.getByRole("button", { name: "保存" }).click();
  await head.getByText("待检查").first().waitFor();

  await head.getByText("登记检查结果").first().click();
  const step = head.locator('[data-step="record"]');
  await step.locator("[name=on]").fill("2026-11-18");
  const judged = step.locator("select[name$='.ok']");
  expect(await judged.count()).toBe(14);
  for (let one = 0; one < 13; one++) await judged.nth(one).selectOption("true");
  await step.locator("select[name='contents.badges.ok']").selectOption("false");
  await step.locator("[name='contents.badges.note']").fill("二号窗口未佩证");
  await step.locator("[name='contents.badges.photo']").setInputFiles({
    name: "现场.png",
    mimeType: "image/png",
    buffer: PHOTO,
  });
  await step.locator("[name=sampledCases]").fill(sampled);
  await step.locator("[name=rectifyOwner]").fill("王样例");
  await step.locator("[name=rectifyBy]").fill("2026-11-25");
  await staysWithinTheWindow(head);
  await picture(head, "check-form");
  await step.getByRole("button", { name: "登记检查结果" }).click();
  // D2 二(一)1: the fourteenth content was left out.
  await head.getByText("还缺 1 项:安全防范").first().waitFor();
  await picture(head, "check-refused");
  await head.locator("select[name='contents.safety.ok']").selectOption("true");
  await head.locator('[data-step="record"]').getByRole("button", { name: "登记检查结果" }).click();
  await head.getByText("已检查待通报").first().waitFor();
  const told = await head.locator("ol.timeline").first().innerText();
  expect(told).toMatch(/✗\s*佩证上岗\s*·\s*二号窗口未佩证/);
  expect(told).not.toContain("badges");
  await picture(head, "check-recorded");

  const clerk = await signedIn("clerk.east");
  await clerk.goto(at("findings"));
  await clerk.locator("a[href*='/ledgers/findings/records/']").first().click();
  await clerk.getByText("二号窗口未佩证").first().waitFor();
  const address = clerk.url();
  await clerk.locator('[data-step="rectify"] summary').click();
  await clerk.locator('[data-step="rectify"] [name=measure]').fill("已补发胸牌");
  await clerk.locator('[data-step="rectify"]').getByRole("button").click();
  await clerk.getByText("已整改待复查").first().waitFor();
  expect(await clerk.locator('[data-step="recheck"]').count()).toBe(0);

  await head.goto(address);
  await head.locator('[data-step="recheck"] summary').click();
  await head.locator('[data-step="recheck"] [name=passed]').selectOption("true");
  await head.locator('[data-step="recheck"]').getByRole("button").click();
  await head.getByText("已销号").first().waitFor();
  await picture(head, "finding-closed");
});

test("daily cash that does not balance is refused with both amounts, explained, and confirmed by another", async () => {
  const paid = { matter: "electricity-fee", feeInFen: 7550, receiptNumber: "A-1" };
  await enter("cases", { ...caseRow().values, receivedAt: "2026-11-20 10:00", ...paid }, "clerk.east");

  const clerk = await signedIn("clerk.east");
  await clerk.goto(`${at("daily-cash")}/new`);
  // The day's fees stand there already, from its cases; a nil service stays empty.
  expect(await clerk.locator("[name=electricity]").inputValue()).toBe("75.50");
  expect(await clerk.locator("[name=water]").inputValue()).toBe("");
  await clerk.locator("[name=cashier]").selectOption("p-clerk.east");
  await clerk.locator("[name=electricity]").fill("70.00");
  await clerk.locator("[name=counted]").fill("70.00");
  await clerk.getByRole("button", { name: "保存" }).click();
  await clerk.getByText("“用电收费(元)”填 70.00 元,当天办件登记 75.50 元").first().waitFor();
  await staysWithinTheWindow(clerk);
  await picture(clerk, "cash-refused");
  await clerk.locator("[name=explanation]").fill("一笔退费,凭证 3 号");
  await clerk.getByRole("button", { name: "保存" }).click();
  await clerk.getByText("有差异已说明").first().waitFor();
  expect(await clerk.locator('[data-step="confirm"]').count()).toBe(0);

  const head = await signedIn("hallHead.east", 1280);
  await head.goto(clerk.url());
  await head.locator('[data-step="confirm"] summary').click();
  await head.locator('[data-step="confirm"] [name=on]').fill("2026-11-20");
  await head.locator('[data-step="confirm"]').getByRole("button").click();
  await head.getByText("已复核").first().waitFor();
  await picture(head, "cash-confirmed");
});
