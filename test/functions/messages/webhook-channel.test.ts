// What goes to a group: the body and signature that the services document, to the very address that was checked.
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PostAnswer, PostRequest } from "../../../functions/messages/https-post.ts";
import type { Message } from "../../../functions/messages/message.ts";
import { signedUrl, webhookBody } from "../../../functions/messages/webhook-body.ts";
import { webhookChannel } from "../../../functions/messages/webhook-channel.ts";
import { putWebhook } from "../../../functions/messages/webhook-store.ts";
import { createWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const common = { centre: "c", name: "群", hall: null, addedAt: "2026-11-20", addedBy: "p" };
  const wecom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k";
  await putWebhook(world.deps.table, { ...common, id: "w", kind: "wecom", url: wecom, secret: null });
  const dingtalk = "https://oapi.dingtalk.com/robot/send?access_token=t";
  await putWebhook(world.deps.table, { ...common, id: "d", kind: "dingtalk", url: dingtalk, secret: "SEC" });
});
afterAll(() => world.close());

const message = (webhook: string): Message => ({
  id: "2026-11-20/digest/w",
  centre: "c",
  kind: "digest",
  to: { channel: "webhook", webhook, name: "群" },
  subject: "s",
  text: "东大厅: 已逾期 1",
  queuedAt: "2026-11-20T01:00:00Z",
  by: null,
  hours: { zone: "Asia/Shanghai", opensAt: "09:00", closesAt: "17:30" },
  notAfter: null,
  state: "sending",
  notBefore: 0,
  attempts: [],
  lease: null,
});

function channel(answer: PostAnswer | Error, resolve: () => Promise<string[]> = async () => ["8.8.8.8"]) {
  const posted: PostRequest[] = [];
  const made = webhookChannel({
    table: world.deps.table,
    hosts: [],
    resolve,
    realNow: () => 1_700_000_000_000,
    post: async (wanted) => {
      posted.push(wanted);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { made, posted };
}
const taken: PostAnswer = { status: 200, text: '{"errcode":0,"errmsg":"ok"}' };

test("WeCom gets its text body at the address that was checked", async () => {
  const { made, posted } = channel(taken);
  expect(await made.send(message("w"))).toEqual({ status: "sent" });
  expect(posted[0]).toMatchObject({ ip: "8.8.8.8" });
  expect(posted[0]?.url.href).toBe("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k");
  expect(JSON.parse(posted[0]?.body ?? "")).toEqual({
    msgtype: "text",
    text: { content: "东大厅: 已逾期 1", mentioned_list: [] },
  });
});

test("DingTalk gets time and signature", async () => {
  const { made, posted } = channel(taken);
  await made.send(message("d"));
  const query = posted[0]?.url.searchParams;
  const sign = createHmac("sha256", "SEC").update("1700000000000\nSEC").digest("base64");
  expect([query?.get("access_token"), query?.get("timestamp"), query?.get("sign")]).toEqual([
    "t",
    "1700000000000",
    sign,
  ]);
  expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({ msgtype: "text", at: { isAtAll: false } });
});

test("a signature is encoded for the query", () => {
  const url = signedUrl(new URL("https://oapi.dingtalk.com/robot/send"), "SEC", 1_700_000_000_003);
  expect(url.search).not.toMatch(/[+/ ]/);
});

test("a long text is cut between characters, within what the service takes", () => {
  const body: unknown = JSON.parse(webhookBody("wecom", "便".repeat(3000)));
  expect(body).toMatchObject({ text: { content: expect.stringMatching(/^便+…$/) } });
  const content = /"content":"([^"]*)"/.exec(webhookBody("wecom", "便".repeat(3000)))?.[1] ?? "";
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
});

describe("answers", () => {
  test.each([
    ["too many messages", { status: 200, text: '{"errcode":45009,"errmsg":"freq"}' }, true],
    ["DingTalk's too many", { status: 200, text: '{"errcode":410100,"errmsg":"freq"}' }, true],
    ["an outage", { status: 502, text: "" }, true],
    ["a wrong key", { status: 200, text: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, false],
    ["a redirect, which is not followed", { status: 302, text: "" }, false],
    ["a page", { status: 200, text: "<html>" }, false],
  ])("%s", async (_, answer, again) => {
    const { made, posted } = channel(answer);
    expect(await made.send(message("w"))).toMatchObject({ status: "refused", again });
    expect(posted).toHaveLength(1);
  });

  test("a connection that breaks is not taken for a refusal", async () => {
    await expect(channel(new Error("socket hang up")).made.send(message("w"))).rejects.toThrow(
      "socket hang up",
    );
  });
});

test("a name that points inside at the moment of sending gets nothing, although it was fine when registered", async () => {
  const answers = [["8.8.8.8"], ["127.0.0.1"]];
  const { made, posted } = channel(taken, async () => answers.shift() ?? []);
  expect(await made.send(message("w"))).toEqual({ status: "sent" });
  expect(await made.send(message("w"))).toMatchObject({ status: "refused", again: false });
  expect(posted).toHaveLength(1);
});

test("a webhook that was removed gets nothing", async () => {
  const { made, posted } = channel(taken);
  expect(await made.send(message("gone"))).toMatchObject({ status: "refused", again: false });
  expect(posted).toEqual([]);
});
