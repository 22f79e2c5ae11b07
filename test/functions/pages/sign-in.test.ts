// The first page, and signing in from it.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { keys } from "../../../functions/storage/keys.ts";
import { SIGN_IN_MS } from "../../../functions/storage/session-store.ts";
import { createWorld, emailOf, NOW, type Who, type World } from "../../support/world.ts";
import { PageBrowser } from "./page-browser.ts";

const CALLBACK = "/sign-in/callback";

let world: World;
let browser: PageBrowser;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => {
  world.setNow(NOW);
  browser = new PageBrowser(world);
});
afterAll(() => world.close());

/** Up to the issuer's answer, which is not opened yet. */
async function answerFor(who: Who, by = browser): Promise<string> {
  return (await by.open(`/sign-in?login_hint=${emailOf(who)}`, CALLBACK)).at;
}

describe("the first page", () => {
  test("says what this is, in Chinese, and offers the invented people by hall", async () => {
    const { status, html } = await browser.open("/");
    expect(status).toBe(200);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain("演示");
    expect(html).toMatch(/east社区便民服务大厅[\s\S]*测试head[\s\S]*大厅负责人/);
    expect(html).toContain(`/sign-in?login_hint=${encodeURIComponent(emailOf("clerk"))}`);
  });

  test("offers one button where people have accounts of their own", async () => {
    const app = createApp({ ...world.deps, demonstrationAccounts: null });
    const html = await (await app.request("/?to=/centre/months/2026-10")).text();
    expect(html).toContain('href="/sign-in?to=%2Fcentre%2Fmonths%2F2026-10"');
    expect(html).not.toContain("login_hint");
    expect(html).not.toContain("演示");
  });
});

describe("signing in", () => {
  test.each<[Who, string]>([
    ["admin", "/centre/months/2026-11"],
    ["director", "/centre/months/2026-11"],
    ["clerk", "/halls/east"],
    ["amsterdam", "/halls/amsterdam"],
  ])("takes %s to their work at %s", async (who, at) => {
    const page = await browser.signIn(who);
    expect(page).toMatchObject({ status: 200, at });
    expect(page.html).toContain(`测试${who}`);
  });

  test("returns to the page that was wanted", async () => {
    const first = await browser.open("/halls/east/rows?ledger=cases&figure=open");
    expect(first.at).toBe(`/?to=${encodeURIComponent("/halls/east/rows?ledger=cases&figure=open")}`);
    const wanted = new URL(first.at, world.deps.publicUrl).searchParams.get("to") ?? "";
    expect(await browser.signIn("clerk", wanted)).toMatchObject({ status: 200, at: wanted });
  });

  test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "/sign-in"])(
    "does not lead on to %s",
    async (to) => {
      expect((await browser.signIn("clerk", to)).at).toBe("/halls/east");
    },
  );

  test("keeps the session in a cookie that scripts and other sites do not get", async () => {
    await browser.signIn("clerk");
    const cookie = browser.cookies.get("hl_session")?.text ?? "";
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);
    expect(browser.cookies.has("hl_sign_in")).toBe(false);
  });

  test("sends cookies over HTTPS only where the pages are there", async () => {
    const app = createApp({ ...world.deps, publicUrl: "https://ledger.example" });
    const response = await app.request("https://ledger.example/sign-in");
    expect(response.status).toBe(303);
    expect(response.headers.get("set-cookie")).toMatch(/hl_sign_in=.*; Secure/);
  });

  test("asks the issuer for a code with PKCE, state and nonce", async () => {
    const response = await world.app.request(`${world.deps.publicUrl}/sign-in?login_hint=not-an-address`);
    const asked = new URL(response.headers.get("location") ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: "code", code_challenge_method: "S256" });
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(asked.has("login_hint")).toBe(false);
  });

  test("under 'localhost' moves to the address that the issuer knows", async () => {
    const response = await world.app.request("http://localhost:8787/sign-in?to=/halls/east");
    expect(response.headers.get("location")).toBe(`${world.deps.publicUrl}/sign-in?to=/halls/east`);
  });

  test("opens a new session and ends the one that the browser had", async () => {
    await browser.signIn("clerk");
    const before = browser.cookies.get("hl_session");
    await browser.signIn("head");
    expect(browser.cookies.get("hl_session")?.value).not.toBe(before?.value);
    if (before) browser.cookies.set("hl_session", before);
    expect((await browser.open("/halls/east")).at).toMatch(/^\/\?to=/);
  });
});

describe("an answer of the issuer is refused with a page that says what to do", () => {
  async function expectRefused(answer: string, by = browser): Promise<void> {
    const page = await by.open(answer);
    expect(page.status).toBe(400);
    expect(page.html).toContain('data-problem="sign_in_failed"');
    expect(page.html).toContain("重新登录");
    expect(page.html).toContain("Signing in did not finish");
    expect(page.html).not.toMatch(/\.ts:\d|node_modules|at async/);
    expect(by.cookies.has("hl_session")).toBe(false);
  }

  test("with another state, which leaves the real answer usable once, and once only", async () => {
    const answer = await answerFor("clerk");
    const forged = new URL(answer, world.deps.publicUrl);
    forged.searchParams.set("state", "x".repeat(43));
    await expectRefused(`${forged.pathname}${forged.search}`);
    expect((await browser.open(answer)).at).toBe("/halls/east");
    browser.cookies.delete("hl_session");
    await expectRefused(answer);
  });

  test("used again in the same browser, even with the cookie kept", async () => {
    const answer = await answerFor("clerk");
    const cookie = browser.cookies.get("hl_sign_in");
    await browser.open(answer);
    browser.cookies.clear();
    if (cookie) browser.cookies.set("hl_sign_in", cookie);
    await expectRefused(answer);
  });

  test("in another browser", async () => {
    await expectRefused(await answerFor("clerk"), new PageBrowser(world));
  });

  test("with a code that was meant for somebody else's sign-in", async () => {
    const other = new PageBrowser(world);
    const stolen = new URL(await answerFor("head", other), world.deps.publicUrl).searchParams.get("code");
    const own = new URL(await answerFor("clerk"), world.deps.publicUrl);
    own.searchParams.set("code", stolen ?? "");
    await expectRefused(`${own.pathname}${own.search}`);
  });

  test("with a token that was made for another sign-in: its nonce is not ours", async () => {
    const answer = await answerFor("clerk");
    const { table } = world.deps;
    const token = browser.cookies.get("hl_sign_in")?.value ?? "";
    const key = keys.session(createHash("sha256").update(token).digest("hex"));
    const begun = await table.get(key);
    expect(begun).toMatchObject({ kind: "signIn", nonce: expect.stringMatching(/^[\w-]{20,}$/) });
    await table.put({ ...begun, ...key, nonce: "x".repeat(43) });
    await expectRefused(answer);
  });

  test("that says the person did not agree", async () => {
    const own = new URL(await answerFor("clerk"), world.deps.publicUrl);
    own.searchParams.delete("code");
    own.searchParams.set("error", "access_denied");
    await expectRefused(`${own.pathname}${own.search}`);
  });

  test("after a quarter of an hour", async () => {
    const answer = await answerFor("clerk");
    world.setNow(NOW + SIGN_IN_MS);
    await expectRefused(answer);
  });

  test("without anything", () => expectRefused(CALLBACK));
});

describe("an account", () => {
  test("that nobody invited is told whom to ask", async () => {
    await world.deps.table.remove(keys.invitation(emailOf("clerk2")));
    const page = await browser.signIn("clerk2");
    expect(page.status).toBe(403);
    expect(page.html).toContain("还没有被邀请");
    expect(browser.cookies.has("hl_session")).toBe(false);
  });

  test("without any role sees nothing but that", async () => {
    const page = await browser.signIn("nobody");
    expect(page.html).toContain("还没有任何大厅或中心的职责");
    expect((await browser.open("/centre/months/2026-11")).status).toBe(403);
    expect((await browser.open("/halls/east")).status).toBe(403);
  });
});
