// Whose an item is, told by its key: what a centre takes along when its data are exported, and what is nobody's.

export type ItemOwner =
  | { readonly kind: "centre"; readonly id: string }
  | { readonly kind: "hall"; readonly id: string }
  /** A row's own partition: whose it is stands in the record. */
  | { readonly kind: "record"; readonly id: string }
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "invitation" }
  | { readonly kind: "report"; readonly id: string }
  /** Sessions, counts of the present hour, and answers that are kept for repeated calls: worth nothing elsewhere. */
  | { readonly kind: "passing" };

/** Families of partition keys, each with what the part behind the first `#` names. */
const FAMILIES: Readonly<Record<string, (named: string, sk: string) => ItemOwner>> = {
  CENTRES: (_, sk) => ({ kind: "centre", id: sk }),
  HALLS: (_, sk) => ({ kind: "hall", id: sk }),
  R: (id) => ({ kind: "record", id }),
  F: (id) => ({ kind: "hall", id }),
  L: (id) => ({ kind: "hall", id }),
  NH: (id) => ({ kind: "hall", id }),
  STAMPED: (id) => ({ kind: "hall", id }),
  KEEPING: (id) => ({ kind: "hall", id }),
  U: (id) => ({ kind: "person", id }),
  I: () => ({ kind: "invitation" }),
  T: () => ({ kind: "invitation" }),
  REPORT: (id) => ({ kind: "report", id }),
  B: () => ({ kind: "passing" }),
  K: () => ({ kind: "passing" }),
  PACE: () => ({ kind: "passing" }),
  // How far a developer's demonstration has been written.
  SEED: () => ({ kind: "passing" }),
};

/** Kept by centre: sums, accepted figures, periods, stocks, notices, runs, messages, groups, people, deputies … */
const BY_CENTRE: ReadonlySet<string> = new Set([
  ...[
    "S",
    "X",
    "Z",
    "ZX",
    "C",
    "N",
    "STOCK",
    "CAL",
    "RUNS",
    "TURN",
    "MSG",
    "HOOKS",
    "DEP",
    "DUTIES",
    "EXPORTS",
    "REPORTS",
    "READINGS",
    "INSPECTION",
    "ROUND",
    "SCORECARD",
  ],
]);

/** @throws for a family that is not known: what is forgotten here would be missing in every export */
export function ownerOf(pk: string, sk: string): ItemOwner {
  const [family = "", named = ""] = pk.split("#");
  if (BY_CENTRE.has(family)) return { kind: "centre", id: named };
  const owner = FAMILIES[family];
  if (!owner) throw new Error(`nobody has said whose items of the family ${family} are`);
  return owner(named, sk);
}
