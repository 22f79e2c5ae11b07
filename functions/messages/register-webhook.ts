// Registers a group's webhook after its address was checked: a known service, by https, and nothing inside the network.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { Dependencies } from "../dependencies.ts";
import { httpProblems } from "../http/http-problems.ts";
import { findHall } from "../storage/directory-store.ts";
import { checkWebhook, WEBHOOK_KINDS } from "./webhook-address.ts";
import { putWebhook, type Webhook } from "./webhook-store.ts";

export const NewWebhook = z.strictObject({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(WEBHOOK_KINDS),
  url: z.string().max(500),
  secret: z.string().min(1).max(200).nullable().default(null),
  hall: z.string().max(80).nullable().default(null),
});

export async function registerWebhook(
  { table, webhooks, now }: Pick<Dependencies, "table" | "webhooks" | "now">,
  centre: Centre,
  { hall, ...given }: z.infer<typeof NewWebhook>,
  by: string,
): Promise<Result<Webhook, Problem>> {
  const own = hall === null ? undefined : await findHall(table, hall);
  if (hall !== null && !own?.centres.some((one) => one.centre === centre.id)) {
    return err(httpProblems.unknown_hall({ field: "hall", hall: hall.slice(0, 80) }));
  }
  if (!webhooks) return err(httpProblems.not_found({}));
  const checked = await checkWebhook(given.url, given.kind, webhooks.hosts, webhooks.resolve);
  if (!checked.ok) return checked;
  const webhook = {
    ...given,
    hall,
    id: randomUUID().slice(0, 8),
    centre: centre.id,
    addedAt: dateTimeAt(now(), "Asia/Shanghai"),
    addedBy: by,
  };
  await putWebhook(table, webhook);
  return ok(webhook);
}
