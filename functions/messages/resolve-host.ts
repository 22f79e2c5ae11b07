// Every address that a host name has by now, IPv4 and IPv6.
import { lookup } from "node:dns/promises";
import type { Resolve } from "./webhook-address.ts";

export const resolveHost: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);
