// Files that belong to a row: a photo, a scanned letter. The row holds where each is kept, the bytes are elsewhere.
import * as z from "zod/mini";
import { err, ok } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type Field, type FieldOptions, fieldProblems } from "../field.ts";

/** What may be kept, by media type; recognised by content, never by name. */
export const ATTACHMENT_TYPES = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

export function isAttachmentType(type: string): type is AttachmentType {
  return Object.hasOwn(ATTACHMENT_TYPES, type);
}

/** In bytes: a request to Lambda holds 6 MB, and a photo from a phone in ordinary quality 3 MB. */
export const MAX_ATTACHMENT_BYTES = 4_000_000;

export interface Attachment {
  /** What the upload answered: `<uuid>.<extension>`. */
  readonly key: string;
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: number;
}

export function isAttachmentKey(key: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(jpg|png|webp|pdf|docx)$/.test(key);
}

const attachment = z.strictObject({
  key: z.string().check(z.refine(isAttachmentKey)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  type: z.custom<AttachmentType>((type) => typeof type === "string" && isAttachmentType(type)),
  bytes: z.number().check(z.int(), z.minimum(1), z.maximum(MAX_ATTACHMENT_BYTES)),
});

/** At most `most` files (10 without it). They do not fit a cell. */
export function attachments(
  options: FieldOptions & { readonly most?: number },
): Field<readonly Attachment[]> {
  const { most = 10, ...rest } = options;
  const schema = z.readonly(z.array(attachment).check(z.minLength(1), z.maxLength(most)));
  return {
    ...rest,
    hidden: true,
    kind: "attachments",
    shape: { control: "attachments", maximum: most, format: "@", width: 160 },
    schema,
    accept(raw, { id }) {
      const parsed = schema.safeParse(raw);
      const expected: Text = {
        zh: `先上传、再填写的附件,最多 ${most} 个`,
        en: `files that were uploaded before, at most ${most}`,
      };
      return parsed.success
        ? ok(parsed.data)
        : err(fieldProblems.wrong_type({ field: id, label: rest.label, expected }));
    },
    toCell: (value) => value.map(({ name }) => name).join("\n"),
  };
}
