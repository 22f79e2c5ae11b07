// The outbox: each message goes out once, whoever sends, however often, and wherever a sender dies.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Channel, Channels, SendOutcome } from "../../../functions/messages/channel.ts";
import { type Delivery, deliverWaiting } from "../../../functions/messages/deliver.ts";
import type { Letter } from "../../../functions/messages/message.ts";
import { listMessages, queueMessage } from "../../../functions/messages/outbox-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { createWorld, NOW, type World } from "../../support/world.ts";
import { killAtEveryPoint } from "../support/killed-table.ts";

const MINUTE = 60_000;
let world: World;
let centre: string;
let now = NOW;
let real = NOW;
let number = 0;
let sent: string[] = [];
let answers: (SendOutcome | Error)[] = [];

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  centre = `centre-${++number}`;
  now = NOW;
  real = NOW;
  sent = [];
  answers = [];
});

const remembering: Channel = {
  async send({ id }) {
    const answer = answers.shift() ?? { status: "sent" };
    if (answer instanceof Error) throw answer;
    if (answer.status === "sent") sent.push(id);
    return answer;
  },
  wasSent: async (id) => sent.includes(id),
};
const forgetful: Channel = { send: remembering.send };

function delivery(table: Table = world.deps.table, channel: Channel = remembering): Delivery {
  const channels: Channels = { mail: channel, webhook: channel };
  return {
    table,
    channels,
    calendar: chinaCalendar(),
    now: () => now,
    realNow: () => real,
    log: world.deps.log,
  };
}

function letter(more: Partial<Letter> = {}): Letter {
  return {
    id: "2026-11-20/digest/p-head",
    centre,
    kind: "digest",
    to: { channel: "mail", person: "p-head", name: "测试", address: "head@example.test" },
    subject: "s",
    text: "t",
    queuedAt: "2026-11-20T07:00:00Z",
    by: null,
    hours: { zone: "Asia/Shanghai", opensAt: "09:00", closesAt: "17:30" },
    notAfter: null,
    ...more,
  };
}
const queue = (more: Partial<Letter> = {}, notBefore = now) =>
  queueMessage(world.deps.table, letter(more), notBefore);
const only = async () => {
  const [message, ...others] = await listMessages(world.deps.table, centre, "2026-11");
  expect(others).toEqual([]);
  return message;
};

describe("queueing", () => {
  test("the same message is queued once, whatever became of it", async () => {
    expect(await queue()).toBe(true);
    expect(await queue()).toBe(false);
    await deliverWaiting(delivery(), centre);
    expect(await queue()).toBe(false);
    await deliverWaiting(delivery(), centre);
    expect(sent).toHaveLength(1);
  });

  test("many at once queue it once", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => queue()));
    expect(made.filter(Boolean)).toHaveLength(1);
  });
});

describe("sending", () => {
  test("ten senders at once send five messages once each", async () => {
    const ids = ["a", "b", "c", "d", "e"].map((who) => `2026-11-20/digest/${who}`);
    for (const id of ids) await queue({ id });
    await Promise.all(Array.from({ length: 10 }, () => deliverWaiting(delivery(), centre)));
    expect(sent.sort()).toEqual(ids);
    const states = (await listMessages(world.deps.table, centre, "2026-11")).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["sent"]));
  });

  test("a sender killed after any call, and then repeated, sends once", async () => {
    for (let round = 0; round < 2; round++) await queue({ id: `2026-11-20/digest/${round}` });
    const deaths = await killAtEveryPoint(world.deps.table, async (table) => {
      real += 10 * MINUTE;
      await deliverWaiting(delivery(table), centre);
      // What was to be tried again later is looked at later.
      now += 10 * MINUTE;
    });
    expect(deaths).toBeGreaterThan(3);
    for (let more = 0; more < 3; more++) {
      now += 5 * MINUTE;
      real += 10 * MINUTE;
      await deliverWaiting(delivery(), centre);
    }
    expect(sent.sort()).toEqual(["2026-11-20/digest/0", "2026-11-20/digest/1"]);
    const states = (await listMessages(world.deps.table, centre, "2026-11")).map(({ state }) => state);
    expect(states).toEqual(["sent", "sent"]);
  });

  test("where a channel cannot say what it sent, a message whose sender died is given up, not repeated", async () => {
    await queue();
    await killAtEveryPoint(world.deps.table, async (table) => {
      real += 10 * MINUTE;
      await deliverWaiting(delivery(table, forgetful), centre);
    });
    for (let more = 0; more < 3; more++) {
      real += 10 * MINUTE;
      await deliverWaiting(delivery(world.deps.table, forgetful), centre);
    }
    expect(sent.length).toBeLessThanOrEqual(1);
    expect(await only()).toMatchObject({ state: "dead", attempts: [{ outcome: "uncertain" }] });
  });

  test("while somebody is sending, nobody else asks what became of it", async () => {
    await queue();
    const slow: Channel = {
      send: async () => {
        expect(await deliverWaiting(delivery(), centre)).toEqual({ sent: 0, failed: 0, dead: 0 });
        return { status: "sent" };
      },
    };
    expect(await deliverWaiting(delivery(world.deps.table, slow), centre)).toMatchObject({ sent: 1 });
  });

  test("a connection that breaks may have delivered: given up and shown, never sent twice", async () => {
    await queue();
    answers = [new Error("socket hang up")];
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ dead: 1 });
    now += 60 * MINUTE;
    await deliverWaiting(delivery(), centre);
    expect(sent).toEqual([]);
    expect(await only()).toMatchObject({ state: "dead", attempts: [{ outcome: "uncertain" }] });
  });
});

describe("trying again", () => {
  const later: SendOutcome = { status: "refused", again: true, error: "HTTP 502" };

  test("after a refusal for now it waits longer each time, then goes out", async () => {
    now = Date.parse("2026-11-20T09:00:00+08:00");
    await queue();
    answers = [later, later];
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ failed: 1 });
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ failed: 0, sent: 0 });
    now += MINUTE;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ failed: 1 });
    now += MINUTE;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 0 });
    now += 4 * MINUTE;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 1 });
    expect((await only())?.attempts.map(({ outcome }) => outcome)).toEqual(["later", "later", "sent"]);
  });

  test("is given up after six attempts, with an alarm in the log", async () => {
    const logged: string[] = [];
    await queue();
    answers = Array.from({ length: 10 }, () => later);
    for (let attempt = 0; attempt < 10; attempt++) {
      await deliverWaiting({ ...delivery(), log: (code) => logged.push(code) }, centre);
      now = nextMorning(now);
    }
    expect(await only()).toMatchObject({ state: "dead" });
    expect((await only())?.attempts).toHaveLength(6);
    expect(logged).toEqual(["MESSAGE_DEAD"]);
  });

  test("a refusal for good is final", async () => {
    await queue();
    answers = [{ status: "refused", again: false, error: "no such mailbox" }];
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ dead: 1 });
    expect(await only()).toMatchObject({ state: "dead", attempts: [{ note: "no such mailbox" }] });
  });
});

describe("working hours", () => {
  test.each([
    ["before opening", "2026-11-20T08:59:00+08:00"],
    ["at closing", "2026-11-20T17:30:00+08:00"],
    ["on a Saturday", "2026-11-21T10:00:00+08:00"],
    ["at midnight", "2026-11-20T00:00:00+08:00"],
    ["in Golden Week", "2026-10-05T10:00:00+08:00"],
  ])("%s nothing goes out", async (_, time) => {
    await queue({}, 0);
    now = Date.parse(time);
    expect(await deliverWaiting(delivery(), centre)).toEqual({ sent: 0, failed: 0, dead: 0 });
  });

  test("on a make-up Saturday it does", async () => {
    now = Date.parse("2026-10-10T10:00:00+08:00");
    await queue({}, 0);
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 1 });
  });

  test("what was worth sending today only is given up tomorrow, without an alarm", async () => {
    const logged: string[] = [];
    await queue({ notAfter: NOW + 60 * MINUTE });
    now = nextMorning(NOW);
    await deliverWaiting({ ...delivery(), log: (code) => logged.push(code) }, centre);
    expect(await only()).toMatchObject({ state: "dead", attempts: [{ outcome: "expired" }] });
    expect(logged).toEqual([]);
  });

  test("a clock that runs backwards sends nothing twice and nothing early", async () => {
    await queue({}, NOW);
    now = NOW - 24 * 60 * MINUTE;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 0 });
    now = NOW;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 1 });
    now = NOW - 24 * 60 * MINUTE;
    expect(await deliverWaiting(delivery(), centre)).toMatchObject({ sent: 0 });
    expect(sent).toHaveLength(1);
  });
});

/** Ten in the morning of the next Monday to Friday. */
function nextMorning(from: number): number {
  const ten = Date.parse("2026-11-23T10:00:00+08:00");
  return from < ten ? ten : from + 24 * 60 * MINUTE;
}
