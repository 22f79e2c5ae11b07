// What each question costs in capacity units as AWS bills them: no more than the table in the storage README says.
import { readFileSync } from "node:fs";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listHalls } from "../../functions/storage/directory-store.ts";
import { keys } from "../../functions/storage/keys.ts";
import { findIdsByBusinessDay, findOpenIds } from "../../functions/storage/record-store.ts";
import { putStock } from "../../functions/storage/stock-store.ts";
import { reportedLedgers } from "../../functions/use-cases/periods/period-figures.ts";
import { rollUp, stocksOf } from "../../functions/use-cases/roll-ups.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { plainDate } from "../../shared/kernel/plain-date.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { batch, caseRow, createWorld, SYNC, testHall, type World } from "../support/world.ts";
import { type Bill, billed, sizeOf } from "./support/billing.ts";
import { accepted, edit, send, step } from "./support/rows.ts";

let world: World;
let bill: Bill;
beforeAll(async () => {
  world = await createWorld((deps) => {
    const made = billed(deps.table);
    bill = made.bill;
    return { table: made.table };
  });
  for (const who of ["clerk", "head", "director"] as const) await world.get("/v1/me", who);
});
afterAll(() => world.close());

/** The README's table: read and write units by the name of the question. */
const README = readFileSync(new URL("../../functions/storage/README.md", import.meta.url), "utf8");
const STATED = new Map(
  README.split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^[\d,.]+$/.test(cells[4] ?? ""))
    .map(([, question, , , read, write]) => [question, { read: number(read), write: number(write) }]),
);
const asked = new Set<string>();

function number(cell = ""): number {
  return Number(cell.replace(",", ""));
}

async function expectStated(question: string, run: () => Promise<unknown>): Promise<Bill> {
  asked.add(question);
  const stated = STATED.get(question);
  if (!stated) throw new Error(`the README does not answer: ${question}`);
  const before = { ...bill };
  await run();
  const cost = { read: bill.read - before.read, write: bill.write - before.write };
  expect([question, cost.read]).toEqual([question, Math.min(cost.read, stated.read)]);
  expect([question, cost.write]).toEqual([question, Math.min(cost.write, stated.write)]);
  return cost;
}

/** A case as a clerk enters it at the counter. */
const typical = (values: Record<string, unknown> = {}) =>
  caseRow({
    receivedAt: "2026-11-20T09:05:00+08:00",
    matter: "senior-card",
    visitor: "欧阳建国",
    phoneTail: "1234",
    channel: "counter",
    content: "本人年满六十周岁,前来申请办理老年优待证,已带身份证、户口簿和两寸照片两张。",
    window: "2号窗口",
    acceptedBy: "示例工作人员",
    acceptedAt: "2026-11-20T09:10:00+08:00",
    ...values,
  });

const RECORDS = "/v1/halls/east/ledgers/cases/records";

describe("writing", () => {
  test("a new case bills at most 20 write units", async () => {
    const { write } = await expectStated("one new case", () => send(world, [typical()]));
    expect(write).toBeLessThanOrEqual(20);
    // Entered late, the record says so in two places more.
    const late = typical({ receivedAt: "2026-11-12T09:05:00+08:00", acceptedAt: null });
    expect((await expectStated("one new case", () => send(world, [late]))).write).toBeLessThanOrEqual(20);
  });

  test("the life of a case, step by step", async () => {
    const row = typical();
    const answered = { completedAt: "2026-11-20T09:20:00+08:00", outcome: "answered" };
    await send(world, [row]);
    await expectStated("one edit", () => send(world, [edit(row.id, 1, { window: "3号窗口" })]));
    await expectStated("one edit of personal fields", () =>
      send(world, [edit(row.id, 2, { visitor: "欧阳建" })]),
    );
    await expectStated("one move to another matter and month", () =>
      send(world, [
        edit(row.id, 3, { receivedAt: "2026-10-20 09:05", acceptedAt: null, matter: "permit-intake" }),
      ]),
    );
    await expectStated("one completion", () => send(world, [step(row.id, 4, "complete", answered)]));
    await expectStated("one voiding", () =>
      send(world, [step(row.id, 5, "void", { reason: "重复登记" })], "head"),
    );
    await expectStated("one record with its history", () => world.get(`${RECORDS}/${row.id}`));
    await expectStated("erasing one person", () =>
      world.post(`${RECORDS}/${row.id}/erase`, { reason: "本人要求" }, "head"),
    );
  });

  test("a case as large as a clerk can make it, closed on another day and in another month", async () => {
    const row = typical({
      receivedAt: "2026-10-30T09:05:00+08:00",
      acceptedAt: "2026-10-30T09:10:00+08:00",
      visitor: "买".repeat(60),
      content: "字".repeat(500),
      window: "窗".repeat(60),
      acceptedBy: "人".repeat(60),
      receiptNumber: null,
      legacyNumber: "旧".repeat(60),
      completedAt: "2026-11-03T10:00:00+08:00",
      outcome: "done",
      feedbackAt: "2026-11-04T10:00:00+08:00",
      feedbackChannel: "phone",
    });
    await expectStated("one new case, worst of one form", () => send(world, [row]));
  });

  test("500 new cases in one call", async () => {
    await expectStated("500 new cases in one call", () =>
      send(
        world,
        Array.from({ length: 500 }, () => typical()),
      ),
    );
  });

  test("a sync that has nothing to say", async () => {
    const { cursor } = (await world.post<SyncAnswer>(SYNC, batch([], { cursor: 100_000 }))).body;
    await expectStated("a sync without rows or changes", () => world.post(SYNC, batch([], { cursor })));
  });
});

describe("reading", () => {
  test("who is calling, and the open list of 100 cases", async () => {
    await expectStated("who is calling", () => world.get("/v1/me"));
    await expectStated("ids of open rows, per 100", () => findOpenIds(world.deps.table, "east", "cases"));
  });

  test("the rows of a month", async () => {
    for (let at = 0; at < 3; at++)
      await accepted(world, { receivedAt: `2026-09-0${at + 1} 10:00`, matter: "permit-intake" });
    await expectStated("ids of a month's rows, per 100", () =>
      findIdsByBusinessDay(world.deps.table, "east", "cases", "2026-09", "2026-09-01", "2026-09-30"),
    );
  });
});

describe("a centre of 1,000 halls", () => {
  const HALLS = Array.from({ length: 1000 }, (_, at) => `hall-${String(at).padStart(4, "0")}`);
  /** Fifty at a time. */
  const ofEachHall = async (write: (hall: string) => Promise<unknown>): Promise<void> => {
    for (let at = 0; at < HALLS.length; at += 50) await Promise.all(HALLS.slice(at, at + 50).map(write));
  };
  const november = parsePeriod("2026-11");
  if (!november) throw new Error("no period");

  const counters = (amount: number) =>
    Object.fromEntries(
      Object.entries(cases.metrics).flatMap(([id, { combine }]) =>
        combine === "sum" ? [[`cases.${id}`, amount]] : [],
      ),
    );

  const summariesOf = (ledger: string, sums: Readonly<Record<string, number>>) =>
    HALLS.map((hall) => ({ ...keys.summary("test-centre", "2026-11", hall, ledger), ...sums }));

  async function fill(amount: number): Promise<void> {
    await world.putAll(summariesOf("cases", counters(amount)));
  }

  test("its month costs at most 300 read units, whatever the number of cases", async () => {
    const month = () => rollUp(world.deps.table, "test-centre", november, { ledgers: [cases], split: false });
    await fill(1);
    const few = await expectStated("a centre's month, headline of 1,000 halls", month);
    await fill(999_999_999);
    const many = await expectStated("a centre's month, headline of 1,000 halls", month);
    expect(few.read).toBeLessThanOrEqual(300);
    expect(many.read).toBeLessThanOrEqual(300);
    expect((await month()).total["cases.received"]).toBeGreaterThanOrEqual(999_999_999_000);
  });

  test("a summary item stays under 1 KB, however large its counters grow", async () => {
    const item = {
      ...keys.summary("test-centre", "2026-11", "hall-0001", "cases"),
      ...counters(999_999_999),
    };
    expect(Object.keys(counters(1)).length).toBeLessThanOrEqual(30);
    expect(sizeOf(item)).toBeLessThan(1024);
  });

  test("its consolidated month, asked for over HTTP, costs no more than that and fits into an answer", async () => {
    await world.putAll(HALLS.map((hall) => ({ ...testHall(hall), ...keys.hall(hall) })));
    await ofEachHall(async (hall) => {
      const ledgers = Object.fromEntries(
        reportedLedgers(LEDGERS).map(({ id }) => [id, { open: 12, overdue: 3 }]),
      );
      await putStock(world.deps.table, "test-centre", { hall, day: plainDate("2026-11-19"), ledgers });
    });
    const path = "/v1/centre/roll-ups?period=2026-11";
    let text = "";
    const cost = await expectStated("a centre's consolidated month, 1,000 halls", async () => {
      text = JSON.stringify((await world.get(path, "director")).body);
    });
    expect(cost.read).toBeLessThanOrEqual(300);
    expect(text.length).toBeLessThan(5_500_000);
    const body: { detailed: boolean; halls: { closing: unknown; matters: unknown[] }[] } = JSON.parse(text);
    expect([body.detailed, body.halls.length]).toEqual([false, 1003]);
    expect(body.halls.find(({ closing }) => closing !== null)).toMatchObject({ matters: [] });
    // Something happened in more ledgers than an answer can hold: it is asked for ledger by ledger.
    const busy = LEDGERS.filter(({ id, scope }) => scope === "hall" && id !== "cases")
      .sort((a, b) => Object.keys(b.metrics).length - Object.keys(a.metrics).length)
      .slice(0, 4);
    for (const { id, metrics } of busy) {
      const counter = Object.entries(metrics).find(([, { combine }]) => combine === "sum")?.[0];
      await world.putAll(summariesOf(id, { [`${id}.${counter}`]: 1 }));
    }
    expect(await world.get(path, "director")).toMatchObject({
      status: 422,
      body: { code: "answer_too_large" },
    });
    expect((await world.get(`${path}&ledger=cases`, "director")).status).toBe(200);
    const one = await world.get<{ detailed: boolean }>(`${path}&hall=east`, "director");
    expect(one.body).toMatchObject({
      detailed: true,
      halls: [{ stocks: LEDGERS.filter(({ scope }) => scope === "hall").map(({ id }) => ({ ledger: id })) }],
    });
  });

  test("its directory and its stocks", async () => {
    await expectStated("the directory of 1,000 halls", () => listHalls(world.deps.table));
    const halls = HALLS.slice(0, 100).map((id) => testHall(id));
    await expectStated("open and overdue of 100 quiet halls", () =>
      stocksOf(world.deps.table, cases, halls, world.deps.now()),
    );
  });
});

test("every question of the README is asked here", () => {
  expect([...STATED.keys()].filter((question) => !asked.has(question ?? ""))).toEqual([]);
});

test("an index entry holds keys only", async () => {
  const { items } = await world.deps.table.queryPage({
    IndexName: "work",
    KeyConditionExpression: "wpk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": "O#east#cases" }),
    Limit: 1,
  });
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(["pk", "sk", "wpk", "wsk"]);
});
