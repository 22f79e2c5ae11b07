// Signing in through the issuer (authorization code with PKCE, state and nonce), and signing out.
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { findPersonBySubject, signOutEverywhere } from "../../storage/account-store.ts";

import { beginSignIn, SIGN_IN_MS, takeSignIn } from "../../storage/session-store.ts";
import type { PageEnv } from "../page-env.ts";
import { pagePaths } from "../page-paths.ts";
import { CALLBACK_PATH, issuerClient } from "./issuer-client.ts";
import { readForm } from "./read-form.ts";
import { safeReturn } from "./return-to.ts";
import { cookieOptions, endSession, startSession } from "./session.ts";

/** Ties the answer of the issuer to the browser that began. */
const COOKIE = "hl_sign_in";
const COOKIE_PATH = "/sign-in";

export function signInRoutes(deps: Dependencies): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const client = issuerClient(deps);
  const home = new URL(deps.publicUrl);
  const realNow = deps.realNow ?? deps.now;

  routes.get("/sign-in", async (c) => {
    const here = new URL(c.req.url);
    // On a developer's machine "localhost" is another place for cookies than "127.0.0.1".
    if (here.hostname === "localhost" && home.hostname === "127.0.0.1") {
      return c.redirect(`${home.origin}${here.pathname}${here.search}`, 303);
    }
    const returnTo = safeReturn(c.req.query("to"), deps.publicUrl);
    const { address, checks } = await client.begin(emailOf(c.req.query("login_hint")));
    const token = await beginSignIn(deps.table, { ...checks, returnTo }, realNow());
    setCookie(c, COOKIE, token, cookieOptions(c, COOKIE_PATH, SIGN_IN_MS));
    return c.redirect(address.href, 303);
  });

  routes.get(CALLBACK_PATH, async (c) => {
    const token = getCookie(c, COOKIE) ?? "";
    const begun = await takeSignIn(deps.table, token, c.req.query("state") ?? "", realNow());
    if (!begun) refuse(httpProblems.sign_in_failed({}));
    deleteCookie(c, COOKIE, { path: COOKIE_PATH });
    const identity = await client.finish(new URL(c.req.url).search, begun);
    if (!identity.ok) refuse(identity.error);
    const person = await findPersonBySubject(deps.table, identity.value);
    if (!person) refuse(httpProblems.not_invited({}));
    await startSession(c, person.id);
    return c.redirect(begun.returnTo, 303);
  });

  routes.post(pagePaths.signOut, async (c) => {
    await readForm(c);
    await endSession(c);
    return c.redirect(pagePaths.home(), 303);
  });

  routes.post(pagePaths.signOutEverywhere, async (c) => {
    await readForm(c);
    const { person } = c.get("signedIn") ?? refuse(httpProblems.session_expired({}));
    await signOutEverywhere(deps.table, person.id, realNow());
    await endSession(c);
    return c.redirect(pagePaths.home(), 303);
  });

  return routes;
}

function emailOf(hint: string | undefined): string | undefined {
  return hint && hint.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(hint) ? hint : undefined;
}
