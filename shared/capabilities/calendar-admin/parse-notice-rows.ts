// Reads a notice from a text file: one row per date, `date,off` or `date,work`, as spreadsheets export it.
import type { Problem } from "../../kernel/problem.ts";
import { noticeProblems } from "./notice-problems.ts";

export interface NoticeRows {
  readonly off: readonly (readonly [string, string])[];
  readonly makeUp: readonly string[];
  readonly problems: readonly Problem[];
}

const OFF: ReadonlySet<string> = new Set(["off", "holiday", "休", "放假", "休息"]);
const WORK: ReadonlySet<string> = new Set(["work", "workday", "班", "上班", "补班", "调休上班"]);
/** `2027-01-01`, `2027/1/1`, `2027年1月1日` or `20270101`, as calendars write dates. */
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
/** A file that is longer is not a year's notice. */
const MAX_LINES = 1000;

/** Empty lines, lines that begin with `#`, and one line of headings are passed over. */
export function parseNoticeRows(text: string): NoticeRows {
  const off: (readonly [string, string])[] = [];
  const makeUp: string[] = [];
  const problems: Problem[] = [];
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  lines.slice(0, MAX_LINES).forEach((line, at) => {
    const cells = line.split(/[,，;；\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    const [first = "", kind = ""] = cells;
    if (line.trim() === "" || first.startsWith("#")) return;
    const [from, to = from] = first.split(/~|～|\.\.|\bto\b|至/).map((part) => tidyDate(part.trim()));
    if (from !== undefined && to !== undefined && OFF.has(kind.toLowerCase())) off.push([from, to]);
    else if (from !== undefined && from === to && WORK.has(kind.toLowerCase())) makeUp.push(from);
    else if (!(off.length === 0 && makeUp.length === 0 && problems.length === 0 && isHeading(first))) {
      problems.push(
        noticeProblems.notice_line({ field: "text", line: at + 1, text: line.trim().slice(0, 40) }),
      );
    }
  });
  if (lines.length > MAX_LINES) {
    const rest = lines[MAX_LINES] ?? "";
    problems.push(
      noticeProblems.notice_line({ field: "text", line: MAX_LINES + 1, text: rest.trim().slice(0, 40) }),
    );
  }
  return { off, makeUp, problems };
}

function isHeading(first: string): boolean {
  return !/\d/.test(first);
}

/** `yyyy-MM-dd`, whether or not there is such a day. */
function tidyDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [month = "", day = ""] = match[4] ? [match[4], match[5]] : [match[2], match[3]];
  return `${match[1]}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
