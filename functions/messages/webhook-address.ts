// Whether a group's webhook may be called: https, a known host, and no address inside a network.
import { defineProblems, type Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import { isPublicAddress } from "./internal-address.ts";

export const WEBHOOK_KINDS = ["wecom", "dingtalk"] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Where the two services take messages for groups. */
const SERVICES: Readonly<Record<WebhookKind, { readonly host: string; readonly path: string }>> = {
  wecom: { host: "qyapi.weixin.qq.com", path: "/cgi-bin/webhook/send" },
  dingtalk: { host: "oapi.dingtalk.com", path: "/robot/send" },
};

export const webhookProblems = defineProblems({
  webhook_malformed: {
    status: 422,
    zh: "这不是网址;请从群机器人的设置里复制完整的 Webhook 地址。",
    en: "This is no web address; please copy the whole webhook address from the group robot's settings.",
  },
  webhook_not_https: {
    status: 422,
    zh: "Webhook 地址必须以 https:// 开头,不带账号,也不另指定端口。",
    en: "A webhook address begins with https:// and has neither an account nor a port of its own.",
  },
  webhook_host_unknown: {
    status: 422,
    zh: "不认识主机“{host}”;只接受企业微信、钉钉,或部署时登记过的主机。",
    en: "Unknown host {host}; only WeCom, DingTalk, or hosts named when the system was deployed are taken.",
  },
  webhook_path_wrong: {
    status: 422,
    zh: "这不是群机器人的地址(应为 {path});请重新复制。",
    en: "This is not a group robot's address (expected {path}); please copy it again.",
  },
  webhook_unresolvable: {
    status: 422,
    zh: "找不到主机“{host}”;请稍后再试或核对地址。",
    en: "The host {host} cannot be found; please try again later or check the address.",
  },
  webhook_internal: {
    status: 422,
    zh: "主机“{host}”指向内部网络,不能使用;请从群机器人的设置里复制公网的 Webhook 地址。",
    en: "The host {host} points inside a network and cannot be used; copy the public webhook address from the group robot's settings.",
  },
});

/** Every IP address of a host name; throws or answers nothing when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface CheckedAddress {
  readonly url: URL;
  /** The IP address to connect to: the one that was checked, so that a second answer of the name server is moot. */
  readonly ip: string;
}

/** @param hosts known beside the two services; they too are never internal */
export async function checkWebhook(
  text: string,
  kind: WebhookKind,
  hosts: readonly string[],
  resolve: Resolve,
): Promise<Result<CheckedAddress, Problem>> {
  const field = "url";
  const url = parseUrl(text);
  if (!url) return err(webhookProblems.webhook_malformed({ field }));
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") {
    return err(webhookProblems.webhook_not_https({ field }));
  }
  const service = SERVICES[kind];
  const host = url.hostname;
  if (host === service.host && url.pathname !== service.path) {
    return err(webhookProblems.webhook_path_wrong({ field, path: service.path }));
  }
  if (host !== service.host && !hosts.includes(host)) {
    return err(webhookProblems.webhook_host_unknown({ field, host: host.slice(0, 80) }));
  }
  const ips = await resolve(unbracketed(host)).catch(() => []);
  const [ip] = ips;
  if (ip === undefined) return err(webhookProblems.webhook_unresolvable({ field, host }));
  // One internal address among public ones is enough: the connection might go there.
  if (!ips.every(isPublicAddress)) return err(webhookProblems.webhook_internal({ field, host }));
  return ok({ url, ip });
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** `[::1]` as URLs write it, without the brackets. */
function unbracketed(host: string): string {
  return host.replace(/^\[|\]$/g, "");
}
