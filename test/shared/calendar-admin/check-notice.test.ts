// Holiday notices that make no sense are refused, each for its own reason; the real ones pass.
import { describe, expect, test } from "vitest";
import { checkNotice } from "../../../shared/capabilities/calendar-admin/check-notice.ts";
import type { GivenNotice } from "../../../shared/capabilities/calendar-admin/notice.ts";
import { parseNoticeRows } from "../../../shared/capabilities/calendar-admin/parse-notice-rows.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";

/** An invented notice for 2027: the real one appears in autumn 2026. */
const notice = (more: Partial<GivenNotice> = {}): GivenNotice => ({
  year: 2027,
  version: 1,
  source: { zh: "2027年放假安排(演示)", en: "Notice for 2027 (demonstration)" },
  off: [
    ["2027-01-01", "2027-01-03"],
    ["2027-02-05", "2027-02-12"],
    ["2027-05-01", "2027-05-05"],
    ["2027-10-01", "2027-10-07"],
  ],
  makeUp: ["2027-02-20", "2027-10-09"],
  ...more,
});
const codes = (given: GivenNotice) => {
  const checked = checkNotice(given, CHINA_CALENDAR_YEARS);
  return checked.ok ? "ok" : [...new Set(checked.error.map(({ code }) => code))].join(" ");
};

test("a sound notice passes, and so does every notice that is shipped, as the year after those before it", () => {
  expect(codes(notice())).toBe("ok");
  for (const [at, year] of CHINA_CALENDAR_YEARS.entries()) {
    if (at > 0)
      expect(checkNotice(year, CHINA_CALENDAR_YEARS.slice(0, at))).toEqual({ ok: true, value: year });
  }
});

test.each([
  [
    "days off that overlap",
    notice({ off: [...notice().off, ["2027-10-05", "2027-10-08"]] }),
    "notice_overlap",
  ],
  [
    "a day off written twice",
    notice({ off: [...notice().off, ["2027-05-01", "2027-05-01"]] }),
    "notice_overlap",
  ],
  ["a make-up day written twice", notice({ makeUp: ["2027-02-20", "2027-02-20"] }), "notice_overlap"],
  ["a day both off and at work", notice({ makeUp: ["2027-10-02"] }), "notice_off_and_work"],
  ["a make-up day on an ordinary Monday", notice({ makeUp: ["2027-02-22"] }), "notice_make_up_on_workday"],
  ["a day that does not exist", notice({ makeUp: ["2027-02-29"] }), "notice_date"],
  ["a range upside down", notice({ off: [...notice().off, ["2027-06-10", "2027-06-08"]] }), "notice_range"],
  ["a day of another year", notice({ makeUp: ["2028-01-02"] }), "notice_other_year"],
  [
    "a range over New Year",
    notice({ off: [...notice().off, ["2027-12-31", "2028-01-02"]] }),
    "notice_other_year",
  ],
  ["no day off", notice({ off: [] }), "notice_empty"],
  [
    "a file that breaks off in May",
    notice({ off: notice().off.slice(0, 3), makeUp: [] }),
    "notice_statutory_day_missing",
  ],
  ["a year after a gap", { ...notice(), year: 2028 }, "notice_year_gap notice_other_year"],
  ["a year before the calendar", { ...notice(), year: 2019 }, "notice_before_calendar notice_other_year"],
  ["a year that is loaded already", { ...notice(), year: 2026 }, "notice_year_loaded notice_other_year"],
  ["a version that is left out", notice({ version: 2 }), "notice_version_skipped"],
])("%s: refused", (_, given, code) => {
  expect(codes(given)).toBe(code);
});

test("a changed notice takes the next version", () => {
  const year2026 = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
  if (!year2026) throw new Error("no 2026");
  expect(codes({ ...year2026, version: 2 })).toBe("ok");
  expect(codes({ ...year2026, version: 1 })).toBe("notice_year_loaded");
  expect(codes({ ...year2026, version: 3 })).toBe("notice_version_skipped");
});

describe("files", () => {
  test("rows of dates, in the ways that people write them", () => {
    const text =
      '\ufeff日期,类型\r\n# 元旦\r\n2027-01-01,off\r\n2027/1/2,休\r\n2027年1月3日\t放假\n20270205..20270212,OFF\n\n2027-02-20,work\n"2027-10-09",调休上班\n';
    expect(parseNoticeRows(text)).toEqual({
      off: [
        ["2027-01-01", "2027-01-01"],
        ["2027-01-02", "2027-01-02"],
        ["2027-01-03", "2027-01-03"],
        ["2027-02-05", "2027-02-12"],
      ],
      makeUp: ["2027-02-20", "2027-10-09"],
      problems: [],
    });
  });

  test.each([
    ["a kind that is none", "2027-01-01,maybe"],
    ["no date", "2027-01-01,off\nsoon,off"],
    ["a range of make-up days", "2027-02-20..2027-02-21,work"],
    ["half a row", "2027-01-01"],
    ["HTML", "<html>1</html>"],
    ["a second line of headings", "date,kind\n2027-01-01,off\ndate,kind"],
  ])("%s: the line is named", (_, text) => {
    expect(parseNoticeRows(text).problems.map(({ code }) => code)).toEqual(["notice_line"]);
  });

  test("a file of endless lines is not read to its end", () => {
    expect(parseNoticeRows("2027-01-01,off\n".repeat(5000)).off).toHaveLength(1000);
    expect(parseNoticeRows("2027-01-01,off\n".repeat(5000)).problems).toHaveLength(1);
  });

  test("a date that does not exist is found when the notice is checked", () => {
    const { off, makeUp } = parseNoticeRows("2027-02-30,off");
    expect(codes(notice({ off, makeUp }))).toBe("notice_date");
  });
});
