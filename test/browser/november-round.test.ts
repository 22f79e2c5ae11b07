// The November round in a browser, from opening to the signed report; on a phone, with the connection cut in the middle.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../../shared/kernel/problem.ts";
import {
  createInspectedWorld,
  ON_SITE,
  PNG,
  ROUND,
  type RoundView,
  scoreBody,
  upload,
  type Windows,
} from "../functions/inspection/inspected-world.ts";
import { barriers } from "../support/barriers.ts";
import { startBrowser, type TestBrowser } from "../support/browser.ts";
import { emailOf, type Who, type World } from "../support/world.ts";

let world: World;
let browser: TestBrowser;
let home: string;
beforeAll(async () => {
  ({ world } = await createInspectedWorld());
  home = world.deps.publicUrl;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const BOARD = "/centre/inspections/2026-november";
const PHONE = { width: 390, height: 800 };

async function signedIn(who: Who, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${home}/sign-in?login_hint=${emailOf(who)}`);
  return page;
}

async function unfold(page: Page, title: string) {
  const form = page.locator("details.step", { hasText: title }).first();
  await form.locator("summary").click();
  return form;
}

const card = (page: Page, item: string) => page.locator(`form[data-item="${item}"]`);

async function score(page: Page, item: string, points: string): Promise<void> {
  const form = card(page, item);
  await form.locator("select[name=points]").selectOption(points);
  await form
    .locator("input[name=photo]")
    .setInputFiles({ name: "door.png", mimeType: "image/png", buffer: PNG });
  await form.getByRole("button", { name: "提交" }).click();
}

const waiting = (page: Page, count: number) =>
  page.locator(`#queue-state[data-waiting="${count}"]`).waitFor();

async function overflow(page: Page): Promise<number> {
  return Number(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  );
}

async function entriesOf(
  hall: string,
): Promise<Map<string, { version: number; entry: { points: number } | null }>> {
  const { body } = await world.get<{
    items: { id: string; version: number; entry: { points: number } | null }[];
  }>(`/v1/halls/${hall}/inspections/2026-november`, "admin");
  return new Map(body.items.map((item) => [item.id, item]));
}

test("the administrator opens the round and assigns inspectors", async () => {
  const page = await signedIn("admin", await browser.newContext());
  // Weights that do not total 100 are refused with their sum; others are the next version, for rounds from its day on.
  await page.goto(`${home}/centre/scorecard`);
  await page.locator("[name='weight.name']").fill("3");
  await page.getByRole("button", { name: "另存为第 2 版" }).click();
  await page.getByText("各部分分值合计为 101 分,应为 100 分").waitFor();
  await page.goto(`${home}/centre/scorecard`);
  await page.locator("[name='weight.name']").fill("3");
  await page.locator("[name='weight.door-sign']").fill("1");
  await page.getByRole("button", { name: "另存为第 2 版" }).click();
  await page.getByText("评分表第 2 版").waitFor();
  await page.goto(`${home}/centre/inspections`);
  const form = await unfold(page, "开启一轮验收");
  await form.locator("[name=id]").fill("2026-november");
  await form.locator("[name=first]").fill("2026-11-01");
  await form.locator("[name=last]").fill("2026-11-19");
  await form.locator("[name=halls]").selectOption(["east", "west"]);
  await form.getByRole("button", { name: "开启一轮验收" }).click();
  await page.waitForURL("**/centre/inspections/2026-november**");
  for (const hall of ["east", "west"]) {
    const assign = await unfold(page, "指派检查员");
    await assign.locator("[name=hall]").selectOption(hall);
    await assign.getByLabel("测试inspector", { exact: true }).check();
    if (hall === "east") await assign.getByLabel("测试inspector2").check();
    await assign.getByRole("button", { name: "保存" }).click();
    await page.locator(`tr[data-hall=${hall}]`, { hasText: "测试inspector" }).waitFor();
  }
  expect(await page.locator(`tr[data-hall=east] a`, { hasText: "现场打分" }).count()).toBe(0);
  for (const path of [
    "/centre/inspections",
    BOARD,
    `${BOARD}/halls/east`,
    `${BOARD}/blank`,
    "/centre/scorecard",
  ]) {
    await page.goto(`${home}${path}`);
    expect([path, await barriers(page)]).toEqual([path, "[]"]);
  }
  await page.context().close();
});

test("the phone form keeps scores while there is no connection, opens again, and sends each once", async () => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
  const page = await signedIn("inspector", context);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${home}${BOARD}/halls/east/on-site`);
  await page.evaluate("navigator.serviceWorker.ready");
  // Once more under the worker, which keeps it from then on.
  await page.reload();
  expect([await overflow(page), await barriers(page)]).toEqual([0, "[]"]);
  await score(page, "name", "2");
  await card(page, "name").getByText("已打 2 分").waitFor();
  await waiting(page, 0);

  // Somebody else scores an item that the phone, without a connection, scores as well.
  await context.setOffline(true);
  const photo = (await upload(world, "east", PNG, "inspector2")).body;
  expect(
    (await world.post<Problem>(`${ROUND}/halls/east/scores`, scoreBody("office", 1, photo), "inspector2"))
      .status,
  ).toBe(200);
  await score(page, "door-sign", "1.5");
  await score(page, "two-zones", "2");
  await score(page, "office", "2");
  await waiting(page, 3);
  expect(await page.locator("#queue-state").textContent()).toContain("3 条等待上传");
  await page.reload();
  await waiting(page, 3);
  await card(page, "two-zones").getByText("已存本机，等待上传：2 分").waitFor();
  expect((await entriesOf("east")).get("two-zones")?.version).toBe(0);

  // The answer to one of them is lost on its way: the phone sends it again, and it is not written twice.
  let lost = false;
  await page.route("**/on-site**", async (route) => {
    if (route.request().method() !== "POST" || lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  await context.setOffline(false);
  await page.getByRole("button", { name: "立即上传" }).click();
  await waiting(page, 0);
  expect(lost).toBe(true);
  const entries = await entriesOf("east");
  expect(
    ["door-sign", "two-zones", "office"].map((item) => [
      entries.get(item)?.version,
      entries.get(item)?.entry?.points,
    ]),
  ).toEqual([
    [1, 1.5],
    [1, 2],
    [1, 1],
  ]);

  // Of two scores that differ both are shown, and the inspector settles on one.
  await card(page, "office").getByText("别人打了 1 分，您打了 2 分").waitFor();
  expect((await world.get<RoundView>(ROUND, "admin")).body.unsettled).toHaveLength(1);
  await card(page, "office").getByRole("button", { name: "按我的" }).click();
  await card(page, "office").getByText("已打 2 分").waitFor();
  expect((await entriesOf("east")).get("office")).toMatchObject({ version: 2, entry: { points: 2 } });
  expect((await world.get<RoundView>(ROUND, "admin")).body.unsettled).toEqual([]);

  // What is no picture is refused with the reason, beside the item.
  await card(page, "uniform").locator("select[name=points]").selectOption("1");
  await card(page, "uniform")
    .locator("input[name=photo]")
    .setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await card(page, "uniform").getByRole("button", { name: "提交" }).click();
  await card(page, "uniform").getByText("文件内容不是照片").waitFor();

  // Signing out says that something waits, and takes it along: the next user of the phone sees nothing of it.
  await page.unroute("**/on-site**");
  await page.route("**/on-site**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await score(page, "supervision", "1");
  await waiting(page, 1);
  const asked = new Promise<string>((resolve) =>
    page.once("dialog", (dialog) => dialog.accept().then(() => resolve(dialog.message()))),
  );
  await page.getByRole("button", { name: "退出", exact: true }).click();
  expect(await asked).toContain("还有 1 条没有上传");
  await page.getByRole("heading", { name: "选择以谁的身份登录" }).waitFor();
  await page.goto(`${home}/sign-in?login_hint=${emailOf("inspector2")}`);
  await page.goto(`${home}${BOARD}/halls/east/on-site`);
  await waiting(page, 0);
  const kept = `new Promise((done) => { const asked = indexedDB.open("hall-ledger-on-site", 1); asked.onsuccess = () => { const all = asked.result.transaction("queue").objectStore("queue").count(); all.onsuccess = () => done(all.result); }; })`;
  expect(await page.evaluate(kept)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test("without a script the same form takes a score, and says what is wrong", async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await signedIn("inspector", context);
  await page.goto(`${home}${BOARD}/halls/east/on-site`);
  await score(page, "supervision", "2");
  await card(page, "supervision").getByText("已打 2 分").waitFor();
  await context.close();
});

test("hall, leader and director say what they have to, and the round is signed and reported", async () => {
  // What the phone has shown above is done for the other items by the same calls.
  for (const hall of ["east", "west"]) {
    const photo = (await upload(world, hall, PNG)).body;
    const missing =
      (await world.get<RoundView>(ROUND, "admin")).body.halls.find((one) => one.hall.id === hall)?.unscored ??
      [];
    for (const { id, weight } of ON_SITE.filter((item) => missing.includes(item.id))) {
      await world.post(`${ROUND}/halls/${hall}/scores`, scoreBody(id, weight, photo), "inspector");
    }
    const visitors = `${ROUND}/halls/${hall}/visitors`;
    for (const { number } of (await world.get<Windows>(visitors, "inspector")).body.windows.slice(1)) {
      await world.post(visitors, { number, result: "nobodyCame" }, "inspector");
    }
    const page = await signedIn("inspector", await browser.newContext({ viewport: PHONE }));
    await page.goto(`${home}${BOARD}/halls/${hall}/visitors`);
    expect(await overflow(page)).toBe(0);
    const first = page.locator("li[data-window='1']");
    await first.locator("select[name=result]").selectOption("notInLedger");
    await first.getByRole("button", { name: "保存" }).click();
    await page.locator("li[data-window='1'][data-result=notInLedger]").waitFor();
    await page.context().close();
  }
  const head = await signedIn("head", await browser.newContext());
  await head.goto(`${home}/halls/east/inspections/2026-november`);
  const objection = await unfold(head, "提出异议");
  await objection.locator("[name=item]").selectOption("door-sign");
  await objection.locator("[name=reason]").fill("牌子就在门口");
  await objection.getByRole("button", { name: "提出异议" }).click();
  await head.getByText("牌子就在门口").first().waitFor();
  await head.context().close();

  const director = await signedIn("director", await browser.newContext());
  await director.goto(`${home}${BOARD}/halls/east`);
  const ruling = await unfold(director, "裁定");
  await ruling.locator("[name=item]").selectOption("door-sign");
  await ruling.locator("[name=kind]").selectOption("points");
  await ruling.locator("[name=points]").fill("2");
  await ruling.locator("[name=reason]").fill("复看照片，属实");
  await ruling.getByRole("button", { name: "裁定" }).click();
  await director.getByText("改分 2.0：复看照片，属实").first().waitFor();

  const admin = await signedIn("admin", await browser.newContext());
  await admin.goto(`${home}${BOARD}`);
  const minutes = await unfold(admin, "登记现场会记录");
  await minutes.locator("[name=place]").fill("east社区");
  await minutes.locator("[name=attendees]").fill("各大厅负责人");
  await minutes.locator("[name=text]").fill("推广east的做法。");
  await minutes.getByRole("button", { name: "保存" }).click();
  await admin.locator("p.told", { hasText: "推广east的做法。" }).waitFor();
  await admin.context().close();

  await director.goto(`${home}${BOARD}`);
  const sign = await unfold(director, "签署验收报告");
  await sign.getByRole("button", { name: "签署验收报告" }).click();
  // The month is not accepted: that has to be known, and then it may be signed.
  await director.getByText("月报未审定").first().waitFor();
  await director.goto(`${home}${BOARD}`);
  const again = await unfold(director, "签署验收报告");
  await again.locator("[name=acceptPreliminary]").check();
  await again.getByRole("button", { name: "签署验收报告" }).click();
  await director.getByText("签署快照 SHA-256").first().waitFor();
  await director.setViewportSize(PHONE);
  expect(await overflow(director)).toBe(0);
  // A figure opens its rows, and they come to the figure.
  await director.setViewportSize({ width: 1280, height: 900 });
  const total = director.locator("[data-table=ranking] tbody a", { hasText: /^\d+\.\d$/ }).first();
  const shown = await total.textContent();
  await total.click();
  const value = await director.locator("[data-figure-value]").getAttribute("data-figure-value");
  expect(Number(value)).toBe(Number(shown));
  await director.goto(`${home}${BOARD}`);
  await director.getByRole("link", { name: "验收报告", exact: true }).click();
  await director.getByText("集中").or(director.getByText("准确及时、坚持标准")).first().waitFor();
  expect(await director.content()).toContain("测试director");
  await director.context().close();
});
