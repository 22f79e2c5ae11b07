// A message on its way: what is said, to whom, when it may go out, and what became of every attempt.
import * as z from "zod";

const Recipient = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("mail"), person: z.string(), name: z.string(), address: z.string() }),
  /** A group of WeCom or DingTalk; its address is looked up when the message goes out. */
  z.object({ channel: z.literal("webhook"), webhook: z.string(), name: z.string() }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** `dead`: given up, for the reason that its last attempt states. */
export const MESSAGE_STATES = ["queued", "sending", "sent", "failed", "dead"] as const;

const Attempt = z.object({ at: z.string(), outcome: z.string(), note: z.string() });
export type Attempt = z.infer<typeof Attempt>;

/** What is said once and never changed. */
export const Letter = z.object({
  /** `2026-11-20/digest/p-head`: says what the message is, so that the same one is never made twice. */
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}\/[\w:./-]+$/),
  centre: z.string(),
  /** `digest`, `remind`, `returned`. */
  kind: z.string(),
  to: Recipient,
  subject: z.string(),
  text: z.string(),
  queuedAt: z.string(),
  /** Who pressed a button for it; null when a job made it. */
  by: z.string().nullable(),
  /** The recipient's opening hours: outside them nothing goes out. */
  hours: z.object({ zone: z.string(), opensAt: z.string(), closesAt: z.string() }),
  /** Milliseconds since 1970; from then on it is not worth sending any more. */
  notAfter: z.number().nullable(),
});
export type Letter = z.infer<typeof Letter>;

export interface Message extends Letter {
  readonly state: (typeof MESSAGE_STATES)[number];
  /** Milliseconds since 1970, by the halls' clock. */
  readonly notBefore: number;
  readonly attempts: readonly Attempt[];
  /** Who is sending it, and until when (by real time) nobody else may ask what became of that. */
  readonly lease: { readonly token: string; readonly until: number } | null;
}

/** The day that a message belongs to. */
export function dayOf({ id }: Pick<Letter, "id">): string {
  return id.slice(0, 10);
}
