// E-mail through SES's own client, against a server on this machine that checks its signature and answers as SES does.
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { mailChannel } from "../../../functions/messages/channel.ts";
import type { Message } from "../../../functions/messages/message.ts";
import { sesSender } from "../../../functions/messages/ses-channel.ts";
import { findFreePort } from "../../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../../infra/local/listen.ts";

interface Heard {
  readonly path: string;
  readonly body: unknown;
  readonly signed: boolean;
}

type Play = { readonly status: number; readonly type?: string; readonly body: unknown } | "hang up";

const SECRET = "wJalrXUtnFEMI/EXAMPLEKEY";
let heard: Heard[] = [];
let play: Play = { status: 200, body: { MessageId: "0100-abc" } };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    heard.push({
      path: `${request.method} ${request.url}`,
      body: JSON.parse(body.toString("utf8")),
      signed: isSigned(request, body),
    });
    if (play === "hang up") return void request.socket.destroy();
    response.writeHead(play.status, {
      "content-type": "application/json",
      ...(play.type ? { "x-amzn-errortype": play.type } : {}),
    });
    response.end(JSON.stringify(play.body));
  });
});

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const hex = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/** AWS Signature Version 4, reckoned again from what arrived. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/(\d{8}\/([\w-]+)\/ses\/aws4_request), SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    );
  if (!parts) return false;
  const [, scope = "", region = "", names = "", signature] = parts;
  const lines = names.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, "", lines.join(""), names, hex(body)].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hex(canonical)].join("\n");
  const key = [scope.slice(0, 8), region, "ses", "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${SECRET}`,
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}

beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", SECRET);
  vi.stubEnv("AWS_REGION", "cn-north-1");
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  vi.stubEnv("AWS_ENDPOINT_URL_SESV2", `http://127.0.0.1:${port}`);
});
beforeEach(() => {
  heard = [];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeServer(server);
});

const letter: Message = {
  id: "2026-11-20/digest/p-head",
  centre: "test-centre",
  kind: "digest",
  to: { channel: "mail", person: "p-head", name: "李四", address: "head@example.test" },
  subject: "【便民大厅台账】2026-11-20 已逾期 2",
  text: "2026-11-20 已逾期 2\n演示",
  queuedAt: "2026-11-20T01:00:00Z",
  by: null,
  hours: { zone: "Asia/Shanghai", opensAt: "09:00", closesAt: "17:30" },
  notAfter: null,
  state: "sending",
  notBefore: 0,
  attempts: [],
  lease: null,
};

const channel = () => mailChannel(sesSender("便民大厅台账 <noreply@example.test>"));

test("a mail goes out once, signed, as SES's API takes it, and the outcome names SES's own id", async () => {
  play = { status: 200, body: { MessageId: "0100-abc" } };
  expect(await channel().send(letter)).toEqual({ status: "sent", note: "SES 0100-abc" });
  expect(heard).toEqual([
    {
      path: "POST /v2/email/outbound-emails",
      signed: true,
      body: {
        FromEmailAddress: "便民大厅台账 <noreply@example.test>",
        Destination: { ToAddresses: ["head@example.test"] },
        Content: {
          Simple: {
            Subject: { Data: letter.subject, Charset: "UTF-8" },
            Body: { Text: { Data: letter.text, Charset: "UTF-8" } },
            Headers: [{ Name: "X-Hall-Ledger-Message", Value: letter.id }],
          },
        },
      },
    },
  ]);
});

test.each([
  ["TooManyRequestsException", 429, true],
  ["LimitExceededException", 400, true],
  ["SendingPausedException", 400, true],
  ["MessageRejected", 400, false],
  ["MailFromDomainNotVerifiedException", 400, false],
  ["AccountSuspendedException", 400, false],
  ["NotFoundException", 404, false],
])(
  "%s is a refusal: not sent, asked once, tried again only where SES may take it later",
  async (type, status, again) => {
    play = { status, type, body: { message: "no" } };
    expect(await channel().send(letter)).toEqual({ status: "refused", again, error: `${type}: no` });
    expect(heard).toHaveLength(1);
  },
);

test.each<[string, Play]>([
  ["a connection that breaks after the request", "hang up"],
  ["a failure inside SES", { status: 500, type: "InternalServiceErrorException", body: { message: "?" } }],
])("%s: nobody knows whether it went out, so it is not repeated here", async (_, played) => {
  play = played;
  await expect(channel().send(letter)).rejects.toThrow();
  expect(heard).toHaveLength(1);
});

test("a message for a group is no mail", async () => {
  const group: Message = { ...letter, to: { channel: "webhook", webhook: "w", name: "群" } };
  expect(await channel().send(group)).toMatchObject({ status: "refused", again: false });
  expect(heard).toEqual([]);
});
