// The page on which a centre chooses who approves leave; its administrator and its director may change it.
import { type Context, Hono } from "hono";
import { policyOn } from "../../../shared/capabilities/organisation/centre.ts";
import { LeaveRules, withLeaveRules } from "../../../shared/capabilities/organisation/leave-rules.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { CENTRE_READERS, type Role } from "../../../shared/kernel/permissions.ts";
import { defineProblems } from "../../../shared/kernel/problem.ts";
import { refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { getCentreAs, hasCentreRole } from "../../http/require-centre-role.ts";
import { changePolicies } from "../../storage/centre-policies.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { LeaveRulesPage, RULES_TEXTS } from "./leave-rules-page.tsx";

const problems = defineProblems({
  leave_rules_changed: {
    status: 409,
    zh: "有人刚刚改过请假规定；请重新打开本页再办。",
    en: "Somebody has just changed the rules of leave; please open this page again.",
  },
});

const MAY_CHANGE: readonly Role[] = ["centreAdmin", "director"];
/** A centre's people work by Chinese time. */
const ZONE = "Asia/Shanghai";

export function leaveRulesRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get(pagePaths.leaveRules, async (c) => {
      const deps = c.get("deps");
      const principal = c.get("principal");
      const centre = await getCentreAs(deps, principal, c.req.query("centre"), CENTRE_READERS);
      const today = todayOf(c);
      const page = (
        <LeaveRulesPage
          centre={centre}
          policy={policyOn(centre, today)}
          today={today}
          saved={c.req.query("saved") !== undefined}
          mayChange={hasCentreRole(deps, principal, centre, MAY_CHANGE)}
          formToken={c.get("signedIn")?.formToken ?? ""}
          locale={localeOf(c)}
        />
      );
      return showPage(c, RULES_TEXTS.title, page);
    })
    .post(pagePaths.leaveRules, async (c) => {
      const { table } = c.get("deps");
      const own = await getCentreAs(c.get("deps"), c.get("principal"), c.req.query("centre"), MAY_CHANGE);
      const form = await readForm(c);
      const rules = parseShape(LeaveRules, {
        from: form.get("from") ?? "",
        preset: form.get("preset"),
        longLeave: form.get("longLeave") ?? "",
        outingNeedsApproval: form.get("outingNeedsApproval") === "true",
        absenteeism: form.get("absenteeism") === "true",
      });
      if (!rules.ok) refuse(rules.error);
      const today = todayOf(c);
      const changed = await changePolicies(table, own, (centre) =>
        withLeaveRules(centre, rules.value, today),
      );
      if (!changed.ok) refuse(changed.error);
      if (!changed.value) refuse(problems.leave_rules_changed({}));
      return c.redirect(`${pagePaths.leaveRules}?saved=1`, 303);
    });
}

function todayOf(c: Context<PageEnv>) {
  return dateOf(dateTimeAt(c.get("deps").now(), ZONE));
}
