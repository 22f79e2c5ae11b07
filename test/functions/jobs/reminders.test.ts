// Reminders: one digest per person and day, in working hours, without a resident's name, however often jobs run.
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { putWebhook } from "../../../functions/messages/webhook-store.ts";
import { Killed, killedAfter } from "../support/killed-table.ts";
import { accepted } from "../support/rows.ts";
import { messagesOf, openWeek, type Week } from "./week.ts";

const weeks: Week[] = [];
let week: Week;
afterAll(() => Promise.all(weeks.map((one) => one.close())));

/** Tuesday 10 November is when the case becomes overdue; the test's people sign nothing, so heads owe summaries too. */
beforeEach(async () => {
  week = await openWeek();
  weeks.push(week);
  week.at("2026-11-09 10:00");
  await accepted(week.world, {
    receivedAt: "2026-11-04 09:00",
    matter: "senior-card",
    acceptedBy: "测试clerk",
  });
});

const digests = (who: string) => week.sent.filter((id) => id.endsWith(`/digest/p-${who}`));

test("whoever has the case and the hall's heads hear once a day, whatever the number of runs", async () => {
  week.at("2026-11-10 09:10");
  for (let run = 0; run < 3; run++) await week.run(["reminders", "deliver"]);
  week.at("2026-11-10 15:00");
  await week.run(["reminders", "deliver"]);
  expect(digests("head")).toEqual(["2026-11-10/digest/p-head"]);
  expect(digests("clerk")).toEqual(["2026-11-10/digest/p-clerk"]);
  expect(digests("clerk2")).toEqual([]);
  expect(digests("nobody")).toEqual([]);
});

test("a digest names serial and due date and no resident", async () => {
  week.at("2026-11-10 09:10");
  await week.run(["reminders", "deliver"]);
  const [message] = (await messagesOf(week)).filter(({ id }) => id.endsWith("p-clerk"));
  expect(message?.text).toContain("2026-00001");
  expect(message?.text).toContain("2026-11-09");
  expect(week.texts.join()).not.toMatch(/张三丰|1234/);
});

test("what stays overdue goes up: the director hears of a case after five working days, not after two", async () => {
  const heard = async (day: string) => {
    week.at(`${day} 09:10`);
    await week.run(["reminders", "deliver"]);
    return (await messagesOf(week)).find(({ id }) => id === `${day}/digest/p-director`)?.text ?? "";
  };
  expect(await heard("2026-11-11")).not.toContain("2026-00001");
  expect(await heard("2026-11-16")).toContain("2026-00001");
});

test("run by six at once: each message once", async () => {
  week.at("2026-11-10 09:10");
  await Promise.all(Array.from({ length: 6 }, () => week.run(["reminders", "deliver"])));
  await week.run(["deliver"]);
  expect([...week.sent].sort()).toEqual([...new Set(week.sent)].sort());
  expect(digests("head")).toHaveLength(1);
});

test("killed after any call and repeated: each message once, the same ones as without", async () => {
  week.at("2026-11-10 09:10");
  const calm = await openWeek();
  weeks.push(calm);
  calm.at("2026-11-09 10:00");
  await accepted(calm.world, {
    receivedAt: "2026-11-04 09:00",
    matter: "senior-card",
    acceptedBy: "测试clerk",
  });
  calm.at("2026-11-10 09:10");
  await calm.run(["reminders", "deliver"]);
  // Killing at every call would take minutes; every third is as good, for the calls repeat for each message.
  for (let after = 1; after < 400; after += 3) {
    try {
      await week.run(["reminders", "deliver"], killedAfter(week.world.deps.table, after).table);
      break;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  for (const minute of ["09:30", "09:50", "10:30"]) {
    week.at(`2026-11-10 ${minute}`);
    await week.run(["reminders", "deliver"]);
  }
  expect([...week.sent].sort()).toEqual([...calm.sent].sort());
  const states = (await messagesOf(week)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["sent"]));
});

describe("when the office is closed", () => {
  test.each(["2026-11-10 08:50", "2026-11-10 17:30", "2026-11-14 10:00", "2026-11-10 00:00"])(
    "%s",
    async (time) => {
      week.at(time);
      await week.run(["reminders", "deliver"]);
      expect(week.sent.filter((id) => !id.includes("amsterdam"))).toEqual([]);
    },
  );

  test("days without a run are over: the next day's digest says what still holds", async () => {
    week.at("2026-11-13 09:10");
    await week.run(["reminders", "deliver"]);
    expect(digests("head")).toEqual(["2026-11-13/digest/p-head"]);
  });

  test("a clock that runs backwards repeats nothing", async () => {
    week.at("2026-11-10 09:10");
    await week.run(["reminders", "deliver"]);
    const before = [...week.sent];
    week.at("2026-11-10 09:05");
    await week.run(["reminders", "deliver"]);
    expect(week.sent).toEqual(before);
  });
});

test("a hall's group hears how many of each kind, and of no single case", async () => {
  await putWebhook(week.world.deps.table, {
    id: "g",
    centre: "test-centre",
    name: "东大厅群",
    kind: "wecom",
    url: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
    secret: null,
    hall: "east",
    addedAt: "2026-11-09",
    addedBy: "p-admin",
  });
  week.at("2026-11-10 09:10");
  await week.run(["reminders", "deliver"]);
  const [message] = (await messagesOf(week)).filter(({ id }) => id.endsWith("group-g"));
  expect(message).toMatchObject({ state: "sent", to: { channel: "webhook", webhook: "g" } });
  expect(message?.text).toContain("已逾期 1");
  expect(message?.text).not.toContain("2026-00001");
});
