// What waits for whom, as the sidebar is told it: decisions, returned reports, and what a centre looks at.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Todo } from "../../addon/rpc-contract.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { at, done } from "../functions/periods/period-calls.ts";
import { batch, caseRow, SYNC, type Who } from "../support/world.ts";
import { type AddonBench, openAddonBench } from "./support/addon-bench.ts";

const LEAVES = "/v1/halls/east/ledgers/leave-requests/sync";

let bench: AddonBench;
let centre: string;
const leave = randomUUID();

async function ask(row: { action: string; baseVersion: number; values: object }, who: Who) {
  const { body } = await bench.world.post<SyncAnswer>(LEAVES, batch([{ id: leave, ...row }]), who);
  expect(body.results).toMatchObject([{ status: "accepted", problems: [] }]);
}

const todos = (who: Who, workbook?: string) => bench.good("todos", [], who, workbook);
const ofKind = (found: readonly Todo[], kind: Todo["kind"]) => found.filter((one) => one.kind === kind);

beforeAll(async () => {
  bench = await openAddonBench();
  await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
  centre = bench.createWorkbook("中心", "admin");
  await bench.good("setUpWorkbook", [{ mode: "centre", id: "test-centre" }], "admin", centre);
});
afterAll(() => bench.close());

test("a leave request is the head's to decide once its cover has agreed, and nobody else's", async () => {
  const values = {
    ...{ appliedAt: "2026-11-20T14:00:00+08:00", person: "p-clerk", type: "personal", reason: "家中有事" },
    ...{ fromDay: "2026-11-23", toDay: "2026-11-23", toHalf: "morning", cover: "p-clerk2" },
  };
  await ask({ action: "upsert", baseVersion: 0, values }, "clerk");
  expect(ofKind(await todos("head"), "decision")).toEqual([]);
  await ask({ action: "consent", baseVersion: 1, values: { at: "2026-11-20T14:30:00+08:00" } }, "clerk2");
  expect(ofKind(await todos("head"), "decision")).toMatchObject([{ ledger: "leave-requests", id: leave }]);
  expect(ofKind(await todos("clerk"), "decision")).toEqual([]);
  await ask({ action: "approve", baseVersion: 2, values: { at: "2026-11-20T14:40:00+08:00" } }, "head");
  expect(ofKind(await todos("head"), "decision")).toEqual([]);
});

test("a report waits for the centre, comes back to its author with the month, and goes again", async () => {
  const { world } = bench;
  await done(world, "submit", "monthly-report", ["2026-10"]);
  const [waiting] = ofKind(await todos("admin", centre), "decision");
  expect(waiting).toMatchObject({ serial: "2026-10", title: expect.stringMatching(/^east.*月/) });
  await done(world, "return", "monthly-report", ["2026-10"], { reason: "漏登一件" }, "admin");
  expect(ofKind(await todos("admin", centre), "decision")).toEqual([]);
  expect(ofKind(await todos("head"), "returned")).toMatchObject([{ serial: "2026-10" }]);
  expect(ofKind(await todos("clerk"), "returned")).toEqual([]);
  await done(world, "submit", "monthly-report", ["2026-10"]);
  expect(ofKind(await todos("head"), "returned")).toEqual([]);
});

test("the centre sees what is overdue in any hall, by hall and number", async () => {
  const { world } = bench;
  expect(ofKind(await todos("admin", centre), "overdue")).toEqual([]);
  await world.post(SYNC, batch([caseRow({ receivedAt: "2026-10-20T09:00:00+08:00" })]), "clerk");
  world.setNow(at("2026-11-20 15:00"));
  expect(ofKind(await todos("admin", centre), "overdue")).toMatchObject([
    { serial: "2026-00001", title: expect.stringMatching(/^east.*办件台账/), dueDate: expect.any(String) },
  ]);
});

test("while the backend is away the hall still sees its own sheet's, and the centre is told why not", async () => {
  bench.onRequest(() => true);
  expect(await todos("clerk")).toEqual(expect.any(Array));
  expect(await bench.call("todos", [], "admin", centre)).toMatchObject({
    ok: false,
    message: { zh: expect.stringMatching(/连不上|联系不上|暂时/) },
  });
  bench.onRequest(null);
});
