// Posts, lines, teams and roles of a hall's people. A clerk leaves: every open piece of work is somebody's; and a matter's new version leaves old cases on the old one.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findHall, findPerson } from "../../../functions/storage/directory-store.ts";
import { personFacts } from "../../../functions/use-cases/hall-facts.ts";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import { batch, caseRow, createWorld, NOW, SYNC, testHall, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
});
afterAll(() => world.close());

async function enter(ledger: string, values: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const { body } = await world.post(
    `/v1/halls/east/ledgers/${ledger}/sync`,
    batch([{ id, baseVersion: 0, action: "upsert", values }]),
    "head",
  );
  expect(body.results[0]?.problems).toEqual([]);
  return id;
}

async function post(browser: PageBrowser, path: string, to: string, fields: Record<string, string>) {
  const token = formTokenIn((await browser.open(path)).html);
  return browser.post(to, { form_token: token, ...fields });
}

const view = async (ledger: string, id: string) =>
  (
    await world.get<
      RowView & { responsibility: { holder: string; firstAskedBy: string; answerable: boolean } | null }
    >(`/v1/halls/east/ledgers/${ledger}/records/${id}`, "head")
  ).body;

const codeIn = (html: string) => /data-problem="(\w+)"/.exec(html)?.[1];

test("D1 三3: teams, and posts with both lines, are registered on pages; what lacks a line is refused", async () => {
  const head = new PageBrowser(world);
  await head.signIn("head");
  const path = "/halls/east/people";
  const team = { name: "一班", leader: "p-clerk" };
  const refused = await post(head, path, "/halls/east/teams", { ...team, members: "p-clerk2" });
  expect([refused.status, codeIn(refused.html)]).toEqual([409, "team_leader_not_member"]);
  expect((await post(head, path, "/halls/east/teams", { ...team, members: "p-clerk" })).at).toBe(path);
  const own = `${path}/p-clerk`;
  const lines = { post: "welfare", ledBy: "p-head", guidedBy: "finance", committeeOffice: "member" };
  const unguided = await post(head, own, own, { ...lines, guidedBy: "", from: "2026-11-20" });
  expect([unguided.status, codeIn(unguided.html)]).toEqual([409, "assignment_guided_by"]);
  const saved = await post(head, own, own, { ...lines, from: "2026-11-20" });
  expect(saved.at).toBe(`${own}?saved=yes`);
  const { html } = await head.open(path);
  for (const shown of ["社区福利与社会保障岗", "财务室", "居委会委员", "一班", "尚无人员的岗位"]) {
    expect(html).toContain(shown);
  }
  // Rules know the post that was given here; roles are for the centre to give.
  const person = await findPerson(world.deps.table, "p-clerk", true);
  if (!person) throw new Error("the clerk went away");
  expect(personFacts(person, testHall("east"), NOW)).toMatchObject({ post: "welfare", roles: ["clerk"] });
  const token = formTokenIn((await head.open(own)).html);
  const role = { form_token: token, role: "windowHead", roleFrom: "2026-11-23" };
  expect((await head.post(`${own}/role`, role)).status).toBe(403);
});

test("the centre gives another role from a day on, and never takes a hall its only head", async () => {
  const admin = new PageBrowser(world);
  await admin.signIn("admin");
  const of = (person: string) => `/halls/east/people/${person}`;
  const from = { roleFrom: "2026-11-23" };
  const headless = await post(admin, of("p-head"), `${of("p-head")}/role`, { ...from, role: "clerk" });
  expect(codeIn(headless.html)).toBe("hall_without_head");
  const late = { role: "windowHead", roleFrom: "2026-11-19" };
  expect(codeIn((await post(admin, of("p-clerk2"), `${of("p-clerk2")}/role`, late)).html)).toBe(
    "role_in_the_past",
  );
  const given = { ...from, role: "windowHead" };
  const saved = await post(admin, of("p-clerk2"), `${of("p-clerk2")}/role`, given);
  expect(saved.at).toBe(`${of("p-clerk2")}?saved=yes`);
  const { grants } = (await findPerson(world.deps.table, "p-clerk2", true)) ?? {};
  expect(grants?.map(({ role, from, to }) => [role, from, to])).toEqual([
    ["clerk", "2000-01-01", "2026-11-22"],
    ["windowHead", "2026-11-23", undefined],
  ]);
});

test("nothing is orphaned: cases, tasks and assets pass on, and the roles end with the last day", async () => {
  const open = caseRow({ acceptedBy: "测试clerk" });
  const told = caseRow({
    acceptedBy: "测试clerk",
    completedAt: "2026-11-03T10:00:00+08:00",
    outcome: "done",
  });
  const other = caseRow({ acceptedBy: "测试clerk2" });
  const sent = await world.post(SYNC, batch([open, told, other]), "clerk");
  expect(sent.body.results.map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted"]);
  const task = await enter("tasks", {
    givenOn: "2026-11-16",
    kind: "regular",
    content: "核对台账",
    givenBy: "测试head",
    owner: "p-clerk",
    dueOn: "2026-11-25",
  });
  // What is done stays with whoever did it.
  const doneTask = await enter("tasks", {
    givenOn: "2026-11-16",
    kind: "regular",
    content: "归档",
    givenBy: "测试head",
    owner: "p-clerk",
    dueOn: "2026-11-25",
  });
  for (const [at, action, more] of [
    [1, "answer", { result: "已归档" }],
    [2, "confirm", {}],
  ] as const) {
    const values = { on: "2026-11-18", ...more };
    const step = batch([{ id: doneTask, baseVersion: at, action, values }]);
    const { body } = await world.post("/v1/halls/east/ledgers/tasks/sync", step, "head");
    expect(body.results[0]?.problems).toEqual([]);
  }
  const referral = await enter("referrals", {
    askedAt: "2026-11-19T10:00:00+08:00",
    kind: "referral",
    subject: "公积金提取",
    firstAskedBy: "测试clerk",
    visitor: "张样例",
    toDepartment: "财务室",
  });
  const asset = await enter("custody-assets", {
    registeredOn: "2026-11-16",
    kind: "computer",
    name: "电脑",
    assetNumber: "1",
    custodian: "p-clerk",
  });
  const admin = new PageBrowser(world);
  await admin.signIn("admin");
  const path = "/halls/east/people";
  const leaving = { person: "p-clerk", lastDay: "2026-11-20", reason: "调离" };
  const refused = await post(admin, path, path, { ...leaving, successor: "p-clerk" });
  expect([refused.status, /data-problem="(\w+)"/.exec(refused.html)?.[1]]).toEqual([
    409,
    "hands_over_to_oneself",
  ]);
  const accepted = await post(admin, path, path, { ...leaving, successor: "p-clerk2" });
  expect([accepted.status, accepted.at]).toEqual([200, `${path}?handed=5`]);
  const holder = async (id: string) => (await view("cases", id)).responsibility?.holder;
  expect([await holder(open.id), await holder(told.id), await holder(other.id)]).toEqual([
    "测试clerk2",
    "测试clerk2",
    "测试clerk2",
  ]);
  expect([
    (await view("tasks", task)).values.owner,
    (await view("custody-assets", asset)).values.custodian,
  ]).toEqual(["p-clerk2", "p-clerk2"]);
  expect((await view("tasks", doneTask)).values.owner).toBe("p-clerk");
  expect((await view("referrals", referral)).responsibility).toMatchObject({
    holder: "测试clerk2",
    firstAskedBy: "测试clerk",
    answerable: true,
  });
  expect((await findPerson(world.deps.table, "p-clerk", true))?.grants[0]?.to).toBe("2026-11-20");
  // Whoever led a team is followed there too.
  expect((await findHall(world.deps.table, "east"))?.teams).toEqual([
    { name: "一班", leader: "p-clerk2", members: ["p-clerk2"] },
  ]);
  // On the day after, the roles are gone.
  world.setNow(NOW + 86_400_000);
  expect((await world.get(`/v1/halls/east/ledgers/cases/records?period=2026-11`, "clerk")).status).toBe(403);
  world.setNow(NOW);
});

test("a matter's new version leaves old cases on the old one, and holds for those received from its day on", async () => {
  const before = caseRow({ receivedAt: "2026-11-19T09:00:00+08:00" });
  await world.post(SYNC, batch([before]), "clerk2");
  const due = (await view("cases", before.id)).dueDate;
  const admin = new PageBrowser(world);
  await admin.signIn("admin");
  const path = "/centre/catalogue/senior-card";
  const fields = {
    zh: "老年证",
    en: "Senior citizen's card",
    timeLimit: "1",
    responsible: "岗位负责人",
    materials: "照片 | Photograph",
    formerNames: "",
    retiredFrom: "",
    effectiveFrom: "2026-11-23",
  };
  const preview = await post(admin, path, `${path}/preview`, fields);
  expect(preview.html).toMatch(/办理期限\(工作日\)[\s\S]*>3<[\s\S]*>1</);
  const refused = await post(admin, path, `${path}/preview`, { ...fields, timeLimit: "" });
  expect(/data-problem="(\w+)"/.exec(refused.html)?.[1]).toBe("limit_missing");
  expect((await post(admin, path, path, fields)).at).toBe(`${path}?from=2026-11-23`);
  world.setNow(Date.parse("2026-11-23T15:00:00+08:00"));
  const after = caseRow({ receivedAt: "2026-11-23T09:00:00+08:00" });
  await world.post(SYNC, batch([after]), "clerk2");
  expect((await view("cases", after.id)).dueDate).toBe("2026-11-24");
  // Touched again under the new version, the old case still has its own limit.
  const touched = { ...before, baseVersion: 1, values: { window: "二号" } };
  await world.post(SYNC, batch([touched]), "clerk2");
  expect([due, (await view("cases", before.id)).dueDate]).toEqual(["2026-11-24", "2026-11-24"]);
});

test("posters, diagrams and the documents' table are pages", async () => {
  const head = new PageBrowser(world);
  await head.signIn("head");
  for (const piece of ["sign", "serviceScope", "oneTimeNotice", "accountability"]) {
    const { status, html } = await head.open(`/halls/east/posters/${piece}`);
    expect([piece, status, html.includes("poster")]).toEqual([piece, 200, true]);
  }
  expect((await head.open("/halls/east/flows/senior-card")).html).toMatch(
    /<svg[\s\S]*一次性告知补正[\s\S]*办结/,
  );
  expect((await head.open("/halls/east/posters/nothing")).status).toBe(404);
  const admin = new PageBrowser(world);
  await admin.signIn("admin");
  const { html } = await admin.open("/centre/documents");
  expect(html.match(/<tr>/g)).toHaveLength(121);
  expect(html).toContain("D1 三5 “自愿”");
});
