// Every figure of the pages opens exactly the rows behind it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unitOf } from "../../../functions/boards/figures-table.ts";
import { showFigure } from "../../../functions/reports/model/show-inline.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { caseRow, type World } from "../../support/world.ts";
import { createFilledWorld, write } from "./filled-world.ts";
import { PageBrowser, unescapeHtml } from "./page-browser.ts";

let world: World;
let centre: PageBrowser;
beforeAll(async () => {
  ({ world } = await createFilledWorld());
  centre = new PageBrowser(world);
  await centre.signIn("admin");
});
afterAll(() => world.close());

interface Figure {
  readonly href: string;
  readonly figure: string;
  readonly text: string;
}

function figuresIn(html: string): Figure[] {
  return [...html.matchAll(/<a href="([^"]+)" data-figure="([^"]+)">([^<]+)<\/a>/g)].map(
    ([, href = "", figure = "", text = ""]) => ({ href: unescapeHtml(href), figure, text }),
  );
}

function number(html: string, attribute: string): number {
  return Number(new RegExp(`${attribute}="([\\d.]+)"`).exec(html)?.[1] ?? Number.NaN);
}

/** What a metric's figure looks like. */
function shownAs(metric: string, value: number): string {
  const unit = metric === "open" || metric === "overdue" ? "count" : unitOf(cases, metric);
  return showFigure({ unit, value });
}

/** Opens every figure of a page and compares it with the rows that it opens. */
async function expectEveryFigureToOpenItsRows(browser: PageBrowser, html: string): Promise<number> {
  const figures = new Map(figuresIn(html).map((figure) => [figure.href, figure]));
  for (const { href, figure, text } of figures.values()) {
    const page = await browser.open(href);
    const rows = page.html.match(/data-row="/g)?.length ?? 0;
    expect(page.status, href).toBe(200);
    expect(number(page.html, "data-count"), href).toBe(rows);
    if (!href.includes("ledger=cases")) {
      expect(text, href).toBe(String(rows));
      continue;
    }
    const value = number(page.html, "data-value");
    expect(text, href).toBe(shownAs(figure, value));
    if (figure.includes("Rate")) {
      expect(value, href).toBeCloseTo(number(page.html, "data-numerator") / rows, 9);
      expect(page.html.match(/<td>计入<\/td>/g)?.length ?? 0, href).toBe(number(page.html, "data-numerator"));
    } else if (!figure.includes("Days") && figure !== "feesInFen") expect(value, href).toBe(rows);
  }
  return figures.size;
}

describe("every figure opens exactly its rows", () => {
  test("on the centre's month board: halls, totals, matters, and the cells of both", async () => {
    const { html } = await centre.open("/centre/months/2026-11");
    expect(await expectEveryFigureToOpenItsRows(centre, html)).toBeGreaterThan(200);
  });

  test("in the month before, with what closed later left out", async () => {
    const { html } = await centre.open("/centre/months/2026-10");
    const figures = figuresIn(html);
    const of = (figure: string) =>
      figures.find((one) => one.figure === figure && one.href.includes("hall=west"))?.text;
    expect([of("received"), of("closed")]).toEqual(["1", "1"]);
    await expectEveryFigureToOpenItsRows(centre, html);
  });

  test("on a hall's own page", async () => {
    const browser = new PageBrowser(world);
    const { html } = await browser.signIn("head");
    expect(await expectEveryFigureToOpenItsRows(browser, html)).toBeGreaterThan(10);
  });
});

test("the figures are the ones that were written", async () => {
  const { html } = await centre.open("/centre/months/2026-11");
  const total = Object.fromEntries(
    figuresIn(html)
      .filter(({ href }) => !/hall=|matter=|post=|flow=/.test(href))
      .map(({ figure, text }) => [figure, text]),
  );
  expect(total).toMatchObject({
    received: "18",
    closed: "14",
    onTimeRate: "92.3%",
    onTimeRateOriginal: "84.6%",
    closedLate: "1",
    closedNotAssessable: "1",
    feesInFen: "123.50",
    correctionNotices: "0",
    open: "5",
    overdue: "2",
  });
});

test.each(["posts", "flows", "matters", "results"])("the lines of %s add up to their total", async (id) => {
  const { html } = await centre.open("/centre/months/2026-11");
  const table = new RegExp(`data-table="${id}".*?</table>`, "s").exec(html)?.[0] ?? "";
  const [body = "", foot = ""] = table.split("<tfoot>");
  const sumOf = (part: string, figure: string) =>
    figuresIn(part)
      .filter((one) => one.figure === figure)
      .reduce((sum, { text }) => sum + Number(text), 0);
  for (const figure of id === "results"
    ? ["closed", "closedDone", "closedAnswered"]
    : ["received", "closed"]) {
    expect(sumOf(body, figure), figure).toBe(sumOf(foot, figure));
    expect(sumOf(foot, figure), figure).toBeGreaterThanOrEqual(figure === "closedAnswered" ? 0 : 14);
  }
});

test.each([
  "/centre/years/2026",
  "/centre/trends?month=2026-11&hall=west",
  "/centre/compare?with=2026-10&period=2026-11",
  "/centre/overdue",
])("on %s every figure opens its rows, and every chart has its table", async (path) => {
  const { html, status } = await centre.open(path);
  expect(status).toBe(200);
  const own = /data-table="(months|compare-received|bands)".*$/s.exec(html)?.[0] ?? "";
  // The other tables of the year are those of the month.
  expect(await expectEveryFigureToOpenItsRows(centre, own.slice(0, own.indexOf("</table>")))).toBeGreaterThan(
    3,
  );
  expect(html.match(/<figure class="chart"/g)?.length).toBeGreaterThan(0);
});

test.each([
  ["/centre/years/2026-11", 400],
  ["/centre/trends?month=november", 400],
  ["/centre/trends?hall=nowhere", 404],
  ["/centre/compare?with=2025&period=2026-11", 400],
  ["/centre/overdue?ledger=nothing", 404],
  ["/centre/months/2026-11?as=pdf", 400],
  ["/centre/months/2026-11?as=csv&table=nothing", 400],
])("%s is refused with a page", async (path, status) => {
  const page = await centre.open(path);
  expect(page.status).toBe(status);
  expect(page.html).toContain("data-problem=");
});

test("halls add up to the total", async () => {
  const { html } = await centre.open("/centre/months/2026-11");
  const figures = [...new Map(figuresIn(html).map((figure) => [figure.href, figure])).values()].filter(
    ({ href }) => !/matter=|post=|flow=/.test(href),
  );
  for (const name of ["received", "closed", "closedLate", "closedNotAssessable", "open", "overdue"]) {
    const own = figures.filter(({ figure, href }) => figure === name && href.includes("hall="));
    const total = figures.find(({ figure, href }) => figure === name && !href.includes("hall="));
    expect(own).toHaveLength(3);
    expect(String(own.reduce((sum, { text }) => sum + Number(text), 0)), name).toBe(total?.text);
  }
});

test("the board shows the same figures as the API", async () => {
  const { body } = await world.get<{ total: Record<string, { live: number | null }> }>(
    "/v1/centre/roll-ups?period=2026-11",
    "admin",
  );
  const { html } = await centre.open("/centre/months/2026-11");
  for (const { figure, href, text } of figuresIn(html)) {
    if (/hall=|matter=|post=|flow=/.test(href) || !href.includes("period=")) continue;
    expect(text, figure).toBe(shownAs(figure, body.total[`cases.${figure}`]?.live ?? 0));
  }
});

test("a long list comes in pages of 200, with the whole count on each", async () => {
  const rows = Array.from({ length: 205 }, () => caseRow({ receivedAt: "2026-09-01T10:00:00+02:00" }));
  await write(world, "amsterdam", "amsterdam", rows);
  const address = "/centre/rows?ledger=cases&period=2026-09&figure=received&hall=amsterdam";
  const first = await centre.open(address);
  expect(first.html.match(/data-row="/g)).toHaveLength(200);
  expect(number(first.html, "data-count")).toBe(205);
  const next = /<a class="button plain" rel="next" href="([^"]+)"/.exec(first.html)?.[1] ?? "";
  const second = await centre.open(unescapeHtml(next));
  expect(second.html.match(/data-row="/g)).toHaveLength(5);
  expect(number(second.html, "data-count")).toBe(205);
  const idsOf = (html: string) => [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set([...idsOf(first.html), ...idsOf(second.html)]).size).toBe(205);
});

test.each([
  ["figure=nothing&period=2026-11&ledger=cases", 400],
  ["figure=toString&period=2026-11&ledger=cases", 400],
  ["figure=received&ledger=cases", 400],
  ["figure=received&period=2026-13&ledger=cases", 400],
  ["figure=received&period=2026-11&ledger=cases&page=0", 400],
  ["figure=received&period=2026-11&ledger=nothing", 404],
  ["figure=received&period=2026-11&ledger=cases&hall=nowhere", 404],
])("rows asked for by %s are refused with a page", async (query, status) => {
  const page = await centre.open(`/centre/rows?${query}`);
  expect(page.status).toBe(status);
  expect(page.html).toContain("data-problem=");
});
