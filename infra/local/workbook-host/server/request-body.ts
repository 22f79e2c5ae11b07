// Reads requests and answers them; refuses what a foreign site could have sent.
import type { IncomingMessage, ServerResponse } from "node:http";

/** A pasted sheet of 10 million characters is still taken. */
const maximumBytes = 64 * 1024 * 1024;

export class BadRequest extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    size += buffer.length;
    if (size > maximumBytes) throw new BadRequest("Too large", 413);
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Anyone can browse to a local port; only this page may write to it. */
export function requireSameOrigin(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new BadRequest("Written from another site", 403);
  }
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  requireSameOrigin(request);
  try {
    return JSON.parse(await readText(request));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadRequest("Not JSON");
    throw error;
  }
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  requireSameOrigin(request);
  return new URLSearchParams(await readText(request));
}

export function sendHtml(response: ServerResponse, content: string, status = 200): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
    .end(content);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(JSON.stringify(value));
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
