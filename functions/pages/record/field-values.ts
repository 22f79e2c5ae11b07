// How the value of a field reads on a page: labels for codes, names for references, local times, yuan.
import { ANONYMOUS } from "../../../shared/capabilities/cases/case-fields.ts";
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Field } from "../../../shared/ledger/field.ts";
import { showYuan } from "../../reports/model/show-inline.ts";

/** Values that stand for something instead of naming it. */
const CODED: Readonly<Record<string, Text>> = { [ANONYMOUS]: { zh: "匿名", en: "anonymous" } };
const YES: Text = { zh: "是", en: "yes" };
const NO: Text = { zh: "否", en: "no" };

/** Names a value of the catalogue: a matter, or a kind within one. */
export type NameOf = (id: string) => Text;

/** Names of the catalogue, and of the people that rows refer to. */
export function namesIn(
  matters: readonly Matter[],
  people: readonly { readonly id: string; readonly name: string }[] = [],
): NameOf {
  const names = new Map<string, Text>(people.map(({ id, name }) => [id, { zh: name, en: name }]));
  for (const { subtypes } of matters) for (const subtype of subtypes) names.set(subtype.id, subtype.name);
  for (const { id, name } of matters) names.set(id, name);
  return (id) => names.get(id) ?? { zh: id, en: id };
}

/** Empty text for no value; steps and other structures are shown elsewhere. */
export function showValue(field: Field | undefined, value: unknown, locale: Locale, nameOf: NameOf): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return say(value ? YES : NO, locale);
  if (typeof value === "number") return field?.kind === "fen" ? showYuan(value) : String(value);
  if (Array.isArray(value)) return value.map((entry) => showEntry(entry)).join("\n");
  if (typeof value !== "string") return JSON.stringify(value);
  const choice = field?.shape.choices?.find(({ code }) => code === value);
  if (choice) return say(choice.label, locale);
  if (field?.shape.control === "dateTime") return showDateTime(value);
  if (field?.shape.refersTo !== undefined) return say(nameOf(value), locale);
  const coded = Object.hasOwn(CODED, value) ? CODED[value] : undefined;
  return coded ? say(coded, locale) : value;
}

/** One entry of a list: a text, or a step with its time. */
function showEntry(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  return Object.values(entry)
    .map((part) =>
      typeof part === "string" && /^\d{4}-\d{2}-\d{2}T/.test(part) ? showDateTime(part) : String(part),
    )
    .join(" · ");
}
