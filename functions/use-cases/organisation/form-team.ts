// Forms a hall's teams (班组), and changes its attributes: each checked, and stored unless somebody was faster.
import { checkTeam, type Team, withTeam } from "../../../shared/capabilities/organisation/team.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import type { Person } from "../../storage/directory-store.ts";
import { keys } from "../../storage/keys.ts";

const problems = defineProblems({
  hall_changed_meanwhile: {
    status: 409,
    zh: "有人刚刚改过本厅的登记;请重新打开本页再办。",
    en: "Somebody has just changed this hall's entry; please open this page again.",
  },
});

export async function formTeam(
  deps: Pick<Dependencies, "table">,
  { hall }: HallPlace,
  team: Team,
  people: readonly Person[],
): Promise<Result<readonly Team[], readonly Problem[]>> {
  const found = checkTeam(team, hall.teams ?? [], people);
  if (found.length > 0) return err(found);
  const teams = withTeam(hall.teams ?? [], team);
  return (await replaceTeams(deps, hall, teams))
    ? ok(teams)
    : err([problems.hall_changed_meanwhile({ field: "name" })]);
}

/** False when the teams are no longer those that were read. */
export function replaceTeams(
  deps: Pick<Dependencies, "table">,
  { id, teams: before }: HallPlace["hall"],
  teams: readonly Team[],
): Promise<boolean> {
  return replaceParts(deps.table, keys.hall(id), { teams: { before, after: teams } });
}
