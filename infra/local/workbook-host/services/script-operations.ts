// Fetching, triggers, authorisation, identity and mail.
import { randomUUID } from "node:crypto";
import type { HostImplementation, ServiceOperations } from "../protocol/host-operations.ts";
import type { WireTrigger } from "../protocol/wire.ts";
import type { InstalledTrigger } from "../storage/script-state.ts";
import { type ExecutionContext, ScriptRefusal } from "./execution-context.ts";
import type { HostServices } from "./host-services.ts";
import { fetchAll } from "./outgoing-fetch.ts";
import { nextDue, requireWithinLimits } from "./trigger-rules.ts";

/** Recipients a day for a consumer account. */
const dailyMailQuota = 100;
const dayMs = 86_400_000;

function wireTrigger(trigger: InstalledTrigger): WireTrigger {
  const { id, handler, eventType, source, workbookId, clock } = trigger;
  return {
    id,
    handler,
    eventType,
    source,
    workbookId,
    clock: clock && {
      everyMinutes: clock.everyMinutes,
      everyDays: clock.everyDays,
      everyWeeks: clock.everyWeeks,
      atHour: clock.atHour,
      weekday: clock.weekday,
      at: clock.at,
    },
  };
}

const recipientsOf = (mail: { to: string; cc: string; bcc: string }): number =>
  `${mail.to},${mail.cc},${mail.bcc}`.split(",").filter((part) => part.trim() !== "").length;

export function scriptOperations(
  services: HostServices,
  execution: ExecutionContext,
): Pick<HostImplementation, keyof ServiceOperations> {
  const { state, clock } = services;
  const manifest = () => services.addon().manifest;
  const mailLeft = (): number => {
    const since = clock.now() - dayMs;
    const sent = state.outbox.filter((mail) => mail.from === execution.email && mail.at > since);
    return dailyMailQuota - sent.reduce((sum, mail) => sum + recipientsOf(mail), 0);
  };
  /** An add-on sees the user's triggers in the document it runs in. */
  const ownTriggers = (): InstalledTrigger[] =>
    state.triggers.filter(
      (trigger) => trigger.email === execution.email && trigger.madeIn === (execution.workbookId ?? ""),
    );
  return {
    "fetch.all": (requests) =>
      fetchAll(requests, { whitelist: manifest().urlFetchWhitelist, routes: services.fetchRoutes }),
    "script.triggers": () => ownTriggers().map(wireTrigger),
    "script.addTrigger": (given) => {
      const trigger: InstalledTrigger = {
        ...given,
        clock: given.clock && { ...given.clock },
        id: randomUUID(),
        email: execution.email,
        madeIn: execution.workbookId ?? "",
      };
      requireWithinLimits(trigger, state.triggers);
      state.addTrigger({ ...trigger, nextAt: nextDue(trigger, clock.now(), manifest().timeZone) });
      return wireTrigger(trigger);
    },
    "script.deleteTrigger": (id) => {
      if (!ownTriggers().some((trigger) => trigger.id === id)) throw new ScriptRefusal("Trigger not found");
      state.removeTrigger(id);
    },
    "script.scopes": () => manifest().oauthScopes,
    "script.requireScopes": (scopes) => {
      const missing = scopes.filter((scope) => !manifest().oauthScopes.includes(scope));
      if (execution.authMode !== "FULL" || missing.length > 0) {
        throw new ScriptRefusal(
          `Authorization is required to perform that action. Missing: ${missing.join(", ")}`,
        );
      }
    },
    "script.identityToken": async () => {
      if (execution.authMode !== "FULL") return null;
      return services.identity.issueIdToken(execution.email, services.oauthClientId);
    },
    "session.user": (which) => {
      // Before authorisation a script learns the locale, not who is there.
      if (execution.authMode !== "FULL") return "";
      return which === "active" ? execution.activeEmail : execution.email;
    },
    "session.locale": () => "zh_CN",
    "mail.send": (mail) => {
      if (recipientsOf(mail) > mailLeft()) {
        throw new ScriptRefusal("Service invoked too many times for one day: email.");
      }
      state.addMail({ ...mail, at: clock.now(), from: execution.email });
    },
    "mail.quota": () => mailLeft(),
  };
}
