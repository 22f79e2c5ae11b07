// The scorecard (验收评分表) as versioned data: sections and items whose weights total 100, and the rules beside them.
import * as z from "zod";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import { Unification } from "../../ledger/unifications.ts";
import { inspectionProblems as problems } from "./inspection-problems.ts";

const text = z.strictObject({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) });
const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value), "yyyy-MM-dd");
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const Criterion = z.strictObject({
  id,
  /** Where the documents ask for it: `D1 三6`. */
  clause: z.string().min(1).max(60),
  text,
  /** Points, in halves. */
  weight: z.number().positive().multipleOf(0.5).max(100),
  unifies: Unification,
  /** 自选动作 are bonus, never items: every item is a 规定动作 (D1 五(五)). */
  how: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("computed"),
      /** The name of a predicate: `six-fields`. */
      predicate: z.string(),
      /** A rate scores its share of the weight, a yes/no all or nothing. */
      scoring: z.enum(["rate", "yesNo"]),
      /** `anyDue`: where nothing was due the item leaves numerator and denominator. */
      appliesWhen: z.enum(["always", "anyDue"]),
    }),
    z.strictObject({ kind: z.literal("onSite") }),
  ]),
});
export type Criterion = z.infer<typeof Criterion>;

const Section = z.strictObject({
  id,
  title: text,
  weight: z.number().positive(),
  criteria: z.array(Criterion).min(1).max(20),
});
export type Section = z.infer<typeof Section>;

export const Scorecard = z.strictObject({
  version: z.number().int().min(1).max(9999),
  /** First day on which a round may be opened by it. */
  effectiveFrom: date,
  title: text,
  sections: z.array(Section).min(1).max(30),
  rules: z.strictObject({
    /** Of so many sampled visitors, each who is not in the ledger takes points from a section. */
    visitors: z.strictObject({
      section: id,
      sample: z.number().int().min(1).max(50),
      pointsEach: z.number().min(0).max(10),
    }),
    /** Breaches of one-time notice take `factor` × breaches / cases with a notice from a section, at most `most`. */
    breaches: z.strictObject({
      section: id,
      predicate: z.string(),
      factor: z.number().min(0).max(100),
      most: z.number().min(0).max(20),
    }),
    /** What 自选动作 may add, shown apart. */
    bonusMost: z.number().min(0).max(20),
  }),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const TOTAL_WEIGHT = 100;

/** Every fault, each with its remedy; empty for a scorecard that a round may be opened by. */
export function checkScorecard(scorecard: Scorecard, predicates: readonly string[]): Problem[] {
  const { sections, rules } = scorecard;
  const faults: Problem[] = [];
  const sum = sections.reduce((total, { weight }) => total + weight, 0);
  if (sum !== TOTAL_WEIGHT)
    faults.push(problems.weights_total({ field: "sections", sum, total: TOTAL_WEIGHT }));
  for (const section of sections) {
    const own = section.criteria.reduce((total, { weight }) => total + weight, 0);
    if (own !== section.weight) {
      const details = { section: section.title, weight: section.weight, sum: own };
      faults.push(problems.section_weights({ field: `sections.${section.id}`, ...details }));
    }
  }
  const ids = [...sections.map((one) => one.id), ...criteriaOf(scorecard).map((one) => one.id)];
  for (const twice of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) {
    faults.push(problems.repeated_item({ field: "sections", item: twice }));
  }
  const named = criteriaOf(scorecard).flatMap(({ how }) => (how.kind === "computed" ? [how.predicate] : []));
  for (const predicate of [...named, rules.breaches.predicate]) {
    if (!predicates.includes(predicate)) {
      faults.push(problems.unknown_predicate({ field: "sections", predicate, known: predicates.join(", ") }));
    }
  }
  for (const section of [rules.visitors.section, rules.breaches.section]) {
    if (!sections.some((one) => one.id === section))
      faults.push(problems.unknown_section({ field: "rules", section }));
  }
  return faults;
}

/** A new version follows the latest by one, and takes effect after it: what was opened by a former one keeps it. */
export function checkNextVersion(
  next: Scorecard,
  before: readonly Scorecard[],
  today: PlainDate,
  predicates: readonly string[],
): Problem[] {
  const latest = before.reduce((a, b) => (a.version > b.version ? a : b));
  const faults = checkScorecard(next, predicates);
  if (next.version !== latest.version + 1) {
    faults.push(problems.next_version({ field: "version", expected: latest.version + 1 }));
  }
  if (next.effectiveFrom < today || next.effectiveFrom <= latest.effectiveFrom) {
    faults.push(problems.effective_later({ field: "effectiveFrom", latest: latest.effectiveFrom, today }));
  }
  return faults;
}

/** The version in force on a day. */
export function scorecardOn(versions: readonly Scorecard[], day: PlainDate): Scorecard | undefined {
  return [...versions]
    .sort((a, b) => a.version - b.version)
    .findLast(({ effectiveFrom }) => effectiveFrom <= day);
}

export function criteriaOf({ sections }: Pick<Scorecard, "sections">): Criterion[] {
  return sections.flatMap(({ criteria }) => criteria);
}
