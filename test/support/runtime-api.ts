// Lambda's Runtime API as AWS specifies it (2018-06-01), for one bundle that runs in a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";

export interface Invocation {
  readonly ok: boolean;
  /** The handler's answer, or the error as the runtime reports it. */
  readonly answer: unknown;
}

export interface RunningBundle {
  /** Fails when the process ends before it answers. */
  invoke(event: unknown): Promise<Invocation>;
  /** What the function has written so far. */
  readonly output: () => string;
  /** The first line that the function wrote which holds all these words. */
  lineWith(...words: string[]): Promise<string>;
  stop(): Promise<void>;
}

const VERSION = "/2018-06-01/runtime";
const OUR_CLIENT = [
  process.execPath,
  fileURLToPath(new URL("../functions/programs/lambda-runtime.mjs", import.meta.url)),
];

/**
 * `LAMBDA_RUNTIME` names another client instead of ours, such as AWS's own under the Node of Lambda:
 * `/opt/node24/bin/node /opt/ric/node_modules/aws-lambda-ric/index.mjs`.
 */
const [PROGRAM = "", ...ARGUMENTS] = process.env.LAMBDA_RUNTIME?.split(" ") ?? OUR_CLIENT;

interface Waiting {
  readonly event: unknown;
  readonly resolve: (invocation: Invocation) => void;
  readonly reject: (error: Error) => void;
}

export async function runBundle(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningBundle> {
  const queued: [id: string, event: unknown][] = [];
  const waiting = new Map<string, Waiting>();
  let poll: ServerResponse | undefined;
  let ended: Error | undefined;

  const giveNext = () => {
    const next = poll && queued.shift();
    if (!poll || !next) return;
    const [id, event] = next;
    poll.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": id,
      "lambda-runtime-deadline-ms": String(Date.now() + 29_000),
      "lambda-runtime-invoked-function-arn": "arn:aws:lambda:local:000000000000:function:bundle",
      "lambda-runtime-trace-id": "Root=1-00000000-000000000000000000000000;Sampled=0",
    });
    poll.end(JSON.stringify(event));
    poll = undefined;
  };
  const server = createServer((request, response) => void take(request, response));
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    if (request.method === "GET" && path === `${VERSION}/invocation/next`) {
      poll = response;
      giveNext();
      return;
    }
    const text = await readAll(request);
    const [, id = "", kind] = /\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    const one = waiting.get(id);
    waiting.delete(id);
    one?.resolve({ ok: kind === "response", answer: text === "" ? null : JSON.parse(text) });
    response.writeHead(202).end('{"status":"OK"}');
  };
  const port = await findFreePort();
  await listenOnLoopback(server, port);

  const child: ChildProcess = spawn(PROGRAM, [...ARGUMENTS, "index.handler"], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      AWS_LAMBDA_FUNCTION_NAME: "bundle",
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512",
      AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/bundle",
      AWS_LAMBDA_LOG_STREAM_NAME: "2026/11/20/[$LATEST]0",
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: "index.handler",
      AWS_REGION: "local",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: unknown) => {
    written += String(chunk);
    for (const listener of listeners) listener();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const closed = once(child, "close").then(([code]) => {
    ended = new Error(`the runtime ended with ${code}\n${written}`);
    for (const { reject } of waiting.values()) reject(ended);
    for (const listener of listeners) listener();
  });

  return {
    output: () => written,
    invoke: (event) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = randomUUID();
        waiting.set(id, { event, resolve, reject });
        queued.push([id, event]);
        giveNext();
      }),
    lineWith: (...words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = written.split("\n").find((one) => words.every((word) => one.includes(word)));
          if (line === undefined && !ended) return;
          listeners.delete(look);
          if (line === undefined) reject(ended);
          else resolve(line);
        };
        listeners.add(look);
        look();
      }),
    stop: async () => {
      child.kill("SIGKILL");
      await closed;
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
