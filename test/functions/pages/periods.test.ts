// The pages about periods: signing in a browser, judging at the centre, and what a form from elsewhere achieves.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OwedNotice, ReturnedNotice } from "../../../functions/dependencies.ts";
import { createWorld, type Who, type World } from "../../support/world.ts";
import { at } from "../periods/period-calls.ts";
import { formTokenIn, type Page, PageBrowser, unescapeHtml } from "./page-browser.ts";

const LIST = "/halls/east/periods";
const MONTH = `${LIST}/monthly-report/2026-10`;

let world: World;
const reminded: OwedNotice[] = [];
const returned: ReturnedNotice[] = [];
beforeAll(async () => {
  const notices = {
    remind: async (owed: readonly OwedNotice[]) => {
      reminded.push(...owed);
      return { people: 3, queued: 2, unreachable: 1 };
    },
    reportReturned: async (one: ReturnedNotice) => void returned.push(one),
    tell: async () => {},
  };
  world = await createWorld(() => ({ realNow: Date.now, notices }));
});
beforeEach(() => world.setNow(at("2026-11-12 18:00")));
afterAll(() => world.close());

async function signedIn(who: Who): Promise<PageBrowser> {
  const browser = new PageBrowser(world);
  await browser.signIn(who);
  return browser;
}

async function post(
  browser: PageBrowser,
  from: string,
  path: string,
  fields: Record<string, string>,
): Promise<Page> {
  const token = formTokenIn((await browser.open(from)).html);
  return browser.post(path, { form_token: token, ...fields });
}

describe("a hall's list of what it owes", () => {
  test("shows what is due with a word for how it stands, and offers the head the days to sign", async () => {
    const head = await signedIn("head");
    const { status, html } = await head.open(LIST);
    expect(status).toBe(200);
    expect(html).toContain("应办清单");
    expect(html).toMatch(/2026-11-10[\s\S]*已超期/);
    expect(html).toMatch(/name="period" value="2026-11-12"/);
    expect(html).not.toMatch(/name="period" value="2026-11-13"/);
    expect((await head.open(`${LIST}?lang=en`)).html).toContain("What is owed");
  });

  test("offers a clerk nothing to sign", async () => {
    const { html, status } = await (await signedIn("clerk")).open(LIST);
    expect(status).toBe(200);
    expect(html).not.toContain('name="period"');
  });

  test("is closed to other halls", async () => {
    expect((await (await signedIn("west")).open(LIST)).status).toBe(403);
  });

  test("signs the chosen days and says which were refused and why", async () => {
    const head = await signedIn("head");
    const signed = await post(head, LIST, `${LIST}/daily-summary/sign`, { period: "2026-11-12" });
    expect(signed.at).toBe(`${LIST}/daily-summary/2026-11-12`);
    expect(signed.html).toContain("按时完成");
    expect(signed.html).toContain("测试head");
    const refused = await post(head, LIST, `${LIST}/daily-summary/sign`, { period: "2026-11-13" });
    expect(refused.html).toContain('data-problem="period_future"');
  });

  test("takes no form from another site, nor one without its token", async () => {
    const head = await signedIn("head");
    const token = formTokenIn((await head.open(LIST)).html);
    const fields = { form_token: token, period: "2026-11-11" };
    expect((await head.post(`${LIST}/daily-summary/sign`, fields, "https://evil.example")).status).toBe(403);
    expect((await head.post(`${LIST}/daily-summary/sign`, { period: "2026-11-11" })).status).toBe(401);
    expect((await head.open(`${LIST}/daily-summary/2026-11-11`)).html).not.toContain("按时完成");
  });
});

describe("a week's page", () => {
  test("lists the pre-filled findings with fields for owner, date and reason, and confirms", async () => {
    const head = await signedIn("head");
    world.setNow(at("2026-11-13 16:00"));
    const path = `${LIST}/weekly-supervision/2026-W46`;
    const { html } = await head.open(path);
    expect(html).toMatch(/2026-11-09 每日汇总未签认/);
    const bare = await post(head, path, `${LIST}/weekly-supervision/confirm`, { period: "2026-W46" });
    expect(bare.html).toContain('data-problem="finding_unassigned"');
    // One line of its own, every other by the owner and the date for the rest.
    const keys = [...html.matchAll(/name="key" value="([^"]*)"/g)].map(([, key = ""]) => unescapeHtml(key));
    expect(keys.length).toBeGreaterThan(2);
    const lines = keys.flatMap((key): [string, string][] => [
      ["key", key],
      ["content", ""],
      ["owner", ""],
      ["dueOn", ""],
      ["dismissed", key === "unsigned/2026-11-09" ? "当日停电,已补签" : ""],
    ]);
    const rest: [string, string][] = [
      ["restOwner", "测试clerk"],
      ["restDueOn", "2026-11-18"],
    ];
    const token: [string, string][] = [
      ["form_token", formTokenIn(html)],
      ["period", "2026-W46"],
    ];
    const confirmed = await head.post(`${LIST}/weekly-supervision/confirm`, [...token, ...lines, ...rest]);
    expect(confirmed.html).toContain("按时完成");
    const { body } = await world.get<{ rows: { values: Record<string, string> }[] }>(
      "/v1/halls/east/ledgers/findings/records?period=2026-11",
      "head",
    );
    const taken = body.rows.map(({ values }) => [values.owner, values.dueOn]);
    // All but the dismissed one and the empty line for a finding of one's own.
    expect(taken).toEqual(Array.from({ length: keys.length - 2 }, () => ["测试clerk", "2026-11-18"]));
  });
});

describe("a month between hall and centre", () => {
  test("is previewed, submitted, returned with a reason that its author is told, sent again and accepted", async () => {
    const [head, admin] = [await signedIn("head"), await signedIn("admin")];
    const preview = await head.open(MONTH);
    expect(preview.html).toContain("尚未签认的日子");
    expect((await post(head, MONTH, `${LIST}/monthly-report/submit`, { period: "2026-10" })).html).toContain(
      "已上报待审",
    );
    expect((await head.open(MONTH)).html).not.toContain('data-verb="accept"');
    await post(admin, MONTH, `${LIST}/monthly-report/return`, { period: "2026-10", reason: "收据不符" });
    expect(returned).toMatchObject([
      { hall: "east", author: "p-head", reason: "收据不符", period: "2026-10" },
    ]);
    expect((await head.open(MONTH)).html).toMatch(/已退回待改[\s\S]*收据不符/);
    world.setNow(at("2026-11-12 18:05"));
    await post(head, MONTH, `${LIST}/monthly-report/submit`, { period: "2026-10" });
    const accepted = await post(admin, MONTH, `${LIST}/monthly-report/accept`, { period: "2026-10" });
    expect(accepted.html).toContain("已审核通过");
    expect(accepted.html).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(accepted.html).toContain('data-verb="unlock"');
  });

  test("is unlocked only with ledgers, a reason and an end on the hall's clock", async () => {
    world.setNow(at("2026-11-12 18:10"));
    const admin = await signedIn("admin");
    const unlock = (fields: Record<string, string>) =>
      post(admin, MONTH, `${LIST}/monthly-report/unlock`, { period: "2026-10", ...fields });
    expect((await unlock({ reason: "补录", ledger: "cases" })).html).toContain(
      'data-problem="unlock_end_required"',
    );
    const done = await unlock({ reason: "补录", ledger: "cases", until: "2026-11-13T17:00" });
    expect(unescapeHtml(done.html)).toContain("2026-11-13T17:00:00+08:00");
  });
});

describe("the centre's matrix", () => {
  test("shows every hall with signs that are words, and who has not signed or reported", async () => {
    const { status, html } = await (await signedIn("director")).open("/centre/obligations?month=2026-11");
    expect(status).toBe(200);
    expect(html).toMatch(/<span aria-hidden="true">办<\/span><span class="hidden">按时完成<\/span>/);
    expect(html).toContain("还没有签认或上报的");
    expect(html).toContain(`href="${LIST}/daily-summary/2026-11-12"`);
  });

  test("reminds those who are late, once per press, and nobody for what is not due", async () => {
    const admin = await signedIn("admin");
    const page = await post(admin, "/centre/obligations?month=2026-11", "/centre/obligations/remind", {
      month: "2026-11",
    });
    // What was done, in words: of three people two had not heard it today, and one thing is nobody's.
    expect(page.html).toContain(
      `${reminded.length} 项应办,已提醒 2 人(上班时间发出),另有 1 人今天已就同样内容提醒过,不再重复;1 项没有可提醒的人`,
    );
    expect(reminded.length).toBeGreaterThan(0);
    expect(new Set(reminded.map(({ status }) => status))).toEqual(new Set(["dueSoon", "overdue", "missed"]));
    expect(reminded.every(({ by }) => by === "p-admin")).toBe(true);
  });

  test("is nobody's but the centre's", async () => {
    expect((await (await signedIn("head")).open("/centre/obligations")).status).toBe(403);
  });

  test.each(["2026", "2026-11-02", "x"])("has no month %s", async (month) => {
    expect((await (await signedIn("admin")).open(`/centre/obligations?month=${month}`)).status).toBe(400);
  });
});

test("without a way of sending, the API says so instead of pretending", async () => {
  const { createApp } = await import("../../../functions/app.ts");
  const app = createApp({ ...world.deps, notices: undefined });
  const response = await app.request("/v1/centre/obligations/remind", {
    method: "POST",
    headers: { authorization: `Bearer ${await world.token("admin")}`, "content-type": "application/json" },
    body: JSON.stringify({ period: "2026-11" }),
  });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: "reminders_unavailable" });
});
