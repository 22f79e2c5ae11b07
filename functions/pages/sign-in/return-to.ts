// Where to go after signing in: an address of this app's own pages, and nowhere else.
import { isPagePath } from "../page-paths.ts";

/** The path and query to return to; the first page for anything foreign, odd or circular. */
export function safeReturn(wanted: string | undefined, publicUrl: string): string {
  if (!wanted?.startsWith("/") || wanted.length > 2_000 || hasControl(wanted)) return "/";
  const home = new URL(publicUrl);
  // The browser's own reading decides: "//host", "/\host" and the like are other sites to it.
  const url = URL.canParse(wanted, publicUrl) ? new URL(wanted, home) : home;
  const circular = url.pathname.startsWith("/sign-") || !isPagePath(url.pathname);
  if (url.origin !== home.origin || circular || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character.charCodeAt(0) < 32);
}
