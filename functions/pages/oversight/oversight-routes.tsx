// The centre's pages of oversight beside the calendar: scheduled jobs, messages, groups, patterns worth a look.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { getCentreAs, hasCentreRole } from "../../http/require-centre-role.ts";
import { MESSAGE_STATES } from "../../messages/message.ts";
import { messagesIn } from "../../messages/messages-in.ts";
import { NewWebhook, registerWebhook } from "../../messages/register-webhook.ts";
import { retryMessage } from "../../messages/retry-message.ts";
import { findWebhook, listWebhooks, removeWebhook } from "../../messages/webhook-store.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { listRuns } from "../../storage/job-run-store.ts";
import { readSignals } from "../../use-cases/integrity/read-signals.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { JobsPage } from "./jobs-page.tsx";
import { MessagesPage } from "./messages-page.tsx";
import { namesOf } from "./names-of.ts";
import { OVERSIGHT } from "./oversight-nav.tsx";
import { centreOf, formTokenOf, showOversight } from "./show-oversight.tsx";
import { SignalsPage } from "./signals-page.tsx";
import { WebhooksPage } from "./webhooks-page.tsx";

/** As many runs as the API gives. */
const LATEST_RUNS = 200;
const ADMIN = ["centreAdmin"] as const;

export function oversightRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/jobs", async (c) => {
      const centre = await centreOf(c, OVERSIGHT.jobs);
      const runs = await listRuns(c.get("deps").table, centre.id, LATEST_RUNS);
      const page = <JobsPage runs={runs} everyRun={c.req.query("all") !== undefined} locale={localeOf(c)} />;
      return showOversight(c, { centre, place: OVERSIGHT.jobs }, page);
    })
    .get("/centre/messages", showMessages)
    .post("/centre/messages/retry", async (c) => {
      const deps = c.get("deps");
      const principal = c.get("principal");
      const form = await readForm(c);
      const centre = await getCentreAs(deps, principal, undefined, ADMIN);
      const outcome = await retryMessage(deps, centre, form.get("id") ?? "", principal.id);
      if (!outcome.ok) refuse(outcome.error);
      const month = monthOf(getMonth(c, form.get("month") ?? undefined).first);
      return c.redirect(pagePaths.messages({ month, retried: "1" }), 303);
    })
    .get("/centre/webhooks", async (c) => {
      const centre = await centreOf(c, OVERSIGHT.webhooks);
      return showWebhooks(c, centre, { name: "", url: "" }, []);
    })
    .post("/centre/webhooks", async (c) => {
      const form = await readForm(c);
      const centre = await getCentreAs(c.get("deps"), c.get("principal"), undefined, ADMIN);
      const [name, url] = [form.get("name") ?? "", form.get("url") ?? ""];
      const given = parseShape(NewWebhook, {
        name,
        url,
        kind: form.get("kind"),
        secret: form.get("secret") || null,
        hall: form.get("hall") || null,
      });
      const outcome = given.ok
        ? await registerWebhook(c.get("deps"), centre, given.value, c.get("principal").id)
        : given;
      return outcome.ok
        ? c.redirect(pagePaths.webhooks({ done: "registered" }), 303)
        : showWebhooks(c, centre, { name: name.slice(0, 60), url: url.slice(0, 500) }, [outcome.error]);
    })
    .post("/centre/webhooks/:id/remove", async (c) => {
      await readForm(c);
      const centre = await getCentreAs(c.get("deps"), c.get("principal"), undefined, ADMIN);
      const { table } = c.get("deps");
      const id = c.req.param("id").slice(0, 80);
      if (!(await findWebhook(table, centre.id, id))) refuse(httpProblems.not_found({}));
      await removeWebhook(table, centre.id, id);
      return c.redirect(pagePaths.webhooks({ done: "removed" }), 303);
    })
    .get("/centre/integrity", async (c) => {
      const centre = await centreOf(c, OVERSIGHT.signals);
      const month = getMonth(c, c.req.query("month"));
      const { signals } = await readSignals(c.get("deps"), centre, month);
      const page = <SignalsPage month={month} signals={signals} locale={localeOf(c)} />;
      return showOversight(c, { centre, place: OVERSIGHT.signals }, page);
    });
}

async function showMessages(c: Context<PageEnv>): Promise<Response> {
  const deps = c.get("deps");
  const centre = await centreOf(c, OVERSIGHT.messages);
  const month = getMonth(c, c.req.query("month"));
  const messages = (await messagesIn(deps.table, centre.id, month)).reverse();
  const involved = messages.flatMap(({ by, attempts }) => [
    by,
    ...attempts.flatMap(({ outcome, note }) => (outcome === "again" ? [note] : [])),
  ]);
  const page = (
    <MessagesPage
      month={month}
      messages={messages}
      state={MESSAGE_STATES.find((one) => one === c.req.query("state"))}
      mayRetry={hasCentreRole(deps, c.get("principal"), centre, ADMIN)}
      now={deps.now()}
      retried={c.req.query("retried") !== undefined}
      nameOf={await namesOf(deps.table, involved)}
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  return showOversight(c, { centre, place: OVERSIGHT.messages }, page);
}

async function showWebhooks(
  c: Context<PageEnv>,
  centre: Centre,
  given: { readonly name: string; readonly url: string },
  problems: readonly Problem[],
): Promise<Response> {
  const deps = c.get("deps");
  const [webhooks, halls] = await Promise.all([listWebhooks(deps.table, centre.id), listHalls(deps.table)]);
  const done = c.req.query("done");
  const page = (
    <WebhooksPage
      webhooks={webhooks}
      halls={hallsOf(halls, centre.id, deps.now())}
      done={done === "registered" || done === "removed" ? done : undefined}
      problems={problems}
      given={given}
      nameOf={
        await namesOf(
          deps.table,
          webhooks.map(({ addedBy }) => addedBy),
        )
      }
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  const status = problems.length > 0 ? { status: 422 as const } : {};
  return showOversight(c, { centre, place: OVERSIGHT.webhooks, ...status }, page);
}

/** The month named, or the present one. */
function getMonth(c: Context<PageEnv>, id: string | undefined): Period {
  const present = monthOf(dateOf(dateTimeAt(c.get("deps").now(), "Asia/Shanghai")));
  const month = parsePeriod(id ?? present);
  if (month?.kind !== "month") refuse(httpProblems.invalid_period({ period: (id ?? "").slice(0, 20) }));
  return month;
}
