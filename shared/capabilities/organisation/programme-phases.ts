// The phases of a programme (规范化建设), each with explicit days. D1 四: three stages, whose dates contradict each other.
import * as z from "zod";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));

export const ProgrammePhase = z.object({ name: text, from: date, to: date });
export type ProgrammePhase = z.infer<typeof ProgrammePhase>;

const problems = defineProblems({
  phase_days: {
    status: 422,
    zh: "阶段“{phase}”要有起止日期,结束不早于开始;请核对。",
    en: "The phase “{phase}” needs a first and a last day, in that order; please check both.",
  },
  phases_overlap: {
    status: 422,
    zh: "阶段“{phase}”在上一阶段结束前就开始;各阶段应首尾相接、互不重叠,请核对日期。",
    en: "The phase “{phase}” begins before the one before it ends; phases follow one another.",
  },
  submissions_outside: {
    status: 422,
    zh: "申报截止日 {day} 不在各阶段之内(意见四(一)“7月15日前”);请核对。",
    en: "The papers are due on {day}, outside the programme's phases (D1 四(一)); please check.",
  },
});

/** D1 四(一)–(三): where the days of the three stages stand in the year that a programme is for, `[P]`. */
export function usualPhases(year: number): ProgrammePhase[] {
  const day = (text: string): PlainDate => {
    const found = `${year}-${text}`;
    if (!isPlainDate(found)) throw new Error(`${found} is no day`);
    return found;
  };
  return [
    { name: { zh: "启动阶段", en: "Beginning" }, from: day("06-01"), to: day("06-30") },
    { name: { zh: "实施阶段", en: "Carrying out" }, from: day("07-01"), to: day("10-31") },
    { name: { zh: "总结验收阶段", en: "Acceptance and roll-out" }, from: day("11-01"), to: day("11-30") },
  ];
}

/** D1 四 gives months without a year, and a start before its own date: a programme says every day explicitly. */
export function checkPhases(phases: readonly ProgrammePhase[], submissionsDueOn: string): Problem[] {
  const found: Problem[] = [];
  for (const [at, { name, from, to }] of phases.entries()) {
    const before = phases[at - 1];
    if (!isPlainDate(from) || !isPlainDate(to) || to < from) {
      found.push(problems.phase_days({ field: `phase-${at}`, phase: name }));
    } else if (before && from <= before.to) {
      found.push(problems.phases_overlap({ field: `phase-${at}`, phase: name }));
    }
  }
  const [first, last] = [phases[0], phases.at(-1)];
  if (first && last && (submissionsDueOn < first.from || last.to < submissionsDueOn)) {
    found.push(problems.submissions_outside({ field: "submissionsDueOn", day: submissionsDueOn }));
  }
  return found;
}

/** The phase that a day lies in. */
export function phaseOn(phases: readonly ProgrammePhase[], day: PlainDate): ProgrammePhase | undefined {
  return phases.find(({ from, to }) => from <= day && day <= to);
}
