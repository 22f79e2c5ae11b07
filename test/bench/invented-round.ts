// A round of inspection of many halls, all items scored: what the acceptance report is drawn from. Invented (演示).

import { seededRandom } from "../../infra/local/seed/seeded-random.ts";
import type { EvidenceRow } from "../../shared/capabilities/inspection/evidence.ts";
import { criteriaOf } from "../../shared/capabilities/inspection/scorecard.ts";
import { SHIPPED_SCORECARD } from "../../shared/capabilities/inspection/shipped-scorecard.ts";
import { type HallState, InspectionSnapshot } from "../../shared/capabilities/inspection/snapshot.ts";
import { dateTime } from "../../shared/kernel/date-time.ts";

const AT = dateTime("2026-11-18T10:00:00+08:00");
/** Rows of evidence behind a computed item of one hall. */
const ROWS = 20;

export function inventedRound(halls: number): InspectionSnapshot {
  const random = seededRandom(halls);
  const named = Array.from({ length: halls }, (_, at) => {
    const name = `演示${at + 1}社区便民服务大厅`;
    return { id: `h${at}`, name: { zh: name, en: name } };
  });
  const criteria = criteriaOf(SHIPPED_SCORECARD);
  const row = (at: number): EvidenceRow => ({
    label: `2026-${String(at + 1).padStart(5, "0")}`,
    opens: null,
    due: 1,
    counted: random.chance(0.9) ? 1 : 0,
    late: random.chance(0.05),
    missing: false,
  });
  const state = ({ id, name }: (typeof named)[number]): HallState => ({
    hall: id,
    name,
    reckonedAt: AT,
    evidence: Object.fromEntries(
      criteria.flatMap(({ how }) =>
        how.kind === "computed" ? [[how.predicate, Array.from({ length: ROWS }, (_, at) => row(at))]] : [],
      ),
    ),
    inspectors: ["p-inspector"],
    onSite: Object.fromEntries(
      criteria.flatMap(({ id: item, how, weight }) =>
        how.kind === "onSite"
          ? [
              [
                item,
                {
                  points: random.between(0, weight),
                  note: "",
                  photos: [],
                  seenAt: AT,
                  by: "p-inspector",
                  at: AT,
                },
              ],
            ]
          : [],
      ),
    ),
    opinions: {},
    visitors: {},
    bonus: [],
  });
  return InspectionSnapshot.parse({
    format: 1,
    round: {
      id: "round-bench",
      centre: "test-centre",
      title: { zh: "演示考评", en: "Demonstration round" },
      first: "2026-10-01",
      last: "2026-10-31",
      halls: named,
      scorecard: SHIPPED_SCORECARD,
      seed: "1",
      comparedWith: null,
      opened: { by: "p-admin", at: AT },
    },
    halls: named.map(state),
    rectifications: [],
    minutes: null,
    unclosed: [],
    people: { "p-inspector": "演示检查员", "p-admin": "演示管理员" },
    before: null,
    signed: { by: "p-admin", at: AT },
  });
}
