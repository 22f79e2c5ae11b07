// A column that refers to a person refers to somebody who works in the hall.
import { defineProblems } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { PlainRule } from "./plain-register.ts";

const problems = defineProblems({
  unknown_person: {
    status: 422,
    zh: "“{label}”填的人不在本厅人员名单里;请从名单中选择,或请中心管理员先登记此人。",
    en: "{label}: not one of this hall's people; choose from the list, or have the centre add the person first.",
  },
});

export function knownPerson(field: string, label: Text): PlainRule {
  return ({ values }, _, facts) => {
    const id = values[field];
    return typeof id === "string" && facts.findPerson(id) === undefined
      ? [problems.unknown_person({ field, label })]
      : [];
  };
}
