// How messages leave: one small interface for e-mail and for groups, so that tests and local machines send nothing.
import type { Message } from "./message.ts";

export type SendOutcome =
  | { readonly status: "sent"; readonly note?: string }
  /** It was certainly not delivered; `again` when a later attempt may succeed. */
  | { readonly status: "refused"; readonly again: boolean; readonly error: string };

/**
 * Delivers a message. It throws where it cannot be known whether the message went out (a connection that broke after
 * the request): such a message is given up and shown, never sent a second time.
 */
export interface Channel {
  send(message: Message): Promise<SendOutcome>;
  /** Whether a message went out, where the channel can say so. */
  wasSent?(id: string): Promise<boolean>;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailSender {
  sendMail(mail: Mail): Promise<SendOutcome>;
  wasSent?(id: string): Promise<boolean>;
}

/** A way that is not configured is absent: its messages wait. */
export interface Channels {
  readonly mail?: Channel;
  readonly webhook?: Channel;
}

export function mailChannel(sender: MailSender): Channel {
  return {
    send: async ({ id, to, subject, text }) =>
      to.channel === "mail"
        ? sender.sendMail({ id, to: to.address, subject, text })
        : { status: "refused", again: false, error: "no e-mail address" },
    ...(sender.wasSent ? { wasSent: (id: string) => sender.wasSent?.(id) ?? Promise.resolve(false) } : {}),
  };
}
