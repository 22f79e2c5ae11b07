// The centre's pages of oversight: who may open them, what they show empty and full, and what their forms do.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJobs } from "../../../functions/jobs/run-jobs.ts";
import { deliverWaiting } from "../../../functions/messages/deliver.ts";
import { periodNotices } from "../../../functions/messages/period-notices.ts";
import { calendarOf } from "../../../shared/capabilities/organisation/centre.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { createWorld, TEST_CENTRE, type Who, type World } from "../../support/world.ts";
import { at } from "../periods/period-calls.ts";
import { accepted } from "../support/rows.ts";
import { formTokenIn, PageBrowser, unescapeHtml } from "./page-browser.ts";

let world: World;
let admin: PageBrowser;
beforeAll(async () => {
  world = await createWorld(({ table, publicUrl }) => ({
    realNow: Date.now,
    webhooks: { hosts: [], resolve: async (host) => (host.endsWith(".qq.com") ? ["1.1.1.1"] : ["10.0.0.1"]) },
    notices: periodNotices({ table, publicUrl, now: () => world.deps.now() }),
  }));
  world.setNow(at("2026-11-20 10:00"));
  admin = await signedIn("admin");
});
afterAll(() => world.close());

async function signedIn(who: Who): Promise<PageBrowser> {
  const browser = new PageBrowser(world);
  await browser.signIn(who);
  return browser;
}

async function text(path: string, browser = admin): Promise<string> {
  const { status, html } = await browser.open(path);
  expect(status, path).toBe(200);
  return unescapeHtml(html);
}

const PAGES = [
  ["/centre/jobs", "还没有运行过"],
  ["/centre/messages", "这个月没有消息"],
  ["/centre/webhooks", "还没有登记群机器人"],
  ["/centre/integrity", "没有需要了解的情况"],
  ["/centre/calendar", "还没有载入过通知"],
  ["/centre/deputies", "还没有安排过代理"],
  ["/centre/obligations", "应办督办"],
  ["/centre/duty-rules", "应办规则"],
] as const;

describe("every page", () => {
  test.each(PAGES)(
    "%s says what it is when it is empty, in both languages, and leads to the others",
    async (path, word) => {
      const html = await text(path);
      expect(html).toContain(word);
      for (const [other] of PAGES) expect(html).toContain(`href="${other}"`);
      expect(await text(`${path}?lang=en`)).not.toContain(word);
      await text(`${path}?lang=zh`);
    },
  );

  test("is reached from the month board", async () => {
    const html = await text("/centre/months/2026-11");
    for (const [path] of PAGES) expect(html).toContain(`href="${path}"`);
  });

  test("is closed to halls; groups are the administrator's, and the director is not sent there", async () => {
    const head = await signedIn("head");
    const director = await signedIn("director");
    for (const [path] of PAGES) expect([path, (await head.open(path)).status]).toEqual([path, 403]);
    expect((await director.open("/centre/webhooks")).status).toBe(403);
    expect(await text("/centre/integrity", director)).not.toContain('href="/centre/webhooks"');
  });
});

test("jobs: what each did last; idle runs are left out until they are asked for", async () => {
  await runJobs(world.deps, ["metrics", "obligations", "closingDrafts"]);
  const html = await text("/centre/jobs");
  expect(html).toMatch(/闭厅起草汇总和督查[\s\S]*起草 \d+/);
  const idle = (page: string) => page.match(/无改动/g)?.length ?? 0;
  expect([idle(html), idle(await text("/centre/jobs?all=1"))]).toEqual([0, 1]);
});

describe("messages", () => {
  test("are on record with whom, when and why; what was given up goes out again, once", async () => {
    const { notices, table, log } = world.deps;
    const tell = (about: string) =>
      notices?.tell({
        centre: "test-centre",
        hall: "east",
        person: "p-head",
        about,
        subject: { zh: `通知${about}`, en: about },
        text: { zh: "请看看", en: "please look" },
        by: "p-admin",
      });
    await tell("a");
    const deliver = (status: "sent" | "refused") =>
      deliverWaiting(
        {
          table,
          channels: {
            mail: {
              send: async () =>
                status === "sent" ? { status } : { status, again: false, error: "no such mailbox" },
            },
          },
          calendar: calendarOf(TEST_CENTRE),
          now: world.deps.now,
          realNow: Date.now,
          log,
        },
        "test-centre",
      );
    await deliver("refused");
    const page = await admin.open("/centre/messages");
    const seen = unescapeHtml(page.html);
    expect(seen).toMatch(
      /测试head[\s\S]*个人通知[\s\S]*通知a[\s\S]*已放弃[\s\S]*被拒[\s\S]*no such mailbox[\s\S]*测试admin/,
    );
    const id = /name="id" value="([^"]+)"/.exec(seen)?.[1] ?? "";
    const fields = { form_token: formTokenIn(page.html), id, month: "2026-11" };
    expect((await admin.post("/centre/messages/retry", fields)).html).toContain("已放回发件箱");
    const twice = await admin.post("/centre/messages/retry", fields);
    expect([twice.status, twice.html.includes("message_not_given_up")]).toEqual([409, true]);
    expect(await deliver("sent")).toMatchObject({ sent: 1 });
    expect(await text("/centre/messages?state=sent")).toMatch(/重新发送[\s\S]*测试admin[\s\S]*发出/);
    expect(await text("/centre/messages?state=dead")).toContain("没有这一类消息");
  });

  test.each([
    ["no-such", 404, "message_unknown"],
    ["2026-11-20/tell/nobody/x", 404, "message_unknown"],
  ])("cannot be sent again when there is none: %s", async (id, status, code) => {
    const answer = await world.post<{ code: string }>("/v1/centre/messages/retry", { id }, "admin");
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await world.post("/v1/centre/messages/retry", { id }, "director")).status).toBe(403);
  });
});

test("groups: an address inside the network is refused and shown again without the secret; a good one is kept secret", async () => {
  const page = await admin.open("/centre/webhooks");
  const send = (fields: Record<string, string>) =>
    admin.post("/centre/webhooks", {
      form_token: formTokenIn(page.html),
      name: "东区群",
      kind: "wecom",
      secret: "s3cret",
      hall: "east",
      ...fields,
    });
  const inside = await send({ url: "https://intranet.example.test/hook" });
  expect([inside.status, inside.html.includes("s3cret")]).toEqual([422, false]);
  expect(inside.html).toMatch(/data-problem="webhook_host_unknown"/);
  expect(inside.html).toContain('value="东区群"');
  const good = await send({ url: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k-e-y" });
  expect(good.html).toContain("已登记。");
  expect(good.html).not.toContain("k-e-y");
  const remove = /action="(\/centre\/webhooks\/[^"]+\/remove)"/.exec(good.html)?.[1] ?? "";
  const removed = await admin.post(remove, { form_token: formTokenIn(good.html) });
  expect(removed.html).toContain("还没有登记群机器人");
});

describe("a holiday notice", () => {
  const shipped = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
  const lines = [
    ...(shipped?.off ?? []).map(([from, to]) => `${from}~${to},休`),
    "2026-11-12~2026-11-13,休",
    "2026-11-16~2026-11-17,休",
    ...(shipped?.makeUp ?? []).map((day) => `${day},班`),
  ];

  async function submit(path: string, fields: Record<string, string>, file?: Uint8Array): Promise<Response> {
    const page = await admin.open("/centre/calendar");
    const body = new FormData();
    for (const [name, value] of Object.entries({ form_token: formTokenIn(page.html), ...fields }))
      body.set(name, value);
    if (file) body.set("file", new Blob([new Uint8Array(file)]), "notice.csv");
    const cookie = [...admin.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
    const origin = world.deps.publicUrl;
    return fetch(new URL(path, origin), {
      method: "POST",
      body,
      redirect: "manual",
      headers: { cookie, origin },
    });
  }

  const fields = { year: "2026", version: "2", sourceZh: "关于调整放假安排的通知(演示)", sourceEn: "" };

  test("from a GBK file is previewed, applied on confirmation, and on record; nothing moves before", async () => {
    await accepted(world, { receivedAt: "2026-11-04 09:00", matter: "permit-intake" });
    // "休" and "班" in GBK.
    const gbk = Buffer.concat(
      lines.map((line) => {
        const [days = "", kind] = line.split(",");
        return Buffer.concat([
          Buffer.from(`${days},`),
          Buffer.from(kind === "休" ? [0xd0, 0xdd] : [0xb0, 0xe0]),
          Buffer.from("\r\n"),
        ]);
      }),
    );
    const preview = await submit("/centre/calendar/preview", { ...fields, rows: "" }, gbk);
    const html = unescapeHtml(await preview.text());
    expect([preview.status, html.includes("未办结 1 件,其中到期日变动 1 件,由超期变为按时 1 件")]).toEqual([
      200,
      true,
    ]);
    expect(await text("/centre/calendar")).toContain("还没有载入过通知");
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
    const confirmed = { ...fields, rows: hidden("rows"), basis: hidden("basis") };
    const applied = await submit("/centre/calendar/apply", confirmed);
    expect(applied.status).toBe(303);
    const after = await text(applied.headers.get("location") ?? "");
    expect(after).toContain("已应用。改动的件数:1");
    expect(after).toMatch(
      /关于调整放假安排的通知\(演示\)[\s\S]*2026v2[\s\S]*由超期变为按时 1 件[\s\S]*测试admin/,
    );
  });

  test.each([
    [
      "a day both off and at work",
      { ...fields, version: "3", rows: [...lines, "2026-11-12,班"].join("\n") },
      "notice_off_and_work",
    ],
    ["a year that is loaded already", { ...fields, rows: "2026-01-01,休" }, "notice_year_loaded"],
    ["a gap", { ...fields, year: "2029", version: "1", rows: "2029-01-01,休" }, "notice_year_gap"],
    [
      "an overlap",
      { ...fields, version: "3", rows: [...lines, "2026-11-12,休"].join("\n") },
      "notice_overlap",
    ],
    ["a line in words", { ...fields, version: "3", rows: `${lines.join("\n")}\n元旦放假` }, "notice_line"],
    ["no title", { ...fields, sourceZh: "", rows: lines.join("\n") }, "invalid_parameter"],
    ["no dates", { ...fields, version: "3", rows: "" }, "notice_empty"],
  ])("with %s is refused above the form, which keeps what was typed", async (_, wrong, code) => {
    const before = await text("/centre/calendar");
    const answer = await submit("/centre/calendar/preview", wrong);
    const html = unescapeHtml(await answer.text());
    expect([answer.status, html.includes(`data-problem="${code}"`)]).toEqual([422, true]);
    expect(html).toContain(
      `name="year" inputmode="numeric" pattern="\\d{4}" required="" size="6" value="${wrong.year}"`,
    );
    expect(await text("/centre/calendar")).toBe(before);
  });
});
