// A list of contents to be checked one by one: in order or not, a word about it, a photo.
import * as z from "zod/mini";
import { err, ok } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type Field, type FieldOptions, fieldProblems } from "../field.ts";
import { isAttachmentKey } from "./attachment.ts";
import { checkText, tidyText } from "./text.ts";

export interface CheckedItem {
  readonly item: string;
  readonly ok: boolean;
  readonly note?: string | undefined;
  /** The key of an uploaded picture. */
  readonly photo?: string | undefined;
}

const MAX_NOTE = 200;

/**
 * The value names each content at most once, in the list's order; which ones a row must have is a rule of its ledger
 * (`missingItems`). It does not fit a cell: photos would be lost on the way back.
 */
export function checklist<const Code extends string>(
  options: FieldOptions & { readonly items: Readonly<Record<Code, Text>> },
): Field<readonly CheckedItem[]> & { readonly items: readonly Code[] } {
  const { items, ...rest } = options;
  const isCode = (value: string): value is Code => Object.hasOwn(items, value);
  const codes = Object.keys(items).filter(isCode);
  const choices = Object.entries<Text>(items).map(([code, label]) => ({ code, label }));
  const checked = z.strictObject({
    item: z.string().check(z.refine(isCode)),
    ok: z.boolean(),
    note: z.optional(z.string().check(z.maxLength(MAX_NOTE))),
    photo: z.optional(z.string().check(z.refine(isAttachmentKey))),
  });
  const schema = z.readonly(z.array(checked).check(z.minLength(1), z.maxLength(codes.length)));
  return {
    ...rest,
    hidden: true,
    items: codes,
    kind: "checklist",
    shape: { control: "checklist", choices, maxLength: MAX_NOTE, format: "@", width: 220 },
    schema,
    accept(raw, { id }) {
      const parsed = schema.safeParse(raw);
      const named = parsed.success ? parsed.data.map(({ item }) => item) : [];
      if (!parsed.success || new Set(named).size < named.length) {
        const expected: Text = {
          zh: "检查项列表,每项一次,写明是否合格",
          en: "a list of checked contents, each once, in order or not",
        };
        return err(fieldProblems.wrong_type({ field: id, label: rest.label, expected }));
      }
      const tidied: CheckedItem[] = [];
      for (const entry of parsed.data) {
        const note = tidyText(entry.note ?? "");
        if (note !== "") {
          const sound = checkText(note, { id, label: rest.label, maxLength: MAX_NOTE, oneLine: true });
          if (!sound.ok) return sound;
        }
        const { item, ok: fine, photo } = entry;
        tidied.push({ item, ok: fine, ...(note ? { note } : {}), ...(photo ? { photo } : {}) });
      }
      return ok(codes.flatMap((code) => tidied.filter(({ item }) => item === code)));
    },
    toCell: (value) =>
      value
        .map(({ item, ok: fine, note }) => {
          const label = isCode(item) ? items[item].zh : item;
          return `${fine ? "✓" : "✗"} ${label}${note ? `(${note})` : ""}`;
        })
        .join("\n"),
  };
}

/** The contents of a list that were not checked at all. */
export function missingItems<Code extends string>(
  field: { readonly items: readonly Code[] },
  value: readonly CheckedItem[] | undefined,
): Code[] {
  return field.items.filter((code) => !value?.some(({ item }) => item === code));
}
