// Where this machine's messages land instead of going out: a file that the outbox page shows.
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";
import type { Channels } from "../../functions/messages/channel.ts";
import { mailChannel } from "../../functions/messages/channel.ts";
import type { Resolve } from "../../functions/messages/webhook-address.ts";
import { webhookChannel } from "../../functions/messages/webhook-channel.ts";
import type { Table } from "../../functions/storage/table.ts";

const Landed = z.object({
  at: z.string(),
  channel: z.enum(["mail", "webhook"]),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** The message's own id; groups' robots are not told it. */
  id: z.string().nullable(),
});
export type Landed = z.infer<typeof Landed>;

export interface LocalOutbox {
  land(message: Landed): void;
  /** Oldest first. */
  list(): readonly Landed[];
}

/** One line of JSON per message: a line broken by a power cut is passed over. */
export function openOutbox(file: string): LocalOutbox {
  mkdirSync(dirname(file), { recursive: true });
  const landed = readLines(file);
  return {
    land(message) {
      appendFileSync(file, `${JSON.stringify(message)}\n`);
      landed.push(message);
    },
    list: () => landed,
  };
}

function readLines(file: string): Landed[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    try {
      return [Landed.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** No name server is asked and nothing leaves this machine; the checks and the bodies are the real ones. */
export const localResolve: Resolve = async (host) => (/^[\d.:]+$/.test(host) ? [host] : ["8.8.8.8"]);

export function localChannels(outbox: LocalOutbox, table: Table, now: () => number): Channels {
  const at = () => new Date(now()).toISOString();
  return {
    mail: mailChannel({
      async sendMail({ id, to, subject, text }) {
        outbox.land({ at: at(), channel: "mail", to, subject, text, id });
        return { status: "sent" };
      },
      wasSent: async (wanted) => outbox.list().some(({ id }) => id === wanted),
    }),
    webhook: webhookChannel({
      table,
      hosts: [],
      resolve: localResolve,
      realNow: Date.now,
      async post({ url, body }) {
        outbox.land({
          at: at(),
          channel: "webhook",
          to: url.host,
          subject: url.pathname,
          text: body,
          id: null,
        });
        return { status: 200, text: '{"errcode":0,"errmsg":"ok"}' };
      },
    }),
  };
}
