// The halls' clock and the clock of tokens are two: moving the first one lets no token expire, and revives none.
import { afterAll, beforeAll, expect, test } from "vitest";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";

let world: World;
let real = Date.now();
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: () => real }));
});
afterAll(() => world.close());

test("a token stays good when the halls' clock is moved by years, forwards or backwards", async () => {
  for (const now of ["2031-01-06T10:00:00+08:00", "2024-03-04T10:00:00+08:00"]) {
    world.setNow(Date.parse(now));
    expect((await world.get("/v1/me")).status).toBe(200);
  }
});

test("rows are judged by the halls' clock", async () => {
  world.setNow(Date.parse("2026-03-04T10:00:00+08:00"));
  const { body } = await world.post(SYNC, batch([caseRow({ receivedAt: "2026-03-20T09:05:00+08:00" })]));
  expect(body.results[0]?.problems.map(({ code }) => code)).toEqual(["in_the_future"]);
});

test("a token expires by real time, wherever the halls' clock stands", async () => {
  const token = await world.token("clerk");
  real += 2 * 3_600_000;
  const answer = await world.app.request("/v1/me", { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "token_expired" });
});
