// What residents say of the halls, on the centre's page: complaints, ratings, and who may see which.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../support/world.ts";
import { PageBrowser } from "../pages/page-browser.ts";
import { tableLine } from "../pages/table-line.ts";
import { enterRows } from "../support/enter-rows.ts";

let world: World;
let admin: PageBrowser;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }), {
    department: {
      grants: [{ role: "department", centre: "test-centre", department: "communityManagement" }],
    },
  });
  admin = new PageBrowser(world);
  await admin.signIn("admin");
});
afterAll(() => world.close());

const enter = (ledger: string, rows: readonly Record<string, unknown>[], who?: string, place?: string) =>
  enterRows(world, ledger, rows, who, place);

test("D2 投诉, D1 二: complaints and ratings by hall and by what they are about, for those who deal with them", async () => {
  const complaint = {
    receivedAt: "2026-11-03T10:00:00+08:00",
    channel: "telephone",
    ground: "attitude",
    about: "window",
    aboutWindow: "1号窗口",
    content: "上午十点在1号窗口排队半小时无人应答",
  };
  const [answered] = await enter("complaints", [
    complaint,
    { ...complaint, ground: "efficiency", receivedAt: "2026-11-04T10:00:00+08:00" },
  ]);
  await enter("centre-complaints", [{ ...complaint, ground: "integrity" }], "admin", "test-centre");
  const rating = { ratedAt: "2026-11-05T10:00:00+08:00", matter: "senior-card", channel: "paper" };
  await enter("service-ratings", [
    { ...rating, grade: "verySatisfied" },
    { ...rating, grade: "acceptable" },
    { ...rating, grade: "veryDissatisfied" },
  ]);
  const { html } = await admin.open("/centre/voices");
  expect(tableLine(html, "complaints-halls", "east")).toMatch(
    /^east社区便民服务大厅 2 0 0 0 — 没有可计算的数 0 — 没有可计算的数 2 ▲ 2$/,
  );
  expect(tableLine(html, "complaints-matters", "attitude")).toMatch(/^服务态度 1 /);
  expect(tableLine(html, "complaints-matters", "efficiency")).toMatch(/^服务效率 1 /);
  expect(tableLine(html, "centre-complaints-halls", "test-centre")).toMatch(/^测试.* 1 0 /);
  expect(tableLine(html, "service-ratings-halls", "east")).toMatch(/^east社区便民服务大厅 3 66\.7% 1 /);
  expect(tableLine(html, "service-ratings-matters", "senior-card")).toMatch(/^老年证 3 66\.7% 1 /);
  // What is overdue is listed with its ground, and opens.
  expect(tableLine(html, "complaints-urgent", answered ?? "")).toMatch(/服务态度 /);
  const record = await admin.open(`/halls/east/ledgers/complaints/records/${answered}`);
  expect(record.html).toMatch(/<h1>\s*2026-00001 服务态度\s*<\/h1>/);
  const rows = /data-table="complaints-matters".*?href="([^"]*ledger=complaints[^"]*)"/s.exec(html)?.[1];
  expect((await admin.open(rows?.replaceAll("&amp;", "&") ?? "")).status).toBe(200);
  expect((await admin.open("/centre/voices?table=complaints-halls&as=csv")).html).toContain("按时答复率");
  expect((await admin.open("/centre/voices?quarter=2026-11")).status).toBe(400);
  expect((await admin.open("/centre/voices?quarter=2025-Q1")).html).toContain("这一期间还没有登记");
  const department = new PageBrowser(world);
  await department.signIn("department");
  const figures = (await department.open("/centre/voices")).html;
  expect(figures).toContain("投诉台账只对处理投诉的人员开放");
  expect(figures).not.toContain("服务态度");
  expect(tableLine(figures, "service-ratings-halls", "east")).toContain("3 66.7%");
  const head = new PageBrowser(world);
  await head.signIn("head");
  expect((await head.open("/centre/voices")).status).toBe(403);
});
