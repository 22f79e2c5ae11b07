// Addresses of group webhooks: only known hosts, and never into a network, by whatever road.
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../../functions/messages/internal-address.ts";
import { checkWebhook, type Resolve } from "../../../functions/messages/webhook-address.ts";

const WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k";
const DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=t";
const publicly: Resolve = async () => ["8.8.8.8"];

async function codeOf(
  url: string,
  {
    kind = "wecom",
    hosts = [],
    resolve = publicly,
  }: {
    kind?: "wecom" | "dingtalk";
    hosts?: string[];
    resolve?: Resolve;
  } = {},
) {
  const checked = await checkWebhook(url, kind, hosts, resolve);
  return checked.ok ? `to ${checked.value.ip}` : checked.error.code;
}

test("the two services are known, each by its own kind", async () => {
  expect(await codeOf(WECOM)).toBe("to 8.8.8.8");
  expect(await codeOf(DINGTALK, { kind: "dingtalk" })).toBe("to 8.8.8.8");
  expect(await codeOf(DINGTALK)).toBe("webhook_host_unknown");
  expect(await codeOf(WECOM.replace("qyapi", "QYAPI"))).toBe("to 8.8.8.8");
});

test.each([
  ["no address", "qyapi", "webhook_malformed"],
  ["http", WECOM.replace("https", "http"), "webhook_not_https"],
  ["another scheme", "file:///etc/passwd", "webhook_not_https"],
  ["a port", WECOM.replace(".com/", ".com:8443/"), "webhook_not_https"],
  ["an account", WECOM.replace("//", "//a:b@"), "webhook_not_https"],
  [
    "a host behind an account",
    "https://qyapi.weixin.qq.com@10.0.0.1/cgi-bin/webhook/send",
    "webhook_not_https",
  ],
  ["another path", "https://qyapi.weixin.qq.com/cgi-bin/user/get", "webhook_path_wrong"],
  ["a path that climbs", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send/../../user", "webhook_path_wrong"],
  ["another host", "https://example.com/cgi-bin/webhook/send", "webhook_host_unknown"],
  [
    "a host that looks alike",
    "https://qyapi.weixin.qq.com.example.com/cgi-bin/webhook/send",
    "webhook_host_unknown",
  ],
  ["a host with a dot at the end", WECOM.replace(".com/", ".com./"), "webhook_host_unknown"],
  ["this machine", "https://localhost/cgi-bin/webhook/send", "webhook_host_unknown"],
  ["a decimal address", "https://2130706433/", "webhook_host_unknown"],
  ["a hexadecimal address", "https://0x7f000001/", "webhook_host_unknown"],
  ["an octal address", "https://0177.0.0.1/", "webhook_host_unknown"],
  ["a short address", "https://127.1/", "webhook_host_unknown"],
  ["an IPv6 address", "https://[::1]/", "webhook_host_unknown"],
  ["a cloud's metadata", "https://169.254.169.254/latest/meta-data", "webhook_host_unknown"],
])("%s: refused", async (_, url, code) => {
  expect(await codeOf(url)).toBe(code);
});

test.each(["https://2130706433/x", "https://0x7f.1/x", "https://127.0.0.1/x", "https://[::ffff:10.0.0.1]/x"])(
  "an address inside, even when it was registered as a host: %s",
  async (url) => {
    const host = new URL(url).hostname;
    expect(await codeOf(url, { hosts: [host], resolve: async (name) => [name] })).toBe("webhook_internal");
  },
);

describe("names that point inside", () => {
  test.each([
    ["one internal address", ["10.1.2.3"]],
    ["an internal one behind a public one", ["8.8.8.8", "192.168.0.1"]],
    ["loopback", ["::1"]],
    ["a mapped address", ["::ffff:127.0.0.1"]],
    ["what is no address", ["nonsense"]],
  ])("%s: refused", async (_, ips) => {
    expect(await codeOf(WECOM, { resolve: async () => ips })).toBe("webhook_internal");
  });

  test("a name without an address, or a name server that fails", async () => {
    expect(await codeOf(WECOM, { resolve: async () => [] })).toBe("webhook_unresolvable");
    expect(await codeOf(WECOM, { resolve: () => Promise.reject(new Error("SERVFAIL")) })).toBe(
      "webhook_unresolvable",
    );
  });

  test("a host named when the system was deployed is still never internal", async () => {
    const url = "https://robot.example.com/any";
    expect(await codeOf(url, { hosts: ["robot.example.com"] })).toBe("to 8.8.8.8");
    const inside: Resolve = async () => ["172.20.0.1"];
    expect(await codeOf(url, { hosts: ["robot.example.com"], resolve: inside })).toBe("webhook_internal");
  });
});

describe("addresses", () => {
  test.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "::ffff:10.0.0.1",
    "::ffff:0a00:0001",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::",
    "3fff::1",
    "100::1",
    "",
    "localhost",
    "2130706433",
    "1.2.3",
    "1.2.3.4.5",
    "8.8.8.8 ",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "2400:3200::1",
    "2606:4700::1111",
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
