// Reads a posted form that really came from a page of this session: its Origin and its token are checked.
import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { readBytes } from "../../http/read-bytes.ts";
import type { PageEnv } from "../page-env.ts";

/** The hidden field of every form. */
export const FORM_TOKEN = "form_token";
/** No form here asks for more than a sentence. */
const LIMIT_BYTES = 16_384;

/** The fields as text; refuses what another site, or nobody signed in, has sent. */
export async function readForm(c: Context<PageEnv>): Promise<URLSearchParams> {
  const bytes = await readBytes(c.req.raw, LIMIT_BYTES);
  if (!bytes) refuse(httpProblems.body_too_large({}));
  const fields = new URLSearchParams(Buffer.from(bytes).toString("utf8"));
  demandOwnForm(c, (name) => fields.get(name) ?? "");
  return fields;
}

/** Refuses a form of another site, and one of a session that has ended. */
export function demandOwnForm(c: Context<PageEnv>, field: (name: string) => string): void {
  const signedIn = c.get("signedIn") ?? refuse(httpProblems.session_expired({}));
  if (c.req.header("origin") !== new URL(c.get("deps").publicUrl).origin) {
    refuse(httpProblems.not_permitted({}));
  }
  if (!same(field(FORM_TOKEN), signedIn.formToken)) refuse(httpProblems.session_expired({}));
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
