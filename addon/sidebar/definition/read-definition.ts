// Makes a ledger's description into fields that accept and refuse by the same code as the backend's.
import { describedFields } from "../../../shared/ledger/described-fields.ts";
import { isWords } from "../rpc/answers.ts";
import { isFlag, isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "../rpc/guards.ts";
import type { Definition } from "./definition.ts";

const isField = isShape(
  {
    id: isText,
    kind: isText,
    label: isWords,
    required: isFlag,
    personal: isFlag,
    hidden: isFlag,
    format: isText,
    width: isNumber,
  },
  {
    help: isWords,
    choices: isListOf(isShape({ code: isText, label: isWords })),
    refersTo: isOneOf("matter", "person"),
    maxLength: isNumber,
    minimum: isNumber,
    maximum: isNumber,
  },
);

const isDefinition = isShape(
  {
    id: isText,
    title: isWords,
    businessDate: isText,
    fields: isListOf(isField),
    statuses: isListOf(isShape({ id: isText, label: isWords })),
    transitions: isListOf(
      isShape(
        { id: isText, label: isWords, from: isListOf(isText), fields: isListOf(isField) },
        { onlyFollows: isFlag },
      ),
    ),
  },
  { written: isOneOf("rows", "verbs"), dimension: isNullOr(isText) },
);

/** Undefined when it cannot be read. */
export function readDefinition(raw: unknown): Definition | undefined {
  if (!isDefinition(raw)) return undefined;
  const { id, title, businessDate, dimension = null, written = "rows" } = raw;
  return {
    id,
    title,
    businessDate,
    dimension,
    written,
    fields: describedFields(raw.fields),
    statuses: Object.fromEntries(raw.statuses.map((status) => [status.id, { label: status.label }])),
    transitions: Object.fromEntries(
      raw.transitions.map((step) => [
        step.id,
        {
          label: step.label,
          from: step.from,
          fields: describedFields(step.fields),
          ...(step.onlyFollows ? { onlyFollows: true } : {}),
        },
      ]),
    ),
  };
}
