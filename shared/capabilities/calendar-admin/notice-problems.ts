// Why a holiday notice cannot be loaded; each names the line or the date, and the remedy.
import { defineProblems } from "../../kernel/problem.ts";

export const noticeProblems = defineProblems({
  notice_empty: {
    status: 422,
    zh: "通知里没有任何放假日期;请核对内容。",
    en: "The notice names no day off; please check what was loaded.",
  },
  notice_line: {
    status: 422,
    zh: "第 {line} 行“{text}”看不懂;请写成“2027-01-01,off”或“2027-02-07,work”。",
    en: "Line {line}, “{text}”, cannot be read; write 2027-01-01,off or 2027-02-07,work.",
  },
  notice_date: {
    status: 422,
    zh: "“{date}”不是真实存在的日期;请核对。",
    en: "“{date}” is not an existing date; please check it.",
  },
  notice_range: {
    status: 422,
    zh: "放假区间 {first} 至 {last} 首尾颠倒;请核对。",
    en: "The days off from {first} to {last} end before they begin; please check them.",
  },
  notice_other_year: {
    status: 422,
    zh: "{date} 不在 {year} 年内;跨年的假期请分两年载入。",
    en: "{date} is not in {year}; days off across New Year belong to two years' notices.",
  },
  notice_overlap: {
    status: 422,
    zh: "{date} 写了两次;请删去一处。",
    en: "{date} stands twice; please remove one of them.",
  },
  notice_off_and_work: {
    status: 422,
    zh: "{date} 既放假又上班;请核对通知原文。",
    en: "{date} is both a day off and a working day; please check the notice.",
  },
  notice_make_up_on_workday: {
    status: 422,
    zh: "{date} 本来就是工作日,不能作为调休上班日;请核对。",
    en: "{date} is an ordinary working day and makes up for nothing; please check it.",
  },
  notice_statutory_day_missing: {
    status: 422,
    zh: "缺少法定节假日 {date}({name});文件可能不完整,请核对。",
    en: "The statutory holiday {date} ({name}) is missing; the file may be incomplete, please check it.",
  },
  notice_year_gap: {
    status: 422,
    zh: "日历已到 {last} 年,不能跳到 {year} 年;请先载入 {next} 年。",
    en: "The calendar ends with {last} and cannot jump to {year}; please load {next} first.",
  },
  notice_before_calendar: {
    status: 422,
    zh: "{year} 年早于日历的第一年({first}),不能载入。",
    en: "{year} lies before the calendar's first year ({first}) and cannot be loaded.",
  },
  notice_year_loaded: {
    status: 409,
    zh: "{year} 年已载入第 {version} 版;通知有变动时,请用更高的版本号({next})载入。",
    en: "{year} is loaded as version {version}; a changed notice takes a higher version ({next}).",
  },
  notice_version_skipped: {
    status: 422,
    zh: "{year} 年的下一个版本是第 {next} 版;请核对版本号。",
    en: "The next version of {year} is {next}; please check the number.",
  },
});
