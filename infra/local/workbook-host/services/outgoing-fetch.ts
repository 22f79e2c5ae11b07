// Performs a script's requests for it: whitelist, limits, routing to local services, the real fetch.
import type { WireRequest, WireResponse } from "../protocol/wire.ts";
import { ScriptRefusal } from "./execution-context.ts";

/** Google's limit each way. */
const maximumBytes = 50 * 1024 * 1024;
/** Google gives up on a slow server after about a minute. */
const patienceMs = 60_000;
/** Headers that UrlFetchApp does not let a script set. */
const reserved = new Set(["host", "content-length", "connection", "transfer-encoding"]);

export interface FetchRules {
  readonly whitelist: readonly string[];
  readonly routes: Readonly<Record<string, string>>;
}

/** A whitelisted prefix matches on whole path segments, scheme and host included. */
function isListed(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false;
  const rest = url.slice(prefix.length);
  return prefix.endsWith("/") || rest === "" || /^[/?#]/.test(rest);
}

function requireListed(url: string, whitelist: readonly string[]): void {
  if (whitelist.length === 0 || whitelist.some((prefix) => isListed(url, prefix))) return;
  throw new ScriptRefusal(
    `Attempted to fetch ${url}, which is not listed in the manifest's urlFetchWhitelist`,
  );
}

function routed(url: string, routes: Readonly<Record<string, string>>): string {
  const prefix = Object.keys(routes).find((each) => url.startsWith(each));
  return prefix === undefined ? url : `${routes[prefix]}${url.slice(prefix.length)}`;
}

async function fetchOne(request: WireRequest, rules: FetchRules): Promise<WireResponse> {
  const { url } = request;
  if (!/^https?:\/\/\S+$/.test(url)) throw new ScriptRefusal(`Invalid argument: ${url}`);
  requireListed(url, rules.whitelist);
  const headers = Object.entries(request.headers).filter(([name]) => !reserved.has(name.toLowerCase()));
  const target = routed(url, rules.routes);
  let response: Response;
  try {
    response = await fetch(target, {
      method: request.method,
      headers: [["User-Agent", "Mozilla/5.0 (compatible; Google-Apps-Script)"], ...headers],
      redirect: request.followRedirects ? "follow" : "manual",
      signal: AbortSignal.timeout(patienceMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
  } catch (error) {
    const isSlow = error instanceof Error && error.name === "TimeoutError";
    throw new ScriptRefusal(isSlow ? `Timeout: ${url}` : `Address unavailable: ${url}`);
  }
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.byteLength > maximumBytes) throw new ScriptRefusal(`Response too large: ${url}`);
  const cookies = response.headers.getSetCookie().map((value): [string, string] => ["set-cookie", value]);
  const others = [...response.headers].filter(([name]) => name !== "set-cookie");
  return { status: response.status, headers: [...others, ...cookies], body };
}

/** All requests at once, as fetchAll does; one failure fails all. */
export const fetchAll = (requests: readonly WireRequest[], rules: FetchRules): Promise<WireResponse[]> =>
  Promise.all(requests.map((request) => fetchOne(request, rules)));
