// UrlFetchApp: one request or many at once; the script waits while the host does the real fetch.
import type { WireRequest, WireResponse } from "../protocol/wire.ts";
import { blobOf, bytesOf, signedBytes } from "./blob.ts";
import { ask, exception, host } from "./host.ts";
import { standFor } from "./provided.ts";

type App = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;
type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest;
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;

class ResponseView implements Partial<Response> {
  private readonly response: WireResponse;
  constructor(response: WireResponse) {
    this.response = response;
  }
  getResponseCode(): number {
    return this.response.status;
  }
  getContentText(charset = "UTF-8"): string {
    return host().decodeText(this.response.body, charset);
  }
  getContent(): number[] {
    return signedBytes(this.response.body);
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    const type = this.response.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
    return blobOf(this.response.body, type ?? null, null);
  }
  getHeaders(): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, value] of this.response.headers) headers[name] = value;
    return headers;
  }
  getAllHeaders(): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {};
    for (const [name, value] of this.response.headers) {
      const known = headers[name];
      headers[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
    }
    return headers;
  }
}

const formText = (payload: object): string =>
  Object.entries(payload)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join("&");

const isBlob = (value: object): boolean => typeof Reflect.get(value, "getBytes") === "function";

function bodyOf(payload: unknown): { body: string | Uint8Array | undefined; type: string | undefined } {
  if (payload === undefined || payload === null) return { body: undefined, type: undefined };
  const form = "application/x-www-form-urlencoded";
  if (typeof payload === "string") return { body: payload, type: form };
  if (Array.isArray(payload)) return { body: bytesOf(payload), type: form };
  if (typeof payload === "object" && isStandInBlob(payload))
    return { body: bytesOf(payload), type: undefined };
  if (typeof payload === "object") return { body: formText(payload), type: form };
  return { body: String(payload), type: form };
}

/** A plain object has no getBytes; only a Blob does. */
const isStandInBlob = (payload: object): boolean => "getBytes" in payload && isBlob(payload);

function requestOf(url: string, options: Options): WireRequest {
  const { body, type } = bodyOf(options.payload);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name] = String(value);
  const contentType = options.contentType ?? type;
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (body !== undefined && contentType !== undefined && !hasType) headers["Content-Type"] = contentType;
  const method = String(options.method ?? (body === undefined ? "get" : "post")).toUpperCase();
  return { url, method, headers, body, followRedirects: options.followRedirects !== false };
}

function accept(response: WireResponse, options: Options, url: string): Response {
  if (response.status >= 400 && options.muteHttpExceptions !== true) {
    const text = host().decodeText(response.body, "UTF-8").slice(0, 200);
    throw exception(
      `Request failed for ${url} returned code ${response.status}. Truncated server response: ${text} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return standFor<Response>("HTTPResponse", new ResponseView(response));
}

function fetchAll(requests: (Request | string)[]): Response[] {
  const list = requests.map((request) => (typeof request === "string" ? { url: request } : request));
  const responses = ask(
    "fetch.all",
    list.map((request) => requestOf(request.url, request)),
  );
  return list.map((request, index) => {
    const response = responses[index];
    if (!response) throw exception("The host lost a response.");
    return accept(response, request, request.url);
  });
}

export const urlFetchApp: App = standFor<App>("UrlFetchApp", {
  fetch: (url: string, params?: Options) => {
    const [response] = fetchAll([{ ...params, url }]);
    if (!response) throw exception("The host lost a response.");
    return response;
  },
  fetchAll,
});
