// In a real browser: what the halls do every day, each from its first form to its end, with one wrong input on the way.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentXml, paragraphsOfDocx } from "../functions/reports/read-back.ts";
import { caseRow } from "../support/world.ts";
import {
  type HallInBrowser,
  keepFile,
  openHall,
  picture,
  problemAt,
  save,
  staysWithinTheWindow,
  take,
} from "./support/hall-in-browser.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

let hall: HallInBrowser;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

test("a weekly check of fourteen contents leads to a finding, its rectification and its re-check", async () => {
  const staff = { cadres: ["张样例"], supervisors: ["李样例"], windowHeads: ["王样例"] };
  await hall.enter("weekly-duty", { monday: "2026-11-16", ...staff }, "windowHead.east");
  const sampled = await hall.enter(
    "cases",
    { ...caseRow().values, receivedAt: "2026-11-17 09:05" },
    "clerk.east",
  );

  const head = await hall.signedIn("windowHead.east");
  await head.goto(`${hall.at("weekly-checks")}/new`);
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
    buffer: PNG,
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

  const clerk = await hall.signedIn("clerk.east");
  await clerk.goto(hall.at("findings"));
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
  await hall.enter("cases", { ...caseRow().values, receivedAt: "2026-11-20 10:00", ...paid }, "clerk.east");

  const clerk = await hall.signedIn("clerk.east");
  await clerk.goto(`${hall.at("daily-cash")}/new`);
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

  const head = await hall.signedIn("hallHead.east", 1280);
  await head.goto(clerk.url());
  await head.locator('[data-step="confirm"] summary').click();
  await head.locator('[data-step="confirm"] [name=on]').fill("2026-11-20");
  await head.locator('[data-step="confirm"]').getByRole("button").click();
  await head.getByText("已复核").first().waitFor();
  await picture(head, "cash-confirmed");
});

test("an important notice in five parts from the catalogue is numbered, printed on one sheet and given as a Word file", async () => {
  const clerk = await hall.signedIn("clerk.east", 1000);
  await clerk.goto(`${hall.at("one-time-notices")}/new`);
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
  keepFile("notice.pdf", sheet);
  keepFile("notice.docx", word);
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

test("a major complaint with evidence: refused without its letter, acknowledged, answered within its days, followed up", async () => {
  const window = await hall.signedIn("windowHead.east");
  await window.goto(`${hall.at("complaints")}/new`);
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
  const head = await hall.signedIn("hallHead.east", 1280);
  await head.goto(address);
  await take(head, "assign", { handler: "p-clerk.east" });
  expect(await problemAt(head.locator("[data-step=assign]"), "handler")).toContain("被投诉");
  await take(head, "assign", { handler: "p-windowHead.east" });
  await head.locator("ol.timeline b", { hasText: "交办" }).first().waitFor();

  hall.world.setNow(Date.parse("2026-12-11T10:00:00+08:00"));
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
  expect((await (await hall.signedIn("clerk.east")).goto(address))?.status()).toBe(403);
});
