// The page on which a centre sees and changes the rules of what its halls owe.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { tidyText } from "../../../shared/ledger/fields/text.ts";
import { getCentreAs, hasCentreRole } from "../../http/require-centre-role.ts";
import { centreToday } from "../../use-cases/centre-zone.ts";
import { rulesIn } from "../../use-cases/obligations/hall-obligations.ts";
import { setRule } from "../../use-cases/obligations/set-rule.ts";
import { namesOf } from "../oversight/names-of.ts";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { centreOf, formTokenOf, showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { RulesPage } from "./rules-page.tsx";

const MAY_CHANGE: readonly Role[] = ["centreAdmin", "director"];
const place = OVERSIGHT.dutyRules;

export function rulesRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/duty-rules", async (c) =>
      showRules(c, await centreOf(c, place), c.req.query("rule") ?? "", [], {}),
    )
    .post("/centre/duty-rules", async (c) => {
      const form = await readForm(c);
      const { id: by } = c.get("principal");
      const centre = await getCentreAs(c.get("deps"), c.get("principal"), undefined, MAY_CHANGE);
      const text = (name: string) => tidyText(form.get(name) ?? "");
      const outcome = await setRule(
        c.get("deps"),
        centre,
        {
          id: text("id"),
          from: text("from"),
          ends: form.get("ends") === "yes",
          count: text("count"),
          at: text("at"),
          monthDay: text("monthDay"),
          graceWorkingDays: text("graceWorkingDays"),
          warnWorkingDays: text("warnWorkingDays"),
          recipientZh: text("recipientZh"),
          recipientEn: text("recipientEn"),
          labelZh: text("labelZh"),
          labelEn: text("labelEn"),
          period: text("period"),
        },
        by,
      );
      if (!outcome.ok) return showRules(c, centre, text("id"), [outcome.error], Object.fromEntries(form));
      c.get("deps").log("CENTRE_CHANGED", { centre: centre.id, by });
      return c.redirect(pagePaths.dutyRules({ saved: "1" }), 303);
    });
}

async function showRules(
  c: Context<PageEnv>,
  centre: Centre,
  wanted: string,
  problems: readonly Problem[],
  given: Readonly<Record<string, string>>,
): Promise<Response> {
  const deps = c.get("deps");
  const today = centreToday(deps.now());
  const rules = rulesIn(centre)
    // A version that was ended before it began was never in force.
    .filter(({ from, to }) => to === null || from <= to)
    .sort((a, b) => (a.id === b.id ? (a.from < b.from ? -1 : 1) : 0));
  const page = (
    <RulesPage
      rules={rules}
      changing={rules.findLast(({ id, due }) => id === wanted && due.kind !== "dateOfPeriod")}
      today={today}
      mayChange={hasCentreRole(deps, c.get("principal"), centre, MAY_CHANGE)}
      problems={problems}
      given={given}
      saved={c.req.query("saved") !== undefined}
      nameOf={
        await namesOf(
          deps.table,
          rules.map(({ entered }) => entered?.by ?? null),
        )
      }
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  return showOversight(c, { centre, place, ...(problems.length > 0 ? { status: 422 } : {}) }, page);
}
