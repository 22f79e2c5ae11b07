// Puts a changed rule of what halls owe into force for a centre, from a day to come.
import { changeRule, type GivenRule } from "../../../shared/capabilities/obligations/change-rule.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import { keys } from "../../storage/keys.ts";
import { centreToday } from "../centre-zone.ts";

const problems = defineProblems({
  rules_changed_meanwhile: {
    status: 409,
    zh: "有人刚刚改过应办规则；请重新打开本页再办。",
    en: "Somebody has just changed the rules; please open this page again.",
  },
});

export async function setRule(
  deps: Pick<Dependencies, "table" | "now">,
  centre: Centre,
  given: GivenRule,
  by: string,
): Promise<Result<null, Problem>> {
  const now = deps.now();
  const mark = { by, at: new Date(now).toISOString() };
  const changed = changeRule(centre.obligationRules ?? [], given, centreToday(now), mark);
  if (!changed.ok) return changed;
  const written = await replaceParts(deps.table, keys.centre(centre.id), {
    obligationRules: { before: centre.obligationRules, after: changed.value },
  });
  return written ? ok(null) : err(problems.rules_changed_meanwhile({}));
}
