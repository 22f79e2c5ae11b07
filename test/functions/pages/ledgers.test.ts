// Any ledger on pages: the form follows from the definition, steps show where they are allowed, files survive a refusal.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type Who, type World } from "../../support/world.ts";
import { bans, loans, shelves } from "../support/library.ts";
import { formTokenIn, PageBrowser } from "./page-browser.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ ledgers: [loans, bans, shelves], realNow: Date.now }));
});
afterAll(() => world.close());

const LOANS = "/halls/east/ledgers/loans";
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
]);

async function signedIn(who: Who): Promise<PageBrowser> {
  const browser = new PageBrowser(world);
  await browser.signIn(who);
  return browser;
}

async function send(browser: PageBrowser, from: string, to: string, fields: Record<string, string | File>) {
  const { html } = await browser.open(from);
  const form = new FormData();
  form.set("form_token", formTokenIn(html));
  for (const name of ["id", "version"]) {
    const given = new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];
    if (given) form.set(name, given);
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return browser.postForm(to, form);
}

test("a ledger's form asks for its fields, keeps what was typed and uploaded when refused, and saves it", async () => {
  const clerk = await signedIn("clerk");
  expect((await clerk.open("/halls/east/ledgers")).html).toContain("借阅");
  const { html } = await clerk.open(`${LOANS}/new`);
  for (const part of ["借出日期", "书名", "测试clerk2", "封面", 'type="file"']) expect(html).toContain(part);
  // People of other halls are nobody's readers here.
  expect(html).not.toContain("测试west");

  const typed = { book: "史记", reader: "", "state.pages.ok": "false", "state.pages.note": "缺页" };
  const refused = await send(clerk, `${LOANS}/new`, `${LOANS}/new`, {
    ...typed,
    photos: new File([PNG], "封面.png", { type: "image/png" }),
  });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("请填写“读者”");
  expect(refused.html).toContain("史记");
  expect(refused.html).toContain("缺页");
  const kept = /name="photos.kept" value="([^"]+)"/.exec(refused.html)?.[1]?.replaceAll("&quot;", '"') ?? "";
  expect(kept).toContain("封面.png");

  const form = { ...typed, reader: "p-clerk2", lentOn: "2026-11-02", "photos.kept": kept };
  const saved = await send(clerk, `${LOANS}/new`, `${LOANS}/new`, form);
  expect(saved.status).toBe(200);
  expect(saved.at).toMatch(/\/halls\/east\/ledgers\/loans\/records\/[0-9a-f-]{36}$/);
  for (const part of ["史记", "测试clerk2", "缺页", "封面.png"]) expect(saved.html).toContain(part);
  const picture = /href="([^"]*\/attachments\/[^"]+)"/.exec(saved.html)?.[1] ?? "";
  const file = await clerk.open(picture);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await (await signedIn("west")).open(picture)).status).toBe(403);
});

test("steps are offered to those who may take them, and a refused one keeps its form open", async () => {
  const clerk = await signedIn("clerk");
  const form = { lentOn: "2026-11-03", book: "汉书", reader: "p-clerk" };
  const { at } = await send(clerk, `${LOANS}/new`, `${LOANS}/new`, form);
  const head = await signedIn("head");
  expect((await clerk.open(at)).html).not.toContain('data-step="giveBack"');
  expect((await clerk.open(at)).html).toContain('data-step="lose"');
  expect((await head.open(at)).html).toContain('data-step="giveBack"');

  const unexplained = await send(head, at, `${at}/steps/void`, { reason: "" });
  expect(unexplained.status).toBe(422);
  expect(unexplained.html).toMatch(/<details[^>]*data-step="void"[^>]*open/);
  const done = await send(head, at, `${at}/steps/giveBack`, {});
  expect(done.html).toContain("已结");
  const again = await send(clerk, at, `${at}/steps/lose`, {});
  expect([again.status, again.html.includes("没有保存")]).toEqual([422, true]);
});

test("a change is made on what one saw, and is refused when somebody was faster", async () => {
  const clerk = await signedIn("clerk");
  const form = { lentOn: "2026-11-04", book: "后汉书", reader: "p-clerk" };
  const { at } = await send(clerk, `${LOANS}/new`, `${LOANS}/new`, form);
  const changed = await send(clerk, `${at}/change`, `${at}/change`, { ...form, book: "三国志" });
  expect(changed.html).toContain("三国志");
  const late = await send(clerk, `${at}/change`, `${at}/change`, { ...form, book: "晋书", version: "1" });
  expect([late.status, late.html.includes("同时被别人改过")]).toEqual([422, true]);
});

test("nobody writes from another site, without the form's token, or where they may not", async () => {
  const clerk = await signedIn("clerk");
  expect((await clerk.post(`${LOANS}/new`, { book: "x" })).status).toBe(401);
  expect((await (await signedIn("head")).open(`${LOANS}/new`)).status).toBe(403);
  expect((await clerk.open("/halls/west/ledgers/loans")).status).toBe(403);
  const office = await clerk.open("/halls/test-centre/ledgers");
  expect([office.status, office.html.includes("书架")]).toEqual([200, true]);
});
