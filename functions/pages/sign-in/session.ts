// The session of a browser: its cookie, the person behind it, and pages that only signed-in people see.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { closeSession, findSession, openSession, SESSION_MS } from "../../storage/session-store.ts";
import type { PageEnv } from "../page-env.ts";
import { pagePaths } from "../page-paths.ts";
import { workOf } from "./work-of.ts";

const COOKIE = "hl_session";

export function cookieOptions(c: Context<PageEnv>, path: string, lifetimeMs: number) {
  const secure = c.get("deps").publicUrl.startsWith("https:");
  return { path, httpOnly: true, sameSite: "Lax", secure, maxAge: Math.floor(lifetimeMs / 1000) } as const;
}

/** Finds out who is signed in; grants are read anew for every page, so that a withdrawn one ends at once. */
export const loadSession = createMiddleware<PageEnv>(async (c, next) => {
  const { table, now, realNow = now } = c.get("deps");
  const token = getCookie(c, COOKIE);
  const session = token ? await findSession(table, token, realNow()) : undefined;
  const found = session && (await findPerson(table, session.personId));
  // Signed out everywhere: this browser's session is from before.
  const person = found && session.createdAt >= (found.signedOutAt ?? 0) ? found : undefined;
  if (token && !person) deleteCookie(c, COOKIE, { path: "/" });
  const work = person && workOf(person, now());
  c.set("signedIn", token && work ? { person, work, formToken: formTokenOf(token) } : undefined);
  await next();
});

/** Sends others to the first page, and back to where they wanted to go once they have signed in. */
export const signedInOnly = createMiddleware<PageEnv>(async (c, next) => {
  const signedIn = c.get("signedIn");
  if (!signedIn) {
    if (c.req.method !== "GET") refuse(httpProblems.session_expired({}));
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(pagePaths.home(`${pathname}${search}`), 303);
  }
  c.set("principal", signedIn.person);
  return next();
});

/** Opens a session under a new token; one that the browser still had is closed. */
export async function startSession(c: Context<PageEnv>, personId: string): Promise<void> {
  await dropSession(c);
  const { table, now, realNow = now } = c.get("deps");
  setCookie(c, COOKIE, await openSession(table, personId, realNow()), cookieOptions(c, "/", SESSION_MS));
}

/** With the session goes what this browser keeps of it: scores that wait, pages for use without a connection. */
export async function endSession(c: Context<PageEnv>): Promise<void> {
  await dropSession(c);
  c.header("clear-site-data", '"storage"');
  deleteCookie(c, COOKIE, { path: "/" });
}

async function dropSession(c: Context<PageEnv>): Promise<void> {
  const token = getCookie(c, COOKIE);
  if (token) await closeSession(c.get("deps").table, token);
}

/** Follows from the session's token without giving it away, so that nothing more has to be stored. */
function formTokenOf(token: string): string {
  return createHash("sha256").update(`form:${token}`).digest("base64url");
}
