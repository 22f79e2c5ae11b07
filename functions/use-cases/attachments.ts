// Keeps the files that belong to rows, recognised by their content, and gives them back.
import { randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { defineProblems, type Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import {
  ATTACHMENT_TYPES,
  type Attachment,
  type AttachmentType,
  isAttachmentKey,
  isAttachmentType,
  MAX_ATTACHMENT_BYTES,
} from "../../shared/ledger/fields/attachment.ts";
import type { BlobStore } from "../blobs/blob-store.ts";

export const attachmentProblems = defineProblems({
  attachment_empty: {
    status: 422,
    zh: "上传的文件是空的;请重新选择文件。",
    en: "The file is empty; please choose it again.",
  },
  attachment_too_large: {
    status: 413,
    zh: "文件超过 {max} MB;请压缩或换一张较小的照片后再上传。",
    en: "The file is larger than {max} MB; please make it smaller and upload it again.",
  },
  attachment_type: {
    status: 415,
    zh: "文件内容不是照片(JPEG、PNG、WebP)、PDF 或 Word(docx);请转换格式后再上传。",
    en: "The file's content is no picture (JPEG, PNG, WebP), PDF or Word file (docx); please convert it.",
  },
  attachment_name: {
    status: 422,
    zh: "请给出 1 到 120 个字的文件名。",
    en: "Please give the file a name of 1 to 120 characters.",
  },
  unknown_attachment: {
    status: 404,
    zh: "没有这个附件;它可能还没有上传成功,请重新上传。",
    en: "There is no such file; it may not have been uploaded, please upload it again.",
  },
});

/** Where a ledger's files of a hall are kept. */
function nameOf(hall: string, ledger: string, key: string): string {
  return `attachments/${hall}/${ledger}/${key}`;
}

/** Keeps a file under a new key, which the row then holds; what no row ever names is cleared away by age. */
export async function keepAttachment(
  blobs: BlobStore,
  hall: string,
  ledger: string,
  name: string,
  bytes: Uint8Array | undefined,
): Promise<Result<Attachment, Problem>> {
  if (!bytes || bytes.length > MAX_ATTACHMENT_BYTES) {
    return err(attachmentProblems.attachment_too_large({ max: MAX_ATTACHMENT_BYTES / 1_000_000 }));
  }
  if (bytes.length === 0) return err(attachmentProblems.attachment_empty({}));
  const shown = [...name.normalize("NFC").trim()].filter((char) => char >= " " && char !== "\u007f").join("");
  if (shown === "" || shown.length > 120) return err(attachmentProblems.attachment_name({ field: "name" }));
  const type = await typeOf(bytes);
  if (!type) return err(attachmentProblems.attachment_type({}));
  const key = `${randomUUID()}.${ATTACHMENT_TYPES[type]}`;
  await blobs.put(nameOf(hall, ledger, key), bytes);
  return ok({ key, name: shown, type, bytes: bytes.length });
}

export async function findAttachment(
  blobs: BlobStore,
  hall: string,
  ledger: string,
  key: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly type: AttachmentType }, Problem>> {
  const bytes = isAttachmentKey(key) ? await blobs.find(nameOf(hall, ledger, key)) : undefined;
  const type = bytes && (await typeOf(bytes));
  return bytes && type ? ok({ bytes, type }) : err(attachmentProblems.unknown_attachment({}));
}

/** By magic numbers: neither a name nor a declared type is believed. */
async function typeOf(bytes: Uint8Array): Promise<AttachmentType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found && isAttachmentType(found.mime) ? found.mime : undefined;
}
