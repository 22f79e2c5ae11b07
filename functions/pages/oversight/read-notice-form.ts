// A posted holiday notice: typed into a form, or in a file as a spreadsheet exports it, in Unicode or in GBK.
import type { GivenNotice } from "../../../shared/capabilities/calendar-admin/notice.ts";
import { parseNoticeRows } from "../../../shared/capabilities/calendar-admin/parse-notice-rows.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { httpProblems } from "../../http/http-problems.ts";

/** What stands in the form, so that it can be shown again. */
export interface NoticeForm {
  readonly year: string;
  readonly version: string;
  readonly sourceZh: string;
  readonly sourceEn: string;
  readonly rows: string;
  /** The calendar's version that the preview named. */
  readonly basis: string;
}

/** A year's notice has some 40 lines: what is longer is something else, and its first lines say so. */
const MAX_FILE = 20_000;

export interface ReadNotice {
  readonly form: NoticeForm;
  readonly notice: GivenNotice;
  /** Lines that could not be read, and fields that are missing. */
  readonly problems: readonly Problem[];
}

export async function readNoticeForm(fields: FormData): Promise<ReadNotice> {
  const text = (name: string, longest: number): string => {
    const value = fields.get(name);
    return typeof value === "string" ? value.trim().slice(0, longest) : "";
  };
  const file = fields.get("file");
  const fromFile =
    typeof file === "object" && file !== null && file.size > 0 ? decode(await file.arrayBuffer()) : "";
  const form: NoticeForm = {
    year: text("year", 4),
    version: text("version", 4),
    sourceZh: text("sourceZh", 200),
    sourceEn: text("sourceEn", 200),
    rows: fromFile.slice(0, MAX_FILE) || text("rows", 20_000),
    basis: text("basis", 400),
  };
  const { off, makeUp, problems } = parseNoticeRows(form.rows);
  const missing = (["year", "version", "sourceZh"] as const)
    .filter((name) => form[name] === "" || (name !== "sourceZh" && !/^\d{1,4}$/.test(form[name])))
    .map((field) => httpProblems.invalid_parameter({ field, name: field, expected: EXPECTED[field] }));
  return {
    form,
    notice: {
      year: Number(form.year),
      version: Number(form.version),
      // A notice is Chinese; where nobody translated its title, the title itself stands.
      source: { zh: form.sourceZh, en: form.sourceEn || form.sourceZh },
      off,
      makeUp,
    },
    problems: [...missing, ...problems],
  };
}

const EXPECTED = {
  year: { zh: "四位年份", en: "a year in four digits" },
  version: { zh: "版本号,从 1 起", en: "a version from 1" },
  sourceZh: { zh: "通知的名称", en: "the notice's title" },
} as const;

/** Chinese spreadsheets export CSV as GBK; what is not sound UTF-8 is read as that. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
