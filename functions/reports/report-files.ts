// The files of a report that is done: what they are called, and their bytes, the same for everybody and for good.
import { say } from "../../shared/kernel/text.ts";
import type { BlobStore } from "../blobs/blob-store.ts";
import type { ReportJob } from "../storage/report-store.ts";

export const REPORT_TYPES = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export type ReportFormat = keyof typeof REPORT_TYPES;

export function isReportFormat(text: string | undefined): text is ReportFormat {
  return text !== undefined && Object.hasOwn(REPORT_TYPES, text);
}

/** Undefined while it is not there yet. */
export async function fileOf(
  { blobs }: { readonly blobs: BlobStore },
  { files }: ReportJob,
  format: ReportFormat,
): Promise<Uint8Array | undefined> {
  const name = files[format];
  return name === undefined ? undefined : blobs.find(name);
}

export function reportFileName({ title, order, at }: ReportJob, format: ReportFormat): string {
  const name = say(title, order.locale).replace(/[\\/:*?"<>|\s]+/g, "-");
  return `${name}-${at.slice(0, 10)}.${format}`;
}

/** One HTML file with its style inside, and nothing that runs or comes from elsewhere. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
