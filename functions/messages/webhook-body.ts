// The requests that WeCom's and DingTalk's group robots take.
import { createHmac } from "node:crypto";
import type { WebhookKind } from "./webhook-address.ts";

/** WeCom takes 2,048 bytes of text, DingTalk 20,000; both documented with their robots. */
const MAX_BYTES: Readonly<Record<WebhookKind, number>> = { wecom: 2_048, dingtalk: 20_000 };

export function webhookBody(kind: WebhookKind, text: string): string {
  const content = shorten(text, MAX_BYTES[kind]);
  switch (kind) {
    case "wecom":
      return JSON.stringify({ msgtype: "text", text: { content, mentioned_list: [] } });
    case "dingtalk":
      return JSON.stringify({ msgtype: "text", text: { content }, at: { atMobiles: [], isAtAll: false } });
  }
}

/** DingTalk's 加签: the time and its HMAC-SHA256 go into the query. `now` is real time; an hour off is refused there. */
export function signedUrl(url: URL, secret: string, now: number): URL {
  const sign = createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64");
  const signed = new URL(url);
  signed.searchParams.set("timestamp", String(now));
  signed.searchParams.set("sign", sign);
  return signed;
}

/** Whole characters only, with a mark where something was cut. */
function shorten(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let kept = "";
  let bytes = Buffer.byteLength("…");
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return `${kept}…`;
}
