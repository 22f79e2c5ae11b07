// Versions of a matter: which one is in force on a day, what a new one must say, and what it changes.
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { Text } from "../../kernel/text.ts";
import { catalogueFaults } from "./catalogue.ts";
import { type Matter, POST_HOLDER, type Post } from "./matter.ts";

/** The version that a case received on a day falls under: the latest one that began by then. */
export function matterOn(versions: readonly Matter[], id: string, day: PlainDate): Matter | undefined {
  return versions
    .filter((matter) => matter.id === id && (matter.effectiveFrom ?? "") <= day)
    .reduce<Matter | undefined>(
      (latest, one) => (latest && beginsLater(latest, one) ? latest : one),
      undefined,
    );
}

/** Every matter in the version of a day; without a day, in its latest one. */
export function mattersOn(versions: readonly Matter[], day?: PlainDate): Matter[] {
  const latest = new Map<string, Matter>();
  for (const matter of versions) {
    if (day !== undefined && (matter.effectiveFrom ?? "") > day) continue;
    const found = latest.get(matter.id);
    if (!found || !beginsLater(found, matter)) latest.set(matter.id, matter);
  }
  return [...latest.values()];
}

/** Of two that begin on one day the one that was entered later holds. */
function beginsLater(a: Matter, b: Matter): boolean {
  return (a.effectiveFrom ?? "") > (b.effectiveFrom ?? "");
}

/** All versions of a matter, oldest first. */
export function versionsOf(versions: readonly Matter[], id: string): Matter[] {
  return versions
    .filter((matter) => matter.id === id)
    .sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1));
}

export const catalogueProblems = defineProblems({
  limit_missing: {
    status: 422,
    zh: "“{matter}”没有办理期限，不能启用(意见三5“明确办理期限和承办责任”)；请填写工作日数。",
    en: "{matter} has no time limit and cannot become active (D1 三5); please state working days.",
  },
  responsible_missing: {
    status: 422,
    zh: "“{matter}”没有承办责任人，不能启用(意见三5“明确办理期限和承办责任”)；请填写。",
    en: "{matter} has nobody responsible and cannot become active (D1 三5); please name somebody.",
  },
  starts_in_the_past: {
    status: 422,
    zh: "新版本须从明天({tomorrow})或以后施行：已收的办件保持原版本。",
    en: "A new version begins tomorrow ({tomorrow}) or later: cases received before keep theirs.",
  },
  version_exists: {
    status: 409,
    zh: "“{matter}”已有从 {date} 起施行的版本；请换一个日期，或先看那个版本。",
    en: "{matter} has a version from {date} already; choose another day, or look at that one first.",
  },
  matter_unsound: {
    status: 422,
    zh: "“{matter}”的内容不成立：{fault}。请改正后再提交。",
    en: "{matter} does not hold together: {fault}. Please correct it and send it again.",
  },
  nothing_changed: {
    status: 422,
    zh: "新版本与现行版本相同；请修改后再提交。",
    en: "The new version is the same as the present one; change something first.",
  },
});

/** The day after today at the earliest, so that no case that was received changes its version. */
export function checkNewVersion(
  proposed: Matter,
  versions: readonly Matter[],
  posts: readonly Post[],
  days: { readonly tomorrow: PlainDate },
): Problem[] {
  const matter = proposed.name;
  const from = proposed.effectiveFrom;
  const problems: Problem[] = [];
  // D1 三5 “明确办理期限和承办责任”: standing duties have no limit, everything else has both.
  if (proposed.timeLimit === null && proposed.flow !== "routineTask") {
    problems.push(catalogueProblems.limit_missing({ field: "timeLimit", matter }));
  }
  if (!proposed.responsible?.trim()) {
    problems.push(catalogueProblems.responsible_missing({ field: "responsible", matter }));
  }
  if (!from || !isPlainDate(from) || from < days.tomorrow) {
    problems.push(catalogueProblems.starts_in_the_past({ field: "effectiveFrom", tomorrow: days.tomorrow }));
  } else if (versions.some((one) => one.id === proposed.id && one.effectiveFrom === from)) {
    problems.push(catalogueProblems.version_exists({ field: "effectiveFrom", matter, date: from }));
  } else {
    const others = mattersOn(versions, from).filter(({ id }) => id !== proposed.id);
    for (const fault of catalogueFaults([...others, proposed], posts)) {
      if (!fault.startsWith(`${proposed.id}:`) && !fault.startsWith(`${matter.zh}:`)) continue;
      if (fault.endsWith("no time limit")) continue;
      problems.push(catalogueProblems.matter_unsound({ matter, fault }));
    }
    const before = matterOn(versions, proposed.id, from);
    if (before && changesOf(before, proposed).length === 0)
      problems.push(catalogueProblems.nothing_changed({}));
  }
  return problems;
}

export interface MatterChange {
  readonly label: Text;
  readonly before: string;
  readonly after: string;
}

const SHOWN: readonly (readonly [label: Text, of: (matter: Matter) => string])[] = [
  [{ zh: "名称", en: "Name" }, ({ name }) => name.zh],
  [{ zh: "英文名称", en: "English name" }, ({ name }) => name.en],
  [{ zh: "办理期限(工作日)", en: "Limit (working days)" }, ({ timeLimit }) => String(timeLimit ?? "—")],
  [{ zh: "承办责任", en: "Responsible" }, ({ responsible }) => responsible ?? POST_HOLDER],
  [{ zh: "所需材料", en: "Materials" }, ({ materials }) => materials.map(({ name }) => name.zh).join("、")],
  [{ zh: "停办日期", en: "Retired from" }, ({ retiredFrom }) => retiredFrom ?? "—"],
];

/** What a new version says otherwise than the one before it, as the preview shows it. */
export function changesOf(before: Matter | undefined, after: Matter): MatterChange[] {
  return SHOWN.map(([label, of]) => ({ label, before: before ? of(before) : "—", after: of(after) })).filter(
    (change) => change.before !== change.after,
  );
}
