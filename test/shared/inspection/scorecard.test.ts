// The scorecard as data: 100 points or refused, versions with a day, and its own arithmetic under any input.
import fc from "fast-check";
import { expect, test } from "vitest";
import { PREDICATE_IDS } from "../../../shared/capabilities/inspection/predicates.ts";
import { scoreHall } from "../../../shared/capabilities/inspection/score-hall.ts";
import {
  checkNextVersion,
  checkScorecard,
  criteriaOf,
  Scorecard,
  scorecardOn,
} from "../../../shared/capabilities/inspection/scorecard.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import { drawWindows } from "../../../shared/capabilities/inspection/visitor-sample.ts";
import { datesBetween, plainDate } from "../../../shared/kernel/plain-date.ts";
import { UNIFICATIONS } from "../../../shared/ledger/unifications.ts";

const TODAY = plainDate("2026-11-20");
const NEXT: Scorecard = { ...SHIPPED_SCORECARD, version: 2, effectiveFrom: plainDate("2026-12-01") };
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

test("the shipped scorecard is sound: 75 points from ledgers, 25 on site, every clause named", () => {
  expect(Scorecard.parse(SHIPPED_SCORECARD)).toEqual(SHIPPED_SCORECARD);
  expect(checkScorecard(SHIPPED_SCORECARD, PREDICATE_IDS)).toEqual([]);
  const sum = (kind: string) =>
    criteriaOf(SHIPPED_SCORECARD)
      .filter(({ how }) => how.kind === kind)
      .reduce((total, { weight }) => total + weight, 0);
  expect([sum("computed"), sum("onSite")]).toEqual([75, 25]);
  expect(SHIPPED_SCORECARD.sections.map(({ weight }) => weight)).toEqual([
    6, 8, 6, 10, 20, 18, 8, 6, 4, 10, 4,
  ]);
});

test("weights that do not total 100 are refused, with the sum; so are sections that do not add up", () => {
  const [first, ...rest] = SHIPPED_SCORECARD.sections;
  if (!first) throw new Error("no section");
  const heavier = { ...SHIPPED_SCORECARD, sections: [{ ...first, weight: 8 }, ...rest] };
  const faults = checkScorecard(heavier, PREDICATE_IDS);
  expect(codes(faults)).toEqual(["weights_total", "section_weights"]);
  expect(faults[0]?.message.zh).toBe("各部分分值合计为 102 分,应为 100 分;请调整分值后再保存。");
  expect(faults[1]?.message.zh).toContain("应为 8 分,所列各项合计 6 分");
});

test("an item that no rule reckons, or that stands twice, is refused", () => {
  const [first, second, ...rest] = SHIPPED_SCORECARD.sections;
  const [one, ...others] = second?.criteria ?? [];
  if (!first || !second || !one) throw new Error("no item");
  const renamed = {
    ...one,
    id: "name",
    how: { kind: "computed", predicate: "by-feeling", scoring: "rate", appliesWhen: "always" },
  } as const;
  const changed = {
    ...SHIPPED_SCORECARD,
    sections: [first, { ...second, criteria: [renamed, ...others] }, ...rest],
  };
  expect(codes(checkScorecard(changed, PREDICATE_IDS))).toEqual(["repeated_item", "unknown_predicate"]);
});

test("a new version follows the latest, and takes effect after it and not before today", () => {
  expect(checkNextVersion(NEXT, [SHIPPED_SCORECARD], TODAY, PREDICATE_IDS)).toEqual([]);
  const refused = (change: Partial<Scorecard>) =>
    codes(checkNextVersion({ ...NEXT, ...change }, [SHIPPED_SCORECARD], TODAY, PREDICATE_IDS));
  expect(refused({ version: 3 })).toEqual(["next_version"]);
  expect(refused({ effectiveFrom: plainDate("2026-11-19") })).toEqual(["effective_later"]);
  expect(scorecardOn([SHIPPED_SCORECARD, NEXT], TODAY)?.version).toBe(1);
  expect(scorecardOn([SHIPPED_SCORECARD, NEXT], plainDate("2026-12-01"))?.version).toBe(2);
});

test("whatever the evidence: nothing scores below 0 or above what applies, and sections add up to the raw score", () => {
  const rows = fc.array(
    fc.record({
      label: fc.constant("x"),
      opens: fc.constant(null),
      due: fc.constantFrom(0, 1),
      late: fc.boolean(),
      missing: fc.boolean(),
      achieved: fc.constantFrom(0, 0.5, 1),
    }),
    { maxLength: 12 },
  );
  const evidence = fc.dictionary(fc.constantFrom(...PREDICATE_IDS), rows);
  const onSite = fc.dictionary(
    fc.constantFrom(...criteriaOf(SHIPPED_SCORECARD).map(({ id }) => id)),
    fc.nat({ max: 1 }),
  );
  fc.assert(
    fc.property(evidence, onSite, fc.nat({ max: 10 }), (given, points, lost) => {
      const whole = Object.fromEntries(
        Object.entries(given).map(([id, own]) => [
          id,
          own.map(({ achieved, ...row }) => ({ ...row, counted: Math.min(row.due, achieved) })),
        ]),
      );
      const score = scoreHall(SHIPPED_SCORECARD, {
        evidence: whole,
        onSite: new Map(Object.entries(points)),
        opinions: new Map(),
        visitors: { checked: 10, notInLedger: lost },
        bonus: [],
      });
      const sum = score.sections.reduce((total, section) => total + section.points, 0);
      expect(score.raw).toBeCloseTo(sum, 9);
      for (const { points: own, assessed } of score.sections) {
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(assessed);
      }
    }),
    { numRuns: 150 },
  );
});

test("the same seed draws the same ten windows within the hours of service; another seed draws others", () => {
  const days = datesBetween(plainDate("2026-09-01"), plainDate("2026-09-11"));
  const timetableOn = () => ({ opensAt: 540, breakFrom: 720, breakTo: 720, closesAt: 1050 });
  const draw = (seed: string) => drawWindows(seed, 10, { days, zone: "Asia/Shanghai", timetableOn });
  const windows = draw("r1/east");
  expect(windows).toHaveLength(10);
  expect(windows).toEqual(draw("r1/east"));
  expect(windows).not.toEqual(draw("r1/west"));
  for (const { from, to } of windows) {
    expect(from.slice(11, 16) >= "09:00" && to.slice(11, 16) <= "17:30").toBe(true);
  }
  expect(drawWindows("r1/east", 10, { days: [], zone: "Asia/Shanghai", timetableOn })).toEqual([]);
});

test("every item serves one of the five unifications (D1 二), and each of the five has items", () => {
  const served = new Set(criteriaOf(SHIPPED_SCORECARD).map(({ unifies }) => unifies));
  expect([...served].sort()).toEqual(Object.keys(UNIFICATIONS).sort());
});
