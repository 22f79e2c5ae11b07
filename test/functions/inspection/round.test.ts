// A round of inspection over HTTP: opening, inspectors and their scores, the sample, what halls and centre say of it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Who, World } from "../../support/world.ts";
import {
  createInspectedWorld,
  type InspectedWorld,
  type KeptPhoto,
  NOVEMBER,
  PNG,
  ROUND,
  type RoundView,
  scoreBody,
  upload,
  type Windows,
} from "./inspected-world.ts";

let inspected: InspectedWorld;
let world: World;
let photo: KeptPhoto;
beforeAll(async () => {
  inspected = await createInspectedWorld();
  world = inspected.world;
});
afterAll(() => world.close());

const post = <T = Problem>(path: string, body: unknown, who: Who) => world.post<T>(path, body, who);
const refusedAs = async (path: string, body: unknown, who: Who) => {
  const { status, body: problem } = await post(path, body, who);
  return [status, problem.code];
};

describe("opening a round", () => {
  test("is refused where a hall has no rows, names it, and opens nothing", async () => {
    const october = { ...NOVEMBER, first: "2026-10-01", last: "2026-10-31", halls: [] };
    const { status, body } = await post("/v1/centre/inspections", october, "admin");
    expect([status, body.code]).toEqual([422, "halls_without_data"]);
    expect(body.message.zh).toContain("amsterdam社区便民服务大厅、east社区便民服务大厅");
    expect(await refusedAs("/v1/centre/inspections", { ...NOVEMBER, halls: ["far"] }, "admin")).toEqual([
      422,
      "foreign_hall",
    ]);
    expect(
      await refusedAs(
        "/v1/centre/inspections",
        { ...NOVEMBER, first: "2026-12-01", last: "2026-12-02" },
        "admin",
      ),
    ).toEqual([422, "round_period"]);
    expect(await refusedAs("/v1/centre/inspections", NOVEMBER, "inspector")).toEqual([403, "not_permitted"]);
    expect((await world.get(ROUND, "admin")).status).toBe(404);
  });

  test("freezes scorecard, halls and period, once", async () => {
    const { status, body } = await post<RoundView>("/v1/centre/inspections", NOVEMBER, "admin");
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.halls.map(({ hall }) => hall.id)).toEqual(["east", "west"]);
    // The month's report was not accepted: preliminary.
    expect(body.preliminary).toBe(true);
    expect(await refusedAs("/v1/centre/inspections", NOVEMBER, "admin")).toEqual([409, "round_exists"]);
  });

  test("a scorecard whose weights do not total 100 is refused; a sound one is the next version, for later rounds", async () => {
    const next = { ...SHIPPED_SCORECARD, version: 2, effectiveFrom: "2026-11-20" };
    const [first, ...rest] = SHIPPED_SCORECARD.sections;
    const heavy = { ...next, sections: [{ ...first, weight: 16 }, ...rest] };
    const { body } = await post("/v1/centre/scorecards", heavy, "admin");
    expect([body.code, body.message.en]).toEqual([
      "weights_total",
      "The weights add up to 110, and have to add up to 100; please adjust them.",
    ]);
    expect((await post("/v1/centre/scorecards", next, "admin")).status).toBe(201);
    expect(await refusedAs("/v1/centre/scorecards", next, "admin")).toEqual([409, "next_version"]);
    expect(await refusedAs("/v1/centre/scorecards", next, "inspector")).toEqual([403, "not_permitted"]);
    const round = await world.get<{ scorecard: { version: number } }>(ROUND, "admin");
    expect(round.body.scorecard.version).toBe(1);
  });
});

describe("inspectors", () => {
  const assign = (hall: string, inspectors: string[]) =>
    post(`${ROUND}/assignments`, { hall, inspectors }, "admin");

  test("are inspectors of the centre, and never one of the hall's own people", async () => {
    expect((await assign("east", ["p-clerk"])).body.code).toBe("not_an_inspector");
    const { body } = await assign("east", ["p-insider"]);
    expect([body.code, body.message.zh]).toEqual([
      "own_hall",
      "测试insider在east社区便民服务大厅任职,不能检查自己的大厅;请另派检查员。",
    ]);
    for (const [hall, people] of [
      ["east", ["p-inspector", "p-inspector2"]],
      ["west", ["p-inspector", "p-insider"]],
    ] as const) {
      expect((await assign(hall, [...people])).status).toBe(200);
    }
  });

  test("upload pictures; what is none, or too large, is refused by its content", async () => {
    expect((await upload(world, "east", Buffer.from("%PDF-1.4 no picture"))).body.code).toBe("not_a_photo");
    expect((await upload(world, "east", Buffer.from("just text"))).body.code).toBe("not_a_photo");
    expect((await upload(world, "east", Buffer.alloc(4_000_001, 1))).body.code).toBe("attachment_too_large");
    const kept = await upload(world, "east", PNG);
    expect(kept.status).toBe(201);
    photo = kept.body;
  });

  test("score on-site items with a photo, within the weight; not computed ones, and not their own hall", async () => {
    const scores = `${ROUND}/halls/east/scores`;
    expect(await refusedAs(scores, scoreBody("name", 2, photo, { photos: [] }), "inspector")).toEqual([
      422,
      "photo_required",
    ]);
    expect(await refusedAs(scores, scoreBody("name", 2.5, photo), "inspector")).toEqual([
      422,
      "points_range",
    ]);
    expect(await refusedAs(scores, scoreBody("name", 0.3, photo), "inspector")).toEqual([
      422,
      "points_range",
    ]);
    expect(await refusedAs(scores, scoreBody("on-time", 8, photo), "inspector")).toEqual([
      409,
      "computed_item",
    ]);
    expect(await refusedAs(scores, scoreBody("nonsense", 1, photo), "inspector")).toEqual([
      404,
      "unknown_item",
    ]);
    expect(await refusedAs(scores, scoreBody("name", 2, photo), "insider")).toEqual([403, "own_hall"]);
    expect(await refusedAs(scores, scoreBody("name", 2, photo), "admin")).toEqual([403, "not_permitted"]);
    expect(
      await refusedAs(scores, scoreBody("name", 2, { ...photo, key: `${randomUUID()}.png` }), "inspector"),
    ).toEqual([422, "unknown_photo"]);
  });

  test("a score that is sent again is written once; its id with other content is refused", async () => {
    const scores = `${ROUND}/halls/east/scores`;
    const body = scoreBody("name", 2, photo);
    const first = await post<{ version: number }>(scores, body, "inspector");
    const again = await post<{ version: number }>(scores, body, "inspector");
    expect([first.status, first.body.version, again.status, again.body.version]).toEqual([200, 1, 200, 1]);
    expect(await refusedAs(scores, { ...body, points: 1 }, "inspector")).toEqual([409, "call_reused"]);
  });

  test("two inspectors on one item: both values are named, both are kept, and the round waits until one is settled", async () => {
    const scores = `${ROUND}/halls/east/scores`;
    const [one, two] = await Promise.all([
      post<Record<string, unknown>>(scores, scoreBody("door-sign", 2, photo), "inspector"),
      post<Record<string, unknown>>(scores, scoreBody("door-sign", 1, photo), "inspector2"),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const lost = one.status === 409 ? one.body : two.body;
    const [mine, theirs] = one.status === 409 ? [2, 1] : [1, 2];
    expect(lost).toMatchObject({
      code: "scored_meanwhile",
      yours: { points: mine },
      current: { version: 1, value: { points: theirs } },
    });
    expect((await world.get<RoundView>(ROUND, "admin")).body.unsettled).toMatchObject([
      { place: "east#door-sign", entry: { points: mine } },
    ]);
    const settled = await post(scores, scoreBody("door-sign", 1.5, photo, { baseVersion: 1 }), "inspector2");
    expect(settled.status).toBe(200);
    expect((await world.get<RoundView>(ROUND, "admin")).body.unsettled).toEqual([]);
  });
});

test("ten windows are drawn; a visitor is looked up by name, phone tail or window, masked, and on record", async () => {
  const visitors = `${ROUND}/halls/east/visitors`;
  const { body } = await world.get<Windows>(visitors, "inspector");
  expect(body.windows).toHaveLength(10);
  expect((await world.get<Windows>(visitors, "inspector2")).body).toEqual(body);
  const search = (asked: Record<string, unknown>) =>
    post<{ rows: { id: string; values: Record<string, unknown> }[] }>(
      `${visitors}/search`,
      asked,
      "inspector",
    );
  const byName = await search({ name: "张三" });
  expect(byName.body.rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(byName.body)).not.toContain("张三丰");
  expect((await search({ phoneTail: "1234" })).body.rows.length).toBeGreaterThan(5);
  expect((await search({ name: "李四光" })).body.rows).toEqual([]);
  expect(await refusedAs(`${visitors}/search`, { name: "张" }, "inspector")).toEqual([422, "search_needs"]);
  expect(await refusedAs(`${visitors}/search`, { name: "张三" }, "admin")).toEqual([403, "not_permitted"]);
  expect(await refusedAs(visitors, { number: 11, result: "found" }, "inspector")).toEqual([
    422,
    "no_such_window",
  ]);
  expect(
    await refusedAs(visitors, { number: 1, result: "found", record: randomUUID() }, "inspector"),
  ).toEqual([422, "no_such_row"]);
});

test("self-score, objection and ruling stand beside the score; the ruling counts, and fabricated rows void their item", async () => {
  const own = "/v1/halls/east/inspections/2026-november";
  expect((await post(`${own}/self-scores`, { item: "door-sign", points: 2 }, "head")).status).toBe(200);
  expect(await refusedAs(`${own}/self-scores`, { item: "door-sign", points: 3 }, "head")).toEqual([
    422,
    "points_range",
  ]);
  expect(await refusedAs(`${own}/self-scores`, { item: "door-sign", points: 2 }, "clerk")).toEqual([
    403,
    "not_permitted",
  ]);
  expect(await refusedAs(`${own}/objections`, { item: "door-sign", text: "牌子很显眼" }, "west")).toEqual([
    403,
    "not_permitted",
  ]);
  expect(
    (await post(`${own}/objections`, { item: "door-sign", text: "牌子就在门口，很显眼", asks: 2 }, "head"))
      .status,
  ).toBe(200);
  const rulings = `${ROUND}/halls/east/rulings`;
  expect(
    await refusedAs(rulings, { item: "office", kind: "upheld", reason: "维持原分" }, "director"),
  ).toEqual([409, "nothing_to_rule"]);
  expect(
    await refusedAs(rulings, { item: "door-sign", kind: "points", points: 2, reason: "属实" }, "inspector"),
  ).toEqual([403, "not_permitted"]);
  expect(
    await refusedAs(
      rulings,
      { item: "door-sign", kind: "points", points: 2, reason: "属实", baseVersion: 1 },
      "director",
    ),
  ).toEqual([409, "changed_meanwhile"]);
});

test("a hall's people see their own sheet, and neither another hall's nor the round", async () => {
  const own = "/v1/halls/east/inspections";
  expect((await world.get(own, "clerk")).status).toBe(200);
  expect((await world.get(`${own}/2026-november`, "head")).status).toBe(200);
  expect((await world.get(`${own}/2026-november/report`, "head")).status).toBe(200);
  expect((await world.get("/v1/halls/west/inspections/2026-november", "head")).status).toBe(403);
  expect((await world.get(ROUND, "head")).status).toBe(403);
});
