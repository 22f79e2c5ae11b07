// Makes a ledger's description into fields that accept and refuse by the same code as the backend's.
import type { Text } from "../../../shared/kernel/text.ts";
import type { Field, FieldOptions, Fields } from "../../../shared/ledger/field.ts";
import { choice, reference } from "../../../shared/ledger/fields/choice.ts";
import { textList } from "../../../shared/ledger/fields/list.ts";
import { fen, flag, integer } from "../../../shared/ledger/fields/number.ts";
import { longText, text } from "../../../shared/ledger/fields/text.ts";
import { date, dateTime } from "../../../shared/ledger/fields/time.ts";
import { isWords } from "../rpc/answers.ts";
import { type Guarded, isFlag, isListOf, isNumber, isOneOf, isShape, isText } from "../rpc/guards.ts";
import type { Definition } from "./definition.ts";

const isField = isShape(
  { id: isText, kind: isText, label: isWords, required: isFlag, personal: isFlag, hidden: isFlag },
  {
    help: isWords,
    choices: isListOf(isShape({ code: isText, label: isWords })),
    refersTo: isOneOf("matter", "person"),
    maxLength: isNumber,
    minimum: isNumber,
    maximum: isNumber,
  },
);
type DescribedField = Guarded<typeof isField>;

const isDefinition = isShape(
  {
    id: isText,
    title: isWords,
    businessDate: isText,
    fields: isListOf(isField),
    statuses: isListOf(isShape({ id: isText, label: isWords })),
    transitions: isListOf(
      isShape({ id: isText, label: isWords, from: isListOf(isText), fields: isListOf(isField) }),
    ),
  },
  { written: isOneOf("rows", "verbs") },
);

/** Undefined when it cannot be read. */
export function readDefinition(raw: unknown): Definition | undefined {
  if (!isDefinition(raw)) return undefined;
  const { id, title, businessDate, written = "rows" } = raw;
  return {
    id,
    title,
    businessDate,
    written,
    fields: fieldsOf(raw.fields),
    statuses: Object.fromEntries(raw.statuses.map((status) => [status.id, { label: status.label }])),
    transitions: Object.fromEntries(
      raw.transitions.map((step) => [
        step.id,
        { label: step.label, from: step.from, fields: fieldsOf(step.fields) },
      ]),
    ),
  };
}

function fieldsOf(described: readonly DescribedField[]): Fields {
  return Object.fromEntries(described.map((field) => [field.id, fieldOf(field)]));
}

/** A kind that is not known here is asked for as text; the backend says what is wrong with it. */
function fieldOf(described: DescribedField): Field {
  const { label, help, required, personal, hidden, maxLength, minimum, maximum } = described;
  const options: FieldOptions = { label, required, personal, hidden, ...(help ? { help } : {}) };
  const length = maxLength === undefined ? {} : { maxLength };
  const range = {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  switch (described.kind) {
    case "longText":
      return longText({ ...options, ...length });
    case "choice":
      return choice({ ...options, choices: choicesOf(described) });
    case "reference":
      return reference({ ...options, refersTo: described.refersTo ?? "person" });
    case "date":
      return date(options);
    case "dateTime":
      return dateTime(options);
    case "integer":
      return integer({ ...options, ...range });
    case "fen":
      return fen({ ...options, ...range });
    case "flag":
      return flag(options);
    case "textList":
      return textList({ ...options, ...length });
    case "text":
    case "pattern":
      return text({ ...options, ...length });
    default:
      return { ...text({ ...options, maxLength: 1000 }), kind: described.kind };
  }
}

function choicesOf({ choices = [] }: DescribedField): Record<string, Text> {
  return Object.fromEntries(choices.map(({ code, label }) => [code, label]));
}
