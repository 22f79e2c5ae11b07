// What AWS refuses or leaves unanswered: conflicts, throttling, an answer that is lost. Nothing is counted twice.
import {
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ThrottlingException,
  TransactionInProgressException,
} from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { openTable } from "../../../functions/storage/table.ts";
import { localClient } from "../../../infra/local/local-table.ts";
import { batch, caseRow, SYNC, type World } from "../../support/world.ts";
import { type Between, worldBetween } from "../support/between.ts";
import { accepted, expectSound, sendOne, step, type WholeProblem } from "../support/rows.ts";

let between: Between;
let world: World;
beforeAll(async () => {
  between = await worldBetween();
  ({ world } = between);
});
afterEach(() => {
  vi.restoreAllMocks();
  between.replaced = {};
});
afterAll(() => world.close());

/** Answers the first transactions with reasons for cancelling, one list for each, and lets all others through. */
function cancel(lists: readonly (readonly string[])[]): void {
  let at = 0;
  between.replaced.transact = async (actions) => {
    const reasons = lists[at++];
    return reasons ? { ok: false, reasons } : between.real.transact(actions);
  };
}

/** Nobody waits in these tests: waiting is what a busy table asks for, not what is tested. */
function withoutWaiting(): void {
  const soon = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation((run) => soon(run, 0));
}

describe("a transaction that AWS cancels is tried again", () => {
  test.each([
    ["a conflict with another one", ["None", "TransactionConflict"]],
    ["a throttled partition", ["ThrottlingError", "None"]],
    ["a table out of capacity", ["None", "ProvisionedThroughputExceeded"]],
    ["a lost race", ["ConditionalCheckFailed", "None"]],
  ])("%s", async (_, reasons) => {
    cancel([reasons, reasons]);
    const row = caseRow();
    expect(await sendOne(world, row)).toMatchObject({ status: "accepted", version: 1 });
    await expectSound(world);
  });

  test("many rows under many conflicts, which end up being written one by one", async () => {
    withoutWaiting();
    cancel(Array.from({ length: 6 }, () => ["TransactionConflict"]));
    const rows = [caseRow(), caseRow(), caseRow()];
    const { body } = await world.post(SYNC, batch(rows));
    expect(body.results.map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted"]);
    await expectSound(world);
  });
});

test("a ledger that never comes free is a problem of its own, and what was sent can be sent again", async () => {
  withoutWaiting();
  between.replaced.transact = async () => ({ ok: false, reasons: ["TransactionConflict"] });
  const sent = batch([caseRow()]);
  const busy = await world.post<WholeProblem>(SYNC, sent);
  expect([busy.status, busy.body.code]).toEqual([503, "busy"]);
  between.replaced = {};
  expect((await world.post(SYNC, sent)).body.results[0]?.status).toBe("accepted");
});

test("erasing on a ledger that never comes free is the same problem", async () => {
  withoutWaiting();
  const id = await accepted(world);
  between.replaced.transact = async () => ({ ok: false, reasons: ["TransactionConflict"] });
  const path = `/v1/halls/east/ledgers/cases/records/${id}/erase`;
  const busy = await world.post<WholeProblem>(path, { reason: "本人要求" }, "head");
  expect([busy.status, busy.body.code]).toEqual([503, "busy"]);
});

const said = { $metadata: {}, message: "slow down" };
const REFUSALS = [
  new ProvisionedThroughputExceededException(said),
  new RequestLimitExceeded(said),
  new ThrottlingException(said),
];

describe("a plain call that AWS throttles to the end", () => {
  test.each(REFUSALS.map((refusal) => [refusal.name, refusal] as const))(
    "%s is answered as busy, whichever call it hit",
    async (_, refusal) => {
      withoutWaiting();
      for (const call of ["GetItemCommand", "BatchGetItemCommand", "QueryCommand", "PutItemCommand"]) {
        refuseCommand(call, refusal);
        const { status, body } = await world.post<WholeProblem>(SYNC, batch([caseRow()], { cursor: 0 }));
        expect([call, status, body.code]).toEqual([call, 503, "busy"]);
        between.replaced = {};
      }
    },
  );

  test.each([
    ["TransactionInProgressException", new TransactionInProgressException({ ...said, Message: "busy" })],
    ["ThrottlingException", new ThrottlingException(said)],
  ])("a transaction that ends in %s is tried anew", async (_, refusal) => {
    refuseCommand("TransactWriteItemsCommand", refusal, 2);
    expect(await sendOne(world, caseRow())).toMatchObject({ status: "accepted", version: 1 });
  });
});

/** Puts a table between whose client is refused one kind of call, some times or always. */
function refuseCommand(command: string, refusal: Error, times = Number.POSITIVE_INFINITY): void {
  const client = localClient(inject("databaseEndpoint"));
  let left = times;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === command && left-- > 0) throw refusal;
      return next(args);
    },
    { step: "initialize" },
  );
  const { name: _name, meter: _meter, ...calls } = openTable(client, world.deps.table.name);
  between.replaced = calls;
}

describe("an answer that is lost after the transaction was committed", () => {
  /** The next transaction is committed, and nobody hears of it. */
  function loseNextAnswer(): void {
    between.replaced.transact = async (actions) => {
      between.replaced = {};
      const outcome = await between.real.transact(actions);
      expect(outcome.ok).toBe(true);
      throw new Error("socket hang up");
    };
  }

  test("the client repeats the same batch, and every row is there once", async () => {
    const rows = Array.from({ length: 40 }, () => caseRow());
    const sent = batch(rows);
    loseNextAnswer();
    const lost = await world.post<WholeProblem>(SYNC, sent);
    expect([lost.status, lost.body.code]).toEqual([500, "unexpected"]);
    expect(JSON.stringify(lost.body)).not.toMatch(/socket|at .*\.ts|stack/);
    const again = await world.post(SYNC, sent);
    const states = again.body.results.map(({ status, version }) => `${status} ${version}`);
    expect(new Set(states)).toEqual(new Set(["unchanged 1", "accepted 1"]));
    const records = await findRecords(
      world.deps.table,
      rows.map(({ id }) => id),
    );
    expect(records.size).toBe(40);
    await expectSound(world);
  });

  test("a step and a voiding are taken once", async () => {
    const id = await accepted(world);
    const notice = batch([
      step(id, 1, "giveCorrectionNotice", { at: "2026-11-03T10:00:00+08:00", items: ["照片"] }),
    ]);
    const voiding = batch([step(id, 2, "void", { reason: "重复" })]);
    for (const [sent, version] of [
      [notice, 2],
      [voiding, 3],
    ] as const) {
      loseNextAnswer();
      expect((await world.post(SYNC, sent, "head")).status).toBe(500);
      const again = await world.post(SYNC, sent, "head");
      expect(again.body.results[0]).toMatchObject({ status: "unchanged", version });
    }
    const record = (await findRecords(world.deps.table, [id])).get(id);
    expect(record?.events).toHaveLength(1);
    await expectSound(world);
  });

  test("an answer lost after the batch was kept is given again", async () => {
    const sent = batch([caseRow()]);
    between.replaced.putNew = async (item) => {
      between.replaced = {};
      await between.real.putNew(item);
      throw new Error("socket hang up");
    };
    expect((await world.post(SYNC, sent)).status).toBe(500);
    expect((await world.post(SYNC, sent)).body.results[0]).toMatchObject({ status: "accepted", version: 1 });
  });
});
