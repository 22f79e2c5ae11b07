// A ledger that no hall has, through every route: nothing in the engine knows what a case is.

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recount } from "../../functions/use-cases/recount.ts";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { tennisClub } from "../shared/ledger/tennis-club.ts";
import { batch, createWorld, testHall, type Who, type World } from "../support/world.ts";
import type { WholeProblem } from "./support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ ledgers: [tennisClub] }));
});
afterAll(() => world.close());

const BOOKINGS = "/v1/halls/east/ledgers/bookings";
const booking = (values: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  baseVersion: 0,
  action: "upsert",
  values: { playsOn: "2026-11-02", court: "one", player: "李娜", balls: 4, ...values },
  ...more,
});

async function send(rows: unknown[], who: Who = "clerk", more: Record<string, unknown> = {}) {
  const { status, body } = await world.post<SyncAnswer>(
    `${BOOKINGS}/sync`,
    batch(rows, { definitionVersion: 3, ...more }),
    who,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

test("its definition is described, and cases are not", async () => {
  const { body } = await world.get<{ id: string }[]>("/v1/ledgers");
  expect(body.map(({ id }) => id)).toEqual(["bookings"]);
  const { body: one } = await world.get<{ fields: { id: string; personal: boolean }[] }>(
    "/v1/ledgers/bookings",
  );
  expect(one.fields.filter(({ personal }) => personal).map(({ id }) => id)).toEqual(["player", "wishes"]);
  const cases = await world.get<WholeProblem>("/v1/halls/east/ledgers/cases/records?period=2026-11");
  expect([cases.status, cases.body.code]).toEqual([404, "unknown_ledger"]);
});

describe("its rows", () => {
  const first = booking({ guests: ["王", "赵"], floodlit: "是", paidInFen: "12.50" });

  test("go up, are numbered and come down to others", async () => {
    const { results } = await send([
      first,
      booking({ court: "二号" }),
      booking({ court: "three", playsOn: "2026-12-01" }),
    ]);
    expect(results.map(({ status, serial }) => [status, serial])).toEqual([
      ["accepted", "2026-00001"],
      ["accepted", "2026-00002"],
      ["refused", null],
    ]);
    expect(results[2]?.problems).toMatchObject([{ code: "court_closed", field: "court" }]);
    expect(results[0]?.current).toMatchObject({
      status: "booked",
      dueDate: "2026-11-03",
      overdue: true,
      values: { guests: ["王", "赵"], floodlit: true, paidInFen: 1250, player: "李娜" },
    });
    const { changes } = await send([], "director", { cursor: 0 });
    expect(changes.map(({ masked, values }) => [masked, values.player])).toEqual([
      [true, "李**"],
      [true, "李**"],
    ]);
  });

  test("take their own steps, by those who may", async () => {
    const play = { id: first.id, baseVersion: 1, action: "play", values: { playedOn: "2026-11-04" } };
    expect((await send([play], "head")).results[0]?.problems).toMatchObject([{ code: "not_permitted" }]);
    expect((await send([play])).results[0]).toMatchObject({
      status: "accepted",
      current: { status: "played", open: false, onTime: false },
    });
    expect((await send([{ ...play, action: "complete" }])).results[0]?.problems).toMatchObject([
      { code: "unknown_action" },
    ]);
  });

  test("are found by period, by figure, by being open or overdue, and one by one", async () => {
    const count = async (query: string) =>
      (await world.get<{ count: number }>(`${BOOKINGS}/records?${query}`)).body.count;
    expect(await count("period=2026-11")).toBe(2);
    expect(await count("period=2026-11-04&figure=played")).toBe(1);
    expect(await count("period=2026-W45&figure=balls")).toBe(2);
    expect(await count("period=2026-10")).toBe(0);
    expect(await count("figure=open")).toBe(1);
    expect(await count("figure=overdue")).toBe(1);
    interface Page {
      rows: { id: string }[];
      count: number;
      next: number | null;
    }
    const page = async (from: number) =>
      (await world.get<Page>(`${BOOKINGS}/records?period=2026-11&limit=1&from=${from}`)).body;
    const pages = [await page(0), await page(1), await page(2)];
    expect(pages.map(({ rows, count: all, next }) => [rows.length, all, next])).toEqual([
      [1, 2, 1],
      [1, 2, null],
      [0, 2, null],
    ]);
    const { body } = await world.get<RowView & { revisions: { action: string }[] }>(
      `${BOOKINGS}/records/${first.id}`,
    );
    expect(body.revisions.map(({ action }) => action)).toEqual(["upsert", "play"]);
  });

  test("are consolidated for the centre, with ratios of sums", async () => {
    interface RollUps {
      total: Record<string, { live: number }>;
      matters: { matter: { id: string }; figures: Record<string, { live: number }> }[];
    }
    const { body } = await world.get<RollUps>("/v1/centre/roll-ups?period=2026-11", "director");
    const live = (figures: Record<string, { live: number }>) =>
      Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure.live]));
    expect(live(body.total)).toEqual({
      "bookings.booked": 2,
      "bookings.played": 1,
      "bookings.balls": 8,
      "bookings.ballsPerBooking": 4,
    });
    expect(body.matters.map(({ matter, figures }) => [matter.id, live(figures)["bookings.booked"]])).toEqual([
      ["one", 1],
      ["two", 1],
    ]);
    expect(await recount(world.deps.table, testHall("east"), tennisClub)).toEqual([]);
  });

  test("can be voided and erased", async () => {
    const voided = { id: first.id, baseVersion: 2, action: "void", values: { reason: "下雨" } };
    expect((await send([voided], "head")).results[0]).toMatchObject({
      status: "accepted",
      current: { status: "void" },
    });
    const erased = await world.post<{ erased: boolean }>(
      `${BOOKINGS}/records/${first.id}/erase`,
      { reason: "退会" },
      "head",
    );
    expect(erased.body).toEqual({ erased: true });
    const { body } = await world.get(`${BOOKINGS}/records/${first.id}`);
    expect(JSON.stringify(body)).not.toContain("李娜");
    expect(await recount(world.deps.table, testHall("east"), tennisClub)).toEqual([]);
  });
});
