// What becomes of a row that somebody else changed meanwhile: merged, in conflict, or refused; never lost.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { migrateMetrics } from "../../../functions/use-cases/migrate-metrics.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";
import { planContext, withMetricsVersion } from "../support/ledgers.ts";
import { accepted, codes, edit, sendOne, step } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notice = { at: "2026-11-03T10:00:00+08:00", items: ["照片"] };
const versionOf = async (id: string) => (await findRecords(world.deps.table, [id])).get(id)?.version;

describe("a stale version", () => {
  test("with different fields is merged, and both changes stand", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    const result = await sendOne(world, edit(id, 1, { acceptedBy: "王五" }), "clerk2");
    expect(result).toMatchObject({
      status: "merged",
      version: 3,
      problems: [],
      current: { values: { window: "1号", acceptedBy: "王五" } },
    });
  });

  test("with the whole row as the sender saw it is merged by what the sender changed", async () => {
    const row = caseRow();
    await sendOne(world, row);
    await sendOne(world, edit(row.id, 1, { window: "1号" }));
    const whole = { ...row.values, window: null, channel: "phone" };
    const result = await sendOne(world, edit(row.id, 1, whole));
    expect(result).toMatchObject({
      status: "merged",
      current: { values: { window: "1号", channel: "phone" } },
    });
  });

  test("with the same field is a conflict that names the field and changes nothing", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    const result = await sendOne(world, edit(id, 1, { window: "2号", channel: "phone" }), "clerk2");
    expect(result).toMatchObject({
      status: "conflict",
      version: 2,
      problems: [{ code: "changed_meanwhile", field: "window", status: 409 }],
      current: { version: 2, values: { window: "1号", channel: "counter" } },
    });
  });

  test("with the same personal field is a conflict as well", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { visitor: "张三" }));
    const result = await sendOne(world, edit(id, 1, { visitor: "张四" }));
    expect(result).toMatchObject({ status: "conflict", problems: [{ field: "visitor" }] });
  });

  test("with the same value in the same field has nothing to add", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    expect(await sendOne(world, edit(id, 1, { window: " 1号 " }))).toMatchObject({
      status: "unchanged",
      version: 2,
    });
  });

  test("whose merger would break a rule is a conflict", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { acceptedAt: "2026-11-02T11:00:00+08:00" }));
    const result = await sendOne(world, edit(id, 1, { receivedAt: "2026-11-02T12:00:00+08:00" }));
    expect(result.status).toBe("conflict");
    expect(codes(result)).toEqual(["accepted_before_received"]);
  });

  test("of a row on which a step was taken meanwhile is a conflict, whatever the field", async () => {
    const id = await accepted(world);
    await sendOne(world, step(id, 1, "giveCorrectionNotice", notice));
    const result = await sendOne(world, edit(id, 1, { window: "1号" }));
    expect([result.status, ...codes(result)]).toEqual(["conflict", "step_meanwhile"]);
  });
});

describe("transitions never merge by themselves", () => {
  test("a step on a row that was edited meanwhile is a conflict", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    const result = await sendOne(world, step(id, 1, "giveCorrectionNotice", notice));
    expect([result.status, ...codes(result)]).toEqual(["conflict", "step_meanwhile"]);
    expect(await versionOf(id)).toBe(2);
  });

  test("another step at the same time is a conflict", async () => {
    const id = await accepted(world);
    await sendOne(world, step(id, 1, "giveCorrectionNotice", notice));
    const other = { ...notice, items: ["户口簿"] };
    const result = await sendOne(world, step(id, 1, "giveCorrectionNotice", other));
    expect(result.status).toBe("conflict");
  });

  test("voiding a row that was edited meanwhile is a conflict", async () => {
    const id = await accepted(world);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    const result = await sendOne(world, step(id, 1, "void", { reason: "重复" }), "head");
    expect(result.status).toBe("conflict");
  });
});

describe("a void row", () => {
  test("stays, keeps its serial and takes no change", async () => {
    const id = await accepted(world);
    const voided = await sendOne(world, step(id, 1, "void", { reason: "重复登记" }), "head");
    expect(voided).toMatchObject({
      status: "accepted",
      version: 2,
      current: { status: "void", open: false, overdue: false, voided: { reason: "重复登记", by: "p-head" } },
    });
    for (const change of [
      edit(id, 2, { window: "1号" }),
      edit(id, 1, { window: "1号" }),
      step(id, 2, "complete", { completedAt: "2026-11-03T10:00:00+08:00", outcome: "done" }),
    ]) {
      const result = await sendOne(world, change);
      expect([result.status, ...codes(result)]).toEqual(["refused", "voided_record"]);
    }
    expect(await sendOne(world, step(id, 2, "void", { reason: "再次" }), "head")).toMatchObject({
      status: "unchanged",
      current: { voided: { reason: "重复登记" } },
    });
  });

  test("needs a reason", async () => {
    const id = await accepted(world);
    for (const values of [{}, { reason: "" }, { reason: null }, { reason: "=1+1" }, { reason: 5, more: 1 }]) {
      const result = await sendOne(world, step(id, 1, "void", values), "head");
      expect(result.status).toBe("refused");
      expect(result.problems[0]?.field).toMatch(/reason|more/);
    }
  });
});

describe("an id", () => {
  test("unknown with a base version above 0 is refused", async () => {
    const result = await sendOne(world, edit(randomUUID(), 3, { window: "1号" }));
    expect(result).toMatchObject({ status: "refused", problems: [{ code: "unknown_record", status: 404 }] });
  });

  test("unknown with a step or a voiding is refused", async () => {
    for (const action of ["void", "complete"]) {
      const result = await sendOne(world, step(randomUUID(), 0, action, {}), "head");
      expect(codes(result)).toEqual(["unknown_record"]);
    }
  });

  test("with a version that the ledger has not reached is refused", async () => {
    const id = await accepted(world);
    const result = await sendOne(world, edit(id, 2, { window: "1号" }));
    expect([result.status, ...codes(result)]).toEqual(["refused", "version_ahead"]);
  });

  test("sent as new with other content does not overwrite the row", async () => {
    const row = caseRow();
    await sendOne(world, row);
    const result = await sendOne(world, caseRow({ visitor: "别人", acceptedBy: "别人" }, { id: row.id }));
    expect(result).toMatchObject({
      status: "conflict",
      version: 1,
      current: { values: { visitor: "张三丰", acceptedBy: "李四" } },
    });
  });

  test("of another hall is refused and shows nothing of that hall's row", async () => {
    const row = caseRow({ visitor: "西边的人" });
    await world.post<SyncAnswer>("/v1/halls/west/ledgers/cases/sync", batch([row]), "west");
    for (const attempt of [
      caseRow({}, { id: row.id }),
      edit(row.id, 1, { window: "1号" }),
      step(row.id, 1, "void", { reason: "不是我的" }),
    ]) {
      const { body } = await world.post<SyncAnswer>(SYNC, batch([attempt, caseRow()], { cursor: 0 }), "head");
      expect(body.results[0]).toMatchObject({
        status: "refused",
        version: null,
        serial: null,
        current: null,
        problems: [{ code: "foreign_record", status: 409, field: "id" }],
      });
      expect(body.results[1]?.status).toBe("accepted");
      expect(JSON.stringify(body)).not.toContain("西边的人");
    }
    const seen = await world.get(`/v1/halls/east/ledgers/cases/records/${row.id}`);
    expect([seen.status, seen.body.code]).toEqual([404, "unknown_record"]);
  });
});

test("a migration of the figures in between is nobody's change: edits and steps go through", async () => {
  const [edited, stepped, voided] = [await accepted(world), await accepted(world), await accepted(world)];
  await migrateMetrics(
    world.deps.table,
    await planContext(world, withMetricsVersion(cases.metricsVersion + 1)),
  );
  expect(await sendOne(world, edit(edited ?? "", 1, { window: "1号" }))).toMatchObject({ status: "merged" });
  expect(await sendOne(world, step(stepped ?? "", 1, "giveCorrectionNotice", notice))).toMatchObject({
    status: "accepted",
    version: 3,
  });
  expect(await sendOne(world, step(voided ?? "", 1, "void", { reason: "重复" }), "head")).toMatchObject({
    status: "accepted",
  });
});
