// The three halls of test/data/inspection, reckoned on paper, have to come out exactly.
import { expect, test } from "vitest";
import { completenessOf } from "../../../shared/capabilities/inspection/evidence.ts";
import { reckon } from "../../../shared/capabilities/inspection/predicates.ts";
import { rankHalls } from "../../../shared/capabilities/inspection/rank-halls.ts";
import { type HallScore, scoreHall } from "../../../shared/capabilities/inspection/score-hall.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import { factsOfPaper, opinionsOf, SERVICE_DAYS, WEEKS } from "./paper-hall.ts";
import { type PaperHall, paperHalls } from "./read-paper-halls.ts";

const HALLS = paperHalls();

function scored(hall: PaperHall): HallScore {
  return scoreHall(SHIPPED_SCORECARD, {
    evidence: reckon(SHIPPED_SCORECARD, factsOfPaper(hall)),
    onSite: new Map(Object.entries(hall.onSite)),
    opinions: opinionsOf(hall),
    visitors: hall.visitors,
    bonus: hall.bonus.map((points) => ({ text: "自选动作", points })),
  });
}

test("September 2026 has the days and weeks that the paper says", () => {
  expect([SERVICE_DAYS.length, WEEKS.length]).toEqual([22, 5]);
});

test.each(Object.entries(HALLS))("the %s hall comes to what was reckoned on paper", (_, hall) => {
  const score = scored(hall);
  expect(score.sections.map(({ points }) => points)).toEqual(hall.paper.sections);
  expect(score.sections.map(({ assessed }) => assessed)).toEqual(hall.paper.assessed);
  const { raw, assessed: assessedTotal, score: share, bonus, total, unscored } = score;
  const { sections: _s, assessed: _a, ...paper } = hall.paper;
  expect({ raw, assessedTotal, score: share, bonus, total }).toEqual(paper);
  expect(unscored).toEqual([]);
});

test("what does not apply says why, and nobody gets points for it", () => {
  const { notApplicable } = HALLS;
  if (!notApplicable) throw new Error("no such hall on paper");
  const leaving = scored(notApplicable).items.filter(({ applies }) => !applies);
  expect(leaving.map(({ item, points, why }) => [item.id, points, why?.zh])).toEqual([
    ["seventy-thirty", null, "考评期内没有应评的事项"],
    ["one-time-notice", null, "考评期内没有应评的事项"],
    ["july-submissions", null, "考评期内没有应评的事项"],
    ["leave-and-cover", null, "考评期内没有应评的事项"],
    ["complaints-answered", null, "考评期内没有应评的事项"],
    ["major-in-writing", null, "考评期内没有应评的事项"],
    ["box-opened", null, "中心裁定不适用:写在纸上"],
  ]);
});

test("completeness is shown apart from the score: late entries and missing lines are left out of it", () => {
  const { breachesAndLate } = HALLS;
  if (!breachesAndLate) throw new Error("no such hall on paper");
  const evidence = reckon(SHIPPED_SCORECARD, factsOfPaper(breachesAndLate));
  const { expected, entered, late, missing, rate } = completenessOf(evidence["attendance-complete"] ?? []);
  expect([expected, entered, late, missing]).toEqual([110, 100, 6, 10]);
  expect(rate).toBeCloseTo(94 / 110, 12);
  expect(completenessOf(evidence["six-fields"] ?? [])).toMatchObject({
    expected: 100,
    late: 12,
    missing: 0,
    rate: 0.88,
  });
});

test("equal totals share a place, and the next is counted behind them all", () => {
  const halls = [90, 85.5, 90, null, 70].map((total, at) => ({ hall: `h${at}`, total }));
  expect(rankHalls(halls).map(({ rank, tied }) => [rank, tied])).toEqual([
    [1, true],
    [3, false],
    [1, true],
    [null, false],
    [4, false],
  ]);
  const onPaper = Object.entries(HALLS).map(([hall, { paper }]) => ({ hall, total: paper.total }));
  expect(rankHalls(onPaper).map(({ rank }) => rank)).toEqual([1, 2, 3]);
});
