// Days of a hall on the real app: lines that are drafted, a leave that changes them, work that passes over, the clock.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJobs } from "../../../functions/jobs/run-jobs.ts";
import { findPerson, putCentre } from "../../../functions/storage/directory-store.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import {
  batch,
  caseRow,
  createWorld,
  SYNC,
  TEST_CENTRE,
  testHall,
  type Who,
  type World,
} from "../../support/world.ts";

const EAST = { centre: "test-centre", hall: "east" } as const;
let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({}), {
    window: { grants: [{ role: "windowHead", ...EAST }] },
    leader: { grants: [{ role: "supervisingLeader", centre: "test-centre" }] },
    both: {
      grants: [
        { role: "clerk", centre: "test-centre", hall: "west" },
        { role: "clerk", ...EAST },
      ],
    },
  });
});
afterAll(() => world.close());

const at = (time: string) => world.setNow(Date.parse(`${time.replace(" ", "T")}:00+08:00`));
const drafted = async () => {
  const report = await runJobs({ ...world.deps, realNow: Date.now }, ["attendance"]);
  return JSON.stringify(report).match(/"drafted":(\d+)/)?.[1];
};

async function send(ledger: string, row: object, who: Who) {
  const path = `/v1/halls/east/ledgers/${ledger}/sync`;
  const { body } = await world.post(path, batch([row]), who);
  const [result] = body.results;
  if (!result) throw new Error(JSON.stringify(body));
  return result;
}

async function rowsOf(ledger: string, period: string) {
  const { body } = await world.get<{ rows: RowView[] }>(
    `/v1/halls/east/ledgers/${ledger}/records?period=${period}`,
    "head",
  );
  return body.rows;
}

async function lineOf(person: string, day: string): Promise<RowView> {
  const found = (await rowsOf("attendance", day)).find(({ values }) => values.person === person);
  if (!found) throw new Error(`no line of ${person} on ${day}`);
  return found;
}

const step = ({ id, version }: { id: string; version: number | null }, action: string, values: object) => ({
  id,
  baseVersion: version ?? 0,
  action,
  values,
});

describe("lines of a day", () => {
  test("are drafted once for everybody of the hall, when it has opened, and on no day off", async () => {
    // Monday, before opening: the four days before are looked at, of which two were a weekend.
    at("2026-11-16 08:30");
    await drafted();
    expect((await rowsOf("attendance", "2026-11-16")).length).toBe(0);
    expect((await rowsOf("attendance", "2026-11-15")).length).toBe(0);
    expect((await rowsOf("attendance", "2026-11-13")).length).toBe(4);
    at("2026-11-16 09:10");
    await drafted();
    const lines = await rowsOf("attendance", "2026-11-16");
    expect(lines.map(({ values }) => values.person).sort()).toEqual([
      "p-clerk",
      "p-clerk2",
      "p-head",
      "p-window",
    ]);
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(["unconfirmed"]));
    expect(await drafted()).toBe("0");
  });

  test("D1 三3: somebody who works in two halls has one line, in the first of them", async () => {
    const line = { day: "2026-11-16", person: "p-both", morning: "present", afternoon: "present" };
    const row = { id: randomUUID(), baseVersion: 0, action: "upsert", values: line };
    const refused = await send("attendance", row, "head");
    expect(refused.problems).toMatchObject([{ code: "of_another_hall", field: "person" }]);
    expect(refused.problems[0]?.message.zh).toContain("west");
    const west = await world.post("/v1/halls/west/ledgers/attendance/sync", batch([row]), "west");
    // There the job has drafted it already.
    expect(west.body.results[0]?.problems).toMatchObject([{ code: "recorded_already" }]);
  });
});

describe("a leave with cover, from the request to the sheet", () => {
  const id = randomUUID();
  const NOW = { at: "2026-11-17T09:00:00+08:00" };

  test("an absence becomes a leave in the transaction of its approval, and keeps what stood there", async () => {
    at("2026-11-16 17:40");
    const line = await lineOf("p-clerk", "2026-11-16");
    const absent = await send(
      "attendance",
      step(line, "upsert", { morning: "absent", afternoon: "absent" }),
      "clerk2",
    );
    const confirm = { at: "2026-11-16T17:40:00+08:00" };
    const confirmed = await send(
      "attendance",
      step({ id: line.id, version: absent.version }, "confirm", confirm),
      "clerk2",
    );
    expect(confirmed.current).toMatchObject({ status: "unexplained", dueDate: "2026-11-17" });

    at("2026-11-17 09:00");
    const values = {
      ...{ appliedAt: "2026-11-17 08:50", person: "p-clerk", type: "sick", reason: "发热就医" },
      ...{ fromDay: "2026-11-16", toDay: "2026-11-16", cover: "p-clerk2", lateReason: "当日急诊" },
    };
    const asked = await send("leave-requests", { id, baseVersion: 0, action: "upsert", values }, "clerk");
    expect(asked).toMatchObject({ status: "accepted", serial: "2026-00001" });
    const early = await send("leave-requests", step({ id, version: 1 }, "approve", NOW), "leader");
    expect(early.problems).toMatchObject([{ code: "not_allowed_in_status" }]);
    await send("leave-requests", step({ id, version: 1 }, "consent", NOW), "clerk2");
    const wrong = await send("leave-requests", step({ id, version: 2 }, "approve", NOW), "head");
    expect(wrong.problems).toMatchObject([{ code: "not_your_turn" }]);
    const approved = await send("leave-requests", step({ id, version: 2 }, "approve", NOW), "leader");
    expect(approved).toMatchObject({ status: "accepted", current: { status: "approved" } });

    const changed = await lineOf("p-clerk", "2026-11-16");
    expect(changed).toMatchObject({ status: "recorded", values: { morning: "leave", afternoon: "leave" } });
    const { body } = await world.get<{ revisions: { action: string; before: object }[] }>(
      `/v1/halls/east/ledgers/attendance/records/${line.id}`,
      "head",
    );
    expect(body.revisions.at(-1)).toMatchObject({
      action: "applyLeave",
      before: { morning: "absent", afternoon: "absent" },
    });
    const figures = await world.get<{ total: Record<string, { live: number }> }>(
      "/v1/centre/roll-ups?period=2026-11",
      "director",
    );
    expect(figures.body.total["leave-requests.rightTierRate"]?.live).toBe(1);
    expect(figures.body.total["attendance.leaveHalfDays"]?.live).toBe(2);
    for (const ledger of [attendance, leaveRequests]) {
      expect(await recount(world.deps.table, testHall("east"), ledger)).toEqual([]);
    }
  });

  test("a line of a later day is drafted as leave", async () => {
    at("2026-11-17 10:00");
    const next = randomUUID();
    const values = {
      ...{ appliedAt: "2026-11-17 09:50", person: "p-clerk2", type: "personal", reason: "家中有事" },
      ...{ fromDay: "2026-11-18", toDay: "2026-11-18", cover: "p-window" },
    };
    await send("leave-requests", { id: next, baseVersion: 0, action: "upsert", values }, "clerk2");
    await send("leave-requests", step({ id: next, version: 1 }, "consent", NOW), "window");
    await send("leave-requests", step({ id: next, version: 2 }, "approve", NOW), "leader");
    at("2026-11-18 09:05");
    await drafted();
    const line = await lineOf("p-clerk2", "2026-11-18");
    expect(line.values).toMatchObject({ morning: "leave", afternoon: "leave" });
    const present = await send("attendance", step(line, "upsert", { morning: "present" }), "head");
    expect(present.problems).toMatchObject([{ code: "on_approved_leave" }]);
  });
});

describe("work that passes over with the approval", () => {
  test("goes on by itself where one transaction does not hold it, and leaves the first person asked", async () => {
    at("2026-11-19 09:00");
    const rows = Array.from({ length: 20 }, () =>
      caseRow({ receivedAt: "2026-11-18T10:00:00+08:00", acceptedBy: "测试window" }),
    );
    await world.post(SYNC, batch(rows), "clerk");
    const id = randomUUID();
    const values = {
      ...{ appliedAt: "2026-11-19 08:50", person: "p-window", type: "personal", reason: "家中有事" },
      ...{ fromDay: "2026-11-23", toDay: "2026-11-23", toHalf: "morning", cover: "p-clerk" },
    };
    const moment = { at: "2026-11-19T09:00:00+08:00" };
    await send("leave-requests", { id, baseVersion: 0, action: "upsert", values }, "window");
    await send("leave-requests", step({ id, version: 1 }, "consent", moment), "clerk");
    const warned = await send("leave-requests", step({ id, version: 2 }, "approve", moment), "head");
    expect(warned.problems).toMatchObject([{ code: "work_due_during_leave", field: "dueWorkReason" }]);
    const reason = { ...moment, dueWorkReason: "已当面交接" };
    const approved = await send("leave-requests", step({ id, version: 2 }, "approve", reason), "head");
    expect(approved.current).toMatchObject({ status: "handingOver", values: { leftToDo: 5 } });
    const handed = async () => {
      const all = await rowsOf("cases", "2026-11-18");
      return Promise.all(
        all.map(async (one) => {
          const { body } = await world.get<{ responsibility: object }>(
            `/v1/halls/east/ledgers/cases/records/${one.id}`,
            "head",
          );
          return body.responsibility;
        }),
      );
    };
    const passed = { holder: "测试clerk", firstAskedBy: "测试window", answerable: true };
    const count = async () =>
      (await handed()).filter((one) => JSON.stringify(one).includes('"holder":"测试clerk"')).length;
    expect(await count()).toBe(15);
    await runJobs({ ...world.deps, realNow: Date.now }, ["attendance"]);
    expect(await handed()).toEqual(Array.from({ length: 20 }, () => expect.objectContaining(passed)));
    const { body } = await world.get<RowView>(`/v1/halls/east/ledgers/leave-requests/records/${id}`, "head");
    expect(body.status).toBe("approved");
    expect(await recount(world.deps.table, testHall("east"), cases)).toEqual([]);
    // What a window head signs, the cover person signs on that day, and on no other.
    const deputies = async () =>
      (await findPerson(world.deps.table, "p-clerk", true))?.grants.filter(({ deputyFor }) => deputyFor);
    const day = "2026-11-23";
    expect(await deputies()).toEqual([
      { role: "windowHead", ...EAST, from: day, to: day, deputyFor: "p-window" },
    ]);
    const withdrawn = { ...moment, reason: "不去了" };
    await send("leave-requests", step(body, "withdraw", withdrawn), "window");
    expect(await deputies()).toEqual([]);
  });
});

describe("what nobody explained", () => {
  test("is drafted for the week, and lapses by the clock only where the centre enabled it", async () => {
    at("2026-11-18 17:40");
    const line = await lineOf("p-window", "2026-11-18");
    const late = await send("attendance", step(line, "upsert", { arrivedAt: "2026-11-18 09:40" }), "clerk");
    const confirm = { at: "2026-11-18T17:40:00+08:00" };
    await send("attendance", step({ id: line.id, version: late.version }, "confirm", confirm), "clerk");
    const status = async () => (await lineOf("p-window", "2026-11-18")).status;
    const week = await world.get<{ drafts?: unknown; findings?: unknown }>(
      "/v1/halls/east/periods/weekly-supervision/2026-W47",
      "head",
    );
    expect(JSON.stringify(week.body)).toContain("迟到,未说明");
    at("2026-11-20 09:30");
    await runJobs({ ...world.deps, realNow: Date.now }, ["attendance"]);
    expect(await status()).toBe("unexplained");
    const policy = { receiveNextDay: false, correctionNoticeWithin: 5, lateEntryAfter: 1, absenteeism: true };
    const policies = [{ from: "2026-11-01", policy }];
    await putCentre(world.deps.table, Centre.parse({ ...TEST_CENTRE, policies }));
    await runJobs({ ...world.deps, realNow: Date.now }, ["attendance"]);
    expect(await status()).toBe("absenteeism");
    expect(await recount(world.deps.table, testHall("east"), attendance)).toEqual([]);
  });
});
