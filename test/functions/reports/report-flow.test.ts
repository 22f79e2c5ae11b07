// A report from order to file: progress, the same figures everywhere, each opening its rows, and the same file for good.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dependencies } from "../../../functions/dependencies.ts";
import { figuresIn, Report, type TableBlock } from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import { inProcessReports } from "../../../functions/reports/start-in-process.ts";
import type { ReportJob } from "../../../functions/storage/report-store.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { batch, caseRow, SYNC, type Who, type World } from "../../support/world.ts";
import { createFilledWorld } from "../pages/filled-world.ts";
import { PageBrowser } from "../pages/page-browser.ts";
import { documentXml, sheetsOfXlsx, tablesOfDocx, tablesOfHtml } from "./read-back.ts";

let world: World;
const reports = inProcessReports((): Dependencies => world.deps);
beforeAll(async () => {
  ({ world } = await createFilledWorld(() => ({ startReport: reports.startReport })));
});
afterAll(() => world.close());

const order = (body: Record<string, unknown>, who: Who = "admin") =>
  world.post<ReportJob>("/v1/reports", body, who);

/** Ordered, waited for, and fetched. */
async function made(body: Record<string, unknown>, who: Who = "admin"): Promise<ReportJob> {
  const { status, body: job } = await order(body, who);
  expect([status, job]).toMatchObject([202, { id: expect.any(String) }]);
  await reports.idle();
  const done = await world.get<ReportJob>(`/v1/reports/${job.id}`, who);
  expect(done.body).toMatchObject({ state: "done", progress: 100, error: null });
  return done.body;
}

async function file(job: ReportJob, format: string, who: Who = "admin"): Promise<Uint8Array> {
  const path = `/v1/reports/${job.id}/files/${format}`;
  const answer = await world.app.request(path, {
    headers: { authorization: `Bearer ${await world.token(who)}` },
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function reportOf(job: ReportJob): Promise<Report> {
  return Report.parse(JSON.parse(new TextDecoder().decode(await file(job, "json"))));
}

interface Rows {
  readonly count: number;
  readonly value: number | null;
  readonly rows: readonly unknown[];
}

/** Follows every link and counts; returns how many figures were reached. */
async function expectEveryFigureToBeReached(report: Report, who: Who = "admin"): Promise<number> {
  const seen = new Map<string, Rows>();
  let reached = 0;
  for (const figure of figuresIn(report.blocks)) {
    if (figure.rows === null) continue;
    const found = seen.get(figure.rows) ?? (await world.get<Rows>(`/v1/${figure.rows}`, who)).body;
    seen.set(figure.rows, found);
    reached++;
    if (figure.value === null) expect([figure.rows, found.value]).toEqual([figure.rows, null]);
    else expect(found.value, figure.rows).toBeCloseTo(figure.value, 9);
    expect([figure.rows, found.rows.length]).toEqual([figure.rows, Math.min(200, found.count)]);
    // A count of rows is the rows themselves; other sums are added up from them.
    if (figure.unit === "count" && figure.metric.startsWith("cases."))
      expect(found.count, figure.rows).toBe(figure.value);
  }
  return reached;
}

function shown(table: TableBlock): string[][] {
  return [
    table.columns.map(({ label }) => label.zh),
    ...table.rows.map(({ cells }) => cells.map((cell) => showInline(cell, "zh"))),
  ];
}

const trimmed = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1).map((cell) => cell.trim()));

test.each([
  [{ kind: "monthly", subject: "2026-11" }, 250],
  [{ kind: "weekly", subject: "2026-W47" }, 15],
  [{ kind: "annual", subject: "2026@2026-11-18" }, 8],
])("%j: every figure is reached by its link, and counted there", async (body, least) => {
  const report = await reportOf(await made(body));
  expect(await expectEveryFigureToBeReached(report)).toBeGreaterThan(least);
  // No figure of cases stands without its rows, but differences and totals of another kind.
  const loose = figuresIn(report.blocks).filter(
    ({ rows, metric }) => rows === null && !/daysLate|weekly|accepted/.test(metric),
  );
  expect(loose).toEqual([]);
});

test("HTML, XLSX and DOCX of the month carry the figures of its JSON", async () => {
  const job = await made({ kind: "monthly", subject: "2026-11" });
  const tables = (await reportOf(job)).blocks.filter((block): block is TableBlock => block.kind === "table");
  const expected = tables.map((table) => trimmed(shown(table)));
  expect(expected.length).toBeGreaterThan(6);
  const html = tablesOfHtml(new TextDecoder().decode(await file(job, "html")));
  expect(html.map(({ rows }) => trimmed(rows))).toEqual(expected.filter((rows) => rows.length > 1));
  const docx = tablesOfDocx(documentXml(await file(job, "docx")));
  expect(docx.map(({ rows }) => trimmed(rows))).toEqual(expected.filter((rows) => rows.length > 1));
  const sheets = sheetsOfXlsx(await file(job, "xlsx"));
  expect(sheets.map(({ rows }, at) => trimmed(rows).slice(0, expected[at]?.length))).toEqual(expected);
});

test("it is kept as it was: the same bytes after later entries, and the hash of its content", async () => {
  const job = await made({ kind: "monthly", subject: "2026-10" });
  const before = await Promise.all(["json", "html", "xlsx", "docx"].map((format) => file(job, format)));
  await world.post(
    SYNC,
    batch([caseRow({ receivedAt: "2026-10-20T10:00:00+08:00", legacyNumber: "x-1" })]),
    "head",
  );
  const after = await Promise.all(["json", "html", "xlsx", "docx"].map((format) => file(job, format)));
  expect(after).toEqual(before);
  expect(
    createHash("sha256")
      .update(canonicalJson(await reportOf(job)))
      .digest("hex"),
  ).toBe(job.hash);
  expect(job.preliminary).toBe(true);
});

test("asked for twice within a minute it is one report", async () => {
  const body = { kind: "weekly", subject: "2026-W47" };
  const [first, second] = [await order(body), await order(body)];
  expect(second.body.id).toBe(first.body.id);
  await reports.idle();
});

test("what is published has no small counts, no rows and no names", async () => {
  const report = await reportOf(await made({ kind: "monthly", subject: "2026-11", published: true }));
  const figures = figuresIn(report.blocks);
  expect(figures.every(({ rows }) => rows === null)).toBe(true);
  expect(
    figures.filter(({ unit, value }) => unit === "count" && value !== null && value > 0 && value < 5),
  ).toEqual([]);
  expect(figures.some(({ below }) => below === 5)).toBe(true);
  expect(JSON.stringify(report)).not.toContain("张三丰");
});

describe("who may have what", () => {
  test.each([
    [{ kind: "monthly", subject: "2026-11" }, "clerk", 403, "not_permitted"],
    [{ kind: "monthly", subject: "2026-11", hall: "east" }, "clerk", 403, "not_permitted"],
    [{ kind: "monthly", subject: "2026-11", hall: "west" }, "head", 403, "not_permitted"],
    [{ kind: "monthly", subject: "2026-11", hall: "nowhere" }, "admin", 404, "unknown_hall"],
    [{ kind: "nothing", subject: "2026-11" }, "admin", 400, "unknown_report_kind"],
    [{ kind: "monthly", subject: "2026-W47" }, "admin", 400, "report_subject"],
    [{ kind: "annual", subject: "2026@2027-01-01" }, "admin", 400, "report_subject"],
    [{ kind: "weekly" }, "admin", 400, "wrong_shape"],
  ] as const)("%j by %s is answered %i %s", async (body, who, status, code) => {
    const answer = await world.post<{ code: string }>("/v1/reports", body, who);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test("a hall's head has the report of that hall, with links into it", async () => {
    const job = await made({ kind: "monthly", subject: "2026-11", hall: "east" }, "head");
    const report = Report.parse(JSON.parse(new TextDecoder().decode(await file(job, "json", "head"))));
    expect(await expectEveryFigureToBeReached(report, "head")).toBeGreaterThan(50);
    expect((await world.get(`/v1/reports/${job.id}`, "west")).status).toBe(403);
    expect((await world.get(`/v1/reports/none`, "admin")).status).toBe(404);
  });
});

test("on pages: ordered by a form, watched while it is made, opened under a policy of its own", async () => {
  const browser = new PageBrowser(world);
  await browser.signIn("director");
  const page = await browser.open("/centre/reports");
  const token = /name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  const sent = await browser.post("/centre/reports", {
    form_token: token,
    kind: "weekly",
    subject: "2026-W45",
    hall: "",
  });
  expect(sent.at).toMatch(/^\/reports\/[0-9a-f]{24}$/);
  await reports.idle();
  const done = await browser.open(sent.at);
  expect(done.html).toContain('data-state="done"');
  const report = await browser.open(`${sent.at}/html`);
  expect(report.headers.get("content-security-policy")).toContain("style-src 'unsafe-inline'");
  expect(report.html).toContain("督查周报");
  expect(report.html).not.toMatch(/<script/);
  expect((await browser.open("/centre/reports")).html).toContain(sent.at);
});

describe("exports", () => {
  const ROWS = "/centre/rows?ledger=cases&period=2026-11&figure=received";

  test("go out masked as the reader sees them, and are on record", async () => {
    const browser = new PageBrowser(world);
    await browser.signIn("admin");
    const csv = await browser.open(`${ROWS}&as=csv`);
    expect(csv.headers.get("content-disposition")).toMatch(
      /^attachment; filename="table.csv"; filename\*=UTF-8''/,
    );
    expect(csv.html.split("\r\n").filter(Boolean)).toHaveLength(19);
    expect(csv.html).not.toContain("张三丰");
    expect((await browser.open("/centre/months/2026-11?table=halls&as=xlsx")).status).toBe(200);
    const { body } = await world.get<{
      exports: { by: string; rows: number; personal: string; format: string }[];
    }>("/v1/centre/exports", "admin");
    expect(
      body.exports
        .slice(0, 2)
        .map(({ by, rows, personal, format }) => [by, rows, personal, format])
        .sort(),
    ).toEqual([
      ["p-admin", 18, "masked", "csv"],
      ["p-admin", 3, "none", "xlsx"],
    ]);
    expect((await world.get("/v1/centre/exports", "director")).status).toBe(403);
  });

  test("hold names for those who work with them, and no formula", async () => {
    const browser = new PageBrowser(world);
    await browser.signIn("head");
    const csv = await browser.open("/halls/east/rows?ledger=cases&period=2026-11&figure=received&as=csv");
    expect(csv.html).toContain("张三丰");
    const { body } = await world.get<{ exports: { personal: string }[] }>("/v1/centre/exports", "admin");
    expect(body.exports.map(({ personal }) => personal)).toContain("whole");
  });
});

test("where nobody renders reports, an order is refused with the remedy; one not done yet has no file", async () => {
  const waiting = { ...world.deps, startReport: async () => {} };
  expect(waiting.startReport).toBeDefined();
  const { createApp } = await import("../../../functions/app.ts");
  const headers = {
    authorization: `Bearer ${await world.token("admin")}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ kind: "monthly", subject: "2026-08" });
  const none = await createApp({ ...world.deps, startReport: undefined }).request("/v1/reports", {
    method: "POST",
    headers,
    body,
  });
  expect([none.status, await none.text()]).toEqual([503, expect.stringContaining("reports_unavailable")]);
  const app = createApp(waiting);
  const taken = await app.request("/v1/reports", { method: "POST", headers, body });
  const location = taken.headers.get("location") ?? "";
  const early = await app.request(`${location}/files/docx`, { headers });
  expect(early.status).toBe(409);
});
