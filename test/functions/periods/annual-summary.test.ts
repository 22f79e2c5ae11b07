// D5's annual summary from rows: 740 licences in eleven kinds and the other counters, as of 1 December 2011.

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnnualSummary } from "../../../functions/use-cases/periods/annual-summary.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";

/** As D5 二 states them. */
const LICENCES: readonly (readonly [subtype: string, zh: string, count: number])[] = [
  ["large-restaurant", "大型餐馆", 12],
  ["medium-restaurant", "中型餐馆", 19],
  ["small-restaurant", "小型餐馆", 231],
  ["snack-bar", "小吃店", 252],
  ["fast-food-shop", "快餐店", 46],
  ["drinks-shop", "饮品店", 2],
  ["staff-canteen", "单位食堂", 7],
  ["school-canteen", "学校食堂", 67],
  ["kindergarten-canteen", "幼儿园食堂", 8],
  ["steamed-bun-shop", "馒头房", 38],
  ["stall", "摊贩", 58],
];

let world: World;
let serial = 0;

/** A licence of the old ledger, issued in 2011; new ones and renewals by turns. */
function licence(subtype: string, completedAt: string, outcome = "done") {
  serial++;
  const month = String((serial % 10) + 1).padStart(2, "0");
  return caseRow({
    receivedAt: `2011-${month}-08T09:00:00+08:00`,
    matter: serial % 3 === 0 ? "catering-permit-renewal" : "catering-permit-new",
    subtype,
    visitor: "匿名",
    phoneTail: null,
    legacyNumber: `2011-${serial}`,
    givenDueDate: "2011-12-31",
    completedAt,
    outcome,
  });
}

async function send(path: string, rows: unknown[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 400) {
    const { status, body } = await world.post<SyncAnswer>(path, batch(rows.slice(from, from + 400)), "head");
    expect(status).toBe(200);
    expect(
      body.receipt.byStatus,
      JSON.stringify(body.results.find(({ problems }) => problems.length > 0)),
    ).toEqual({
      accepted: Math.min(400, rows.length - from),
    });
  }
}

function document(kind: string, quantity: number, handedOutOn: string) {
  return { id: randomUUID(), baseVersion: 0, action: "upsert", values: { kind, quantity, handedOutOn } };
}

const summary = async (query: string) =>
  (await world.get<AnnualSummary>(`/v1/halls/east/annual-summary?${query}`, "head")).body;

beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  await send(SYNC, [
    ...LICENCES.flatMap(([subtype, , count]) =>
      Array.from({ length: count }, () => licence(subtype, "2011-11-25T16:00:00+08:00")),
    ),
    // None of these counts: after the date, refused, and of the year before.
    licence("stall", "2011-12-02T09:00:00+08:00"),
    licence("stall", "2011-11-02T09:00:00+08:00", "refused"),
  ]);
  await send("/v1/halls/east/ledgers/documents-handed-out/sync", [
    document("rules", 400, "2011-03-01"),
    document("rules", 600, "2011-12-01"),
    document("trainingMaterials", 700, "2011-06-10"),
    document("testPapers", 2324, "2011-09-20"),
    document("purchaseLedgers", 650, "2011-10-08"),
    document("rules", 50, "2011-12-02"),
  ]);
}, 240_000);
afterAll(() => world.close());

describe("the summary of 2011 as of 1 December", () => {
  test("counts 740 licences in eleven kinds that add up", async () => {
    const { matters, asOf } = await summary("year=2011&asOf=2011-12-01");
    expect(asOf).toBe("2011-12-01");
    expect(matters).toHaveLength(1);
    const [permit] = matters;
    expect(permit).toMatchObject({ name: { zh: "餐饮服务许可证" }, done: 740 });
    expect(permit?.subtypes.map(({ subtype, count }) => [subtype, count])).toEqual(
      LICENCES.map(([subtype, , count]) => [subtype, count]),
    );
  });

  test("counts what was handed out free of charge", async () => {
    const { documents } = await summary("year=2011&asOf=2011-12-01");
    expect(documents.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ["rules", 1000],
      ["trainingMaterials", 700],
      ["testPapers", 2324],
      ["purchaseLedgers", 650],
    ]);
  });

  test("says so in the document's manner", async () => {
    const { sentences } = await summary("year=2011&asOf=2011-12-01");
    expect(sentences.map(({ zh }) => zh)).toEqual([
      "截至2011年12月1日,发放管理制度1000份,发放培训材料700份,发放培训试题2324份,发放购货台账650本。",
      `办理餐饮服务许可证740个,其中${LICENCES.map(([, zh, count]) => `${zh}${count}个`).join(",")}。`,
    ]);
  });

  test("without a date is as of the last day of the year", async () => {
    const { matters, asOf, documents } = await summary("year=2011");
    expect(asOf).toBe("2011-12-31");
    expect(matters[0]?.done).toBe(741);
    expect(documents[0]?.quantity).toBe(1050);
  });

  test.each([
    ["year=2011&asOf=2012-01-01", 422, "as_of_not_taken"],
    ["year=2026&asOf=2026-12-01", 422, "as_of_not_taken"],
    ["year=2011-12", 400, "invalid_period"],
    ["", 400, "invalid_period"],
  ])("%s is refused", async (query, status, code) => {
    expect(await world.get(`/v1/halls/east/annual-summary?${query}`, "head")).toMatchObject({
      status,
      body: { code },
    });
  });

  test("is nobody's outside the hall and its centre", async () => {
    expect((await world.get("/v1/halls/east/annual-summary?year=2011", "west")).status).toBe(403);
  });
});
