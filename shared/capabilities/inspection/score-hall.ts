// Scores one hall by a scorecard: pure arithmetic over evidence, on-site points, rulings, deductions and bonus.
import type { Text } from "../../kernel/text.ts";
import {
  type Completeness,
  completenessOf,
  countedOf,
  dueOf,
  type Evidence,
  type EvidenceRow,
} from "./evidence.ts";
import type { Bonus, Opinion, Ruling } from "./round.ts";
import type { Criterion, Scorecard, Section } from "./scorecard.ts";

export interface HallInputs {
  readonly evidence: Evidence;
  /** By item: what the inspector gave. */
  readonly onSite: ReadonlyMap<string, number>;
  readonly opinions: ReadonlyMap<string, Opinion>;
  /** Of the sampled visitors: in whose windows somebody came, and who of them is not in the ledger. */
  readonly visitors: { readonly checked: number; readonly notInLedger: number };
  readonly bonus: readonly Pick<Bonus, "text" | "points">[];
}

export interface ItemScore {
  readonly item: Criterion;
  /** False: it leaves numerator and denominator; `why` says why. */
  readonly applies: boolean;
  readonly why: Text | null;
  readonly reckoned: { readonly counted: number; readonly due: number } | null;
  readonly completeness: Completeness | null;
  readonly self: number | null;
  readonly centre: number | null;
  readonly objection: string | null;
  readonly ruling: Ruling | null;
  /** What counts: the ruling's points, else the centre's; null while nobody has scored. */
  readonly points: number | null;
}

export interface Deduction {
  readonly id: "visitors" | "breaches";
  readonly section: string;
  /** What was taken: never more than the section had. */
  readonly points: number;
  readonly counted: number;
  readonly of: number;
}

export interface SectionScore {
  readonly section: Section;
  /** Weight of the items that apply. */
  readonly assessed: number;
  readonly before: number;
  readonly deducted: number;
  readonly points: number;
}

export interface HallScore {
  readonly items: readonly ItemScore[];
  readonly sections: readonly SectionScore[];
  readonly deductions: readonly Deduction[];
  /** "show the raw score and the weight assessed". */
  readonly raw: number;
  readonly assessed: number;
  /** Raw over assessed, of 100; null where nothing applies. */
  readonly score: number | null;
  /** 自选动作, shown apart. */
  readonly bonus: number;
  readonly total: number | null;
  /** Items that nobody has scored. */
  readonly unscored: readonly string[];
}

/** To the tenth of a point [P]; products of halves and counts divide once, so that nothing drifts. */
export function tenths(numerator: number, denominator = 1): number {
  return Math.round((numerator * 10) / denominator) / 10;
}

const add = (points: readonly number[]) => tenths(points.reduce((sum, one) => sum + one, 0));

export function scoreHall(scorecard: Scorecard, inputs: HallInputs): HallScore {
  const items = scorecard.sections.flatMap(({ criteria }) => criteria.map((item) => scoreItem(item, inputs)));
  const wanted = deductionsOf(scorecard, inputs);
  const deductions: Deduction[] = [];
  const sections = scorecard.sections.map((section): SectionScore => {
    const own = items.filter(
      ({ item, applies }) => applies && section.criteria.some(({ id }) => id === item.id),
    );
    const before = add(own.map(({ points }) => points ?? 0));
    let left = before;
    for (const deduction of wanted.filter((one) => one.section === section.id)) {
      // Floor 0.
      const points = Math.min(left, deduction.points);
      left = add([left, -points]);
      deductions.push({ ...deduction, points });
    }
    const assessed = add(own.map(({ item }) => item.weight));
    return { section, assessed, before, deducted: add([before, -left]), points: left };
  });
  const raw = add(sections.map(({ points }) => points));
  const assessed = add(sections.map((section) => section.assessed));
  const score = assessed === 0 ? null : tenths(raw * 100, assessed);
  const bonus = Math.min(scorecard.rules.bonusMost, add(inputs.bonus.map(({ points }) => points)));
  return {
    items,
    sections,
    deductions,
    raw,
    assessed,
    score,
    bonus,
    total: score === null ? null : add([score, bonus]),
    unscored: items.filter(({ applies, points }) => applies && points === null).map(({ item }) => item.id),
  };
}

function scoreItem(item: Criterion, { evidence, onSite, opinions }: HallInputs): ItemScore {
  const opinion = opinions.get(item.id);
  const ruling = opinion?.ruling ?? null;
  const rows = item.how.kind === "computed" ? (evidence[item.how.predicate] ?? []) : null;
  const leaves = whyNotAssessed(item, rows, ruling);
  const centre = rows ? pointsOf(item, rows) : (onSite.get(item.id) ?? null);
  return {
    item,
    applies: leaves === null,
    why: leaves,
    reckoned: rows && { counted: countedOf(rows), due: dueOf(rows) },
    completeness: rows && completenessOf(rows),
    self: opinion?.self?.points ?? null,
    centre: leaves === null ? centre : null,
    objection: opinion?.objection?.text ?? null,
    ruling,
    points: leaves === null ? ruledPoints(centre, ruling) : null,
  };
}

/** "an item that does not apply leaves the numerator and the denominator; never full marks for nothing". */
function whyNotAssessed(
  item: Criterion,
  rows: readonly EvidenceRow[] | null,
  ruling: Ruling | null,
): Text | null {
  if (ruling?.kind === "notApplicable")
    return { zh: `中心裁定不适用:${ruling.reason}`, en: `ruled not to apply: ${ruling.reason}` };
  if (item.how.kind === "computed" && item.how.appliesWhen === "anyDue" && rows && dueOf(rows) === 0) {
    return { zh: "考评期内没有应评的事项", en: "nothing of the kind was due in the period" };
  }
  return null;
}

/** A rate scores weight × rate, rounded to 0.1; a yes/no all or nothing. Where nothing was due, nothing is scored. */
export function pointsOf({ weight, how }: Criterion, rows: readonly EvidenceRow[]): number | null {
  if (how.kind !== "computed") return null;
  const [counted, due] = [countedOf(rows), dueOf(rows)];
  if (due === 0) return 0;
  if (how.scoring === "yesNo") return counted === due ? weight : 0;
  return tenths(weight * counted, due);
}

function ruledPoints(centre: number | null, ruling: Ruling | null): number | null {
  if (ruling?.kind === "points") return ruling.points;
  return ruling?.kind === "void" ? 0 : centre;
}

function deductionsOf({ rules }: Scorecard, { evidence, visitors }: HallInputs): Deduction[] {
  const { pointsEach, section } = rules.visitors;
  const rows = evidence[rules.breaches.predicate] ?? [];
  const [breaches, notices] = [countedOf(rows), dueOf(rows)];
  const taken =
    notices === 0 ? 0 : Math.min(rules.breaches.most, tenths(rules.breaches.factor * breaches, notices));
  return [
    {
      id: "visitors",
      section,
      points: tenths(pointsEach * visitors.notInLedger),
      counted: visitors.notInLedger,
      of: visitors.checked,
    },
    { id: "breaches", section: rules.breaches.section, points: taken, counted: breaches, of: notices },
  ];
}
