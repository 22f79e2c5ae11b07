// Serves the built page from its folder: plain names only, compressed once.
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  map: "application/json",
};

const compress = promisify(gzip);

export class StaticFiles {
  private readonly folder: string;
  private readonly compressed = new Map<string, Promise<Buffer>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  async send(name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const type = types[name.split(".").at(-1) ?? ""];
    if (!/^[\w.-]+$/.test(name) || type === undefined) return false;
    const known =
      this.compressed.get(name) ?? readFile(join(this.folder, name)).then((content) => compress(content));
    this.compressed.set(name, known);
    let content: Buffer;
    try {
      content = await known;
    } catch {
      this.compressed.delete(name);
      return false;
    }
    // Chunks carry a hash in their name and never change; the entry files do.
    const isChunk = /-[A-Z0-9]{8}\./.test(name);
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "gzip",
      "cache-control": isChunk ? "public, max-age=31536000, immutable" : "no-cache",
    });
    response.end(request.method === "HEAD" ? undefined : content);
    return true;
  }
}
