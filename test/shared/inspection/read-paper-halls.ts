// Reads the halls that were reckoned on paper, with the figures that they have to come to.
import { readFileSync } from "node:fs";
import * as z from "zod";

const count = z.number().int().min(0);
const PaperHall = z.strictObject({
  cases: z.array(
    z.strictObject({
      count,
      closed: z.enum(["onTime", "late"]).optional(),
      told: z.enum(["inTime", "late"]).optional(),
      notice: z.enum(["one", "breach"]).optional(),
      lateEntry: z.boolean().optional(),
      incomplete: z.boolean().optional(),
      pastDue: z.boolean().optional(),
    }),
  ),
  posts: count,
  living: count,
  extensionReviewed: z.boolean(),
  staff: count,
  attendance: z.strictObject({ confirmed: count, late: count, unconfirmed: count, emptyDays: count }),
  employed: count,
  scored: count,
  systems: count,
  matters: count,
  mattersWithoutLimit: count,
  daily: z.tuple([count, count, count]),
  weekly: z.tuple([count, count, count]),
  monthly: z.tuple([count, count, count]),
  july: z.tuple([count, count]),
  plans: count,
  plansReviewed: z.boolean(),
  coursesDone: count,
  budgetHeads: count,
  leaves: count,
  leavesInOrder: count,
  fullChecks: count,
  backups: count,
  complaints: z.strictObject({ inTime: count, late: count, major: count, majorInWriting: count }),
  onSite: z.record(z.string(), z.number()),
  visitors: z.strictObject({ checked: count, notInLedger: count }),
  bonus: z.array(z.number()),
  rulings: z.record(z.string(), z.union([z.number(), z.enum(["notApplicable", "void"])])),
  paper: z.strictObject({
    sections: z.array(z.number()),
    assessed: z.array(z.number()),
    raw: z.number(),
    assessedTotal: z.number(),
    score: z.number(),
    bonus: z.number(),
    total: z.number(),
  }),
});
export type PaperHall = z.infer<typeof PaperHall>;

const FILE = new URL("../../data/inspection/halls.json", import.meta.url);

export function paperHalls(): Record<string, PaperHall> {
  return z.record(z.string(), PaperHall).parse(JSON.parse(readFileSync(FILE, "utf8")));
}
