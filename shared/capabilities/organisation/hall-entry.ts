// What a centre may change of a hall: its name and community, windows, telephone, and the hours from a day on.
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Hall, hoursOn, minutesOf } from "./hall.ts";
import { isHallName } from "./hall-name.ts";

/** As a form gives it. */
export interface HallEntry {
  readonly zh: string;
  readonly en: string;
  readonly communityZh: string;
  readonly communityEn: string;
  readonly complaintPhone: string;
  readonly windows: readonly string[];
  readonly opensAt: string;
  readonly closesAt: string;
  /** Both or neither. */
  readonly breakFrom: string;
  readonly breakTo: string;
  /** First day of the hours. */
  readonly hoursFrom: string;
}

const problems = defineProblems({
  hall_name_pattern: {
    status: 422,
    zh: "大厅名称应为“××社区便民服务大厅”(意见三1“名称统一”)；“{name}”不是。",
    en: "A hall's Chinese name reads “××社区便民服务大厅” (D1 三1); “{name}” does not.",
  },
  hall_english_name: {
    status: 422,
    zh: "请填写大厅的英文名称。",
    en: "Please state the hall's English name.",
  },
  community_missing: {
    status: 422,
    zh: "请填写所属社区的中文和英文名称(意见三3“在社区的领导…下”)。",
    en: "Please name the community in Chinese and in English (D1 三3).",
  },
  hall_phone: {
    status: 422,
    zh: "投诉电话应为 3 到 30 位的数字、空格或 + - ( )；请核对。",
    en: "The complaints' telephone has 3 to 30 digits, spaces or + - ( ); please check it.",
  },
  window_twice: {
    status: 422,
    zh: "窗口“{window}”写了两次；每行一个，名称不重复，最多 60 个字。",
    en: "The window “{window}” stands there twice; one on each line, each by its own name of at most 60 characters.",
  },
  hall_hours: {
    status: 422,
    zh: "开放时间应为“时:分”，开门早于关门，午休在其间且起止都填；请核对。",
    en: "Hours read hh:mm, open before they close, with both ends of the break in between; please check them.",
  },
  hours_in_the_past: {
    status: 422,
    zh: "新的开放时间须从明天({tomorrow})或以后施行：已过的日子按原时间考勤、签字。",
    en: "New hours hold from tomorrow ({tomorrow}) on: days that are over were kept by the old ones.",
  },
});

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const PHONE = /^[\d +()-]{3,30}$/;

/** Whether a form's hours differ from those in force. */
export function changesHours(hall: Hall, entry: HallEntry, today: PlainDate): boolean {
  const now = hoursOn(hall, today);
  return (["opensAt", "closesAt", "breakFrom", "breakTo"] as const).some((part) => now[part] !== entry[part]);
}

export function checkHallEntry(
  hall: Hall,
  entry: HallEntry,
  days: { readonly today: PlainDate; readonly tomorrow: PlainDate },
): Problem[] {
  const found: Problem[] = [];
  // D1 三1 “名称统一为‘**社区便民服务大厅’”.
  if (!isHallName(entry.zh))
    found.push(problems.hall_name_pattern({ field: "zh", name: entry.zh.slice(0, 60) }));
  if (!entry.en) found.push(problems.hall_english_name({ field: "en" }));
  if (!entry.communityZh || !entry.communityEn)
    found.push(problems.community_missing({ field: "communityZh" }));
  if (!PHONE.test(entry.complaintPhone)) found.push(problems.hall_phone({ field: "complaintPhone" }));
  const twice = entry.windows.find(
    (window, at) => entry.windows.indexOf(window) !== at || window.length > 60,
  );
  if (twice !== undefined)
    found.push(problems.window_twice({ field: "windows", window: twice.slice(0, 60) }));
  if (!areHours(entry)) found.push(problems.hall_hours({ field: "opensAt" }));
  else if (changesHours(hall, entry, days.today)) {
    if (!isPlainDate(entry.hoursFrom) || entry.hoursFrom < days.tomorrow) {
      found.push(problems.hours_in_the_past({ field: "hoursFrom", tomorrow: days.tomorrow }));
    }
  }
  return found;
}

function areHours({ opensAt, closesAt, breakFrom, breakTo }: HallEntry): boolean {
  const hasBreak = breakFrom !== "" || breakTo !== "";
  const order = hasBreak ? [opensAt, breakFrom, breakTo, closesAt] : [opensAt, closesAt];
  return (
    order.every((time) => CLOCK.test(time)) &&
    order.every((time, at) => at === 0 || minutesOf(order[at - 1] ?? "") < minutesOf(time))
  );
}
