// Wrong query parameters of every GET: each gets the problem that names it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type Who, type World } from "../../support/world.ts";
import { accepted, type WholeProblem } from "../support/rows.ts";

let world: World;
let id: string;
beforeAll(async () => {
  world = await createWorld();
  id = await accepted(world);
});
afterAll(() => world.close());

const LONG = "x".repeat(3000);
const RECORDS = "/v1/halls/east/ledgers/cases/records";
const EXPLAIN = "/v1/deadlines/explain";
const RFC = "receivedAt=2026-11-02T09:05:00%2B08:00";

describe.each<[path: string, status: number, code: string, who?: Who]>([
  [RECORDS, 400, "period_required"],
  [`${RECORDS}?period=`, 400, "invalid_period"],
  [`${RECORDS}?period=2026-13`, 400, "invalid_period"],
  [`${RECORDS}?period=2026-02-30`, 400, "invalid_period"],
  [`${RECORDS}?period=2026-W54`, 400, "invalid_period"],
  [`${RECORDS}?period=2026-Q5`, 400, "invalid_period"],
  [`${RECORDS}?period=0000`, 400, "invalid_period"],
  [`${RECORDS}?period=9999`, 400, "invalid_period"],
  [`${RECORDS}?period=__proto__`, 400, "invalid_period"],
  [`${RECORDS}?period=${LONG}`, 400, "invalid_period"],
  [`${RECORDS}?period=2026-11&figure=nothing`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&figure=onTimeRate`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&figure=constructor`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&figure=__proto__`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&figure=`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&from=-1`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&from=1e3`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&limit=0`, 400, "invalid_parameter"],
  [`${RECORDS}?period=2026-11&limit=1001`, 400, "invalid_parameter"],
  ["/v1/halls/west/ledgers/cases/records?period=2026-11", 403, "not_permitted"],
  [`/v1/halls/${LONG}/ledgers/cases/records?period=2026-11`, 404, "unknown_hall"],
  [`/v1/halls/east/ledgers/${LONG}/records?period=2026-11`, 404, "unknown_ledger"],
  [`${RECORDS}/1`, 404, "unknown_record"],
  [`${RECORDS}/${LONG}`, 404, "unknown_record"],
  [`${RECORDS}/__proto__`, 404, "unknown_record"],
  [`${RECORDS}/00000000-0000-4000-8000-000000000000`, 404, "unknown_record"],
  [`${RECORDS}/%FF`, 404, "unknown_record"],
  ["/v1/halls/nowhere/reference", 404, "unknown_hall"],
  ["/v1/halls/west/reference", 403, "not_permitted"],
  [`/v1/halls/${LONG}/reference`, 404, "unknown_hall"],
  ["/v1/ledgers/poems", 404, "unknown_ledger"],
  ["/v1/ledgers/constructor", 404, "unknown_ledger"],
  [EXPLAIN, 400, "invalid_parameter"],
  [`${EXPLAIN}?workingDays=3`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=yesterday&workingDays=3`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=2026-02-30&workingDays=3`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=2026-11-02T25:00&workingDays=3`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=1900-01-01T00:00:00%2B14:00&workingDays=3`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=2199-12-31&workingDays=999`, 400, "invalid_parameter"],
  [`${EXPLAIN}?receivedAt=2199-12-31T23:59:00-12:00&workingDays=0`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=-1`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=1000`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=NaN`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=1.5`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=3&policy=mine`, 400, "invalid_parameter"],
  [`${EXPLAIN}?${RFC}&workingDays=3&hall=nowhere`, 404, "unknown_hall"],
  [`${EXPLAIN}?${RFC}&workingDays=3&hall=${LONG}`, 404, "unknown_hall"],
  ["/v1/centre/roll-ups?period=2026-11", 403, "not_permitted"],
  ["/v1/centre/roll-ups", 400, "period_required", "director"],
  ["/v1/centre/roll-ups?period=2026-13", 400, "invalid_period", "director"],
  ["/v1/centre/roll-ups?period=2026-11&hall=nowhere", 404, "unknown_hall", "director"],
  [`/v1/centre/roll-ups?period=2026-11&hall=${LONG}`, 404, "unknown_hall", "director"],
  ["/v1/centre/roll-ups?period=2026-11&centre=another", 403, "not_permitted", "director"],
  [`/v1/centre/roll-ups?period=2026-11&centre=${LONG}`, 403, "not_permitted", "director"],
  ["/v1/centre/overdue", 403, "not_permitted"],
  ["/v1/centre/overdue?centre=another", 403, "not_permitted", "director"],
  ["/v1/nothing", 404, "not_found"],
])("GET %s", (path, status, code, who = "clerk") => {
  test(`is answered with ${status} ${code}`, async () => {
    const { status: answered, body } = await world.get<WholeProblem>(path, who);
    expect([answered, body.status, body.code]).toEqual([status, status, code]);
    expect(body.message.zh).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(body).length).toBeLessThan(1000);
  });
});

test("what is not asked for is left alone: unknown parameters, a version that is not known", async () => {
  for (const path of [
    `${RECORDS}?period=2026-11&colour=red`,
    `${RECORDS}?period=2026-11&matter=${LONG}`,
    `/v1/halls/east/reference?since=${LONG}`,
    `${RECORDS}/${id}?unmask=`,
    `${EXPLAIN}?receivedAt=2026-11-02&workingDays=3`,
    `${EXPLAIN}?receivedAt=1950-01-02&workingDays=3`,
    `${EXPLAIN}?${RFC}&workingDays=999&policy=receiveNextDay&hall=east`,
  ]) {
    expect([path, (await world.get(path)).status]).toEqual([path, 200]);
  }
});

describe("erasing", () => {
  test.each([
    [{}, 400],
    [{ reason: "" }, 400],
    [{ reason: "    " }, 400],
    [{ reason: "x".repeat(201) }, 422],
    [{ reason: 5 }, 400],
    [{ reason: "本人要求", also: 1 }, 400],
    [[], 400],
    [{ reason: "=1+1" }, 422],
    [{ reason: "a\u0000b" }, 422],
  ])("with %o is refused", async (body, status) => {
    const answer = await world.post<WholeProblem>(`${RECORDS}/${id}/erase`, body, "head");
    expect([answer.status, answer.body.status]).toEqual([status, status]);
    expect(answer.body.code).not.toBe("unexpected");
  });

  test("by a clerk, or of a record that is not there, is refused", async () => {
    const reason = { reason: "本人要求" };
    expect((await world.post<WholeProblem>(`${RECORDS}/${id}/erase`, reason)).body.code).toBe(
      "not_permitted",
    );
    const missing = await world.post<WholeProblem>(`${RECORDS}/${LONG}/erase`, reason, "head");
    expect([missing.status, missing.body.code]).toEqual([404, "unknown_record"]);
  });
});
