// Messages to groups of WeCom and DingTalk: the address is checked again each time, after its name is resolved.
import * as z from "zod";
import type { Table } from "../storage/table.ts";
import type { Channel, SendOutcome } from "./channel.ts";
import type { Post, PostAnswer } from "./https-post.ts";
import { checkWebhook, type Resolve } from "./webhook-address.ts";
import { signedUrl, webhookBody } from "./webhook-body.ts";
import { findWebhook } from "./webhook-store.ts";

export interface WebhookOptions {
  readonly table: Table;
  readonly hosts: readonly string[];
  readonly resolve: Resolve;
  readonly post: Post;
  readonly realNow: () => number;
}

/** Both services answer 200 with an error code; 0 means taken. */
const Answer = z.object({ errcode: z.number(), errmsg: z.string().default("") });

/** "Too many messages" of WeCom (45009, 45033) and DingTalk (130101, 410100): later they are taken. */
const LATER: ReadonlySet<number> = new Set([-1, 45009, 45033, 130101, 410100]);

export function webhookChannel({ table, hosts, resolve, post, realNow }: WebhookOptions): Channel {
  return {
    async send({ centre, to, text }) {
      const webhook = to.channel === "webhook" ? await findWebhook(table, centre, to.webhook) : undefined;
      if (!webhook)
        return { status: "refused", again: false, error: "this webhook is not registered any more" };
      const checked = await checkWebhook(webhook.url, webhook.kind, hosts, resolve);
      if (!checked.ok) {
        const again = checked.error.code === "webhook_unresolvable";
        return { status: "refused", again, error: checked.error.message.en };
      }
      const { url, ip } = checked.value;
      return outcomeOf(
        await post({
          url: webhook.secret === null ? url : signedUrl(url, webhook.secret, realNow()),
          ip,
          body: webhookBody(webhook.kind, text),
        }),
      );
    },
  };
}

/** An answer that is no answer of a robot (a redirect, a page) is a refusal; only "later" is tried again. */
function outcomeOf({ status, text }: PostAnswer): SendOutcome {
  if (status === 429 || status >= 500) return { status: "refused", again: true, error: `HTTP ${status}` };
  if (status !== 200) return { status: "refused", again: false, error: `HTTP ${status}` };
  const answer = Answer.safeParse(parseJson(text));
  if (!answer.success) return { status: "refused", again: false, error: "an answer that is not a robot's" };
  const { errcode, errmsg } = answer.data;
  return errcode === 0
    ? { status: "sent" }
    : { status: "refused", again: LATER.has(errcode), error: `${errcode} ${errmsg}`.slice(0, 200) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
