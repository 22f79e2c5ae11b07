// Puts a programme with its phases into force: what halls owe by it follows from its days.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import {
  checkPhases,
  type ProgrammePhase,
} from "../../../shared/capabilities/organisation/programme-phases.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import { keys } from "../../storage/keys.ts";

export const programmeProblems = defineProblems({
  programme_incomplete: {
    status: 422,
    zh: "请填写年度(如 2026)、名称和全部日期。",
    en: "Please give the year (such as 2026), the name, and every date.",
  },
  programme_changed: {
    status: 409,
    zh: "有人刚刚改过实施步骤;请重新打开本页再办。",
    en: "Somebody has just changed the phases; please open this page again.",
  },
});

export interface GivenProgramme {
  readonly year: number;
  readonly name: Text;
  readonly submissionsDueOn: string;
  readonly phases: readonly ProgrammePhase[];
}

export async function setPhases(
  deps: Pick<Dependencies, "table">,
  centre: Centre,
  { year, name, submissionsDueOn, phases }: GivenProgramme,
): Promise<Result<null, readonly Problem[]>> {
  if (!(year >= 2000 && year < 2200) || !name.zh || !name.en || !isPlainDate(submissionsDueOn)) {
    return err([programmeProblems.programme_incomplete({ field: "year" })]);
  }
  const found = checkPhases(phases, submissionsDueOn);
  if (found.length > 0) return err(found);
  const others = (centre.programmes ?? []).filter((one) => one.year !== year);
  const id = centre.programmes?.find((one) => one.year === year)?.id ?? `programme-${year}`;
  const after = [...others, { id, name, year, submissionsDueOn, phases: [...phases] }].sort(
    (a, b) => a.year - b.year,
  );
  const changed = await replaceParts(deps.table, keys.centre(centre.id), {
    programmes: { before: centre.programmes, after },
  });
  return changed ? ok(null) : err([programmeProblems.programme_changed({})]);
}
