// What halls owe follows what the centre enters: days of service, suspensions, exemptions, and rules with their dates.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCentre, findHall } from "../../../functions/storage/directory-store.ts";
import { createWorld, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import { at, done, type OwedPeriodView } from "./period-calls.ts";

let world: World;
let admin: PageBrowser;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  // September was reported and accepted: what was owed in it is settled.
  world.setNow(at("2026-10-08 09:00"));
  await done(world, "submit", "monthly-report", ["2026-09"]);
  await done(world, "accept", "monthly-report", ["2026-09"], {}, "admin");
  world.setNow(at("2026-11-20 15:00"));
  admin = new PageBrowser(world);
  await admin.signIn("admin");
});
afterAll(() => world.close());

async function post(path: string, to: string, fields: Readonly<Record<string, string>>, browser = admin) {
  const token = formTokenIn((await browser.open(path)).html);
  const { status, html, at: ended } = await browser.post(to, { form_token: token, ...fields });
  return { status, html, ended, code: /data-problem="(\w+)"/.exec(html)?.[1] };
}
const HALL = "/centre/halls/east";
const service = (fields: Readonly<Record<string, string>>) => post(HALL, `${HALL}/service`, fields);
const RULES = "/centre/duty-rules";
const rule = (fields: Readonly<Record<string, string>>, browser = admin) =>
  post(RULES, RULES, fields, browser);

async function owed(month: string): Promise<readonly OwedPeriodView[]> {
  interface Matrix {
    readonly halls: readonly {
      readonly hall: { readonly id: string };
      readonly obligations: readonly OwedPeriodView[];
    }[];
  }
  const { body } = await world.get<Matrix>(`/v1/centre/obligations?period=${month}`, "admin");
  return body.halls.find(({ hall }) => hall.id === "east")?.obligations ?? [];
}
const find = async (month: string, id: string) => (await owed(month)).find((one) => one.id === id);

const span = (from: string, to: string, reason = "装修(演示)") => ({ from, to, reason });

describe("a hall's days", () => {
  test("a suspension takes its days from what is owed, is signed by whoever entered it, and can be withdrawn", async () => {
    expect(await find("2026-11", "daily-summary/2026-11-24")).toBeDefined();
    const suspended = await service({ kind: "suspension", ...span("2026-11-23", "2026-11-29") });
    expect(suspended.ended).toBe(`${HALL}?saved=yes`);
    expect(await find("2026-11", "daily-summary/2026-11-24")).toBeUndefined();
    expect(await find("2026-11", "weekly-supervision/2026-W48")).toBeUndefined();
    expect(await find("2026-11", "daily-summary/2026-11-30")).toBeDefined();
    const { html } = await admin.open(HALL);
    expect(html).toMatch(/data-span="suspensions\/0".*2026-11-23.*2026-11-29.*装修.*测试admin/s);
    await service({ kind: "withdrawal", of: "suspensions", index: "0" });
    expect(await find("2026-11", "daily-summary/2026-11-24")).toBeDefined();
    expect((await findHall(world.deps.table, "east"))?.suspensions).toMatchObject([
      { from: "2026-11-23", entered: { by: "p-admin" }, withdrawn: { by: "p-admin" } },
    ]);
  });

  test("an exemption stands in the matrix as excused, from its own duty only", async () => {
    await service({
      kind: "exemption",
      rule: "monthly-report",
      ...span("2026-11-01", "2026-11-30", "试运行"),
    });
    expect(await find("2026-11", "monthly-report/2026-11")).toMatchObject({ status: "excused" });
    expect(await find("2026-11", "daily-summary/2026-11-19")).toMatchObject({ status: "overdue" });
  });

  test("a hall that closes owes nothing for the days after, and its list says that it has", async () => {
    await service({ kind: "service", opensOn: "2020-01-01", closesOn: "2026-11-26" });
    const days = (await owed("2026-11")).flatMap(({ id }) => /^daily-summary\/(.*)/.exec(id)?.[1] ?? []);
    expect(days.at(-1)).toBe("2026-11-26");
    world.setNow(at("2026-11-27 09:00"));
    expect((await admin.open("/centre/halls")).html).toContain("已撤厅");
    world.setNow(at("2026-11-20 15:00"));
    await service({ kind: "service", opensOn: "2020-01-01", closesOn: "" });
    expect((await findHall(world.deps.table, "east"))?.closesOn).toBeUndefined();
  });

  test.each([
    ["no date", { kind: "suspension", ...span("下周", "2026-11-29") }, "service_dates"],
    ["a span upside down", { kind: "suspension", ...span("2026-11-29", "2026-11-23") }, "span_upside_down"],
    ["a span of two years", { kind: "suspension", ...span("2026-11-23", "2028-11-23") }, "span_too_long"],
    ["no reason", { kind: "suspension", ...span("2026-11-23", "2026-11-29", " ") }, "span_reason"],
    [
      "the same exemption twice",
      { kind: "exemption", rule: "monthly-report", ...span("2026-11-30", "2026-12-31") },
      "span_overlaps",
    ],
    [
      "an exemption from no duty",
      { kind: "exemption", rule: "tea-break", ...span("2026-12-01", "2026-12-31") },
      "exempt_from_nothing",
    ],
    [
      "a suspension in an accepted month",
      { kind: "suspension", ...span("2026-09-28", "2026-10-08") },
      "service_month_locked",
    ],
    [
      "a closing before the opening",
      { kind: "service", opensOn: "2020-01-01", closesOn: "2019-12-31" },
      "closes_before_it_opens",
    ],
    [
      "an opening that would undo an accepted month",
      { kind: "service", opensOn: "2026-10-12", closesOn: "" },
      "service_month_locked",
    ],
    ["a withdrawal twice", { kind: "withdrawal", of: "suspensions", index: "0" }, "unknown_span"],
  ])("%s: refused, and the hall's entry is as it was", async (_, fields, code) => {
    const before = await findHall(world.deps.table, "east");
    const refused = await service(fields);
    expect([refused.status, refused.code]).toEqual([409, code]);
    expect(await findHall(world.deps.table, "east")).toEqual(before);
  });

  test("is entered by the centre's administrator only", async () => {
    const head = new PageBrowser(world);
    await head.signIn("head");
    expect((await head.open(HALL)).status).toBe(403);
    const token = formTokenIn((await head.open("/halls/east/periods")).html);
    const sent = await head.post(`${HALL}/service`, {
      form_token: token,
      kind: "suspension",
      ...span("2026-12-01", "2026-12-02"),
    });
    expect(sent.status).toBe(403);
  });
});

const CHANGE = {
  id: "monthly-report",
  from: "2026-12-01",
  count: "1",
  at: "12:00",
  monthDay: "",
  graceWorkingDays: "5",
  warnWorkingDays: "1",
  recipientZh: "财务室",
  recipientEn: "Finance office",
};

describe("the rules", () => {
  test("stand in a table with their due times, grace, bands, recipients and who must act", async () => {
    const { html } = await admin.open(RULES);
    for (const shown of [
      "每日汇总",
      "期后第 1 个工作日 10:00",
      "期内最后一个工作日闭厅时",
      "社区管理室",
      "大厅负责人",
    ])
      expect(html).toContain(shown);
  });

  test("a changed one holds for periods that begin on its day or later, and earlier ones keep theirs", async () => {
    expect((await rule(CHANGE)).ended).toBe(`${RULES}?saved=1`);
    expect(await find("2026-11", "monthly-report/2026-11")).toMatchObject({
      dueAt: "2026-12-03T17:00:00+08:00",
    });
    expect(await find("2026-12", "monthly-report/2026-12")).toMatchObject({
      dueAt: "2027-01-01T12:00:00+08:00",
    });
    const { html } = await admin.open(RULES);
    expect(html).toMatch(/data-rule="monthly-report\/2026-12-01".*财务室.*测试admin/s);
  });

  test("one that ends is owed no more from that day on", async () => {
    await rule({ ...CHANGE, id: "weekly-supervision", from: "2026-12-07", ends: "yes" });
    const weeks = (await owed("2026-12")).filter(({ id }) => id.startsWith("weekly-supervision"));
    expect(weeks.map(({ id }) => id)).toEqual(["weekly-supervision/2026-W49"]);
  });

  test("D5 三 “周报”: another report for its recipient is owed, and a hall submits it", async () => {
    const added = {
      ...CHANGE,
      id: "",
      labelZh: "业务周报",
      labelEn: "Weekly figures",
      period: "week",
      count: "1",
    };
    await rule({ ...added, from: "2026-11-23", graceWorkingDays: "3" });
    const id = "report-1/2026-W48";
    expect(await find("2026-11", id)).toMatchObject({
      status: "pending",
      dueAt: "2026-11-30T12:00:00+08:00",
    });
    world.setNow(at("2026-11-27 18:00"));
    await done(world, "submit", "report-1", ["2026-W48"]);
    expect(await find("2026-11", id)).toMatchObject({ status: "met" });
    world.setNow(at("2026-11-20 15:00"));
  });

  test.each([
    ["from today", { ...CHANGE, from: "2026-11-20" }, "rule_from_past"],
    ["from no date", { ...CHANGE, from: "" }, "rule_from_past"],
    ["of no duty", { ...CHANGE, id: "tea-break" }, "rule_unknown"],
    ["of a programme, which has its own page", { ...CHANGE, id: "funding-plan" }, "rule_unknown"],
    ["due on no working day", { ...CHANGE, count: "0" }, "rule_due_count"],
    ["due at no time", { ...CHANGE, at: "24:00" }, "rule_due_time"],
    ["due on a day that is none", { ...CHANGE, id: "annual-report", monthDay: "02-29" }, "rule_month_day"],
    ["with endless grace", { ...CHANGE, graceWorkingDays: "261" }, "rule_working_days"],
    ["for nobody", { ...CHANGE, recipientEn: " " }, "rule_recipient"],
    [
      "a report without a name",
      { ...CHANGE, id: "", labelZh: "", labelEn: "x", period: "week" },
      "rule_label",
    ],
    [
      "a report of no cadence",
      { ...CHANGE, id: "", labelZh: "日报", labelEn: "x", period: "day" },
      "rule_period",
    ],
  ])("%s: refused, and the centre's rules are as they were", async (_, fields, code) => {
    const before = await findCentre(world.deps.table, "test-centre", true);
    const refused = await rule(fields);
    expect([refused.status, refused.code]).toEqual([422, code]);
    expect(await findCentre(world.deps.table, "test-centre", true)).toEqual(before);
  });

  test("are read by everybody of the centre, and changed by its director and its administrator", async () => {
    const director = new PageBrowser(world);
    await director.signIn("director");
    expect((await director.open(`${RULES}?rule=daily-summary`)).html).toContain("修改规则");
    const head = new PageBrowser(world);
    await head.signIn("head");
    expect((await head.open(RULES)).status).toBe(403);
  });
});
