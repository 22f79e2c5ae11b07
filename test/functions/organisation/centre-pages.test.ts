// The centre's halls, programme, catalogue's additions, and what the registers add up to: on pages, refused and accepted.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCentre, findHall } from "../../../functions/storage/directory-store.ts";
import { batch, createWorld, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import { tableLine as line } from "../pages/table-line.ts";
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

async function post(path: string, fields: Record<string, string>, to = path) {
  const token = formTokenIn((await admin.open(path)).html);
  return admin.post(to, { form_token: token, ...fields });
}
const codeIn = (html: string) => /data-problem="(\w+)"/.exec(html)?.[1];

const enter = (ledger: string, rows: readonly Record<string, unknown>[], who?: string, place?: string) =>
  enterRows(world, ledger, rows, who, place);

async function step(
  ledger: string,
  id: string,
  action: string,
  values: Record<string, unknown>,
  who = "head",
) {
  const row = { id, baseVersion: 1, action, values };
  const { body } = await world.post(`/v1/halls/east/ledgers/${ledger}/sync`, batch([row]), who);
  expect(body.results[0]?.problems).toEqual([]);
}

test("D1 三1: a hall's entry is changed, a name out of the pattern and hours in the past are refused", async () => {
  const path = "/centre/halls/east";
  const entry = {
    zh: "东区社区便民服务大厅",
    en: "East hall",
    communityZh: "东区社区",
    communityEn: "East community",
    complaintPhone: "000-1234",
    windows: "1号窗口\n2号窗口\n",
    opensAt: "08:30",
    breakFrom: "12:00",
    breakTo: "13:00",
    closesAt: "17:00",
    hoursFrom: "2026-12-01",
  };
  for (const [more, code] of [
    [{ zh: "东区办事大厅" }, "hall_name_pattern"],
    [{ hoursFrom: "2026-11-20" }, "hours_in_the_past"],
    [{ breakTo: "11:00" }, "hall_hours"],
    [{ windows: "1号窗口\n1号窗口" }, "window_twice"],
    [{ communityZh: "" }, "community_missing"],
    [{ complaintPhone: "请勿拨打" }, "hall_phone"],
    [{ en: "" }, "hall_english_name"],
  ] as const) {
    const refused = await post(path, { ...entry, ...more });
    expect([refused.status, codeIn(refused.html)]).toEqual([409, code]);
  }
  expect((await post(path, entry)).at).toBe(`${path}?saved=yes`);
  expect(await findHall(world.deps.table, "east")).toMatchObject({
    community: { zh: "东区社区" },
    windows: ["1号窗口", "2号窗口"],
    opensAt: "09:00",
    timetables: [{ from: "2026-12-01", opensAt: "08:30", closesAt: "17:00" }],
  });
  const { html } = await admin.open("/centre/halls");
  expect(html).toContain("东区社区便民服务大厅");
  expect(html).toContain("09:00–17:30");
  const head = new PageBrowser(world);
  await head.signIn("head");
  expect((await head.open(path)).status).toBe(403);
});

test("D1 前言, D5 前言: a centre chooses its motto, in both languages or not at all", async () => {
  const path = "/centre/halls";
  const refused = await post(path, { motto: "own", zh: "一心为民", en: "" });
  expect([refused.status, codeIn(refused.html)]).toEqual([409, "motto_incomplete"]);
  expect((await post(path, { motto: "own", zh: "一心为民", en: "For the people" })).at).toBe(
    `${path}?saved=yes`,
  );
  expect((await findCentre(world.deps.table, "test-centre"))?.motto?.zh).toBe("一心为民");
  await post(path, { motto: "licensing" });
  expect((await findCentre(world.deps.table, "test-centre"))?.motto?.zh).toBe(
    "准确及时、坚持标准、快速高效、热心为民",
  );
  await post(path, { motto: "" });
  expect((await findCentre(world.deps.table, "test-centre"))?.motto).toBeUndefined();
});

test("D1 三5: a new matter becomes active with a limit and somebody responsible, and is refused without", async () => {
  const path = "/centre/catalogue/new";
  const matter = {
    id: "cable-fee",
    initials: "dj",
    post: "television",
    flow: "agencyHandling",
    zh: "代缴有线电视费",
    en: "Paying cable television fees",
    timeLimit: "1",
    responsible: "岗位负责人",
    effectiveFrom: "2026-11-21",
    materials: "缴费卡 | Payment card",
    basis: "",
  };
  for (const [more, code] of [
    [{ timeLimit: "" }, "limit_missing"],
    [{ responsible: "" }, "responsible_missing"],
    [{ effectiveFrom: "2026-11-20" }, "starts_in_the_past"],
    [{ id: "senior-card" }, "matter_id"],
    [{ id: "new" }, "matter_id"],
    [{ initials: "代缴" }, "matter_initials"],
    [{ post: "nowhere" }, "matter_post"],
    [{ zh: "" }, "name_missing"],
    [{ post: "welfare", fee: "on" }, "matter_unsound"],
  ] as const) {
    const refused = await post(path, { ...matter, ...more });
    expect([refused.status, codeIn(refused.html)], code).toEqual([409, code]);
  }
  expect((await post(path, matter)).at).toBe("/centre/catalogue/cable-fee?from=2026-11-21");
  const { html } = await admin.open("/centre/catalogue/cable-fee/flow");
  expect(html).toContain("代缴有线电视费");
});

test("D1 四: phases with explicit days are accepted, overlapping ones refused; halls × areas, problems and tasks", async () => {
  const path = "/centre/programme";
  const phases = {
    year: "2026",
    zh: "2026年规范化建设",
    en: "Standardisation 2026",
    submissionsDueOn: "2026-07-15",
    "first-from": "2026-06-01",
    "first-to": "2026-06-30",
    "second-from": "2026-07-01",
    "second-to": "2026-10-31",
    "third-from": "2026-11-01",
    "third-to": "2026-11-30",
  };
  expect(codeIn((await post(path, { ...phases, "second-from": "2026-06-30" })).html)).toBe("phases_overlap");
  expect(codeIn((await post(path, { ...phases, "third-to": "" })).html)).toBe("programme_incomplete");
  expect((await post(path, phases)).at).toBe(`${path}?year=2026`);
  const action = {
    startsOn: "2026-09-01",
    kind: "required",
    goal: "做到",
    leader: "p-head",
    dueOn: "2026-11-30",
  };
  const [done] = await enter("programme-actions", [
    { ...action, area: "flows" },
    { ...action, area: "ledgers" },
    { ...action, area: "systems", dueOn: "2026-10-30" },
    { ...action, area: "training", kind: "optional" },
  ]);
  await step("programme-actions", done ?? "", "finish", { on: "2026-10-20", result: "已落实" });
  await enter("programme-progress", [{ reportedOn: "2026-11-02", kind: "newProblem", content: "采购延迟" }]);
  await enter(
    "department-tasks",
    [
      {
        givenOn: "2026-11-02",
        department: "finance",
        support: "funds",
        content: "拨付经费",
        dueOn: "2026-11-27",
      },
    ],
    "department",
    "test-centre",
  );
  const { html } = await admin.open(path);
  expect(line(html, "areas", "east")).toBe(
    "东区社区便民服务大厅 未安排 未安排 逾期 0/1 已完成 1/1 推进中 0/1 未安排 未安排 未安排 0",
  );
  for (const shown of ["2026年规范化建设", "总结验收阶段", "正在进行", "采购延迟", "财务室", "拨付经费"]) {
    expect(html).toContain(shown);
  }
  // Every cell opens exactly the actions behind it.
  const href = /href="([^"]*matter=flows[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await admin.open(href)).html.match(/data-row|<tr/g)?.length).toBeGreaterThan(1);
});

test("D1 三8, 三9, 五(四): gaps in training, balances and arrears, candidates and top ten add up by hall", async () => {
  await enter("training-plans", [
    { plannedFor: "2026-11-10", post: "welfare", course: "postSkills", content: "业务", source: "centre" },
  ]);
  await enter("training-completions", [
    {
      completedOn: "2026-09-16",
      person: "p-clerk",
      course: "etiquette",
      passed: true,
      certificateNumber: "培1",
    },
  ]);
  await enter(
    "budget-plans",
    [{ plannedFor: "2026-01-05", head: "newspapers", amountInFen: "1000.00" }],
    "department",
  );
  await enter("budget-spending", [
    {
      spentOn: "2026-11-02",
      head: "newspapers",
      amountInFen: "1200.50",
      purpose: "报刊",
      overPlanReason: "涨价",
    },
  ]);
  const [fund] = await enter("funds-follow-task", [
    { agreedOn: "2026-11-02", department: "区民政局", task: "低保核查", agreedInFen: "500.00" },
  ]);
  await step("funds-follow-task", fund ?? "", "receive", { on: "2026-11-03", amountInFen: "200.00" });
  const asked = (service: string) => ({ askedOn: "2026-11-02", topic: "newService", service });
  await enter("unmet-requests", [
    asked("代缴有线电视费"),
    asked("代缴有线电视费"),
    asked("代缴有线电视费"),
    asked("护照"),
  ]);
  await enter("demands", [
    { raisedOn: "2026-11-02", topic: "traffic", channel: "visit", content: "停车", owner: "物业站" },
  ]);
  const training = (await admin.open("/centre/training")).html;
  expect(line(training, "plans", "east")).toMatch(
    /^东区社区便民服务大厅 ▲ 1 .*社区计划生育与公共卫生岗、.* 1 0 0\.00$/,
  );
  expect(line(training, "courses", "east")).toBe("东区社区便民服务大厅 1 0 0 1");
  const budget = (await admin.open("/centre/budget")).html;
  expect(line(budget, "halls", "east")).toMatch(
    /1,?000\.00 1,?200\.50 ▲ -200\.50 .*500\.00 200\.00 ▲ 300\.00/,
  );
  expect(budget).toContain("区民政局");
  const demands = (await admin.open("/centre/demands")).html;
  expect(line(demands, "candidates", "candidate-0")).toBe("代缴有线电视费 3 1 待审议 查看");
  expect(line(demands, "topics", "newService")).toBe("增设服务事项 4 0 4 0");
  expect((await admin.open("/centre/demands?quarter=2026-Q3")).html).toContain("本季度没有候选事项");
  expect((await admin.open("/centre/budget?year=2026-11")).status).toBe(400);
  const head = new PageBrowser(world);
  await head.signIn("head");
  const own = (await head.open("/halls/east/standard")).html;
  expect(line(own, "unifications", "matters")).toContain("已落实");
  expect(line(own, "unifications", "norms")).toContain("未施行：首问责任制");
  expect(line(own, "people", "p-clerk")).toContain("突发事件处理；沟通与协调技巧");
  expect((await head.open("/centre/budget")).status).toBe(403);
  const sheet = await admin.open("/centre/budget?table=halls&as=csv");
  expect(sheet.html).toContain("结余(元)");
});
