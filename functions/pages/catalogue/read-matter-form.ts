// A matter as a form describes it: one line for each material, in both languages.
import type { Material, Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { checkText, tidyText } from "../../../shared/ledger/fields/text.ts";

const problems = defineProblems({
  material_line: {
    status: 422,
    zh: "材料“{line}”请写成“中文 | English”，每行一种。",
    en: "Write the material “{line}” as “中文 | English”, one on each line.",
  },
  name_missing: {
    status: 422,
    zh: "请填写中文名称和英文名称。",
    en: "Please state the name in Chinese and in English.",
  },
  limit_not_a_number: {
    status: 422,
    zh: "办理期限应为 0 到 365 的整数(工作日)；“{limit}”不是。",
    en: "The limit is a whole number of working days from 0 to 365; “{limit}” is not.",
  },
});

export type MatterForm = Readonly<Record<MatterFieldName, string>>;
export const MATTER_FIELDS = [
  "zh",
  "en",
  "timeLimit",
  "responsible",
  "materials",
  "formerNames",
  "retiredFrom",
  "effectiveFrom",
] as const;
export type MatterFieldName = (typeof MATTER_FIELDS)[number];

/** What a form shows of a matter that is there. */
export function formOf(matter: Matter, responsible: string): MatterForm {
  return {
    zh: matter.name.zh,
    en: matter.name.en,
    timeLimit: matter.timeLimit === null ? "" : String(matter.timeLimit),
    responsible: matter.responsible ?? responsible,
    materials: matter.materials.map(({ name }) => `${name.zh} | ${name.en}`).join("\n"),
    formerNames: (matter.formerNames ?? []).join("、"),
    retiredFrom: matter.retiredFrom ?? "",
    effectiveFrom: "",
  };
}

export function readForm(fields: URLSearchParams): MatterForm {
  const read = (name: MatterFieldName) => tidyText(fields.get(name) ?? "");
  return {
    zh: read("zh"),
    en: read("en"),
    timeLimit: read("timeLimit"),
    responsible: read("responsible"),
    materials: read("materials"),
    formerNames: read("formerNames"),
    retiredFrom: read("retiredFrom"),
    effectiveFrom: read("effectiveFrom"),
  };
}

/** The matter with the form's changes; what the form does not ask for stays as it is. */
export function matterFrom(base: Matter, form: MatterForm): Result<Matter, readonly Problem[]> {
  const found: Problem[] = [];
  if (!form.zh || !form.en) found.push(problems.name_missing({ field: "zh" }));
  for (const [field, text] of Object.entries(form)) {
    const label = { zh: field, en: field };
    const sound = checkText(text, { id: field, label, maxLength: 3000, oneLine: field !== "materials" });
    if (!sound.ok) found.push(sound.error);
  }
  const limit = form.timeLimit === "" ? null : Number(form.timeLimit);
  if (limit !== null && !(Number.isInteger(limit) && limit >= 0 && limit <= 365)) {
    found.push(problems.limit_not_a_number({ field: "timeLimit", limit: form.timeLimit.slice(0, 20) }));
  }
  const materials: Material[] = [];
  for (const line of form.materials.split("\n").filter((one) => one.trim() !== "")) {
    const [zh = "", en = "", ...rest] = line.split(/[|｜]/).map((part) => part.trim());
    if (!zh || !en || rest.length > 0) {
      found.push(problems.material_line({ field: "materials", line: line.slice(0, 40) }));
      continue;
    }
    const known = base.materials.find(({ name }) => name.zh === zh);
    const id = known?.id ?? newMaterialId([...base.materials, ...materials]);
    materials.push({ ...known, id, name: { zh, en } });
  }
  if (found.length > 0) return err(found);
  const { retiredFrom: _retired, formerNames: _former, ...rest } = base;
  const former = form.formerNames.split(/[、,，]/).map((name) => name.trim());
  const names = former.filter((name) => name !== "");
  if (base.name.zh !== form.zh && !names.includes(base.name.zh)) names.push(base.name.zh);
  return ok({
    ...rest,
    name: { zh: form.zh, en: form.en },
    timeLimit: limit,
    responsible: form.responsible,
    materials,
    effectiveFrom: form.effectiveFrom,
    ...(names.length > 0 ? { formerNames: names } : {}),
    ...(form.retiredFrom ? { retiredFrom: form.retiredFrom } : {}),
  });
}

function newMaterialId(taken: readonly Material[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `material-${number}`)) number++;
  return `material-${number}`;
}
