// Checks a mapping against the ledger that it fills: every field it names is there, and is filled once.
import { StartFailure } from "../start-failure.mjs";
import type { LedgerDescription } from "./destination.ts";
import { listOf, type Mapping } from "./mapping.ts";

/** @throws StartFailure with the first fault, naming its place in the file */
export function checkMapping(path: string, mapping: Mapping, ledger: LedgerDescription): void {
  const fault = faults(mapping, ledger)[0];
  if (!fault) return;
  throw new StartFailure({
    zh: `映射文件 ${path} 的“${fault.path}”不对:${fault.zh}`,
    en: `“${fault.path}” in the mapping file ${path} is wrong: ${fault.en}`,
  });
}

interface Fault {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

function faults(mapping: Mapping, ledger: LedgerDescription): Fault[] {
  const known = ledger.fields.map(({ id }) => id);
  const named = [
    ...Object.keys(mapping.columns).map((field) => ({ field, path: `columns.${field}` })),
    ...Object.keys(mapping.constants).map((field) => ({ field, path: `constants.${field}` })),
    ...(mapping.steps ? [{ field: mapping.steps.field, path: "steps.field" }] : []),
  ];
  const unknown = named
    .filter(({ field }) => !known.includes(field))
    .map(({ field, path }) => ({
      path,
      zh: `台账“${ledger.title.zh}”没有“${field}”这一栏;有:${known.join(", ")}`,
      en: `the ledger “${ledger.title.en}” has no field “${field}”; it has: ${known.join(", ")}`,
    }));
  const twice = named
    .filter(({ field }, index) => named.findIndex((one) => one.field === field) < index)
    .map(({ path }) => ({
      path,
      zh: "这一栏已经另有来源",
      en: "this field is filled from elsewhere already",
    }));
  const ambiguous =
    mapping.steps && mapping.steps.matchWith === undefined && listOf(mapping.id).length > 1
      ? [
          {
            path: "steps.matchWith",
            zh: "编号由几列组成时,要写明步骤文件对应其中哪一列",
            en: "where several columns make the id, name the one that the steps' file refers to",
          },
        ]
      : [];
  return [...unknown, ...twice, ...ambiguous];
}
