// Dated deputies: appointed by whoever may, told, able to sign within their days; and what is refused.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMessages } from "../../../functions/messages/outbox-store.ts";
import { periodNotices } from "../../../functions/messages/period-notices.ts";
import type { Deputy } from "../../../shared/capabilities/organisation/deputy.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { createWorld, type Who, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser, unescapeHtml } from "../pages/page-browser.ts";
import { at, done, post } from "./period-calls.ts";

const PATH = "/v1/halls/east/deputies";

let world: World;
beforeAll(async () => {
  world = await createWorld(({ table, publicUrl }) => ({
    realNow: Date.now,
    notices: periodNotices({ table, publicUrl, now: () => world.deps.now() }),
  }));
});
beforeEach(() => world.setNow(at("2026-11-12 10:00")));
afterAll(() => world.close());

const appointment = (more: Record<string, unknown> = {}) => ({
  role: "hallHead",
  deputyFor: "p-head",
  deputy: "p-clerk",
  from: "2026-11-13",
  to: "2026-11-18",
  reason: "外出培训",
  ...more,
});
const appoint = (more: Record<string, unknown> = {}, who: Who = "head", path = PATH) =>
  world.post<Deputy & Problem>(path, appointment(more), who);
const revoke = (id: string, who: Who = "head") =>
  world.post<Deputy & Problem>(`${PATH}/${id}/revoke`, {}, who);
const listed = async (who: Who = "head") =>
  (await world.get<{ deputies: Deputy[] }>(PATH, who)).body.deputies;
const told = async () =>
  (await listMessages(world.deps.table, "test-centre", "2026-11")).filter(({ kind }) => kind === "tell");

describe("bad input is refused, and leaves nothing behind", () => {
  test.each<[string, Record<string, unknown>, Who, string]>([
    ["oneself", { deputy: "p-head" }, "head", "deputy_oneself"],
    ["without an end", { to: "" }, "head", "deputy_dates"],
    ["an end before the beginning", { to: "2026-11-12" }, "head", "deputy_dates"],
    ["a beginning in the past", { from: "2026-11-11" }, "head", "deputy_dates"],
    ["for longer than a quarter", { to: "2027-02-13" }, "head", "deputy_dates"],
    ["a day that does not exist", { from: "2026-11-31", to: "2026-11-31" }, "head", "deputy_dates"],
    ["without a reason", { reason: " " }, "head", "deputy_reason"],
    ["somebody unknown", { deputy: "p-stranger" }, "head", "deputy_unknown_person"],
    ["somebody without work in the centre", { deputy: "p-nobody" }, "head", "deputy_unknown_person"],
    ["for somebody without the office", { deputyFor: "p-clerk2" }, "admin", "deputy_holds_no_office"],
    ["for the head of another hall", { deputyFor: "p-west" }, "admin", "deputy_holds_no_office"],
    ["an office without deputies", { role: "clerk" }, "head", "deputy_not_yours"],
    ["by a clerk", {}, "clerk2", "deputy_not_yours"],
    ["by the director", {}, "director", "deputy_not_yours"],
  ])("%s", async (_, more, who, code) => {
    const { status, body } = await appoint(more, who);
    expect([status >= 400, body.code]).toEqual([true, code]);
    expect(body.message.zh && body.message.en).toBeTruthy();
    expect([await listed(), await told()]).toEqual([[], []]);
  });

  test("by the head of another hall, who may not even look", async () => {
    expect((await appoint({}, "west")).status).toBe(403);
    expect((await world.get(PATH, "west")).status).toBe(403);
  });
});

describe("a deputy", () => {
  let id = "";

  test("is appointed by the head, on record, and told once, however often it is sent", async () => {
    const { status, body } = await appoint();
    expect(status, JSON.stringify(body)).toBe(200);
    id = body.id;
    expect((await appoint()).body.id).toBe(id);
    expect(await listed("clerk2")).toEqual([
      expect.objectContaining({ id, deputy: "p-clerk", appointedBy: "p-head", revokedAt: null }),
    ]);
    const [message, ...more] = await told();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ to: { person: "p-clerk" }, by: "p-head" });
    expect(message?.text).toContain("2026-11-13 至 2026-11-18");
  });

  test("is one at a time", async () => {
    expect((await appoint({ deputy: "p-clerk2", from: "2026-11-18", to: "2026-11-20" })).body.code).toBe(
      "deputy_overlap",
    );
  });

  test("signs within the days, in the other's place, and not before", async () => {
    world.setNow(at("2026-11-12 18:00"));
    const early = await post(world, "sign", "daily-summary", { periods: ["2026-11-12"] }, "clerk");
    expect(early.body.code).toBe("not_your_day");
    world.setNow(at("2026-11-13 18:00"));
    await done(world, "sign", "daily-summary", ["2026-11-12", "2026-11-13"], {}, "clerk");
    const { body } = await world.get<{ events: { by: string; data: { deputyFor?: string } }[] }>(
      "/v1/halls/east/periods/daily-summary/2026-11-13",
      "head",
    );
    expect(body.events.at(-1)).toMatchObject({ by: "p-clerk", data: { deputyFor: "p-head" } });
  });

  test("passes nothing on, and is nobody's to revoke but the head's and the centre's", async () => {
    world.setNow(at("2026-11-13 18:00"));
    expect(
      (await appoint({ deputy: "p-clerk2", from: "2026-11-20", to: "2026-11-21" }, "clerk")).body.code,
    ).toBe("deputy_not_yours");
    expect((await revoke(id, "clerk")).body.code).toBe("deputy_not_yours");
    expect((await revoke("no-such", "head")).status).toBe(404);
  });

  test("is revoked by the centre: signs no more from then on, is told, and stays on record", async () => {
    world.setNow(at("2026-11-16 10:00"));
    expect((await revoke(id, "admin")).body).toMatchObject({ revokedBy: "p-admin" });
    world.setNow(at("2026-11-16 18:00"));
    const late = await post(world, "sign", "daily-summary", { periods: ["2026-11-16"] }, "clerk");
    expect(late.body.code).toBe("not_your_day");
    expect((await revoke(id, "admin")).body.code).toBe("deputy_over");
    expect((await told()).map(({ subject }) => subject)).toHaveLength(2);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ revokedBy: "p-admin" });
    await done(world, "sign", "daily-summary", ["2026-11-16"]);
  });

  test("of the centre's director is appointed by the director, for the centre's days", async () => {
    world.setNow(at("2026-11-16 10:00"));
    const centre = "/v1/centre/deputies";
    const director = { role: "director", deputyFor: "p-director", deputy: "p-admin", from: "2026-11-17" };
    expect((await appoint(director, "head", centre)).status).toBe(403);
    const { status, body } = await appoint(director, "director", centre);
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await appoint({ ...director, role: "hallHead" }, "director", centre)).body.code).toBe(
      "deputy_not_yours",
    );
    const me = async () =>
      (await world.get<{ grants: { deputyFor?: string }[] }>("/v1/me", "admin")).body.grants;
    expect((await me()).map(({ deputyFor }) => deputyFor)).toContain("p-director");
  });
});

describe("the page", () => {
  test("appoints, says so, and revokes; a clerk is offered nothing", async () => {
    world.setNow(at("2026-11-20 10:00"));
    const head = new PageBrowser(world);
    await head.signIn("head");
    const page = await head.open("/halls/east/deputies");
    expect(page.html).toContain("代理安排");
    const fields = appointment({ form_token: formTokenIn(page.html), from: "2026-11-23", to: "2026-11-24" });
    const after = await head.post(
      "/halls/east/deputies",
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    );
    expect([after.status, unescapeHtml(after.html).includes("已安排,并已通知代理人")]).toEqual([200, true]);
    const action = /action="(\/halls\/east\/deputies\/[^"]+\/revoke)"/.exec(after.html)?.[1] ?? "";
    const revoked = await head.post(action, { form_token: formTokenIn(after.html) });
    expect(revoked.html).toContain("已撤销,并已通知代理人");
    const clerk = new PageBrowser(world);
    await clerk.signIn("clerk");
    const seen = await clerk.open("/halls/east/deputies");
    expect([seen.status, seen.html.includes("<select")]).toEqual([200, false]);
  });
});
