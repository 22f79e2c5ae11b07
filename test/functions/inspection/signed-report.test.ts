// Signing a round: what has to be done before, and the report that nothing changes afterwards.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figuresIn, Report } from "../../../functions/reports/model/report.ts";
import { putCentre } from "../../../functions/storage/directory-store.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { TEST_CENTRE, type Who, type World } from "../../support/world.ts";
import { act } from "../pages/filled-world.ts";
import { expectSameFigures, expectToBeReached, follower } from "./follow-figures.ts";
import {
  createInspectedWorld,
  type InspectedWorld,
  type KeptPhoto,
  NOVEMBER,
  ON_SITE,
  openAndAssign,
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
  await openAndAssign(world);
  photo = (await upload(world, "east", PNG)).body;
});
afterAll(() => world.close());

const post = <T = Problem>(path: string, body: unknown, who: Who) => world.post<T>(path, body, who);
const refusedAs = async (path: string, body: unknown, who: Who) => {
  const { status, body: problem } = await post(path, body, who);
  return [status, problem.code];
};

async function bytesOf(path: string, who: Who = "admin"): Promise<Uint8Array> {
  const answer = await world.app.request(path, {
    headers: { authorization: `Bearer ${await world.token(who)}` },
  });
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

describe("signing", () => {
  const sign = (body: unknown = {}, who: Who = "director") =>
    post<Problem & RoundView>(`${ROUND}/sign`, body, who);

  test("waits for every item, ruling, sample and minutes, and says which", async () => {
    const early = await sign();
    expect(early.body.code).toBe("not_all_scored");
    expect(early.body.message.zh).toContain("east社区便民服务大厅“名称为“××社区便民服务大厅””");
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
    const objection = { item: "door-sign", text: "牌子就在门口，很显眼", asks: 2 };
    const own = "/v1/halls/east/inspections/2026-november";
    expect((await post(`${own}/objections`, objection, "head")).status).toBe(200);
    expect((await sign()).body.code).toBe("objections_open");
    const ruling = { item: "door-sign", kind: "points", points: 2, reason: "复看照片，属实" };
    expect((await post(`${ROUND}/halls/east/rulings`, ruling, "director")).status).toBe(200);
    const fabricated = { item: "living-services", kind: "void", reason: "登记的事项并未开办" };
    expect((await post(`${ROUND}/halls/west/rulings`, fabricated, "leader")).status).toBe(200);
    const unsampled = await sign();
    expect([unsampled.body.code, unsampled.body.message.en]).toEqual([
      "sample_unfinished",
      "It cannot be signed before the sample of visitors is done: east community service hall, west community service hall.",
    ]);
    for (const hall of ["east", "west"]) {
      const visitors = `${ROUND}/halls/${hall}/visitors`;
      for (const { number } of (await world.get<Windows>(visitors, "inspector")).body.windows) {
        const result = number === 1 ? "notInLedger" : "nobodyCame";
        expect((await post(visitors, { number, result }, "inspector")).status).toBe(200);
      }
    }
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
    const reader = follower(world, await world.token("admin"));
    let reached = 0;
    for (const path of [`${ROUND}/report`, `${ROUND}/report?hall=east`, `${ROUND}/report?hall=west`]) {
      const report = Report.parse(JSON.parse(new TextDecoder().decode(await bytesOf(path))));
      const figures = figuresIn(report.blocks);
      for (let at = 0; at < figures.length; at += 16) {
        await Promise.all(figures.slice(at, at + 16).map((figure) => expectToBeReached(reader, figure)));
      }
      reached += figures.length;
    }
    expect(reached).toBeGreaterThan(400);
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
    expectSameFigures(report, files);
    const { hash } = (await world.get<{ signed: { hash: string } }>(ROUND, "admin")).body.signed;
    await act(world, inspected.ids.overdue, "complete", {
      completedAt: "2026-11-20T11:00:00+08:00",
      outcome: "done",
    });
    const next = { ...SHIPPED_SCORECARD, version: 2, effectiveFrom: "2026-11-20" };
    expect((await post("/v1/centre/scorecards", next, "admin")).status).toBe(201);
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

test("what is published of it has scores and ranks, but nobody's name, opinion, note or small count", async () => {
  const publish = async (hall?: string): Promise<Report> => {
    const order = { kind: "acceptance", subject: NOVEMBER.id, published: true, ...(hall ? { hall } : {}) };
    const ordered = await post<{ id: string }>("/v1/reports", order, "admin");
    expect(ordered.status, JSON.stringify(ordered.body)).toBe(202);
    await inspected.reports.idle();
    const json = await bytesOf(`/v1/reports/${ordered.body.id}/files/json`);
    return Report.parse(JSON.parse(new TextDecoder().decode(json)));
  };
  const [centre, hall, own] = [await publish(), await publish("west"), await bytesOf(`${ROUND}/report`)];
  const tables = (report: Report) =>
    report.blocks.flatMap((block) => (block.kind === "table" ? [block.id] : []));
  expect(tables(centre)).toEqual(expect.arrayContaining(["ranking", "sections", "rectifications"]));
  expect(tables(centre)).not.toContain("rulings");
  expect(tables(hall)).not.toEqual(expect.arrayContaining(["visitors"]));
  const internal = [
    "推广east的做法",
    "牌子就在门口",
    "复看照片",
    "未统一着装",
    "各大厅负责人",
    "测试inspector",
  ];
  const within = new TextDecoder().decode(own);
  expect(internal.filter((text) => within.includes(text)).length).toBeGreaterThan(3);
  for (const report of [centre, hall]) {
    const text = JSON.stringify(report);
    expect(internal.filter((word) => text.includes(word))).toEqual([]);
    const small = figuresIn(report.blocks).filter(
      ({ unit, value }) => unit === "count" && value !== null && value > 0 && value < 5,
    );
    expect(small).toEqual([]);
    expect(figuresIn(report.blocks).every(({ rows }) => rows === null)).toBe(true);
    expect(report.notes.map(({ en }) => en).join()).toContain("Sections keep their numbers");
  }
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
