// Questions asked of a catalogue of matters: which one, is it still offered, what must be brought, is it sound.
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { Flow, Material, Matter, Post } from "./matter.ts";

export function findMatter(matters: readonly Matter[], id: string): Matter | undefined {
  return matters.find((matter) => matter.id === id);
}

/** True where a new case may be opened on a date: a retired matter still takes the cases of its own time. */
export function isActiveOn(matter: Matter, date: PlainDate): boolean {
  return matter.retiredFrom === undefined || date < matter.retiredFrom;
}

/** What an applicant of one subtype brings; without a subtype, everything that the matter may ask for. */
export function materialsFor(matter: Matter, subtype?: string): Material[] {
  return matter.materials.filter(
    ({ subtypes }) => subtype === undefined || subtypes === undefined || subtypes.includes(subtype),
  );
}

/**
 * Matters in which the typed text occurs; first those that begin with it, then those in which it begins an English
 * word, then the rest, each in the order of the catalogue. Case and full width make no difference. Several words
 * separated by spaces must all occur. Nothing typed finds everything.
 *
 * @example
 * searchMatters(matters, "lnz"); // 老年证 first
 */
export function searchMatters(matters: readonly Matter[], typed: string): Matter[] {
  const sought = fold(typed);
  return matters
    .map((matter) => ({ matter, rank: rankOf(matter, sought) }))
    .filter(({ rank }) => rank < NOWHERE)
    .sort((a, b) => a.rank - b.rank)
    .map(({ matter }) => matter);
}

const BEGINS = 0;
const BEGINS_A_WORD = 1;
const OCCURS = 2;
const NOWHERE = 3;

function rankOf(matter: Matter, sought: string): number {
  const { name, initials, legacyName = "", formerNames = [] } = matter;
  const names = [name.zh, name.en, initials, legacyName, ...formerNames].map(fold);
  const best = (words: string) => Math.min(...names.map((name) => rankIn(name, words)));
  const whole = best(sought);
  return whole < NOWHERE ? whole : Math.max(...sought.split(" ").map(best));
}

function rankIn(name: string, sought: string): number {
  if (name.startsWith(sought)) return BEGINS;
  if (name.includes(` ${sought}`) || name.includes(`(${sought}`)) return BEGINS_A_WORD;
  return name.includes(sought) ? OCCURS : NOWHERE;
}

/** One form for full and half width (NFKC), capitals and small letters, runs of spaces; enumeration commas fall out. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ").replaceAll("、", "");
}

/** Flows in which a case can be passed on to an outside agency. */
const FORWARDING: readonly Flow[] = ["agencyHandling", "preliminaryReview"];

type Rule = (matter: Matter, post: Post | undefined) => string | false;

/** Each names one fault of one matter. */
const RULES: readonly Rule[] = [
  (matter, post) => post === undefined && `unknown post ${matter.post}`,
  (matter, post) =>
    post !== undefined && post.serviceClass !== matter.serviceClass && `not of the class of post ${post.id}`,
  // D1 三5 明确办理期限; standing duties may go without.
  (matter) => matter.flow !== "routineTask" && matter.timeLimit === null && "no time limit",
  // D1 三2: 收费 belongs to the living services; an administrative window takes no money.
  (matter) => matter.fee && matter.serviceClass !== "livingService" && "a fee outside the living services",
  (matter) =>
    matter.upstream && !FORWARDING.includes(matter.flow) && "upstream, but its flow forwards nothing",
  (matter) =>
    matter.retiredFrom !== undefined &&
    !isPlainDate(matter.retiredFrom) &&
    `retired from ${matter.retiredFrom}, which is no date`,
  (matter) => listed("material", repeated(matter.materials.map(({ id }) => id))),
  (matter) => listed("subtype", repeated(matter.subtypes.map(({ id }) => id))),
  (matter) => {
    const known = matter.subtypes.map(({ id }) => id);
    const unknown = matter.materials
      .flatMap(({ subtypes }) => subtypes ?? [])
      .find((id) => !known.includes(id));
    return unknown !== undefined && `a material for unknown subtype ${unknown}`;
  },
];

/**
 * One sentence per fault, beginning with the id of the matter or post; empty for a sound catalogue. Shapes are
 * checked before, by `Matter` and `Post`.
 */
export function catalogueFaults(matters: readonly Matter[], posts: readonly Post[]): string[] {
  const ofMatters = matters.flatMap((matter) => {
    const post = posts.find(({ id }) => id === matter.post);
    return RULES.map((rule) => rule(matter, post)).flatMap((fault) =>
      fault ? [`${matter.id}: ${fault}`] : [],
    );
  });
  return [
    ...repeated(posts.map(({ id }) => id)).map((id) => `${id}: two posts with this id`),
    ...repeated(matters.map(({ id }) => id)).map((id) => `${id}: two matters with this id`),
    ...repeated(matters.map(({ name }) => name.zh)).map((name) => `${name}: two matters with this name`),
    ...ofMatters,
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function listed(what: string, ids: readonly string[]): string | false {
  return ids.length > 0 && `${what} ${ids.join(", ")} more than once`;
}
