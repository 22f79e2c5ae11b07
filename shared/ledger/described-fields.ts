// Makes described fields into fields again, which accept and refuse by the same code as the backend's.
import type { Text } from "../kernel/text.ts";
import type { Field, FieldOptions, Fields } from "./field.ts";
import { attachments } from "./fields/attachment.ts";
import { checklist } from "./fields/checklist.ts";
import { choice, reference } from "./fields/choice.ts";
import { textList } from "./fields/list.ts";
import { fen, flag, integer } from "./fields/number.ts";
import { longText, text } from "./fields/text.ts";
import { date, dateTime } from "./fields/time.ts";

/** A field as `describeLedger` gives it. */
export interface DescribedField {
  readonly id: string;
  readonly kind: string;
  readonly label: Text;
  readonly help?: Text | undefined;
  readonly required: boolean;
  readonly personal: boolean;
  readonly hidden: boolean;
  readonly choices?: readonly { readonly code: string; readonly label: Text }[] | undefined;
  readonly refersTo?: "matter" | "person" | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly format: string;
  readonly width: number;
}

export function describedFields(described: readonly DescribedField[]): Fields {
  return Object.fromEntries(
    described.map((field) => {
      const made = madeOf(field);
      return [field.id, { ...made, shape: { ...made.shape, format: field.format, width: field.width } }];
    }),
  );
}

/** A kind that is not known here is taken as text; the backend says what is wrong with it. */
function madeOf(described: DescribedField): Field {
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
    case "checklist":
      return checklist({ ...options, items: choicesOf(described) });
    case "attachments":
      return attachments({ ...options, ...(maximum === undefined ? {} : { most: maximum }) });
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
