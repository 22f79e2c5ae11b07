// Personal data in time: forgotten when their retention is over, found when a resident asks, looked at on record.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retentionJob } from "../../../functions/jobs/retention-job.ts";
import { findCentre, findHall, putCentre } from "../../../functions/storage/directory-store.ts";
import { forgottenFrom, monthsToLookAt } from "../../../functions/use-cases/privacy/forget-expired.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { batch, caseRow, createWorld, NOW, SYNC, TEST_CENTRE, type World } from "../../support/world.ts";
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
  return retentionJob.run({ deps: world.deps, centre, halls: [hall], now });
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
