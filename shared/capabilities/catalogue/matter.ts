// A service item (服务事项) that residents bring to a hall, with what its handling needs.
import * as z from "zod";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/** 代办, 初审上报, 咨询 (D1 三5), and 日常管理任务 for standing duties that fit none of the three. */
export const FLOWS = ["agencyHandling", "preliminaryReview", "consultation", "routineTask"] as const;
export type Flow = (typeof FLOWS)[number];

/** 行政事务管理服务 and 生活服务 (D1 三2). */
export const SERVICE_CLASSES = ["administrativeService", "livingService"] as const;

/** Whoever holds the matter's post in a hall. */
export const POST_HOLDER = "岗位负责人";

/** What the applicant brings or fills in. */
export const Material = z.object({
  id: z.string(),
  name: text,
  /** Asked for from these subtypes only (D5 二(一): templates by size of business); absent: from all. */
  subtypes: z.array(z.string()).optional(),
});
export type Material = z.infer<typeof Material>;

export const Matter = z.object({
  /** Kebab-case and stable: rows refer to it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  /** Pinyin initials of the Chinese name, for typing: `LNZ` for 老年证. */
  initials: z.string().regex(/^[A-Z0-9]+$/),
  post: z.string(),
  serviceClass: z.enum(SERVICE_CLASSES),
  flow: z.enum(FLOWS),
  /** The hall's own limit in working days; null where the catalogue gives none: then it is not assessable. */
  timeLimit: z.number().int().min(0).max(365).nullable(),
  /** An outside agency's own time follows (`+ext`): shown, not charged to the hall. */
  upstream: z.boolean(),
  materials: z.array(Material),
  /** Kinds within the matter that are counted apart (D5: eleven kinds of catering permit). */
  subtypes: z.array(z.object({ id: z.string(), name: text })).default([]),
  /** Visitors are counted, never named (避孕药具, 艾滋病预防). */
  anonymous: z.boolean().default(false),
  /** Sensitive personal information (PIPL 28): restricted rows. */
  sensitive: z.boolean().default(false),
  /** A fee is received and a receipt given (生活服务 受理和收费). */
  fee: z.boolean().default(false),
  /** D1 三5 承办责任: who is responsible. Shipped matters name nobody: there it is the holder of the post. */
  responsible: z.string().min(1).max(60).optional(),
  /** Years for which personal fields are kept after closing, where the matter has a rule of its own. */
  retentionYears: z.number().int().min(1).max(100).optional(),
  /** Counts the versions of this matter; the shipped ones are the first. */
  version: z.number().int().min(1).optional(),
  /** First day on which cases are received under this version; absent: from the beginning. */
  effectiveFrom: z.string().optional(),
  /** Former names of the matter, still found when typed. */
  formerNames: z.array(z.string().min(1)).optional(),
  /** The law or rule that it rests on, as a one-time notice cites it (D1 annex cl. 1 “依据”). */
  basis: z.string().min(1).max(500).optional(),
  /** What the source documents call it, where that name is obsolete. */
  legacyName: z.string().optional(),
  /** First date on which no new case may be opened, `yyyy-MM-dd`. */
  retiredFrom: z.string().optional(),
});
export type Matter = z.infer<typeof Matter>;

export const Post = z.object({
  id: z.string(),
  name: text,
  serviceClass: z.enum(SERVICE_CLASSES),
});
export type Post = z.infer<typeof Post>;
