// An account's life after the first sign-in: another address, leaving, and the end of every session.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { periodNotices } from "../../../functions/messages/period-notices.ts";
import { findHall, invitePerson, putHall } from "../../../functions/storage/directory-store.ts";
import { openSession } from "../../../functions/storage/session-store.ts";
import type { Grant } from "../../../shared/kernel/permissions.ts";
import { createWorld, NOW, type Who, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import { startIssuer, type TestIssuer } from "../support/issuer.ts";
import type { WholeProblem } from "../support/rows.ts";

let world: World;
let issuer: TestIssuer;
let number = 0;
let now = NOW;
beforeAll(async () => {
  issuer = await startIssuer(() => NOW);
  world = await createWorld(({ table, publicUrl, issuers }) => ({
    issuers: [...issuers, issuer.trusted],
    realNow: () => now,
    notices: periodNotices({ table, publicUrl, now: () => NOW }),
  }));
});
afterAll(async () => {
  await world.close();
  await issuer.close();
});

async function invited(grant: Partial<Grant> = {}): Promise<string> {
  const id = `n-${++number}`;
  const grants = [{ role: "clerk" as const, centre: "test-centre", hall: "east", ...grant }];
  await invitePerson(world.deps.table, {
    id,
    name: id,
    email: `${id}@old.test`,
    grants,
    demonstration: true,
  });
  return id;
}

async function me(sub: string, email: string): Promise<{ status: number; id?: string; code?: string }> {
  const headers = { authorization: `Bearer ${await issuer.sign({ sub, email })}` };
  const response = await world.app.request("/v1/me", { headers });
  return { status: response.status, ...JSON.parse(await response.text()) };
}

const change = (id: string, verb: string, body: unknown = {}, who: Who = "admin") =>
  world.post<WholeProblem>(`/v1/centre/people/${id}/${verb}`, body, who);

async function opens(session: string): Promise<boolean> {
  const response = await world.app.request(`${world.deps.publicUrl}/halls/east`, {
    headers: { cookie: `hl_session=${session}` },
  });
  return response.status === 200;
}

describe("another e-mail address", () => {
  test("brings the person with their work to the new account; the former finds nobody, and sessions end", async () => {
    const id = await invited();
    expect(await me(`${id}-old`, `${id}@old.test`)).toMatchObject({ status: 200, id });
    const session = await openSession(world.deps.table, id, now);
    expect(await opens(session)).toBe(true);
    now += 1000;
    expect((await change(id, "email", { email: `${id}@new.test` })).status).toBe(200);
    expect(await opens(session)).toBe(false);
    expect(await me(`${id}-old`, `${id}@old.test`)).toMatchObject({ status: 403, code: "not_invited" });
    expect(await me(`${id}-new`, `${id}@new.test`)).toMatchObject({ status: 200, id });
    // The invitation is used up: whoever gets the mailbox next inherits nothing.
    expect(await me(`${id}-third`, `${id}@new.test`)).toMatchObject({ status: 403, code: "not_invited" });
  });

  test("under the same account, which the issuer has renamed, works as well", async () => {
    const id = await invited();
    await me(`${id}-one`, `${id}@old.test`);
    await change(id, "email", { email: `${id}@new.test` });
    expect(await me(`${id}-one`, `${id}@new.test`)).toMatchObject({ status: 200, id });
    expect(await me(`${id}-one`, `${id}@new.test`)).toMatchObject({ status: 200, id });
  });

  test("before the first sign-in withdraws the invitation to the former one", async () => {
    const id = await invited();
    await change(id, "email", { email: `${id}@new.test` });
    expect(await me(`${id}-x`, `${id}@old.test`)).toMatchObject({ status: 403 });
    expect(await me(`${id}-x`, `${id}@new.test`)).toMatchObject({ status: 200, id });
  });

  test.each(["", "nobody", "a@b", 7])("is refused as %j", async (email) => {
    const { status, body } = await change(await invited(), "email", { email });
    expect([status, body.code]).toEqual([400, "wrong_shape"]);
  });
});

describe("leaving", () => {
  test("ends roles, sessions and sign-ins at once; the name stays", async () => {
    const id = await invited();
    await me(`${id}-s`, `${id}@old.test`);
    const session = await openSession(world.deps.table, id, now);
    now += 1000;
    expect((await change(id, "leave")).status).toBe(200);
    expect(await opens(session)).toBe(false);
    expect(await me(`${id}-s`, `${id}@old.test`)).toMatchObject({ status: 403 });
    const { body } = await world.get<{ people: { id: string; name: string; grants: unknown[] }[] }>(
      "/v1/centre/people",
      "admin",
    );
    expect(body.people.find((person) => person.id === id)).toMatchObject({ name: id, grants: [] });
  });

  test("one of two centres leaves the other as it was", async () => {
    const id = await invited();
    const grants = [
      { role: "clerk" as const, centre: "test-centre", hall: "east" },
      { role: "inspector" as const, centre: "other-centre" },
    ];
    await invitePerson(world.deps.table, {
      id,
      name: id,
      email: `${id}@old.test`,
      grants,
      demonstration: true,
    });
    await me(`${id}-s`, `${id}@old.test`);
    await change(id, "leave");
    expect(await me(`${id}-s`, `${id}@old.test`)).toMatchObject({
      status: 200,
      grants: [{ centre: "other-centre" }],
    });
  });
});

describe("signing out everywhere", () => {
  test("ends every session of the person, and nobody else's; a new sign-in works", async () => {
    const [here, there, other] = [new PageBrowser(world), new PageBrowser(world), new PageBrowser(world)];
    await here.signIn("clerk");
    await there.signIn("clerk");
    await other.signIn("head");
    now += 1000;
    const page = await here.open("/halls/east");
    const [, token = ""] = /name="form_token" value="([^"]+)"/.exec(page.html) ?? [];
    expect((await here.post("/sign-out/everywhere", { form_token: "x" })).status).toBe(401);
    await here.post("/sign-out/everywhere", { form_token: token });
    expect((await there.open("/halls/east")).at).toMatch(/^\/\?to=/);
    expect((await other.open("/halls/east")).at).toBe("/halls/east");
    expect((await there.signIn("clerk")).at).toBe("/halls/east");
  });

  test("can be done for somebody whose computer was lost", async () => {
    const id = await invited();
    const session = await openSession(world.deps.table, id, now);
    now += 1000;
    expect((await change(id, "sign-out")).status).toBe(200);
    expect(await opens(session)).toBe(false);
    expect(await me(`${id}-s`, `${id}@old.test`)).toMatchObject({ status: 200 });
  });
});

test("only the centre's administrator changes accounts, never one's own, and only of this centre", async () => {
  const id = await invited();
  for (const who of ["head", "director", "west", "nobody"] as const) {
    expect([who, (await change(id, "leave", {}, who)).status]).toEqual([who, 403]);
  }
  expect((await change("p-admin", "leave")).body.code).toBe("not_oneself");
  expect((await change("p-nowhere", "leave")).body.code).toBe("unknown_person");
  const theirs = await invited({ role: "director", centre: "other-centre" });
  expect((await change(theirs, "leave")).body.code).toBe("unknown_person");
});

describe("an invitation", () => {
  const INVITE = { name: "演示新人", email: "New.One@halls.test", role: "clerk", hall: "east" };
  const invite = (given: object, who: Who = "admin") =>
    world.post<WholeProblem & { readonly id: string }>("/v1/centre/people", { ...INVITE, ...given }, who);
  const listed = async (id: string) => {
    const { body } = await world.get<{ people: { id: string; signedIn: boolean }[] }>(
      "/v1/centre/people",
      "admin",
    );
    return body.people.find((person) => person.id === id);
  };

  test("waits for the first sign-in under its address, is used up by it, and tells the person by e-mail", async () => {
    const { status, body } = await invite({});
    expect([status, body]).toMatchObject([
      201,
      { name: "演示新人", grants: [{ role: "clerk", hall: "east" }] },
    ]);
    expect(await listed(body.id)).toMatchObject({ signedIn: false });
    expect(await me("new-one", "new.one@halls.test")).toMatchObject({ status: 200, id: body.id });
    expect(await listed(body.id)).toMatchObject({ signedIn: true });
    expect(await me("another", "new.one@halls.test")).toMatchObject({ status: 403, code: "not_invited" });
    const { body: sent } = await world.get<{ messages: { to: object; subject: string }[] }>(
      "/v1/centre/messages?period=2026-11",
      "admin",
    );
    expect(sent.messages.filter(({ subject }) => subject.includes("邀请您使用"))).toHaveLength(1);
  });

  test("takes nobody's address, asks what belongs to the role, and stores nothing when it is refused", async () => {
    const taken = await invited();
    const own = await findHall(world.deps.table, "west");
    if (!own) throw new Error("no hall");
    const centres = [{ from: "2026-01", centre: "other-centre" }];
    await putHall(world.deps.table, { ...own, id: "away", centres });
    const before = (await world.get<{ people: unknown[] }>("/v1/centre/people", "admin")).body.people.length;
    const cases: readonly (readonly [object, number, string, string])[] = [
      [{ email: `${taken.toUpperCase()}@old.test` }, 409, "email_taken", "email"],
      [{ name: "   " }, 422, "name_missing", "name"],
      [{ hall: null }, 422, "hall_needed", "hall"],
      [{ hall: "nowhere" }, 422, "hall_needed", "hall"],
      [{ hall: "away" }, 422, "hall_needed", "hall"],
      [{ role: "inspector" }, 422, "hall_not_asked", "hall"],
      [{ role: "department", hall: null }, 422, "department_needed", "department"],
      [{ role: "department", hall: null, department: "kitchen" }, 422, "department_needed", "department"],
      [{ department: "finance" }, 422, "department_needed", "department"],
      [{ role: "owner" }, 400, "wrong_shape", "role"],
      [{ email: "nobody" }, 400, "wrong_shape", "email"],
    ];
    for (const [given, status, code, field] of cases) {
      const { status: answered, body } = await invite({ email: "free@halls.test", ...given });
      expect([given, answered, body.code, body.field]).toEqual([given, status, code, field]);
    }
    expect((await change("p-head", "email", { email: `${taken}@old.test` })).body.code).toBe("email_taken");
    const after = (await world.get<{ people: unknown[] }>("/v1/centre/people", "admin")).body.people.length;
    expect(after).toBe(before);
    // The one who was invited first is still the one whom the address finds.
    expect(await me(`${taken}-s`, `${taken}@old.test`)).toMatchObject({ status: 200, id: taken });
  });

  test("is the administrator's alone", async () => {
    for (const who of ["head", "director", "west", "nobody"] as const) {
      expect([who, (await invite({ email: "free@halls.test" }, who)).status]).toEqual([who, 403]);
    }
  });
});

describe("the page of the centre's people", () => {
  test("invites, changes an address, and lets somebody leave only when that is confirmed", async () => {
    const admin = new PageBrowser(world);
    await admin.signIn("admin");
    const list = await admin.open("/centre/people");
    expect(list.html).toContain("人员与邀请");
    const form_token = formTokenIn(list.html);
    const asked = { form_token, name: "演示页面人", email: "page@halls.test", role: "clerk", hall: "" };
    const refused = await admin.post("/centre/people", { ...asked, department: "" });
    expect([refused.status, refused.html.includes("请选择本中心的大厅")]).toEqual([422, true]);
    expect(refused.html).toContain('value="page@halls.test"');
    const sent = await admin.post("/centre/people", { ...asked, hall: "west", department: "" });
    expect([sent.at, sent.html.includes("已邀请,未登录")]).toEqual(["/centre/people?done=invited", true]);
    const [, path = ""] = /href="(\/centre\/people\/[^"]+)">演示页面人/.exec(sent.html) ?? [];

    expect((await admin.open(path)).html).toContain("page@halls.test");
    const moved = await admin.post(`${path}/email`, { form_token, email: "page2@halls.test" });
    expect([moved.at, moved.html.includes("page2@halls.test")]).toEqual([`${path}?done=1`, true]);
    const typo = await admin.post(`${path}/email`, { form_token, email: "p-head" });
    expect([typo.status, typo.html.includes("请填写完整的邮箱")]).toEqual([422, true]);
    expect((await admin.post(`${path}/sign-out`, { form_token })).at).toBe(`${path}?done=1`);

    const unsure = await admin.post(`${path}/leave`, { form_token });
    expect([unsure.status, unsure.html.includes("请勾选")]).toEqual([422, true]);
    const left = await admin.post(`${path}/leave`, { form_token, confirm: "yes" });
    expect([left.at, left.html.includes("已离开")]).toEqual(["/centre/people", true]);
    expect((await admin.open(path)).status).toBe(404);
    expect(await me("page-s", "page2@halls.test")).toMatchObject({ status: 403 });
    expect((await admin.open("/centre/people?lang=en")).html).toContain("People and invitations");

    const head = new PageBrowser(world);
    await head.signIn("head");
    for (const one of ["/centre/people", "/centre/people/p-clerk"])
      expect((await head.open(one)).status).toBe(403);
  });
});
