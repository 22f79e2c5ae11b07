// The language of a page: Chinese, unless someone switched to English; the choice is kept in a cookie.
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Locale } from "../../shared/kernel/text.ts";
import type { PageEnv } from "./page-env.ts";

const COOKIE = "hl_lang";
const YEAR_SECONDS = 365 * 86_400;

export function localeOf(c: Context<PageEnv>): Locale {
  return (c.req.query("lang") ?? getCookie(c, COOKIE)) === "en" ? "en" : "zh";
}

/** Keeps the language that an address asks for with `?lang=`. */
export const keepLocale = createMiddleware<PageEnv>(async (c, next) => {
  const asked = c.req.query("lang");
  if (asked === "en" || asked === "zh") {
    setCookie(c, COOKIE, asked, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: c.get("deps").publicUrl.startsWith("https:"),
      maxAge: YEAR_SECONDS,
    });
  }
  await next();
});

/** The present address in the other language. */
export function otherLanguage(c: Context<PageEnv>): string {
  const url = new URL(c.req.url);
  url.searchParams.set("lang", localeOf(c) === "zh" ? "en" : "zh");
  return `${url.pathname}${url.search}`;
}
