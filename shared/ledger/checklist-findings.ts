// What a checklist found wrong becomes findings, one for each content: the same mechanism for every kind of check.
import type { PlainDate } from "../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { Field } from "./field.ts";
import { type CheckedItem, missingItems } from "./fields/checklist.ts";
import type { FollowingRow } from "./follow.ts";
import { followingId } from "./following-id.ts";

type Checklist = Field<readonly CheckedItem[]> & { readonly items: readonly string[] };

const problems = defineProblems({
  contents_missing: {
    status: 422,
    zh: "“{label}”还缺 {count} 项:{missing}。{clause}要求逐项检查;请补查后提交。",
    en: "{label} lacks {count} contents: {missing}. {clause} asks for each of them; please check them too.",
  },
  fault_without_note: {
    status: 422,
    zh: "“{content}”不合格,请在该项写明是什么问题。",
    en: "“{content}” is not in order: please write beside it what is wrong.",
  },
  fault_without_owner: {
    status: 422,
    zh: "有 {count} 项不合格;请填写“整改责任人”和“整改期限”,问题会同时转入问题整改台账。",
    en: "{count} contents are not in order; give who rectifies them and by when: they become findings at once.",
  },
});

/** Every content has to be there: left out is not the same as in order. */
export function checkComplete(
  id: string,
  field: Checklist,
  value: readonly CheckedItem[] | undefined,
  clause: Text,
): Problem[] {
  const missing = missingItems(field, value);
  if (missing.length === 0) return [];
  const named = (locale: keyof Text) => missing.map((code) => labelOf(field, code)[locale]).join("、");
  return [
    problems.contents_missing({
      field: id,
      label: field.label,
      count: missing.length,
      missing: { zh: named("zh"), en: named("en").replaceAll("、", ", ") },
      clause,
    }),
  ];
}

/** What is not in order says what is wrong, so that somebody can put it right. */
export function checkFaultsTold(id: string, field: Checklist, value: readonly CheckedItem[] = []): Problem[] {
  return faultsIn(value)
    .filter(({ note }) => note === undefined)
    .map(({ item }) => problems.fault_without_note({ field: id, content: labelOf(field, item) }));
}

/** D1 三6 "发现问题及时处理": a fault has somebody who puts it right, and a day. */
export function checkFaultsOwned(
  value: readonly CheckedItem[] = [],
  owned: { readonly owner?: string | undefined; readonly dueOn?: PlainDate | undefined },
): Problem[] {
  const count = faultsIn(value).length;
  if (count === 0 || (owned.owner && owned.dueOn)) return [];
  return [problems.fault_without_owner({ field: owned.owner ? "rectifyBy" : "rectifyOwner", count })];
}

export function faultsIn(value: readonly CheckedItem[] = []): readonly CheckedItem[] {
  return value.filter(({ ok }) => !ok);
}

export interface FindingsOf {
  readonly ledger: string;
  readonly id: string;
  readonly serial: string;
  readonly foundOn: PlainDate;
  /** A source of the ledger of findings. */
  readonly source: string;
  readonly owner: string;
  readonly dueOn: PlainDate;
}

/** One finding for each content that is not in order, under an id of its own, so that none is made twice. */
export function findingsFollowing(
  field: Checklist,
  value: readonly CheckedItem[],
  { ledger, id, serial, foundOn, source, owner, dueOn }: FindingsOf,
): FollowingRow[] {
  return faultsIn(value).map(({ item, note }) => ({
    ledger: "findings",
    id: followingId(id, `finding/${item}`),
    action: "upsert",
    baseVersion: 0,
    values: {
      foundOn,
      source,
      sourceId: serial,
      kind: labelOf(field, item).zh,
      content: note ?? labelOf(field, item).zh,
      subject: `${ledger}/${id}`,
      owner,
      dueOn,
    },
  }));
}

function labelOf(field: Checklist, code: string): Text {
  return field.shape.choices?.find((choice) => choice.code === code)?.label ?? { zh: code, en: code };
}
