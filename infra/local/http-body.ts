// Reads a small request body and writes plain answers, for the few routes served without the app.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "../../shared/kernel/problem.ts";

// An e-mail address and its wrapping; nothing served here takes more.
const BODY_LIMIT_BYTES = 16_384;

/** The body as text; nothing when it is larger than 16 KB. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // The rest is read and dropped, so that the client hears the answer.
    if (size <= BODY_LIMIT_BYTES) chunks.push(bytes);
  }
  return size > BODY_LIMIT_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(body));
}

/** RFC 9457; `detail` in both languages at once, `message` in each. */
export function sendProblem(response: ServerResponse, { code, status, field, message }: Problem): void {
  const body = {
    type: "about:blank",
    title: code,
    status,
    code,
    ...(field === undefined ? {} : { field }),
    detail: `${message.zh} ${message.en}`,
    message,
  };
  response.writeHead(status, { "content-type": "application/problem+json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

export function sendPage(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  html: string,
): void {
  response.writeHead(status, headers);
  response.end(html);
}
