// Messages over HTTP: what was sent to whom and when, and the groups that a centre has registered.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import * as z from "zod";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { CENTRE_READERS } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import type { Message } from "../messages/message.ts";
import { listMessages } from "../messages/outbox-store.ts";
import { checkWebhook, WEBHOOK_KINDS } from "../messages/webhook-address.ts";
import { listWebhooks, putWebhook, removeWebhook, shownWebhook } from "../messages/webhook-store.ts";
import { findHall } from "../storage/directory-store.ts";
import { monthsTouching } from "../use-cases/find-rows.ts";

export const NewWebhook = z.strictObject({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(WEBHOOK_KINDS),
  url: z.string().max(500),
  secret: z.string().min(1).max(200).nullable().default(null),
  hall: z.string().max(80).nullable().default(null),
});

export function messageRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/messages", async (c) => {
    const centre = await demandCentreRole(c, CENTRE_READERS);
    const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
    const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    const months = monthsTouching(period);
    const found = await Promise.all(
      months.map(({ month }) => listMessages(c.get("deps").table, centre.id, month)),
    );
    const messages = found.flat().filter(({ id: day }) => {
      const date = day.slice(0, 10);
      return period.first <= date && date <= period.last;
    });
    return c.json({ centre: centre.id, period: period.id, messages: messages.map(shown) });
  });

  routes.get("/centre/webhooks", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const webhooks = await listWebhooks(c.get("deps").table, centre.id);
    return c.json({ centre: centre.id, webhooks: webhooks.map(shownWebhook) });
  });

  routes.post("/centre/webhooks", async (c) => {
    const deps = c.get("deps");
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const { hall, ...given } = await readBody(c, NewWebhook);
    const own = hall === null ? undefined : await findHall(deps.table, hall);
    if (hall !== null && !own?.centres.some((one) => one.centre === centre.id)) {
      refuse(httpProblems.unknown_hall({ field: "hall", hall: hall.slice(0, 80) }));
    }
    const { webhooks } = deps;
    if (!webhooks) refuse(httpProblems.not_found({}));
    const checked = await checkWebhook(given.url, given.kind, webhooks.hosts, webhooks.resolve);
    if (!checked.ok) refuse(checked.error);
    const webhook = {
      ...given,
      hall,
      id: randomUUID().slice(0, 8),
      centre: centre.id,
      addedAt: dateTimeAt(deps.now(), "Asia/Shanghai"),
      addedBy: c.get("principal").id,
    };
    await putWebhook(deps.table, webhook);
    return c.json(shownWebhook(webhook), 201);
  });

  routes.delete("/centre/webhooks/:id", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    await removeWebhook(c.get("deps").table, centre.id, c.req.param("id").slice(0, 80));
    return c.json({ removed: true });
  });

  return routes;
}

function shown({ lease: _lease, hours: _hours, ...message }: Message) {
  return { ...message, notBefore: new Date(message.notBefore).toISOString() };
}
