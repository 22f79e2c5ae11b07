// To-dos and a single case: what is pressing, what happened, what can be done next, and doing it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCase, callsOf, field, focusedField, POLL, recordOf } from "./support/cases.ts";
import { PEOPLE } from "./support/fake-backend.ts";
import { FakeScript } from "./support/fake-script.ts";
import { type SidebarBrowser, startSidebarBrowser } from "./support/sidebar-browser.ts";

let browser: SidebarBrowser;
beforeAll(async () => {
  browser = await startSidebarBrowser();
});
afterAll(() => browser.close());

async function openCase(script: FakeScript, id: string) {
  script.selected = { ledger: "cases", id };
  const page = await browser.open("case", script);
  await page.getByRole("heading", { name: "经过" }).waitFor();
  return page;
}

describe("to-dos", () => {
  test("are grouped in words, what is overdue first, and a click opens the case in its place", async () => {
    const script = new FakeScript();
    addCase(script, { receivedAt: "2026-11-20T09:00:00+08:00" });
    const late = addCase(script);
    const page = await browser.open("todos", script);
    const groups = page.locator(".group h2");
    await groups.first().waitFor();
    expect(await groups.allInnerTexts()).toEqual(["已逾期 1", "快到期 1"]);
    await page.getByRole("button", { name: recordOf(script, late).serial }).click();
    await page.getByRole("heading", { name: "经过" }).waitFor();
    expect(await page.getByText("已逾期").isVisible()).toBe(true);
    await page.getByRole("button", { name: "返回" }).click();
    await groups.first().waitFor();
    const focused = "document.activeElement.contains(document.querySelector('.group'))";
    await expect.poll(() => page.evaluate(focused), POLL).toBe(true);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("DIV");
  });

  test("say so when there are none, and look again on request", async () => {
    const script = new FakeScript();
    const page = await browser.open("todos", script);
    await page.getByText("没有待办,都办好了。").waitFor();
    addCase(script);
    await page.getByRole("button", { name: "刷新" }).click();
    await page.getByRole("heading", { name: "已逾期" }).waitFor();
  });
});

describe("a case", () => {
  test("tells who changed what, with names of personal fields but not their old values", async () => {
    const script = new FakeScript();
    const id = addCase(script, { visitor: "旧名字" });
    script.changeElsewhere(id, { visitor: "新名字", channel: "phone" });
    const page = await openCase(script, id);
    const entries = page.locator(".timeline li:not(.changes li)");
    const [latest, first] = await entries.allInnerTexts();
    expect(latest).toContain("修改");
    expect(latest).toContain("王窗口");
    expect(latest).toContain("来访方式: 窗口 → 电话");
    expect(latest).toContain("个人信息有改动(不留原文):来访人员");
    expect(first).toContain("登记");
    expect(await page.locator("body").innerText()).not.toContain("旧名字");
  });

  test("offers the steps of its status, and takes one with its fields", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await openCase(script, id);
    expect(await page.getByRole("button", { name: "反馈群众" }).count()).toBe(0);
    await page.getByRole("button", { name: "办结", exact: true }).click();
    expect(await field(page, "completedAt").inputValue()).toBe("2026-11-20T15:00");
    await page.getByRole("button", { name: "登记这一步" }).click();
    await page.getByText("请填写“办理结果”。").waitFor();
    await expect.poll(() => focusedField(page), POLL).toBe("outcome");
    expect(callsOf(script, "saveRow")).toBe(0);
    await field(page, "outcome").selectOption("done");
    await page.getByRole("button", { name: "登记这一步" }).dblclick();
    await page.getByText("已登记:办结").waitFor();
    expect(recordOf(script, id).derived.status).toBe("completed");
    expect(callsOf(script, "saveRow")).toBe(1);
    await page.getByRole("button", { name: "反馈群众" }).waitFor();
  });

  test("shows the backend's refusal of a step at its field", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await openCase(script, id);
    await page.getByRole("button", { name: "办结", exact: true }).click();
    await field(page, "completedAt").fill("2026-11-01T09:00");
    await field(page, "outcome").selectOption("done");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "登记这一步" }).click();
    await page.getByText("办结时间(2026-11-01 09:00)早于受理时间").waitFor();
    await expect.poll(() => focusedField(page), POLL).toBe("completedAt");
    expect(recordOf(script, id).version).toBe(1);
  });

  test("offers the matter's own materials for a correction list", async () => {
    const script = new FakeScript();
    const id = addCase(script, { matter: "affordable-housing" });
    const page = await openCase(script, id);
    await page.getByRole("button", { name: "一次性告知补正" }).click();
    await page.getByRole("button", { name: "加上 住房证明" }).click();
    await page.getByRole("button", { name: "加上 收入证明" }).click();
    expect(await field(page, "items").inputValue()).toBe("住房证明\n收入证明");
    await page.getByRole("button", { name: "登记这一步" }).click();
    await page.getByText("已登记:一次性告知补正").waitFor();
    expect(recordOf(script, id).events).toMatchObject([{ data: { items: ["住房证明", "收入证明"] } }]);
  });

  test("leads the keyboard back to the next steps when a step is left", async () => {
    const script = new FakeScript();
    const page = await openCase(script, addCase(script));
    await page.getByRole("button", { name: "上报" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate("document.activeElement.textContent"), POLL).toBe("下一步");
  });

  test("tells when somebody else has taken a step meanwhile", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await openCase(script, id);
    script.changeElsewhere(id, { at: "2026-11-16T10:00:00+08:00", items: ["照片"] }, "giveCorrectionNotice");
    await page.getByRole("button", { name: "办结", exact: true }).click();
    await field(page, "outcome").selectOption("done");
    await page.getByRole("button", { name: "登记这一步" }).click();
    await page.getByRole("alert").getByText("这一行同时办过别的步骤").waitFor();
  });

  test("explains its due date and prints its slip with the list that is still open", async () => {
    const script = new FakeScript();
    const id = addCase(script, { matter: "affordable-housing" });
    script.changeElsewhere(
      id,
      { at: "2026-11-16T10:00:00+08:00", items: ["收入证明"] },
      "giveCorrectionNotice",
    );
    const page = await openCase(script, id);
    expect(await page.locator(".status").innerText()).toContain("待补正");
    await page.getByText("逐日说明").click();
    await page.getByText("起算日(不计入)").waitFor();
    await page.getByRole("button", { name: "打印回执" }).click();
    expect(await page.locator(".slip ol li").allInnerTexts()).toEqual(["收入证明"]);
  });

  test("is voided by its head with a reason and a confirmation only", async () => {
    const script = new FakeScript();
    script.user = PEOPLE.head;
    const id = addCase(script);
    const page = await openCase(script, id);
    await page.getByRole("button", { name: "作废…" }).click();
    const confirm = page.getByRole("button", { name: "作废", exact: true });
    await confirm.click();
    await page.getByText("请填写“作废理由”。").waitFor();
    await field(page, "reason").fill("重复登记");
    await confirm.click();
    await page.getByText("请先勾选确认。").waitFor();
    expect(callsOf(script, "saveRow")).toBe(0);
    await page.getByLabel("我确认作废这一行").check();
    await confirm.click();
    await page.getByText("已作废").waitFor();
    expect(recordOf(script, id).voided?.reason).toBe("重复登记");
    expect(await page.getByRole("heading", { name: "下一步" }).count()).toBe(0);
  });

  test("says what a clerk may not do", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await openCase(script, id);
    await page.getByRole("button", { name: "作废…" }).click();
    await field(page, "reason").fill("试试");
    await page.getByLabel("我确认作废这一行").check();
    await page.getByRole("button", { name: "作废", exact: true }).click();
    await page.getByRole("alert").getByText("您的岗位不能做这一步(作废)").waitFor();
  });

  test("says that personal details were erased, or are masked", async () => {
    const script = new FakeScript();
    const erased = addCase(script);
    script.backend.records.set(erased, { ...recordOf(script, erased), personalToken: null });
    script.backend.personal.delete(erased);
    const page = await openCase(script, erased);
    await page.getByText("个人信息已按期删除").waitFor();
    const masked = new FakeScript();
    const id = addCase(masked);
    masked.user = {
      ...PEOPLE.clerk,
      grants: PEOPLE.clerk.grants.map((grant) => ({ ...grant, role: "director" as const, hall: undefined })),
    };
    const other = await openCase(masked, id);
    await other.getByText("您的岗位看不到完整的个人信息").waitFor();
    expect(await other.locator(".values").innerText()).toContain("张**");
  });

  test("finds its row in the sheet", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await openCase(script, id);
    script.selected = null;
    await page.getByRole("button", { name: "在表格中找到这一行" }).click();
    await expect.poll(() => script.selected, POLL).toEqual({ ledger: "cases", id });
  });

  test("asks for a row while none is selected, and shows it once one is", async () => {
    const script = new FakeScript();
    const id = addCase(script);
    const page = await browser.open("case", script);
    await page.getByText("请在台账里点一下要看的那一行").waitFor();
    script.selected = { ledger: "cases", id };
    await page.getByRole("button", { name: "看选中的行" }).click();
    await page.getByText(recordOf(script, id).serial).waitFor();
  });
});
