// Signing days: by whom, when, how often; and what is refused without a trace.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitePerson } from "../../../functions/storage/directory-store.ts";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { periodRowId } from "../../../functions/use-cases/periods/period-row-id.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import type { Grant } from "../../../shared/kernel/permissions.ts";
import { batch, caseRow, createWorld, emailOf, SYNC, type Who, type World } from "../../support/world.ts";
import { at, done, owed, post, stateOf } from "./period-calls.ts";

const RULE = "daily-summary";
const CLERK: Grant = { role: "clerk", centre: "test-centre", hall: "east" };

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  for (const who of ["clerk", "clerk2", "head", "admin"] as const) await world.get("/v1/me", who);
});
beforeEach(() => world.setNow(at("2026-11-12 18:00")));
afterAll(() => world.close());

async function grant(who: Who, grants: Grant[]): Promise<void> {
  const person = { id: `p-${who}`, name: who, email: emailOf(who), grants, demonstration: true };
  await invitePerson(world.deps.table, person);
}

async function recordOf(day: string) {
  const id = periodRowId("east", "daily-summaries", RULE, day);
  return (await findRecords(world.deps.table, [id])).get(id);
}

describe("a day is signed", () => {
  test("after closing, with the figures as they stand; a nil day too", async () => {
    world.setNow(at("2026-11-03 18:00"));
    const row = caseRow({ receivedAt: "2026-11-03T09:00:00+08:00" });
    await world.post<SyncAnswer>(SYNC, batch([row]), "clerk");
    await done(world, "sign", RULE, ["2026-11-02", "2026-11-03"], { note: "无异常" });
    expect((await recordOf("2026-11-03"))?.events.at(-1)?.data).toEqual({
      figures: { "cases.received": 1 },
      note: "无异常",
    });
    expect((await recordOf("2026-11-02"))?.events.at(-1)?.data.figures).toEqual({});
  });

  test("several at once after an absence, each by itself: one that is refused does not stop the others", async () => {
    const { status, body } = await post(world, "sign", RULE, {
      periods: ["2026-11-04", "2026-11-07", "2026-11-05"],
    });
    expect(status).toBe(200);
    expect(
      body.results.map(({ period, status: each, problems }) => [period, each, problems[0]?.code]),
    ).toEqual([
      ["2026-11-04", "accepted", undefined],
      ["2026-11-05", "accepted", undefined],
      ["2026-11-07", "refused", "period_not_owed"],
    ]);
  });

  test("twice with the same figures only once; again when figures have changed, and both signatures stay", async () => {
    world.setNow(at("2026-11-06 18:00"));
    await done(world, "sign", RULE, ["2026-11-06"]);
    const [again] = await done(world, "sign", RULE, ["2026-11-06"]);
    expect(again?.status).toBe("unchanged");
    world.setNow(at("2026-11-10 09:00"));
    await world.post<SyncAnswer>(
      SYNC,
      batch([caseRow({ receivedAt: "2026-11-06T11:00:00+08:00" })]),
      "clerk",
    );
    await done(world, "sign", RULE, ["2026-11-06"]);
    expect(await owed(world, RULE, "2026-11-06")).toMatchObject({
      status: "met",
      firstCompletedAt: "2026-11-06T18:00:00+08:00",
      latestCompletedAt: "2026-11-10T09:00:00+08:00",
    });
  });

  test("by two people at once: one record, one signature", async () => {
    await grant("clerk2", [CLERK, { role: "hallHead", centre: "test-centre", hall: "east" }]);
    const both = await Promise.all(
      (["head", "clerk2", "head", "clerk2"] as const).map((who) =>
        post(world, "sign", RULE, { periods: ["2026-11-09"] }, who),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const record = await recordOf("2026-11-09");
    expect(record?.events.map(({ action }) => action)).toEqual(["sign"]);
    expect(record?.version).toBe(2);
    await grant("clerk2", [CLERK]);
  });

  test("with rows still pending, which is put on record", async () => {
    await done(world, "sign", RULE, ["2026-11-10"], { pendingRows: 3, refusedRows: 1 });
    expect((await recordOf("2026-11-10"))?.events.at(-1)?.data).toMatchObject({
      pendingRows: 3,
      refusedRows: 1,
    });
  });
});

describe("a deputy", () => {
  const deputy = (from: string, to: string, deputyFor = "p-head"): Grant => ({
    role: "hallHead",
    centre: "test-centre",
    hall: "east",
    from,
    to,
    deputyFor,
  });
  const sign = (period: string) => post(world, "sign", RULE, { periods: [period] }, "clerk2");

  test.each([
    [
      "signs a day of the deputyship, and it says for whom",
      deputy("2026-11-11", "2026-11-13"),
      "2026-11-12",
      200,
    ],
    [
      "signs the day before, which falls due in the deputyship",
      deputy("2026-11-12", "2026-11-13"),
      "2026-11-11",
      200,
    ],
    ["does not sign an older day", deputy("2026-11-12", "2026-11-13"), "2026-10-30", 403],
    ["does not sign before the deputyship begins", deputy("2026-11-13", "2026-11-14"), "2026-11-12", 403],
    ["does not sign after it has ended", deputy("2026-11-09", "2026-11-11"), "2026-11-11", 403],
    ["is never oneself", deputy("2026-11-09", "2026-11-13", "p-clerk2"), "2026-11-12", 403],
  ])("%s", async (_, own, period, status) => {
    await grant("clerk2", [CLERK, own]);
    const answer = await sign(period);
    expect([answer.status, answer.body.code ?? "signed"]).toEqual([
      status,
      status === 200 ? "signed" : "not_your_day",
    ]);
    if (status === 200) expect((await recordOf(period))?.events.at(-1)?.data.deputyFor).toBe("p-head");
    await grant("clerk2", [CLERK]);
  });
});

describe("a signature is refused, and nothing has changed", () => {
  test.each<[string, string, string[], Who, number, string]>([
    ["a day to come", "2026-11-12 18:00", ["2026-11-13"], "head", 422, "period_future"],
    ["a day before closing", "2026-11-12 17:29", ["2026-11-12"], "head", 422, "period_not_over"],
    ["a day off", "2026-11-12 18:00", ["2026-10-01"], "head", 422, "period_not_owed"],
    ["a week as a day", "2026-11-12 18:00", ["2026-W45"], "head", 422, "period_foreign"],
    ["no date at all", "2026-11-12 18:00", ["gestern"], "head", 400, "invalid_period"],
    [
      "a day in a year that no calendar knows",
      "2026-11-12 18:00",
      ["2019-11-04"],
      "head",
      422,
      "period_not_owed",
    ],
    ["a clerk", "2026-11-12 18:00", ["2026-11-11"], "clerk", 403, "not_your_day"],
    ["the head of another hall", "2026-11-12 18:00", ["2026-11-11"], "west", 403, "not_permitted"],
    ["the centre", "2026-11-12 18:00", ["2026-11-11"], "admin", 403, "not_your_day"],
    ["a clock that runs backwards", "2026-11-09 18:00", ["2026-11-06"], "head", 409, "clock_backwards"],
    ["nothing named", "2026-11-12 18:00", [], "head", 400, "wrong_shape"],
    [
      "a year of days",
      "2026-11-12 18:00",
      Array.from({ length: 63 }, (_, day) => String(day)),
      "head",
      422,
      "too_many_periods",
    ],
  ])("%s", async (_, now, periods, who, status, code) => {
    world.setNow(at("2026-11-12 18:00"));
    const before = await stateOf(world);
    world.setNow(at(now));
    const answer = await post(world, "sign", RULE, { periods }, who);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message.zh).not.toBe("");
    world.setNow(at("2026-11-12 18:00"));
    expect(await stateOf(world)).toEqual(before);
  });

  test.each([
    ["an unknown duty", "tea-break", "sign", "2026-11-11", 404, "unknown_duty"],
    ["the wrong verb", "daily-summary", "confirm", "2026-11-11", 422, "period_foreign"],
    ["a week without a day of work", "weekly-supervision", "confirm", "2026-W08", 422, "period_not_owed"],
    ["a week that is not over", "weekly-supervision", "confirm", "2026-W46", 422, "period_not_over"],
    ["an unknown verb", "daily-summary", "shred", "2026-11-11", 404, "not_found"],
  ])("%s", async (_, rule, verb, period, status, code) => {
    const answer = await post(world, verb, rule, { periods: [period] });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test("a row sent to the ledger by a sheet: these are signed, not typed", async () => {
    const row = {
      id: periodRowId("east", "daily-summaries", RULE, "2026-11-11"),
      baseVersion: 0,
      action: "upsert",
      values: {},
    };
    const answer = await world.post("/v1/halls/east/ledgers/daily-summaries/sync", batch([row]), "head");
    expect(answer).toMatchObject({ status: 409, body: { code: "written_by_verbs" } });
  });

  test("a day of a month whose report was accepted, until the centre unlocks it", async () => {
    await done(world, "submit", "monthly-report", ["2026-10"]);
    await done(world, "accept", "monthly-report", ["2026-10"], {}, "admin");
    expect((await post(world, "sign", RULE, { periods: ["2026-10-30"] })).body.code).toBe("period_locked");
    expect(await owed(world, RULE, "2026-10-30")).toMatchObject({ status: "missed" });
    const until = "2026-11-13T12:00:00+08:00";
    const unlock = { reason: "补签", until, ledgers: ["daily-summaries"] };
    await done(world, "unlock", "monthly-report", ["2026-10"], unlock, "admin");
    await done(world, "sign", RULE, ["2026-10-30"]);
    expect(await owed(world, RULE, "2026-10-30")).toMatchObject({ status: "metLate" });
  });
});
