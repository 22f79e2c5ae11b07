// The least of a browser that the pages need: cookies by path, redirects, forms; it talks to the app over HTTP.
import { emailOf, type Who, type World } from "../../support/world.ts";

export interface Page {
  readonly status: number;
  /** Path and query of where the browser ended. */
  readonly at: string;
  readonly html: string;
  readonly headers: Headers;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly text: string;
}

export class PageBrowser {
  readonly cookies = new Map<string, Cookie>();
  readonly #home: string;

  constructor(world: World) {
    this.#home = world.deps.publicUrl;
  }

  /** Follows redirects, except to an address that `stopAt` names. */
  open(path: string, stopAt?: string): Promise<Page> {
    return this.#request(new URL(path, this.#home), { method: "GET" }, stopAt);
  }

  /** @param fields several of one name as pairs */
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    origin: string | null = this.#home,
  ): Promise<Page> {
    const headers = { ...(origin === null ? {} : { origin }) };
    const body = new URLSearchParams(fields);
    return this.#request(new URL(path, this.#home), { method: "POST", body, headers });
  }

  /** As a form with files is sent. */
  postForm(path: string, body: FormData): Promise<Page> {
    return this.#request(new URL(path, this.#home), {
      method: "POST",
      body,
      headers: { origin: this.#home },
    });
  }

  /** As one click on the first page does. */
  signIn(who: Who, to?: string): Promise<Page> {
    const query = new URLSearchParams({ login_hint: emailOf(who), ...(to === undefined ? {} : { to }) });
    return this.open(`/sign-in?${query}`);
  }

  async #request(url: URL, init: RequestInit, stopAt?: string): Promise<Page> {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: this.#cookieHeader(url) };
    const response = await fetch(url, { ...init, redirect: "manual", headers });
    this.#keep(response);
    const location = response.headers.get("location");
    const next = location === null ? undefined : new URL(location, url);
    const stopped = next === undefined || (stopAt !== undefined && next.pathname === stopAt);
    if (next && !stopped) return this.#request(next, { method: "GET" }, stopAt);
    const { pathname, search } = next ?? url;
    return {
      status: response.status,
      at: `${pathname}${search}`,
      html: await response.text(),
      headers: response.headers,
    };
  }

  #cookieHeader(url: URL): string {
    return [...this.cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  #keep(response: Response): void {
    for (const text of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = text.split("; ");
      const [name = "", value = ""] = pair.split("=", 2);
      const attribute = (wanted: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const expires = attribute("expires");
      const ended =
        attribute("max-age") === "0" || (expires !== undefined && Date.parse(expires) < Date.now());
      if (ended) this.cookies.delete(name);
      else this.cookies.set(name, { value, path: attribute("path") ?? "/", text });
    }
  }
}

/** The hidden field that a page's forms carry. */
export function formTokenIn(html: string): string {
  return /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? "";
}

/** Attribute values and texts as a reader sees them. */
export function unescapeHtml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
