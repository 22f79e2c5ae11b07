// `GET /dev/outbox`: what would have gone out, as a page, or as JSON with `?format=json`. Local only.
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, sendPage } from "./http-body.ts";
import type { Landed, LocalOutbox } from "./outbox.ts";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
};

export function createOutboxRoutes(outbox: LocalOutbox) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? "/", "http://local");
    if (url.pathname !== "/dev/outbox" || request.method !== "GET") return false;
    const newestFirst = [...outbox.list()].reverse();
    if (url.searchParams.get("format") === "json") sendJson(response, 200, newestFirst);
    else sendPage(response, 200, HEADERS, page(newestFirst));
    return true;
  };
}

function page(messages: readonly Landed[]): string {
  const rows = messages.map(
    ({ at, channel, to, subject, text }) =>
      `<article><h2>${escapeHtml(subject)}</h2><p>${escapeHtml(at)} · ${channel} · ${escapeHtml(to)}</p><pre>${escapeHtml(text)}</pre></article>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>发件箱 Outbox</title><style>body{font:16px/1.5 system-ui;max-width:48rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid #999;padding:.5rem 0}h2{font-size:1.1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>发件箱 Outbox</h1><p>本机不向外发送;这里是本会发出的消息。Nothing leaves this machine; this is what would have gone out.</p>
${rows.join("\n") || "<p>还没有消息。No messages yet.</p>"}</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
