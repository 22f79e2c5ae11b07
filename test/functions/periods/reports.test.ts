// A month's report: frozen, returned, sent again, accepted, locked, corrected; and everything kept.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { putCentre } from "../../../functions/storage/directory-store.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { Snapshot, sumRows } from "../../../shared/capabilities/periods/snapshot.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { batch, caseRow, createWorld, SYNC, TEST_CENTRE, testHall, type World } from "../../support/world.ts";
import { at, done, owed, post } from "./period-calls.ts";

const MONTH = "2026-10";
const PATH = `/v1/halls/east/periods/monthly-report/${MONTH}`;

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
});
afterAll(() => world.close());

async function send(row: unknown, more: Record<string, unknown> = {}) {
  const { body } = await world.post<SyncAnswer>(SYNC, batch([row], more), "head");
  const [result] = body.results;
  if (!result) throw new Error("no result");
  return result;
}

async function snapshotBytes(): Promise<string> {
  const response = await world.app.request(`${PATH}/snapshot`, {
    headers: { authorization: `Bearer ${await world.token("head")}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

interface Difference {
  readonly figures: Record<string, { frozen: number; live: number; difference: number }>;
  readonly corrections: { id: string; revisions: { reason: string | null; action: string }[] }[];
}

const difference = async () => (await world.get<Difference>(`${PATH}/difference`, "head")).body;

describe("a month from report to correction", () => {
  const rows = [
    caseRow({ receivedAt: "2026-10-12T10:00:00+08:00" }),
    caseRow({ receivedAt: "2026-10-13T10:00:00+08:00" }),
    caseRow({ receivedAt: "2026-10-14T10:00:00+08:00", matter: "permit-intake" }),
  ];
  const [first, second] = rows;
  let frozenFirst = "";

  beforeAll(async () => {
    world.setNow(at("2026-10-14 16:00"));
    for (const row of rows) expect((await send(row)).status).toBe("accepted");
  });

  test("cannot be submitted before it is over, nor for a month to come", async () => {
    world.setNow(at("2026-10-31 18:00"));
    expect((await post(world, "submit", "monthly-report", { periods: [MONTH] })).body.code).toBe(
      "period_not_over",
    );
    expect((await post(world, "submit", "monthly-report", { periods: ["2026-12"] })).body.code).toBe(
      "period_future",
    );
  });

  test("is frozen when it is submitted: canonical JSON without a name, under its own hash", async () => {
    world.setNow(at("2026-11-03 09:00"));
    const [result] = await done(world, "submit", "monthly-report", [MONTH]);
    expect(result).toMatchObject({ status: "accepted", state: "submitted" });
    frozenFirst = await snapshotBytes();
    const snapshot = Snapshot.parse(JSON.parse(frozenFirst));
    expect(snapshot.ledgers.cases).toMatchObject({
      figures: { received: 3 },
      seq: 3,
      metricsVersion: expect.any(Number),
    });
    expect(snapshot.ledgers.cases?.byDimension["permit-intake"]).toEqual({ received: 1 });
    expect(frozenFirst).not.toContain("张三丰");
    for (const ledger of Object.values(snapshot.ledgers)) {
      expect(sumRows(ledger.rows)).toEqual({ figures: ledger.figures, byDimension: ledger.byDimension });
    }
    const hash = createHash("sha256").update(frozenFirst).digest("hex");
    expect((await world.get<{ snapshot: string }>(PATH, "head")).body.snapshot).toBe(hash);
  });

  test("a second click submits nothing new", async () => {
    world.setNow(at("2026-11-03 09:01"));
    const [again] = await done(world, "submit", "monthly-report", [MONTH]);
    expect(again).toMatchObject({ status: "unchanged", version: 2 });
    expect(await snapshotBytes()).toBe(frozenFirst);
  });

  test("comes back with a reason, and only the centre may send it back", async () => {
    expect(
      (await post(world, "return", "monthly-report", { periods: [MONTH], reason: "数字不符" })).body.code,
    ).toBe("not_yours_to_judge");
    expect((await post(world, "return", "monthly-report", { periods: [MONTH] }, "admin")).body.code).toBe(
      "reason_required",
    );
    world.setNow(at("2026-11-04 10:00"));
    await done(world, "return", "monthly-report", [MONTH], { reason: "漏登一件" }, "admin");
    const { body } = await world.get<{
      state: string;
      events: { action: string; data: { reason?: string } }[];
    }>(PATH, "head");
    expect(body.state).toBe("returned");
    expect(body.events.at(-1)).toMatchObject({ action: "return", data: { reason: "漏登一件" } });
  });

  test("is sent again after its due time, and stays in time by its first completion", async () => {
    const late = caseRow({ receivedAt: "2026-10-20T10:00:00+08:00" });
    world.setNow(at("2026-11-06 09:00"));
    expect((await send(late)).status).toBe("accepted");
    await done(world, "submit", "monthly-report", [MONTH]);
    expect(await owed(world, "monthly-report", MONTH)).toMatchObject({
      status: "met",
      dueAt: "2026-11-04T17:00:00+08:00",
      firstCompletedAt: "2026-11-03T09:00:00+08:00",
      latestCompletedAt: "2026-11-06T09:00:00+08:00",
    });
    expect(Snapshot.parse(JSON.parse(await snapshotBytes())).ledgers.cases?.figures).toEqual({
      received: 4,
      lateEntries: 2,
    });
  });

  test("what is accepted is locked: a change of its figures takes a reason, any other change does not", async () => {
    world.setNow(at("2026-11-09 09:00"));
    await done(world, "accept", "monthly-report", [MONTH], {}, "admin");
    const voiding = caseRow({}, { id: first?.id, baseVersion: 1, values: { matter: "permit-intake" } });
    const refused = await send(voiding);
    expect(refused).toMatchObject({
      status: "refused",
      version: 1,
      problems: [{ code: "month_locked", status: 409 }],
    });
    const noted = caseRow({}, { id: first?.id, baseVersion: 1, values: { window: "2号窗口" } });
    expect((await send(noted)).status).toBe("accepted");
    const corrected = await send({ ...voiding, baseVersion: 2, reason: "事项登记有误" });
    expect(corrected.status).toBe("accepted");
    expect((await difference()).figures["cases.received"]).toEqual({ frozen: 4, live: 4, difference: 0 });
  });

  test("a row that is voided later shows as a difference with its reason; what was frozen stays as it was", async () => {
    const before = await snapshotBytes();
    const voided = { id: second?.id, baseVersion: 1, action: "void", values: { reason: "重复登记" } };
    expect((await send(voided)).status).toBe("accepted");
    const { figures, corrections } = await difference();
    expect(figures["cases.received"]).toEqual({ frozen: 4, live: 3, difference: -1 });
    expect(corrections.map(({ id }) => id).sort()).toEqual([first?.id, second?.id].sort());
    const reasons = corrections.flatMap(({ revisions }) =>
      revisions.map(({ reason, action }) => [action, reason]),
    );
    expect(reasons).toContainEqual(["upsert", "事项登记有误"]);
    expect(reasons.some(([action]) => action === "void")).toBe(true);
    expect(await snapshotBytes()).toBe(before);
  });

  test("the centre's figures stand side by side: live, frozen, difference", async () => {
    const { body } = await world.get<{
      halls: {
        hall: { id: string };
        figures: Record<string, unknown>;
        matters: { matter: { id: string }; figures: Record<string, unknown> }[];
      }[];
    }>(`/v1/centre/roll-ups?period=${MONTH}`, "admin");
    const east = body.halls.find(({ hall }) => hall.id === "east");
    expect(east?.figures["cases.received"]).toMatchObject({ live: 3, frozen: 4, difference: -1 });
    const permit = east?.matters.find(({ matter }) => matter.id === "permit-intake");
    expect(permit?.figures["cases.received"]).toMatchObject({ live: 2, frozen: 1, difference: 1 });
  });

  test("an unlock needs an end, a reason and a scope, and lets changes through until it expires", async () => {
    const unlock = (body: Record<string, unknown>, who: "admin" | "head" = "admin") =>
      post(world, "unlock", "monthly-report", { periods: [MONTH], ...body }, who);
    const until = "2026-11-10T17:00:00+08:00";
    expect((await unlock({ reason: "补录", ledgers: ["cases"] })).body.code).toBe("unlock_end_required");
    expect(
      (await unlock({ reason: "补录", ledgers: ["cases"], until: "2026-11-08T17:00:00+08:00" })).body.code,
    ).toBe("unlock_end_invalid");
    expect(
      (await unlock({ reason: "补录", ledgers: ["cases"], until: "2027-11-08T17:00:00+08:00" })).body.code,
    ).toBe("unlock_end_invalid");
    expect((await unlock({ until, ledgers: ["cases"] })).body.code).toBe("reason_required");
    expect((await unlock({ reason: "补录", until })).body.code).toBe("unlock_scope_required");
    expect((await unlock({ reason: "补录", until, ledgers: ["cases"] }, "head")).body.code).toBe(
      "not_yours_to_judge",
    );
    const third = rows[2];
    const change = caseRow({}, { id: third?.id, baseVersion: 1, values: { matter: "senior-card" } });
    expect((await send(change)).status).toBe("refused");
    await done(
      world,
      "unlock",
      "monthly-report",
      [MONTH],
      { reason: "补录", until, ledgers: ["cases", "reports"] },
      "admin",
    );
    expect((await send(change)).status).toBe("accepted");
    world.setNow(at("2026-11-10 17:00"));
    const back = caseRow({}, { id: third?.id, baseVersion: 2, values: { matter: "permit-intake" } });
    expect((await send(back)).problems.map(({ code }) => code)).toEqual(["month_locked"]);
  });

  test("a locked report is sent again only while it is unlocked", async () => {
    expect((await post(world, "submit", "monthly-report", { periods: [MONTH] })).body.code).toBe(
      "already_accepted",
    );
    world.setNow(at("2026-11-10 18:00"));
    const until = "2026-11-11T17:00:00+08:00";
    await done(
      world,
      "unlock",
      "monthly-report",
      [MONTH],
      { reason: "重报", until, ledgers: ["reports"] },
      "director",
    );
    await done(world, "submit", "monthly-report", [MONTH]);
    await done(world, "accept", "monthly-report", [MONTH], {}, "admin");
    expect((await difference()).figures["cases.received"]).toEqual({ frozen: 3, live: 3, difference: 0 });
    expect(await owed(world, "monthly-report", MONTH)).toMatchObject({
      status: "met",
      firstCompletedAt: "2026-11-03T09:00:00+08:00",
    });
  });

  test("erasing a resident's data changes nothing that was frozen", async () => {
    const before = await snapshotBytes();
    const path = `/v1/halls/east/ledgers/cases/records/${first?.id}/erase`;
    expect((await world.post(path, { reason: "本人要求删除" }, "head")).status).toBe(200);
    expect(await snapshotBytes()).toBe(before);
    expect((await difference()).corrections).toEqual([]);
  });

  test("a changed catalogue and a changed notice leave what was signed and reported as it was", async () => {
    await done(world, "sign", "daily-summary", ["2026-11-10"]);
    const frozen = async () => {
      const { body } = await world.get<{ halls: { figures: Record<string, { frozen: number | null }> }[] }>(
        `/v1/centre/roll-ups?period=${MONTH}&hall=east`,
        "admin",
      );
      const figures = Object.entries(body.halls[0]?.figures ?? {});
      return figures.map(([name, figure]) => [name, figure.frozen]);
    };
    const signed = async () =>
      (
        await world.get<{ signed: unknown; events: unknown }>(
          "/v1/halls/east/periods/daily-summary/2026-11-10",
          "head",
        )
      ).body;
    const before = { bytes: await snapshotBytes(), frozen: await frozen(), signed: (await signed()).events };
    const [permit, ...others] = TEST_CENTRE.matters;
    const changed = { ...permit, name: { zh: "许可接收(改)", en: "changed" }, timeLimit: 2 };
    await putCentre(world.deps.table, { ...TEST_CENTRE, matters: [changed, ...others] });
    const shipped = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
    const notice = {
      year: 2026,
      version: 2,
      source: { zh: "调整放假安排(演示)", en: "changed (demonstration)" },
      off: [...(shipped?.off ?? []), ["2026-10-15", "2026-10-16"]],
      makeUp: shipped?.makeUp ?? [],
    };
    expect((await world.post("/v1/centre/calendar/apply", { notice }, "admin")).status).toBe(200);
    const third = caseRow({}, { id: rows[2]?.id, baseVersion: 2, values: { window: "5号窗口" } });
    expect(["accepted", "merged"]).toContain((await send(third)).status);
    expect(await snapshotBytes()).toBe(before.bytes);
    expect(await frozen()).toEqual(before.frozen);
    expect((await signed()).events).toEqual(before.signed);
    const hash = createHash("sha256").update(before.bytes).digest("hex");
    expect((await world.get<{ snapshot: string }>(PATH, "head")).body.snapshot).toBe(hash);
  });

  test("sums still equal the recount, in every ledger", async () => {
    for (const ledger of LEDGERS)
      expect(await recount(world.deps.table, testHall("east"), ledger)).toEqual([]);
  });
});

describe("a stored report that was tampered with", () => {
  beforeEach(() => world.setNow(at("2026-11-12 09:00")));

  test("is not shown", async () => {
    const blobs = { ...world.deps.blobs, find: async () => new TextEncoder().encode("{}") };
    const { createApp } = await import("../../../functions/app.ts");
    const app = createApp({ ...world.deps, blobs });
    const response = await app.request(`${PATH}/snapshot`, {
      headers: { authorization: `Bearer ${await world.token("head")}` },
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: "snapshot_damaged" });
  });
});
