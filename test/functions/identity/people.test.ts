// An account's life after the first sign-in: another address, leaving, and the end of every session.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitePerson } from "../../../functions/storage/directory-store.ts";
import { openSession } from "../../../functions/storage/session-store.ts";
import type { Grant } from "../../../shared/kernel/permissions.ts";
import { createWorld, NOW, type Who, type World } from "../../support/world.ts";
import { PageBrowser } from "../pages/page-browser.ts";
import { startIssuer, type TestIssuer } from "../support/issuer.ts";
import type { WholeProblem } from "../support/rows.ts";

let world: World;
let issuer: TestIssuer;
let number = 0;
let now = NOW;
beforeAll(async () => {
  issuer = await startIssuer(() => NOW);
  world = await createWorld((deps) => ({ issuers: [...deps.issuers, issuer.trusted], realNow: () => now }));
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
