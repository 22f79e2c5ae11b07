// Sessions of the pages, and sign-ins under way: found by the hash of a random token that only the browser has.
import { createHash, randomBytes } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const MINUTE = 60_000;
/** A window computer left alone is signed out after 2 hours without a page. */
export const IDLE_MS = 120 * MINUTE;
/** Nobody stays signed in for longer than a working day. */
export const SESSION_MS = 12 * 60 * MINUTE;
/** Time to sign in at the issuer. */
export const SIGN_IN_MS = 15 * MINUTE;
/** The idle end is moved at most this often: one write, not one per page. */
const TOUCH_MS = 5 * MINUTE;

const StoredSession = z.object({
  kind: z.literal("session"),
  personId: z.string(),
  createdAt: z.number(),
  idleEndsAt: z.number(),
  endsAt: z.number(),
});
export type Session = z.infer<typeof StoredSession>;

const StoredSignIn = z.object({
  kind: z.literal("signIn"),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  endsAt: z.number(),
});
export type SignInUnderWay = Omit<z.infer<typeof StoredSignIn>, "kind" | "endsAt">;

const TOKEN = /^[\w-]{43}$/;

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The token itself is never stored: whoever reads the table cannot take over a session. */
function keyOf(token: string) {
  return keys.session(createHash("sha256").update(token).digest("hex"));
}

const secondsOf = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** @returns the token for the browser's cookie */
export async function openSession(table: Table, personId: string, now: number): Promise<string> {
  const token = newToken();
  const endsAt = now + SESSION_MS;
  const session: Session = { kind: "session", personId, createdAt: now, idleEndsAt: now + IDLE_MS, endsAt };
  await table.put({ ...keyOf(token), ...session, ttl: secondsOf(endsAt) });
  return token;
}

/** The session of a token, with its idle end moved on; nothing when it has ended. */
export async function findSession(table: Table, token: string, now: number): Promise<Session | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const found = StoredSession.safeParse(await table.get(keyOf(token)));
  if (!found.success) return undefined;
  const session = found.data;
  if (now >= session.endsAt || now >= session.idleEndsAt) return undefined;
  const idleEndsAt = Math.min(now + IDLE_MS, session.endsAt);
  if (idleEndsAt - session.idleEndsAt < TOUCH_MS) return session;
  // A session closed meanwhile stays closed.
  const moved = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(keyOf(token)),
        UpdateExpression: "SET idleEndsAt = :end",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: marshall({ ":end": idleEndsAt }),
      },
    },
  ]);
  const closed = !moved.ok && moved.reasons.includes("ConditionalCheckFailed");
  return closed ? undefined : { ...session, idleEndsAt };
}

export async function closeSession(table: Table, token: string): Promise<void> {
  if (TOKEN.test(token)) await table.remove(keyOf(token));
}

/** @returns the token for the browser's cookie */
export async function beginSignIn(table: Table, begun: SignInUnderWay, now: number): Promise<string> {
  const token = newToken();
  const endsAt = now + SIGN_IN_MS;
  await table.put({ ...keyOf(token), ...begun, kind: "signIn", endsAt, ttl: secondsOf(endsAt) });
  return token;
}

/** The sign-in that a browser began with this state; each is given out once, whoever else asks for it. */
export async function takeSignIn(
  table: Table,
  token: string,
  state: string,
  now: number,
): Promise<SignInUnderWay | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const found = StoredSignIn.safeParse(await table.get(keyOf(token)));
  // A forged answer with another state leaves the real one usable.
  if (!found.success || found.data.state !== state || now >= found.data.endsAt) return undefined;
  const taken = await table.transact([
    {
      Delete: {
        TableName: table.name,
        Key: marshall(keyOf(token)),
        ConditionExpression: "attribute_exists(pk)",
      },
    },
  ]);
  return taken.ok ? found.data : undefined;
}
