// The record of messages and the centre's groups over HTTP: who may see and add, and what is never shown.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliverWaiting } from "../../../functions/messages/deliver.ts";
import { periodNotices } from "../../../functions/messages/period-notices.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { createWorld, type Who, type World } from "../../support/world.ts";

let world: World;
let ips = ["8.8.8.8"];
beforeAll(async () => {
  world = await createWorld(() => ({ webhooks: { hosts: [], resolve: async () => ips }, realNow: Date.now }));
});
afterAll(() => world.close());

const WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=the-key";
interface Shown extends Problem {
  readonly id: string;
}
const add = (body: Record<string, unknown>, who: Who = "admin") =>
  world.post<Shown>("/v1/centre/webhooks", { name: "群", kind: "wecom", url: WECOM, ...body }, who);
const list = async () =>
  (await world.get<{ webhooks: Shown[] }>("/v1/centre/webhooks", "admin")).body.webhooks;

describe("groups", () => {
  test("one is added, shown without its key, and removed", async () => {
    const added = await add({ hall: "east" });
    expect(added).toMatchObject({
      status: 201,
      body: { host: "qyapi.weixin.qq.com", hall: "east", signed: false },
    });
    expect(JSON.stringify(await list())).not.toContain("the-key");
    const token = await world.token("admin");
    await world.app.request(`/v1/centre/webhooks/${added.body.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await list()).toEqual([]);
  });

  test.each([
    ["over http", { url: WECOM.replace("https", "http") }, 422, "webhook_not_https"],
    ["to another host", { url: "https://10.0.0.1/cgi-bin/webhook/send" }, 422, "webhook_host_unknown"],
    ["of a hall that is none", { hall: "nowhere" }, 404, "unknown_hall"],
    ["of another kind", { kind: "teams" }, 400, "wrong_shape"],
    ["without a name", { name: " " }, 400, "wrong_shape"],
  ])("one %s is refused, and nothing is stored", async (_, body, status, code) => {
    expect(await add(body)).toMatchObject({ status, body: { code } });
    expect(await list()).toEqual([]);
  });

  test("one whose name points inside the network is refused", async () => {
    ips = ["192.168.1.1"];
    expect(await add({})).toMatchObject({ status: 422, body: { code: "webhook_internal" } });
    ips = ["8.8.8.8"];
  });

  test.each<Who>(["director", "head", "clerk"])("%s may add none", async (who) => {
    expect((await add({}, who)).status).toBe(403);
  });
});

describe("what somebody asks for", () => {
  const owed = (obligation: string, hall = "east") => ({
    hall,
    hallName: { zh: "东大厅", en: "East" },
    obligation,
    label: { zh: "每月上报", en: "Monthly report" },
    period: "2026-10",
    dueAt: "2026-11-04T17:00:00+08:00",
    status: "overdue",
    mustAct: "hallHead" as const,
    by: "p-director",
  });
  const messages = async () =>
    (
      await world.get<{
        messages: {
          id: string;
          kind: string;
          state: string;
          by: string;
          to: { person: string };
          text: string;
        }[];
      }>("/v1/centre/messages?period=2026-11", "director")
    ).body.messages;
  const at = (time: string) => world.setNow(Date.parse(`${time.replace(" ", "T")}:00+08:00`));

  test("a reminder is one message for each who must act, whatever the number of things owed and of presses", async () => {
    at("2026-11-20 20:00");
    const notices = periodNotices(world.deps);
    const all = [
      owed("monthly-report/2026-10"),
      owed("daily-summary/2026-11-19"),
      owed("monthly-report/2026-10", "west"),
    ];
    await Promise.all([notices.remind(all), notices.remind(all)]);
    at("2026-11-23 09:30");
    await notices.remind(all);
    const reminders = (await messages()).filter(({ kind }) => kind === "remind");
    expect(reminders.map(({ to }) => to.person).sort()).toEqual(["p-head", "p-west"]);
    expect(reminders[0]).toMatchObject({
      by: "p-director",
      state: "queued",
      id: expect.stringMatching(/^2026-11-23\//),
    });
  });

  test("the author of a returned report is told the reason", async () => {
    at("2026-11-23 10:00");
    const { status: _status, mustAct: _mustAct, dueAt: _dueAt, ...returned } = owed("monthly-report/2026-10");
    await periodNotices(world.deps).reportReturned({
      ...returned,
      author: "p-head",
      reason: "数字与台账不符",
    });
    const [message] = (await messages()).filter(({ kind }) => kind === "returned");
    expect(message).toMatchObject({ to: { person: "p-head" } });
    expect(message?.text).toContain("数字与台账不符");
  });

  test("what was sent, to whom and when is on record", async () => {
    const sent: string[] = [];
    const channel = {
      send: async ({ id }: { id: string }) => {
        sent.push(id);
        return { status: "sent" as const };
      },
    };
    const { table, now, log } = world.deps;
    await deliverWaiting(
      { table, now, log, realNow: Date.now, calendar: chinaCalendar(), channels: { mail: channel } },
      "test-centre",
    );
    expect(sent).toHaveLength(3);
    for (const message of await messages()) {
      expect(message).toMatchObject({
        state: "sent",
        attempts: [{ at: expect.any(String), outcome: "sent" }],
      });
    }
    expect((await world.get("/v1/centre/messages?period=nonsense", "director")).status).toBe(400);
    expect((await world.get("/v1/centre/messages", "director")).status).toBe(400);
  });
});
