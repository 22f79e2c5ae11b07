// Personal data in time: forgotten when their retention is over, found when a resident asks, looked at on record.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retentionJob } from "../../../functions/jobs/retention-job.ts";
import { findCentre, findHall, putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import { forgottenFrom, monthsToLookAt } from "../../../functions/use-cases/privacy/forget-expired.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { batch, caseRow, createWorld, NOW, SYNC, TEST_CENTRE, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import type { WholeProblem } from "../support/rows.ts";

let world: World;
const ids: Record<string, string> = {};
const YEAR = 365.25 * 86_400_000;

async function add(name: string, values: Record<string, unknown>): Promise<string> {
  const row = caseRow({ visitor: name, ...values });
  const { body } = await world.post<SyncAnswer>(SYNC, batch([row]), "head");
  expect(body.results[0]).toMatchObject({ status: "accepted" });
  ids[name] = row.id;
  return row.id;
}

async function voided(id: string): Promise<void> {
  const row = { id, baseVersion: 1, action: "void", values: { reason: "重复登记" } };
  const { body } = await world.post<SyncAnswer>(SYNC, batch([row]), "head");
  expect(body.results[0]).toMatchObject({ status: "accepted" });
}

beforeAll(async () => {
  world = await createWorld();
  const short = TEST_CENTRE.matters.map((matter) =>
    matter.id === "permit-intake" ? { ...matter, retentionYears: 1 } : matter,
  );
  await putCentre(world.deps.table, { ...TEST_CENTRE, matters: short });
  await add("作废甲", { matter: "senior-card" });
  await add("作废乙", { matter: "permit-intake" });
  await add("未结丙", { matter: "senior-card" });
  for (const name of ["作废甲", "作废乙"]) await voided(ids[name] ?? "");
});
afterAll(() => world.close());

async function forget(now: number): Promise<unknown> {
  const { table } = world.deps;
  const [centre, hall] = [await findCentre(table, "test-centre"), await findHall(table, "east")];
  if (!centre || !hall) throw new Error("no centre");
  return retentionJob.run({ deps: world.deps, centre, halls: [hall], now, isTimeUp: () => false });
}

const shown = async (name: string) =>
  JSON.stringify((await world.get(`/v1/halls/east/ledgers/cases/records/${ids[name]}`, "head")).body);

describe("retention", () => {
  test("runs from the day of closing or voiding, in whole years, and never while a row is open", () => {
    const row = (derived: object, at: string | null = null): LedgerRecord =>
      JSON.parse(
        JSON.stringify({ voided: at && { at }, derived: { open: false, closingDay: null, ...derived } }),
      );
    expect(forgottenFrom(row({ closingDay: "2026-11-20" }), 5)).toBe("2031-11-20");
    expect(forgottenFrom(row({ closingDay: "2024-02-29" }), 1)).toBe("2025-03-01");
    expect(forgottenFrom(row({ closingDay: "2024-02-29" }), 4)).toBe("2028-02-29");
    expect(forgottenFrom(row({ open: true }), 5)).toBeNull();
    expect(forgottenFrom(row({ open: true }, "2026-11-20T15:00:00+08:00"), 1)).toBe("2027-11-20");
  });

  test("looks at the latest months every day, and at every other once within four weeks", () => {
    expect(monthsToLookAt(plainDate("2026-11-20"), 5).slice(-2)).toEqual(["2021-10", "2021-11"]);
    const days = Array.from({ length: 28 }, (_, at) =>
      plainDate(`2026-11-${String(at + 1).padStart(2, "0")}`),
    );
    const all = new Set(days.flatMap((day) => monthsToLookAt(day, 5)));
    expect([all.size, all.has("2000-01"), all.has("2021-12")]).toEqual([263, true, false]);
    expect(Math.max(...days.map((day) => monthsToLookAt(day, 5).length))).toBeLessThan(14);
  });

  test("of a matter with a rule of its own is over before that of others; figures stay", async () => {
    expect(await forget(NOW + 0.9 * YEAR)).toEqual({ forgotten: 0 });
    const day = Date.parse("2027-12-01T02:00:00+08:00");
    expect(await forget(day)).toEqual({ forgotten: 1 });
    expect(await shown("作废乙")).not.toContain("作废乙");
    expect(await shown("作废甲")).toContain("作废甲");
    expect(await forget(day)).toEqual({ forgotten: 0 });
    expect(await forget(Date.parse("2031-12-15T02:00:00+08:00"))).toEqual({ forgotten: 1 });
    expect(await shown("作废甲")).not.toContain("作废甲");
    // Years later an open row still says who is waiting.
    expect(await shown("未结丙")).toContain("未结丙");
    expect(await shown("作废甲")).toContain('"action":"erase"');
    const hall = await findHall(world.deps.table, "east");
    expect(hall && (await recount(world.deps.table, hall, cases))).toEqual([]);
  });
});

describe("a resident who asks", () => {
  const FIND = "/v1/halls/east/residents/find";
  const ask = { name: "欧阳修", phoneTail: "9173", reason: "本人到场申请查询" };
  interface Found {
    readonly rows: readonly { readonly id: string; readonly ledger: string }[];
  }

  test("is found by name and number together, in every ledger of the hall, and each row is on record", async () => {
    const id = await add("欧阳修", { phoneTail: "9173" });
    await add("欧阳修", { phoneTail: "0000" });
    const { status, body } = await world.post<Found>(FIND, ask, "head");
    expect([status, body.rows.map((row) => row.id)]).toEqual([200, [id]]);
    const log = await world.get<{ readings: object[] }>("/v1/centre/readings", "admin");
    expect(log.body.readings).toMatchObject([
      { recordId: id, by: "p-head", hall: "east", ledger: "cases", reason: ask.reason },
    ]);
    // What was found is corrected by an ordinary edit, and erased on request.
    const erased = await world.post(
      `/v1/halls/east/ledgers/cases/records/${id}/erase`,
      { reason: "本人要求删除" },
      "head",
    );
    expect(erased.status).toBe(200);
    expect((await world.post<Found>(FIND, ask, "head")).body.rows).toEqual([]);
  });

  test("is not searched for by whoever may not, nor by half of what is needed", async () => {
    for (const who of ["clerk", "west", "director", "nobody"] as const) {
      expect([who, (await world.post(FIND, ask, who)).status]).toEqual([who, 403]);
    }
    for (const wrong of [
      { ...ask, phoneTail: "" },
      { ...ask, name: "欧" },
      { ...ask, reason: "" },
      { name: "欧阳修" },
    ]) {
      const { status, body } = await world.post<WholeProblem>(FIND, wrong, "head");
      expect([status, body.code]).toEqual([400, "wrong_shape"]);
    }
  });
});

describe("a resident who asks the centre", () => {
  const FIND = "/v1/centre/residents/find";
  const ask = { name: "司马光", phoneTail: "1086", reason: "本人书面申请" };
  interface FoundInCentre {
    readonly searched: readonly string[];
    readonly rows: readonly { readonly id: string; readonly hall: string; readonly values: object }[];
    readonly next: string | null;
  }

  test("is found in every hall, whole and on record; another centre's halls are not looked at", async () => {
    const east = await add("司马光", { phoneTail: "1086" });
    const row = caseRow({ visitor: "司马光", phoneTail: "1086" });
    const west = await world.post<SyncAnswer>("/v1/halls/west/ledgers/cases/sync", batch([row]), "west");
    expect(west.body.results[0]).toMatchObject({ status: "accepted" });
    const own = await findHall(world.deps.table, "west");
    if (!own) throw new Error("no hall");
    const centres = [{ from: "2026-01", centre: "other-centre" }];
    await putHall(world.deps.table, { ...own, id: "away", centres });
    const { status, body } = await world.post<FoundInCentre>(FIND, ask, "admin");
    expect([status, body.next]).toEqual([200, null]);
    expect(body.searched).toEqual(["test-centre", "amsterdam", "east", "west"]);
    expect(body.rows.map(({ id, hall }) => [id, hall])).toEqual([
      [east, "east"],
      [row.id, "west"],
    ]);
    expect(body.rows[0]?.values).toMatchObject({ visitor: "司马光", phoneTail: "1086" });
    const rest = await world.post<FoundInCentre>(FIND, { ...ask, from: "west" }, "admin");
    expect([rest.body.searched, rest.body.rows.length]).toEqual([["west"], 1]);
    const { body: log } = await world.get<{ readings: { recordId: string }[] }>(
      "/v1/centre/readings",
      "admin",
    );
    expect(log.readings.filter(({ recordId }) => recordId === row.id)).toHaveLength(2);
    for (const who of ["head", "director", "nobody"] as const) {
      expect([who, (await world.post(FIND, ask, who)).status]).toEqual([who, 403]);
    }
  });

  test("has the data shown and erased on pages, after a confirmation, by the head and by the administrator", async () => {
    const [head, admin] = [new PageBrowser(world), new PageBrowser(world)];
    await head.signIn("head");
    await admin.signIn("admin");
    expect((await head.open("/halls/east")).html).toContain('href="/halls/east/residents"');
    const empty = await head.open("/halls/east/residents");
    const form_token = formTokenIn(empty.html);
    const wrong = await head.post("/halls/east/residents", { ...ask, phoneTail: "12", form_token });
    expect([wrong.status, wrong.html.includes("手机尾号(四位数字)")]).toEqual([422, true]);
    const found = await head.post("/halls/east/residents", { ...ask, form_token });
    expect([found.status, found.html.includes("司马光")]).toEqual([200, true]);
    expect(found.html).toContain("/change");
    const [, path = ""] = /href="([^"]+\/erase)"/.exec(found.html) ?? [];

    const before = await head.open(path);
    expect(before.html).toContain("删除后不能恢复");
    expect(before.html).not.toContain("司马光");
    const unsure = await head.post(path, { form_token, reason: "本人要求" });
    expect([unsure.status, unsure.html.includes("勾选确认")]).toEqual([422, true]);
    expect((await head.post(path, { form_token, reason: "", confirm: "yes" })).status).toBe(422);
    const erased = await head.post(path, { form_token, reason: "本人要求", confirm: "yes" });
    expect([erased.at, erased.html.includes("个人信息已按规定删除")]).toEqual([
      path.replace("/erase", ""),
      true,
    ]);
    expect(erased.html).not.toContain("/erase");
    expect((await head.open(path)).html).toContain("没有可删除的个人信息");

    const token = formTokenIn((await admin.open("/centre/residents")).html);
    const rest = await admin.post("/centre/residents", { ...ask, form_token: token });
    expect(rest.html.match(/\/erase"/g)).toHaveLength(1);
    expect(rest.html).toContain("更正由大厅办理");
    const none = await admin.post("/centre/residents", { ...ask, name: "王安石", form_token: token });
    expect(none.html).toContain("没有同时符合姓名和尾号的记录");
    expect((await admin.open("/centre/residents?lang=en")).html).toContain("shown, corrected, erased");

    const log = await admin.open("/centre/readings?lang=zh");
    expect(log.html).toContain("本人书面申请");
    expect(log.html).toContain("还没有人导出过");
    await head.signIn("head");
    for (const closed of ["/centre/residents", "/centre/readings", "/halls/west/residents"])
      expect([closed, (await head.open(closed)).status]).toEqual([closed, 403]);
  });

  test("is not looked for without end: after thirty times in an hour everybody is told when to go on", async () => {
    const find = async () =>
      world.app.request("/v1/halls/west/residents/find", {
        method: "POST",
        body: JSON.stringify(ask),
        headers: { authorization: `Bearer ${await world.token("west")}` },
      });
    const statuses = [];
    for (let at = 0; at < 30; at++) statuses.push((await find()).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await find();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([
      429,
      expect.stringMatching(/^\d{1,4}$/),
    ]);
    expect(await refused.json()).toMatchObject({
      code: "too_often",
      message: { zh: expect.stringContaining("最多 30 次"), en: expect.stringContaining("At most 30 times") },
    });
    // Somebody else's work goes on, and an hour later so does theirs.
    expect((await world.post("/v1/halls/east/residents/find", ask, "head")).status).toBe(200);
    const then = NOW;
    world.setNow(then + 3_600_000);
    expect((await find()).status).toBe(200);
    world.setNow(then);
  });
});

test("the centre's log of readings is for its administrator and its inspectors", async () => {
  for (const [who, status] of [
    ["admin", 200],
    ["director", 403],
    ["head", 403],
    ["nobody", 403],
  ] as const) {
    expect([who, (await world.get("/v1/centre/readings", who)).status]).toEqual([who, status]);
  }
});
