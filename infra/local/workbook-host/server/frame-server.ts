// Serves sidebars and dialogs from an origin of their own, so that they cannot reach into the spreadsheet page.
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { WirePage } from "../protocol/wire.ts";
import { addonStylesheet } from "./addon-stylesheet.ts";

interface Frame {
  readonly page: WirePage;
  readonly pageOrigin: string;
}

/** Frames remembered, so that a reload of the iframe still works. */
const rememberedFrames = 200;
/** Google's stylesheet for add-ons; the host serves a stand-in, so that nothing is fetched from outside. */
const googleStylesheet = /https:\/\/ssl\.gstatic\.com\/docs\/script\/css\/add-ons1?\.css/g;

export class FrameServer {
  private readonly frames = new Map<string, Frame>();
  private readonly shim: () => string;
  private readonly functionNames: () => readonly string[];
  private readonly server: Server;
  private port = 0;

  constructor(shim: () => string, functionNames: () => readonly string[]) {
    this.shim = shim;
    this.functionNames = functionNames;
    this.server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://frames").pathname;
      if (path === "/add-ons1.css") {
        response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(addonStylesheet);
        return;
      }
      const frame = this.frames.get(path.replace("/frame/", ""));
      if (!frame) {
        response.writeHead(404, { "content-type": "text/plain" }).end("This frame is gone.");
        return;
      }
      response
        .writeHead(200, {
          "content-type": "text/html; charset=utf-8",
          "cache-control": "no-store",
          "content-security-policy": `frame-ancestors ${frame.pageOrigin}`,
          "referrer-policy": "no-referrer",
        })
        .end(this.document(frame));
    });
  }

  /** Listens on 127.0.0.1; port 0 chooses a free one. */
  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, "127.0.0.1", () => {
        const address = this.server.address();
        this.port = typeof address === "object" && address ? address.port : port;
        resolve();
      });
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Gives the frame's address, which only the page that asked for it is told. */
  publish(page: WirePage, pageOrigin: string): string {
    const token = randomBytes(18).toString("base64url");
    this.frames.set(token, { page, pageOrigin });
    const [oldest] = this.frames.keys();
    if (this.frames.size > rememberedFrames && oldest !== undefined) this.frames.delete(oldest);
    return `${this.origin}/frame/${token}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private document({ page, pageOrigin }: Frame): string {
    const settings = JSON.stringify({ pageOrigin, functions: this.functionNames() }).replaceAll(
      "<",
      "\\u003c",
    );
    const head = `<script>window.googleScriptSettings=${settings};${this.shim()}</script>`;
    const content = page.content.replace(googleStylesheet, "/add-ons1.css");
    if (/<head[^>]*>/i.test(content)) return content.replace(/<head[^>]*>/i, (tag) => tag + head);
    if (/<html[^>]*>/i.test(content)) return content.replace(/<html[^>]*>/i, (tag) => tag + head);
    return `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${content}</body></html>`;
  }
}
