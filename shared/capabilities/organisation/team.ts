// The teams (班组) of a hall: each with its leader and members. D1 三3 “社区服务大厅为班组建制”.
import * as z from "zod";
import { defineProblems, type Problem } from "../../kernel/problem.ts";

export const Team = z.object({
  name: z.string().min(1).max(40),
  /** Ids of people; the leader is one of the members. */
  leader: z.string(),
  members: z.array(z.string()).min(1),
});
export type Team = z.infer<typeof Team>;

const problems = defineProblems({
  team_without_name: {
    status: 422,
    zh: "请填写班组名称(1–40 个字)。",
    en: "Please give the team a name of 1 to 40 characters.",
  },
  team_leader_not_member: {
    status: 422,
    zh: "班组长必须是本班组成员;请勾选班组长,或另选班组长。",
    en: "The team's leader has to be one of its members; tick the leader too, or choose another.",
  },
  team_stranger: {
    status: 422,
    zh: "“{person}”不在本厅任职,不能编入班组;请从本厅人员中选择。",
    en: "{person} has no work in this hall; please choose from its people.",
  },
  team_member_elsewhere: {
    status: 422,
    zh: "“{person}”已编入“{team}”;请先从那个班组移出。",
    en: "{person} belongs to “{team}” already; take them out of that team first.",
  },
});

export interface TeamPerson {
  readonly id: string;
  readonly name: string;
}

/**
 * D1 三3 “社区服务大厅为班组建制”: a team has a leader out of its own members, all of them of this hall, each in one
 * team only.
 */
export function checkTeam(team: Team, others: readonly Team[], people: readonly TeamPerson[]): Problem[] {
  if (team.name.trim() === "" || team.name.length > 40) {
    return [problems.team_without_name({ field: "name" })];
  }
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
  const found: Problem[] = [];
  for (const member of new Set([team.leader, ...team.members])) {
    const name = nameOf(member);
    if (name === undefined)
      found.push(problems.team_stranger({ field: "members", person: member.slice(0, 60) }));
    const other = others.find(({ name: own, members }) => own !== team.name && members.includes(member));
    if (name !== undefined && other) {
      found.push(problems.team_member_elsewhere({ field: "members", person: name, team: other.name }));
    }
  }
  if (!team.members.includes(team.leader)) found.push(problems.team_leader_not_member({ field: "leader" }));
  return found;
}

/** Puts a team in the place of the one of its name, or behind the others. */
export function withTeam(teams: readonly Team[], team: Team): Team[] {
  return teams.some(({ name }) => name === team.name)
    ? teams.map((one) => (one.name === team.name ? team : one))
    : [...teams, team];
}

/** Who leaves is a member no more; where they led, the successor leads. A team of nobody is dissolved. */
export function teamsWithout(teams: readonly Team[], person: string, successor: string): Team[] {
  return teams.flatMap((team) => {
    const leads = team.leader === person;
    const rest = team.members.filter((member) => member !== person && !(leads && member === successor));
    const members = leads ? [successor, ...rest] : rest;
    return members.length === 0 ? [] : [{ ...team, leader: leads ? successor : team.leader, members }];
  });
}
