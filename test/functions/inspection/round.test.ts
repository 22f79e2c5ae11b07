// A round of inspection over HTTP, from opening to the signed report that nothing changes any more.
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Figure,
  figuresIn,
  isFigure,
  Report,
  type TableBlock,
} from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import { putCentre } from "../../../functions/storage/directory-store.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { TEST_CENTRE, type Who, type World } from "../../support/world.ts";
import { act } from "../pages/filled-world.ts";
import { documentXml, sheetsOfXlsx, tablesOfDocx, tablesOfHtml } from "../reports/read-back.ts";
import {
  createInspectedWorld,
  type InspectedWorld,
  type KeptPhoto,
  NOVEMBER,
  ON_SITE,
  PNG,
  ROUND,
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

interface RoundView {
  readonly preliminary: boolean;
  readonly signed: { readonly hash: string } | null;
  readonly unsettled: readonly unknown[];
  readonly halls: readonly {
    readonly hall: { readonly id: string };
    readonly total: number;
    readonly raw: number;
    readonly unscored: readonly string[];
  }[];
}

const post = <T = Problem>(path: string, body: unknown, who: Who) => world.post<T>(path, body, who);
const refusedAs = async (path: string, body: unknown, who: Who) => {
  const { status, body: problem } = await post(path, body, who);
  return [status, problem.code];
};

/** A spreadsheet's 54 is a report's 54.0. */
function asNumber(cell: string): string {
  const [first = ""] = cell.trim().split(" ");
  const plain = first.replaceAll(",", "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : first;
}

interface Followed {
  readonly count: number;
  readonly value: number | null;
  readonly rows: readonly { readonly amount: number; readonly record: string | null }[];
}

/** Asks each address once. */
function follower(token: string) {
  const seen = new Map<string, Promise<{ status: number; text: string }>>();
  return (path: string) => {
    const asked = async () => {
      const answer = await world.app.request(path, { headers: { authorization: `Bearer ${token}` } });
      return { status: answer.status, text: await answer.text() };
    };
    const known = seen.get(path) ?? asked();
    seen.set(path, known);
    return known;
  };
}

async function expectToBeReached(read: ReturnType<typeof follower>, figure: Figure): Promise<void> {
  if (figure.rows === null) throw new Error(`${figure.metric} has no link`);
  const { status, text } = await read(`/v1/${figure.rows}`);
  expect([figure.rows, status]).toEqual([figure.rows, 200]);
  const body: Followed = JSON.parse(text);
  expect([figure.rows, body.value, body.rows.length]).toEqual([figure.rows, figure.value, body.count]);
  // A count is the rows themselves; what they open is there.
  if (figure.unit === "count") expect([figure.rows, body.count]).toEqual([figure.rows, figure.value]);
  for (const record of body.rows.flatMap((row) => row.record ?? []).slice(0, 3)) {
    expect([record, (await read(record)).status]).toEqual([record, 200]);
  }
}

async function bytesOf(path: string, who: Who = "admin"): Promise<Uint8Array> {
  const answer = await world.app.request(path, {
    headers: { authorization: `Bearer ${await world.token(who)}` },
  });
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

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
  for (const hall of ["east", "west"]) {
    const { windows } = (await world.get<Windows>(`${ROUND}/halls/${hall}/visitors`, "inspector")).body;
    for (const { number } of windows) {
      const result = number === 1 ? "notInLedger" : "nobodyCame";
      expect((await post(`${ROUND}/halls/${hall}/visitors`, { number, result }, "inspector")).status).toBe(
        200,
      );
    }
  }
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

describe("signing", () => {
  const sign = (body: unknown = {}, who: Who = "director") =>
    post<Problem & RoundView>(`${ROUND}/sign`, body, who);

  test("waits for every item, ruling, sample and minutes, and says which", async () => {
    const early = await sign();
    expect(early.body.code).toBe("not_all_scored");
    expect(early.body.message.zh).toContain("east社区便民服务大厅“行政事务与生活服务分区、有标示”");
    const west = (await upload(world, "west", PNG)).body;
    for (const hall of ["east", "west"]) {
      const done = (await world.get<RoundView>(ROUND, "admin")).body.halls.find(
        (one) => one.hall.id === hall,
      );
      for (const { id, weight } of ON_SITE.filter((item) => done?.unscored.includes(item.id))) {
        const body = scoreBody(id, hall === "east" ? weight : weight / 2, hall === "east" ? photo : west);
        expect((await post(`${ROUND}/halls/${hall}/scores`, body, "inspector")).status).toBe(200);
      }
    }
    expect((await sign()).body.code).toBe("objections_open");
    const ruling = { item: "door-sign", kind: "points", points: 2, reason: "复看照片，属实" };
    expect((await post(`${ROUND}/halls/east/rulings`, ruling, "director")).status).toBe(200);
    const fabricated = { item: "living-services", kind: "void", reason: "登记的事项并未开办" };
    expect((await post(`${ROUND}/halls/west/rulings`, fabricated, "leader")).status).toBe(200);
    expect((await sign()).body.code).toBe("minutes_missing");
    const minutes = {
      heldOn: "2026-11-19",
      place: "east社区",
      attendees: "各大厅负责人",
      text: "推广east的做法。\n西厅限期整改。",
    };
    expect((await post(`${ROUND}/minutes`, minutes, "admin")).status).toBe(200);
    expect((await post(`${ROUND}/halls/east/bonus`, { text: "上门服务", points: 3 }, "leader")).status).toBe(
      200,
    );
    expect(
      (await post(`${ROUND}/halls/east/bonus`, { text: "触摸屏", points: 2.5 }, "leader")).body.code,
    ).toBe("bonus_most");
    const order = { item: "uniform", what: "未统一着装", owner: "p-west", dueOn: "2026-11-27" };
    expect((await post(`${ROUND}/halls/west/rectifications`, order, "inspector")).status).toBe(201);
    const preliminary = await sign();
    expect([preliminary.status, preliminary.body.code]).toEqual([409, "preliminary"]);
    expect(preliminary.body.message.zh).toContain("east社区便民服务大厅 2026-11 月报未审定");
    expect(await refusedAs(`${ROUND}/sign`, { acceptPreliminary: true }, "admin")).toEqual([
      403,
      "not_permitted",
    ]);
  });

  test("freezes the snapshot with its hash, once; every figure of the report is reached by its link and counted", async () => {
    const signed = await sign({ acceptPreliminary: true });
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    const again = await sign({ acceptPreliminary: true });
    expect([again.status, again.body.code]).toEqual([409, "signed_already"]);
    expect(again.body.message.zh).toContain("测试director");
    const scores = `${ROUND}/halls/east/scores`;
    expect(await refusedAs(scores, scoreBody("name", 1, photo, { baseVersion: 1 }), "inspector")).toEqual([
      409,
      "round_signed",
    ]);
    const reader = follower(await world.token("admin"));
    let reached = 0;
    for (const path of [`${ROUND}/report`, `${ROUND}/report?hall=east`, `${ROUND}/report?hall=west`]) {
      const report = Report.parse(JSON.parse(new TextDecoder().decode(await bytesOf(path))));
      const figures = figuresIn(report.blocks);
      for (let at = 0; at < figures.length; at += 16) {
        await Promise.all(figures.slice(at, at + 16).map((figure) => expectToBeReached(reader, figure)));
      }
      reached += figures.length;
    }
    expect(reached).toBeGreaterThan(350);
  });

  test("the report is the same in HTML, XLSX and DOCX, and returned as signed after rows, scorecard and calendar change", async () => {
    const report = Report.parse(JSON.parse(new TextDecoder().decode(await bytesOf(`${ROUND}/report`))));
    expect(report.preliminary).toBe(true);
    const formats = ["json", "html", "xlsx", "docx"] as const;
    const files = new Map(
      await Promise.all(
        formats.map(async (format) => [format, await bytesOf(`${ROUND}/report?format=${format}`)] as const),
      ),
    );
    const html = tablesOfHtml(new TextDecoder().decode(files.get("html")));
    const docx = tablesOfDocx(documentXml(files.get("docx") ?? new Uint8Array()));
    const xlsx = sheetsOfXlsx(files.get("xlsx") ?? new Uint8Array());
    for (const table of report.blocks.filter(
      (block): block is TableBlock => block.kind === "table" && block.rows.length > 0,
    )) {
      const figures = table.rows.map(({ cells }) =>
        cells.flatMap((cell) => (isFigure(cell) ? [showInline(cell, "zh")] : [])),
      );
      const holds = (rows: readonly (readonly string[])[] | undefined) =>
        figures.every((row, at) => {
          const shown = (rows?.[at + 1] ?? []).map(asNumber);
          return row.every((value) => value === "—" || shown.includes(asNumber(value)));
        });
      expect([table.id, "html", holds(html.find(({ title }) => title === table.title.zh)?.rows)]).toEqual([
        table.id,
        "html",
        true,
      ]);
      expect([table.id, "xlsx", holds(xlsx.find(({ title }) => title === table.title.zh)?.rows)]).toEqual([
        table.id,
        "xlsx",
        true,
      ]);
      const same = docx.some(
        ({ rows }) =>
          rows[0]?.[0]?.trim() === table.columns[0]?.label.zh &&
          rows.length === table.rows.length + 1 &&
          holds(rows),
      );
      expect([table.id, "docx", same]).toEqual([table.id, "docx", true]);
    }
    const { hash } = (await world.get<{ signed: { hash: string } }>(ROUND, "admin")).body.signed;
    await act(world, inspected.ids.overdue, "complete", {
      completedAt: "2026-11-20T11:00:00+08:00",
      outcome: "done",
    });
    const calendarYears = [
      {
        year: 2026,
        source: { zh: "改", en: "changed" },
        version: 9,
        off: [["2026-11-02", "2026-11-13"] as [string, string]],
        makeUp: [],
      },
    ];
    await putCentre(world.deps.table, { ...TEST_CENTRE, calendarYears });
    const again = new Map(
      await Promise.all(
        formats.map(async (format) => [format, await bytesOf(`${ROUND}/report?format=${format}`)] as const),
      ),
    );
    const hashes = (all: ReadonlyMap<string, Uint8Array>) =>
      [...all].map(([format, bytes]) => [format, createHash("sha256").update(bytes).digest("hex")]);
    expect(hashes(again)).toEqual(hashes(files));
    const snapshot = await bytesOf(`${ROUND}/snapshot`);
    expect(createHash("sha256").update(snapshot).digest("hex")).toBe(hash);
    expect(new TextDecoder().decode(files.get("json"))).toContain(hash);
    // What is open now reckons otherwise: the signature, not luck, keeps the report.
    const open = await post<RoundView>("/v1/centre/inspections", { ...NOVEMBER, id: "again" }, "admin");
    expect(open.body.halls[0]?.raw).not.toBe((await world.get<RoundView>(ROUND, "admin")).body.halls[0]?.raw);
  });
});

test("rectification goes on after the signature: evidence, a second look that fails, and one that passes", async () => {
  const own = "/v1/halls/west/inspections/2026-november";
  const { body } = await world.get<{ rectifications: { id: string; state: string }[] }>(own, "west");
  const [task] = body.rectifications;
  expect(task?.state).toBe("open");
  const again = `${ROUND}/halls/west/rectifications/${task?.id}/reinspection`;
  expect(await refusedAs(again, { passed: true, note: "看过" }, "inspector")).toEqual([409, "not_rectified"]);
  const done = `${own}/rectifications/${task?.id}/done`;
  expect(await refusedAs(done, { note: "已整改" }, "head")).toEqual([403, "not_permitted"]);
  const stateAfter = async (path: string, given: unknown, who: Who) => {
    expect((await post(path, given, who)).status).toBe(200);
    return (await world.get<{ rectifications: { state: string }[] }>(own, "west")).body.rectifications[0]
      ?.state;
  };
  expect(await stateAfter(done, { note: "已统一着装" }, "west")).toBe("reported");
  expect(await stateAfter(again, { passed: false, note: "仍有一人未着装" }, "inspector")).toBe("failed");
  world.setNow(Date.parse("2026-11-30T10:00:00+08:00"));
  expect(await stateAfter(done, { note: "全部着装" }, "west")).toBe("reported");
  expect(await stateAfter(again, { passed: true, note: "已整改到位" }, "inspector")).toBe("closed");
});

test("next year's round compares with the last that was signed", async () => {
  world.setNow(Date.parse("2026-12-10T10:00:00+08:00"));
  const next = { ...NOVEMBER, id: "2026-december", first: "2026-11-02", last: "2026-12-09" };
  const { status, body } = await post<{ comparedWith: string; halls: { before: number }[] }>(
    "/v1/centre/inspections",
    next,
    "admin",
  );
  expect([status, body.comparedWith]).toEqual([201, "2026-november"]);
  const signed = await world.get<RoundView>(ROUND, "admin");
  expect(body.halls.map(({ before }) => before)).toEqual(signed.body.halls.map(({ total }) => total));
});

test("a hall's people see their own sheet, and neither another hall's nor the round", async () => {
  expect((await world.get("/v1/halls/east/inspections", "clerk")).status).toBe(200);
  expect((await world.get("/v1/halls/east/inspections/2026-november", "head")).status).toBe(200);
  expect((await world.get("/v1/halls/west/inspections/2026-november", "head")).status).toBe(403);
  expect((await world.get(ROUND, "head")).status).toBe(403);
  expect((await world.get("/v1/halls/east/inspections/2026-november/report", "head")).status).toBe(200);
});
