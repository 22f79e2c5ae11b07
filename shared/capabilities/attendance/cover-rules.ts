// Cover (顶岗), for leave and outings alike: somebody else of this hall who is there, and who has agreed.
import type { Problem } from "../../kernel/problem.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { type Absence, overlapping } from "./away.ts";
import { type HalfDaySpan, showSpan } from "./half-days.ts";
import { leaveFields, leaveProblems } from "./leave-fields.ts";

export interface Covered {
  readonly person: string;
  readonly cover: string;
  readonly span: HalfDaySpan;
}

/** D1 三3: "工作人员由社区服务大厅统一考勤": each hall takes the attendance of its own people. */
export function checkOfThisHall(
  field: string,
  person: string | undefined,
  facts: LedgerFacts,
  label = leaveFields.person.label,
): Problem[] {
  return person === undefined || facts.findPerson(person)
    ? []
    : [leaveProblems.not_of_this_hall({ field, label })];
}

/** Somebody who works in two halls has one attendance, in the first of them: leave and outings are seen to there. */
export function checkAtHome(
  field: string,
  person: string | undefined,
  facts: LedgerFacts,
  label = leaveFields.person.label,
): Problem[] {
  const home = person === undefined ? undefined : facts.findPerson(person)?.homeHall;
  return home === undefined
    ? checkOfThisHall(field, person, facts, label)
    : [leaveProblems.of_another_hall({ field, label, home })];
}

/**
 * D2 一(五): "上述各种外出及请假情况,必须安排临时顶岗人员,以保证窗口工作正常开展": somebody else, of this hall, who
 * is not away then.
 */
export function checkCover(
  { person, cover, span }: Covered,
  absences: readonly Absence[],
  facts: LedgerFacts,
): Problem[] {
  if (cover === person) return [leaveProblems.cover_is_oneself({ field: "cover" })];
  const foreign = checkOfThisHall("cover", cover, facts, leaveFields.cover.label);
  if (foreign.length > 0) return foreign;
  const away = overlapping(absences, span).find((absence) => absence.person === cover);
  return away
    ? [
        leaveProblems.cover_is_away({
          field: "cover",
          name: nameOf(cover, facts),
          span: showSpan(away.span),
          number: away.serial,
        }),
      ]
    : [];
}

/** Whoever has promised to cover is there; the promise is taken back by asking other cover. */
export function checkNotCovering(
  { person, span }: Covered,
  absences: readonly Absence[],
  facts: LedgerFacts,
): Problem[] {
  const promised = overlapping(absences, span).find(({ cover }) => cover === person);
  return promised
    ? [
        leaveProblems.you_are_cover({
          field: "person",
          name: nameOf(person, facts),
          span: showSpan(promised.span),
          number: promised.serial,
        }),
      ]
    : [];
}

/** Nobody can be promised by others: the answer is the cover person's own. */
export function checkConsenter(cover: string | undefined, actor: Actor): Problem[] {
  return actor.id === cover ? [] : [leaveProblems.only_cover_consents({})];
}

export function nameOf(person: string, facts: LedgerFacts): string {
  return facts.findPerson(person)?.name ?? person;
}
