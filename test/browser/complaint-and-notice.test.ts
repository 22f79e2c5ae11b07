// In a real browser: a resident's complaint from the letter to the answer within its days, and a notice to the printed paper.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HALL_PEOPLE } from "../conformance/hall-people.ts";
import { documentXml, paragraphsOfDocx } from "../functions/reports/read-back.ts";
import { startBrowser } from "../support/browser.ts";
import { createWorld, emailOf, type World } from "../support/world.ts";

/** Where to leave pictures and files for somebody who wants to look. */
const PICTURES = process.env.HALL_LEDGER_PICTURES;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }), HALL_PEOPLE);
  browser = await startBrowser();
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function signedIn(who: string, width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${world.deps.publicUrl}/sign-in?login_hint=${emailOf(who)}`);
  return page;
}

const at = (ledger: string) => `${world.deps.publicUrl}/halls/east/ledgers/${ledger}`;
const save = (page: Page) => page.getByRole("button", { name: "保存" }).click();
const problemAt = (where: Page | Locator, field: string) =>
  where.locator(`[data-field="${field}"] .field-problem`).innerText();

/** Opens a step's form; what is chosen or typed in it, by field. */
async function openStep(
  page: Page,
  action: string,
  given: Readonly<Record<string, string>>,
): Promise<Locator> {
  const step = page.locator(`[data-step="${action}"]`);
  if ((await step.getAttribute("open")) === null) await step.locator("summary").click();
  for (const [field, value] of Object.entries(given)) {
    const control = step.locator(`[name="${field}"]`);
    const isSelect = (await step.locator(`select[name="${field}"]`).count()) > 0;
    await (isSelect ? control.selectOption(value) : control.fill(value));
  }
  return step;
}

async function take(page: Page, action: string, given: Readonly<Record<string, string>>): Promise<void> {
  const step = await openStep(page, action, given);
  await step.locator("button[type=submit]").click();
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

test("a major complaint with evidence: refused without its letter, acknowledged, answered within its days, followed up", async () => {
  const window = await signedIn("windowHead.east");
  await window.goto(`${at("complaints")}/new`);
  await window.locator("[name=channel]").selectOption({ label: "信函" });
  await window.locator("[name=ground]").selectOption({ label: "廉洁自律" });
  await window.locator("[name=about]").selectOption({ label: "工作人员" });
  await window.locator("[name=aboutPerson]").selectOption("p-clerk.east");
  await window.locator("[name=happenedOn]").fill("2026-11-19");
  const content = "十九日上午在二号窗口办老年证,经办人收了五十元没有给收据。";
  await window.locator("[name=content]").fill(content);
  await window.locator("[name=complainant]").fill("钱样例");
  await window.locator("[name=contact]").fill("000-1234");
  await window.locator("[name=major]").selectOption({ label: "是" });
  await window
    .locator("[name=evidence]")
    .setInputFiles({ name: "窗口照片.png", mimeType: "image/png", buffer: PNG });
  await save(window);
  // D2 投诉(三): the field, the clause, the remedy; and nothing that was typed or uploaded is lost.
  expect(await problemAt(window, "document")).toMatch(/涉及重大事项的投诉,应采用书面形式.*请附上/);
  expect(await window.locator("[name=content]").inputValue()).toBe(content);
  expect(await window.locator("[name=aboutPerson]").inputValue()).toBe("p-clerk.east");
  expect(await window.locator("[name='evidence.kept']").isChecked()).toBe(true);
  await picture(window, "complaint-refused");
  await window
    .locator("[name=document]")
    .setInputFiles({ name: "投诉信.pdf", mimeType: "application/pdf", buffer: PDF });
  await save(window);
  await window.getByText("待受理").first().waitFor();
  const address = window.url();
  // Fifteen working days for a major matter.
  expect(await window.locator("[data-due]").getAttribute("data-due")).toBe("2026-12-11");
  expect(await window.locator("dd[data-field=evidence]").innerText()).toContain("窗口照片.png");

  await take(window, "acknowledge", { toldBy: "phone" });
  await window.getByText("处理中").first().waitFor();
  const head = await signedIn("hallHead.east", 1280);
  await head.goto(address);
  await take(head, "assign", { handler: "p-clerk.east" });
  expect(await problemAt(head.locator("[data-step=assign]"), "handler")).toContain("被投诉");
  await take(head, "assign", { handler: "p-windowHead.east" });
  await head.locator("ol.timeline b", { hasText: "交办" }).first().waitFor();

  world.setNow(Date.parse("2026-12-11T10:00:00+08:00"));
  await window.goto(address);
  const answer = "经核查,当日未开具收据属实;已退还五十元并补开收据。";
  await take(window, "answer", { finding: "upheld", answer, toldBy: "notPossible" });
  expect(await problemAt(window.locator("[data-step=answer]"), "toldBy")).toContain("应当告知本人");
  expect(await window.locator("[data-step=answer] [name=answer]").inputValue()).toBe(answer);
  await take(window, "answer", { toldBy: "writing" });
  await window.getByText("已答复").first().waitFor();
  await take(window, "followUp", { satisfaction: "satisfied" });
  await window.getByText("已回访").first().waitFor();
  await head.goto(address);
  await take(head, "decideAccountability", { decision: "warning", reason: "收费未开收据" });
  await head.locator("ol.timeline b", { hasText: "责任追究决定" }).first().waitFor();
  const told = (await head.locator("ol.timeline").allInnerTexts()).join();
  for (const step of ["受理告知", "交办", "答复", "回访满意度", "责任追究决定"]) expect(told).toContain(step);
  expect(await head.locator("section:has(dd[data-due])").innerText()).toContain("按时");
  expect(await head.locator("h1").innerText()).toBe("2026-00001 廉洁自律");
  // What was answered stays as it was answered: nothing is left to edit.
  expect(await head.locator("#steps").innerText()).not.toContain("修改");
  await picture(head, "complaint-done");
  // Whom it is about reads nothing of it: clerks do not see this ledger.
  expect((await (await signedIn("clerk.east")).goto(address))?.status()).toBe(403);
});

test("an important notice in five parts from the catalogue is numbered, printed on one sheet and given as a Word file", async () => {
  const clerk = await signedIn("clerk.east", 1000);
  await clerk.goto(`${at("one-time-notices")}/new`);
  await clerk.locator("[name=kind]").selectOption({ label: "办事告知" });
  await clerk.locator("[name=matter]").selectOption("affordable-housing");
  await clerk.locator("[name=manner]").selectOption({ label: "当面" });
  await clerk.locator("[name=givenBy]").fill("李样例");
  await clerk.locator("[name=important]").selectOption({ label: "是" });
  await save(clerk);
  // Annex cl. 4 “对需一次性告知的重要事项,要以书面的形式告知当事人,并存档备查”.
  expect(await problemAt(clerk, "recipient")).toContain("请写明被告知人");
  expect(await clerk.locator("[name=givenBy]").inputValue()).toBe("李样例");
  await clerk.locator("[name=recipient]").fill("赵样例");
  await save(clerk);
  await clerk.getByText("已告知待归档").first().waitFor();
  await picture(clerk, "notice-record");
  await clerk.getByRole("link", { name: "打印: 一次性告知书" }).click();
  await picture(clerk, "notice-paper");

  await clerk.emulateMedia({ media: "print" });
  const printed = await clerk.locator("body").innerText();
  const sheet = await clerk.pdf({ format: "A4" });
  expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await clerk.emulateMedia({ media: "screen" });
  const downloading = clerk.waitForEvent("download");
  await clerk.getByRole("link", { name: "下载 Word 文件" }).click();
  const word = readFileSync(await (await downloading).path());
  const written = paragraphsOfDocx(documentXml(word)).join("\n");
  if (PICTURES) {
    writeFileSync(`${PICTURES}/notice.pdf`, sheet);
    writeFileSync(`${PICTURES}/notice.docx`, word);
  }
  const said = [
    ...["east社区便民服务大厅", "一次性告知书", "告〔2026〕1号", "赵样例", "保障性住房", "第 1 版"],
    ...["一、办理依据", "二、办理时限", "自材料齐全之日起 5 个工作日(上级部门审批时间另计)"],
    ...["三、办理程序", "大厅初审、上报主管部门审批", "四、所需的全部资料", "收入证明", "住房证明"],
    ...["五、不予办理的理由", "赔偿往返交通费", "经办人:李样例", "被告知人(签收)"],
  ];
  for (const text of [printed, written]) {
    let from = 0;
    for (const words of said) {
      const found = text.indexOf(words, from);
      expect(found, `${words} after ${text.slice(0, from).slice(-20)}`).toBeGreaterThanOrEqual(0);
      from = found;
    }
  }
  expect(printed).toContain("监督投诉电话: 000-0000");
  expect(printed).not.toContain("下载 Word 文件");
});
