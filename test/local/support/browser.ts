// The least of a browser that a sign-in needs: it keeps cookies by path and follows redirects.

interface Cookie {
  readonly value: string;
  readonly path: string;
}

export class Browser {
  readonly #cookies = new Map<string, Cookie>();

  /** Redirects are followed as far as the first page; one to `stopAt` is not opened but answered as it is. */
  constructor(readonly stopAt = "/sign-in/callback") {}

  open(url: URL | string): Promise<Response> {
    return this.#request(new URL(url), { method: "GET" });
  }

  post(url: URL | string, fields: Record<string, string>): Promise<Response> {
    return this.#request(new URL(url), { method: "POST", body: new URLSearchParams(fields) });
  }

  async #request(url: URL, init: RequestInit): Promise<Response> {
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { cookie: this.#cookieHeader(url) },
    });
    this.#keep(response, url);
    const location = response.headers.get("location");
    if (location === null) return response;
    const next = new URL(location, url);
    if (!next.href.includes(this.stopAt)) return this.#request(next, { method: "GET" });
    const end = new Response(null);
    Object.defineProperty(end, "url", { value: next.href });
    return end;
  }

  #cookieHeader(url: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.slice(key.indexOf(" ") + 1)}=${value}`)
      .join("; ");
  }

  #keep(response: Response, url: URL): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = header.split("; ");
      const [name = "", value = ""] = pair.split("=", 2);
      const path = attributes.find((attribute) => attribute.startsWith("path="))?.slice(5) ?? url.pathname;
      const expires = attributes.find((attribute) => attribute.startsWith("expires="))?.slice(8);
      const key = `${path} ${name}`;
      if (expires !== undefined && Date.parse(expires) < Date.now()) this.#cookies.delete(key);
      else this.#cookies.set(key, { value, path });
    }
  }
}
