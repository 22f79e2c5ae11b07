// A stored value in words, as people read it in a sidebar.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Field } from "../../../shared/ledger/field.ts";
import type { Session } from "../frame/session.ts";

/** Values that stand for something else than their text. */
const CODED: Readonly<Record<string, Text>> = { "@anonymous": { zh: "匿名", en: "anonymous" } };

const YES: Text = { zh: "是", en: "yes" };
const NO: Text = { zh: "否", en: "no" };

export function showValue(field: Field | undefined, value: unknown, { t, reference }: Session): string {
  if (value === undefined || value === null || value === "") return "—";
  if (typeof value === "boolean") return t(value ? YES : NO);
  if (field?.kind === "checklist") {
    const read = field.schema.safeParse(value);
    return read.success ? String(field.toCell(read.data)) : "—";
  }
  const person = field?.shape.refersTo === "person" && reference?.people?.find(({ id }) => id === value);
  if (person) return person.name;
  if (Array.isArray(value)) return value.map(entryOf).join(t({ zh: "、", en: ", " }));
  if (typeof value !== "string") {
    return field?.kind === "fen" && typeof value === "number" ? (value / 100).toFixed(2) : String(value);
  }
  const coded = CODED[value];
  if (coded) return t(coded);
  if (field?.kind === "dateTime") return showDateTime(value);
  const label = field?.shape.choices?.find(({ code }) => code === value)?.label;
  if (label) return t(label);
  const matter = field?.kind === "reference" ? reference?.findMatter(value) : undefined;
  if (matter) return t(matter.name);
  const subtype = reference?.matters.flatMap(({ subtypes }) => subtypes).find(({ id }) => id === value);
  return field?.kind === "reference" && subtype ? t(subtype.name) : value;
}

/** One entry of a list: a text, or a step with its name. */
function entryOf(entry: unknown): string {
  if (typeof entry === "object" && entry !== null && "name" in entry) return String(entry.name);
  return String(entry);
}
