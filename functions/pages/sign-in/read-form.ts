// Reads a posted form that really came from a page of this session: its Origin and its token are checked.
import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import type { PageEnv } from "../page-env.ts";

/** The hidden field of every form. */
export const FORM_TOKEN = "form_token";
/** No form here asks for more than a sentence. */
const LIMIT_BYTES = 16_384;

/** The fields as text; refuses what another site, or nobody signed in, has sent. */
export async function readForm(c: Context<PageEnv>): Promise<URLSearchParams> {
  const signedIn = c.get("signedIn") ?? refuse(httpProblems.session_expired({}));
  if (c.req.header("origin") !== new URL(c.get("deps").publicUrl).origin) {
    refuse(httpProblems.not_permitted({}));
  }
  const fields = new URLSearchParams(await readLimited(c.req.raw));
  if (!same(fields.get(FORM_TOKEN) ?? "", signedIn.formToken)) refuse(httpProblems.session_expired({}));
  return fields;
}

async function readLimited(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) refuse(httpProblems.body_too_large({}));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
