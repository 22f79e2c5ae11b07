// The group webhooks that a centre has registered; their addresses are secrets and are shown shortened.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "../storage/keys.ts";
import type { Table } from "../storage/table.ts";
import { WEBHOOK_KINDS } from "./webhook-address.ts";

export const Webhook = z.object({
  id: z.string(),
  centre: z.string(),
  name: z.string(),
  kind: z.enum(WEBHOOK_KINDS),
  url: z.string(),
  /** DingTalk's signing secret. */
  secret: z.string().nullable(),
  /** The hall whose group it is; null for the centre's own. */
  hall: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

const keyOf = (centre: string, id: string) => ({ pk: keys.webhooks(centre), sk: id });

export async function putWebhook(table: Table, webhook: Webhook): Promise<void> {
  await table.put({ ...keyOf(webhook.centre, webhook.id), ...Webhook.parse(webhook) });
}

export async function findWebhook(table: Table, centre: string, id: string): Promise<Webhook | undefined> {
  const item = await table.get(keyOf(centre, id));
  return item && Webhook.parse(item);
}

export async function listWebhooks(table: Table, centre: string): Promise<Webhook[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.webhooks(centre) }),
  });
  return items.map((item) => Webhook.parse(item));
}

export async function removeWebhook(table: Table, centre: string, id: string): Promise<void> {
  await table.remove(keyOf(centre, id));
}

/** What may be shown: the address names the service, never its key. */
export function shownWebhook({ url, secret, ...webhook }: Webhook) {
  return { ...webhook, host: new URL(url).hostname, signed: secret !== null };
}
