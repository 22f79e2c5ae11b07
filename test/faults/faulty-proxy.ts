// A proxy that cuts, delays, doubles and answers calls itself, as its plan says; calls that wait overtake one another.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { answerInstead } from "./answer-instead.ts";
import type { FaultPlan } from "./fault-plan.ts";

export interface FaultyProxy {
  readonly url: string;
  /** Where calls go; another place after what answers there was killed and begun anew. */
  upstream: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export async function startFaultyProxy(upstream: string, plan: FaultPlan): Promise<FaultyProxy> {
  const port = await findFreePort();
  const proxy = { url: `http://127.0.0.1:${port}`, upstream };
  const server = createServer((incoming, outgoing) => {
    pass(proxy, plan, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await listenOnLoopback(server, port);
  return Object.assign(proxy, {
    close: async () => {
      server.closeAllConnections();
      await closeServer(server);
    },
  });
}

async function pass(
  proxy: { readonly upstream: string },
  plan: FaultPlan,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readAll(incoming);
  const operation = String(incoming.headers["x-amz-target"] ?? "").split(".")[1];
  const fault = plan.next((one) => operation !== undefined || !DATABASE_ONLY.has(one));
  if (fault === "cutBefore") return void outgoing.destroy();
  if (fault === "delay") await pause(plan.delay());
  const instead = fault && answerInstead(fault, operation, body);
  if (instead) {
    outgoing.writeHead(instead.status, { "content-type": instead.type });
    return void outgoing.end(instead.body);
  }
  const send = () => forward(proxy.upstream, incoming, body);
  const answer = fault === "duplicate" ? await firstOf(send(), send()) : await send();
  if (fault === "cutAfter") return void outgoing.destroy();
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}

const DATABASE_ONLY: ReadonlySet<string> = new Set(["throttled", "outOfCapacity", "conflict", "serverError"]);

/** Both are waited for, so that neither lives on behind the storm; the first answer counts. */
async function firstOf(one: Promise<Answer>, other: Promise<Answer>): Promise<Answer> {
  const first = Promise.race([one, other]);
  await Promise.allSettled([one, other, first]);
  return first;
}

function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { connection, ...headers } = incoming.headers;
    const url = `${upstream}${incoming.url ?? ""}`;
    const options = { method: incoming.method, headers: { ...headers, connection: "close" }, agent: false };
    const sent = request(url, options, (answer) => {
      readAll(answer).then((text) => {
        const { "transfer-encoding": _, connection: __, ...kept } = answer.headers;
        resolve({ status: answer.statusCode ?? 502, headers: kept, body: text });
      }, reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
