// Matters, people and calendar, kept in the document so that forms and due dates work while the backend is away.

import * as z from "zod/mini";
import type { Backend } from "./backend.ts";
import { lazily, type Reference, reference } from "./backend-shapes.ts";

/** A store of texts with limits like those of Google's document properties. */
export interface TextStore {
  read(): Readonly<Record<string, string>>;
  /** Sets the given texts and deletes the named ones. */
  write(texts: Readonly<Record<string, string>>, deleted: readonly string[]): void;
}

export interface HeldReference {
  readonly parsed: Reference;
  /** Everything that the backend gave, for forms. */
  readonly whole: unknown;
  /** The backend could not be asked. */
  readonly offline: boolean;
}

const PREFIX = "reference.";
/** A property holds 9 kB; a character takes three bytes at most here. */
const PART_CHARACTERS = 2_900;
/** The store holds 500 kB, and others use it too. */
const MAX_PARTS = 45;
/** The backend is asked again after this long. */
export const FRESH_MS = 3_600_000;

const answer = lazily(() => z.object({ version: z.string(), changed: z.boolean() }));

/**
 * The reference data of a hall: from the store while it is fresh, else from the backend, else from the store again.
 *
 * @param now in milliseconds since 1970
 */
export function referenceOf(
  store: TextStore,
  backend: Backend,
  hall: string,
  now: number,
  maxAge = FRESH_MS,
): HeldReference | null {
  const texts = store.read();
  const held = readHeld(texts, hall);
  const age = now - Number(texts[`${PREFIX}askedAt`] ?? 0);
  if (held && age >= 0 && age < maxAge) return { ...held, offline: false };
  const since = held ? `?since=${encodeURIComponent(held.parsed.version)}` : "";
  const asked = backend.get(`halls/${hall}/reference${since}`, z.unknown());
  if (!asked.ok) return held ? { ...held, offline: true } : null;
  const head = answer().safeParse(asked.value);
  if (head.success && !head.data.changed && held) {
    store.write({ [`${PREFIX}askedAt`]: String(now) }, []);
    return { ...held, offline: false };
  }
  const parsed = reference().safeParse(asked.value);
  if (!parsed.success) return held ? { ...held, offline: true } : null;
  keep(store, texts, hall, JSON.stringify(asked.value), now);
  return { parsed: parsed.data, whole: asked.value, offline: false };
}

function readHeld(
  texts: Readonly<Record<string, string>>,
  hall: string,
): Omit<HeldReference, "offline"> | null {
  if (texts[`${PREFIX}hall`] !== hall) return null;
  const count = Number(texts[`${PREFIX}parts`] ?? 0);
  const parts = Array.from({ length: count }, (_, at) => texts[`${PREFIX}${at}`]);
  if (count === 0 || parts.some((part) => part === undefined)) return null;
  try {
    const whole: unknown = JSON.parse(parts.join(""));
    const parsed = reference().safeParse(whole);
    return parsed.success ? { parsed: parsed.data, whole } : null;
  } catch {
    return null;
  }
}

function keep(
  store: TextStore,
  before: Readonly<Record<string, string>>,
  hall: string,
  text: string,
  now: number,
): void {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART_CHARACTERS) parts.push(text.slice(at, at + PART_CHARACTERS));
  // Too large to keep: it is asked for each time, and missing while the backend is away.
  if (parts.length > MAX_PARTS) return;
  const texts: Record<string, string> = {
    [`${PREFIX}hall`]: hall,
    [`${PREFIX}askedAt`]: String(now),
    [`${PREFIX}parts`]: String(parts.length),
  };
  parts.forEach((part, at) => {
    texts[`${PREFIX}${at}`] = part;
  });
  const old = Object.keys(before).filter((key) => key.startsWith(PREFIX) && !(key in texts));
  store.write(texts, old);
}
