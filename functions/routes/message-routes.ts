// Messages over HTTP: what was sent to whom and when, and the groups that a centre has registered.
import { Hono } from "hono";
import * as z from "zod";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { CENTRE_READERS } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import type { Message } from "../messages/message.ts";
import { messagesIn } from "../messages/messages-in.ts";
import { NewWebhook, registerWebhook } from "../messages/register-webhook.ts";
import { retryMessage } from "../messages/retry-message.ts";
import { listWebhooks, removeWebhook, shownWebhook } from "../messages/webhook-store.ts";

export function messageRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/messages", async (c) => {
    const centre = await demandCentreRole(c, CENTRE_READERS);
    const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
    const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    const messages = await messagesIn(c.get("deps").table, centre.id, period);
    return c.json({ centre: centre.id, period: period.id, messages: messages.map(shown) });
  });

  routes.get("/centre/webhooks", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const webhooks = await listWebhooks(c.get("deps").table, centre.id);
    return c.json({ centre: centre.id, webhooks: webhooks.map(shownWebhook) });
  });

  routes.post("/centre/messages/retry", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const { id } = await readBody(c, z.strictObject({ id: z.string().max(300) }));
    const outcome = await retryMessage(c.get("deps"), centre, id, c.get("principal").id);
    return c.json(shown(outcome.ok ? outcome.value : refuse(outcome.error)));
  });

  routes.post("/centre/webhooks", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const given = await readBody(c, NewWebhook);
    const outcome = await registerWebhook(c.get("deps"), centre, given, c.get("principal").id);
    return c.json(shownWebhook(outcome.ok ? outcome.value : refuse(outcome.error)), 201);
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
