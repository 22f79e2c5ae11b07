// A round of inspection as data: what it froze when it was opened, and what people entered since.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../kernel/date-time.ts";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { Scorecard } from "./scorecard.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value), "yyyy-MM-dd");
const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const text = z.strictObject({ zh: z.string(), en: z.string() });
const words = (most: number) => z.string().trim().min(1).max(most);
const stamp = { by: z.string(), at: dateTime };

export const RoundHall = z.strictObject({ id: z.string(), name: text });

export const Round = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  centre: z.string(),
  title: text,
  first: date,
  last: date,
  halls: z.array(RoundHall).min(1),
  /** Frozen: later versions change nothing here. */
  scorecard: Scorecard,
  /** From which the windows of the visitors' sample are drawn. */
  seed: z.string(),
  /** The round that this one is compared with. */
  comparedWith: z.string().nullable(),
  opened: z.strictObject(stamp),
});
export type Round = z.infer<typeof Round>;

/** Photos as the attachment mechanism answered them. */
export const Photo = z.strictObject({ key: z.string(), name: z.string(), bytes: z.number().int() });
export type Photo = z.infer<typeof Photo>;

const points = z.number().min(0).max(100).multipleOf(0.5);

/** What an inspector found at an on-site item. */
export const OnSiteEntry = z.strictObject({
  points,
  note: z.string().trim().max(500),
  photos: z.array(Photo).max(6),
  /** When the inspector stood there; it may have arrived later. */
  seenAt: dateTime,
  ...stamp,
});
export type OnSiteEntry = z.infer<typeof OnSiteEntry>;

/** What the centre decides about an item; it counts in place of the centre's score. */
export const Ruling = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("upheld"), reason: words(500), ...stamp }),
  z.strictObject({
    kind: z.literal("points"),
    points: z.number().min(0).max(100),
    reason: words(500),
    ...stamp,
  }),
  /** 不适用: leaves numerator and denominator. */
  z.strictObject({ kind: z.literal("notApplicable"), reason: words(500), ...stamp }),
  /** Fabricated rows void their item [P]. */
  z.strictObject({ kind: z.literal("void"), reason: words(500), ...stamp }),
]);
export type Ruling = z.infer<typeof Ruling>;

export const Opinion = z.strictObject({
  self: z.strictObject({ points, note: z.string().trim().max(500), ...stamp }).nullable(),
  objection: z.strictObject({ text: words(500), asks: points.nullable(), ...stamp }).nullable(),
  ruling: Ruling.nullable(),
});
export type Opinion = z.infer<typeof Opinion>;

export const NO_OPINION: Opinion = { self: null, objection: null, ruling: null };

/** 自选动作 (D1 五(五)). */
export const Bonus = z.strictObject({ text: words(200), points, ...stamp });
export type Bonus = z.infer<typeof Bonus>;

/** One visitor of the sample: found as which row, not found, or nobody came in that window. No name is kept. */
export const VisitorCheck = z.strictObject({
  result: z.enum(["found", "notInLedger", "nobodyCame"]),
  record: z.string().nullable(),
  serial: z.string().nullable(),
  note: z.string().trim().max(200),
  ...stamp,
});
export type VisitorCheck = z.infer<typeof VisitorCheck>;

export const Rectification = z.strictObject({
  id: z.string(),
  hall: z.string(),
  item: z.string(),
  what: words(500),
  owner: z.string(),
  dueOn: date,
  ordered: z.strictObject(stamp),
  /** `afterChecks`: how many second looks it answers; times to the minute would not tell which came first. */
  done: z
    .strictObject({
      note: words(500),
      photos: z.array(Photo).max(6),
      afterChecks: z.number().int().min(0),
      ...stamp,
    })
    .nullable(),
  checks: z.array(z.strictObject({ passed: z.boolean(), note: words(500), ...stamp })),
});
export type Rectification = z.infer<typeof Rectification>;

/** D1 四(三) "组织召开工作现场会,总结推广经验". */
export const Minutes = z.strictObject({
  heldOn: date,
  place: words(120),
  attendees: words(500),
  text: words(5000),
  ...stamp,
});
export type Minutes = z.infer<typeof Minutes>;

export type RectificationState = "open" | "overdue" | "reported" | "failed" | "closed";

export function rectificationState(one: Rectification, today: PlainDate): RectificationState {
  const check = one.checks.at(-1);
  if (check?.passed) return "closed";
  if (one.done?.afterChecks === one.checks.length) return "reported";
  if (today > one.dueOn) return "overdue";
  return check ? "failed" : "open";
}
