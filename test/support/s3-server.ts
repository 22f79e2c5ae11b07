// A bucket over HTTP as S3 speaks it: put, put only what is not there, get, head, and 404 and 412 in its XML.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";

export interface S3Server {
  readonly endpoint: string;
  /** Names of objects as `bucket/key`, with their bytes. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The next conditional put is told to try again, as S3 does when two come at once. */
  answerOnceWithConflict(): void;
  close(): Promise<void>;
}

export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let conflicts = 0;
  const refuse = (response: ServerResponse, status: number, code: string) => {
    response.writeHead(status, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
  };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://s3").pathname.slice(1));
    if (!/^AWS4-HMAC-SHA256 Credential=/.test(request.headers.authorization ?? ""))
      return refuse(response, 403, "AccessDenied");
    if (request.method === "PUT") {
      const bytes = await readBytes(request);
      if (request.headers["if-none-match"] === "*" && conflicts > 0) {
        conflicts--;
        return refuse(response, 409, "ConditionalRequestConflict");
      }
      if (request.headers["if-none-match"] === "*" && objects.has(name))
        return refuse(response, 412, "PreconditionFailed");
      objects.set(name, bytes);
      return response.writeHead(200, { etag: etagOf(bytes) }).end();
    }
    const found = objects.get(name);
    if (!found) return refuse(response, 404, "NoSuchKey");
    response.writeHead(200, { etag: etagOf(found), "content-length": found.length });
    response.end(request.method === "HEAD" ? undefined : found);
  };
  const server = createServer((request, response) => void take(request, response));
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    answerOnceWithConflict: () => {
      conflicts++;
    },
    close: () => {
      server.closeAllConnections();
      return closeServer(server);
    },
  };
}

const etagOf = (bytes: Buffer) => `"${createHash("md5").update(bytes).digest("hex")}"`;

/** The SDK may send a body in signed chunks (`aws-chunked`): size, newline, bytes, newline; then checksums. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const whole = Buffer.concat(parts);
  if (!String(request.headers["content-encoding"] ?? "").includes("aws-chunked")) return whole;
  const chunks: Buffer[] = [];
  for (let at = 0; at < whole.length; ) {
    const end = whole.indexOf("\r\n", at);
    const size = Number.parseInt(whole.subarray(at, end).toString("latin1"), 16);
    if (!(size > 0)) break;
    chunks.push(whole.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
