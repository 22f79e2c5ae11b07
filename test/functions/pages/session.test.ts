// A session of the pages: how long it lasts, and what ends it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitePerson } from "../../../functions/storage/directory-store.ts";
import { keys } from "../../../functions/storage/keys.ts";
import { IDLE_MS, SESSION_MS } from "../../../functions/storage/session-store.ts";
import { createWorld, emailOf, NOW, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "./page-browser.ts";

const PAGE = "/halls/east";
const MINUTE = 60_000;

let world: World;
let browser: PageBrowser;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  world.setNow(NOW);
  browser = new PageBrowser(world);
  await browser.signIn("clerk");
});
afterAll(() => world.close());

const isSignedIn = async (): Promise<boolean> => (await browser.open(PAGE)).at === PAGE;

describe("a session", () => {
  test("lasts while pages are opened, and ends after two hours without one", async () => {
    world.setNow(NOW + IDLE_MS - MINUTE);
    expect(await isSignedIn()).toBe(true);
    world.setNow(NOW + 2 * IDLE_MS - 2 * MINUTE);
    expect(await isSignedIn()).toBe(true);
    world.setNow(NOW + 3 * IDLE_MS - 2 * MINUTE);
    expect(await isSignedIn()).toBe(false);
    expect(browser.cookies.has("hl_session")).toBe(false);
  });

  test("ends after twelve hours, however busy", async () => {
    for (let at = NOW; at < NOW + SESSION_MS; at += 60 * MINUTE) {
      world.setNow(at);
      expect(await isSignedIn()).toBe(true);
    }
    world.setNow(NOW + SESSION_MS);
    expect(await isSignedIn()).toBe(false);
  });

  test("is not written anew for every page", async () => {
    const before = world.deps.table.meter.write;
    world.setNow(NOW + 4 * MINUTE);
    await browser.open(PAGE);
    expect(world.deps.table.meter.write).toBe(before);
  });

  test("cannot be taken from the table: only the hash of its token stands there", async () => {
    const token = browser.cookies.get("hl_session")?.value ?? "";
    expect(await world.deps.table.get(keys.session(token))).toBeUndefined();
  });

  test("sees a change of the person's roles at once, and their leaving", async () => {
    const person = { id: "p-clerk", name: "测试clerk", email: emailOf("clerk"), demonstration: true };
    await invitePerson(world.deps.table, { ...person, grants: [] });
    expect((await browser.open(PAGE)).status).toBe(403);
    await world.deps.table.remove(keys.person("p-clerk"));
    expect(await isSignedIn()).toBe(false);
    const grants = [{ role: "clerk" as const, centre: "test-centre", hall: "east" }];
    await invitePerson(world.deps.table, { ...person, grants });
  });

  test.each(["", "x", "a".repeat(43), "../../x"])("does not arise from the token %j", async (value) => {
    browser.cookies.set("hl_session", { value, path: "/", text: "" });
    expect(await isSignedIn()).toBe(false);
  });
});

describe("signing out", () => {
  test("ends the session, also for whoever kept the cookie", async () => {
    const cookie = browser.cookies.get("hl_session");
    const token = formTokenIn((await browser.open(PAGE)).html);
    expect(await browser.post("/sign-out", { form_token: token })).toMatchObject({ status: 200, at: "/" });
    expect(browser.cookies.has("hl_session")).toBe(false);
    if (cookie) browser.cookies.set("hl_session", cookie);
    expect(await isSignedIn()).toBe(false);
  });

  test("is refused from another site, or from nowhere", async () => {
    const token = formTokenIn((await browser.open(PAGE)).html);
    for (const origin of ["https://evil.example", "null", null]) {
      expect((await browser.post("/sign-out", { form_token: token }, origin)).status).toBe(403);
    }
    expect(await isSignedIn()).toBe(true);
  });

  test("is refused without the session's own form token", async () => {
    const other = new PageBrowser(world);
    const foreign = formTokenIn((await other.signIn("head")).html);
    expect(foreign).not.toBe("");
    for (const token of ["", "x", foreign]) {
      const page = await browser.post("/sign-out", { form_token: token });
      expect(page.status).toBe(401);
      expect(page.html).toContain('data-problem="session_expired"');
    }
    expect(await isSignedIn()).toBe(true);
  });

  test("does not read a form without end", async () => {
    const page = await browser.post("/sign-out", { form_token: "x".repeat(100_000) });
    expect(page.status).toBe(413);
  });

  test("is nothing to open", async () => {
    expect((await browser.open("/sign-out")).status).toBe(404);
  });
});
