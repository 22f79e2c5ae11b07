// One person's day on the one attendance sheet (D1 三3 "统一考勤"): the halves, the times, what was out of order.

import type { PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems } from "../../kernel/problem.ts";
import type { StatusDefinition, Transition, TypedRow } from "../../ledger/define-ledger.ts";
import type { AskedRow } from "../../ledger/facts.ts";
import { type Fields, isValuesOf, type ValuesOf } from "../../ledger/field.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import type { Half } from "./half-days.ts";

/** What the sheet says of half a day. */
export const PRESENCES = {
  present: { zh: "出勤", en: "present" },
  leave: { zh: "请假", en: "on leave" },
  outing: { zh: "外出", en: "out on duty" },
  absent: { zh: "缺勤", en: "absent" },
} as const;
export type Presence = keyof typeof PRESENCES;

export const attendanceFields = {
  day: date({ label: { zh: "日期", en: "Day" }, required: true }),
  person: reference({ label: { zh: "姓名", en: "Who" }, refersTo: "person", required: true }),
  morning: choice({ label: { zh: "上午", en: "Morning" }, choices: PRESENCES, required: true, width: 70 }),
  afternoon: choice({
    label: { zh: "下午", en: "Afternoon" },
    choices: PRESENCES,
    required: true,
    width: 70,
  }),
  arrivedAt: dateTime({
    label: { zh: "到岗时间", en: "Arrived at" },
    help: { zh: "准时的不填", en: "left out when in time" },
  }),
  leftAt: dateTime({
    label: { zh: "离岗时间", en: "Left at" },
    help: { zh: "准时的不填", en: "left out when in time" },
  }),
  offPostFrom: dateTime({ label: { zh: "脱岗自", en: "Off post from" } }),
  offPostTo: dateTime({ label: { zh: "脱岗至", en: "Off post until" } }),
  note: longText({ label: { zh: "备注", en: "Note" }, maxLength: 200, personal: true }),
};

export type AttendanceValues = ValuesOf<typeof attendanceFields>;
export type AttendanceRow = TypedRow<typeof attendanceFields>;

export const attendanceStatuses = {
  unconfirmed: { label: { zh: "待确认", en: "to be confirmed" }, open: true },
  recorded: { label: { zh: "已登记", en: "recorded" }, open: false },
  unexplained: { label: { zh: "待说明", en: "unexplained" }, open: true },
  explained: { label: { zh: "已说明待认定", en: "explained, to be judged" }, open: true },
  settled: { label: { zh: "已认定", en: "judged" }, open: false },
  absenteeism: { label: { zh: "旷工", en: "absent without leave" }, open: false },
} as const satisfies Record<string, StatusDefinition>;
export type AttendanceStatus = keyof typeof attendanceStatuses;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });
const slip = text({ label: { zh: "假条号", en: "Slip" }, maxLength: 20, required: true });
const halves = {
  morning: flag({ label: { zh: "上午", en: "Morning" }, required: true }),
  afternoon: flag({ label: { zh: "下午", en: "Afternoon" }, required: true }),
};

export const attendanceTransitions = {
  confirm: { label: { zh: "确认考勤", en: "confirm" }, from: ["unconfirmed"], fields: { at } },
  /**
   * D2 一(一): "必须履行考勤及请假手续,其中遇到意外情况不能及时到岗上班的,需及时向窗口负责人说明情况"; D4 一: "应向相关领导
   * 说明情况,否则按旷工处理".
   */
  explain: {
    label: { zh: "说明情况", en: "explain" },
    from: ["unexplained"],
    fields: {
      at,
      cause: choice({
        label: { zh: "原因", en: "Cause" },
        choices: {
          unforeseen: { zh: "意外情况", en: "something unforeseen" },
          traffic: { zh: "交通受阻", en: "traffic" },
          illness: { zh: "突发疾病", en: "sudden illness" },
          duty: { zh: "公务", en: "official duty" },
          other: { zh: "其他", en: "other" },
        },
        required: true,
      }),
      toldTo: reference({ label: { zh: "已向谁说明", en: "Told to" }, refersTo: "person", required: true }),
      explanation: longText({
        label: { zh: "情况说明", en: "Explanation" },
        maxLength: 300,
        required: true,
      }),
    },
  },
  judge: {
    label: { zh: "认定说明", en: "judge the explanation" },
    from: ["explained"],
    fields: {
      at,
      accepted: flag({ label: { zh: "说明成立", en: "Accepted" }, required: true }),
      opinion: longText({ label: { zh: "意见", en: "Opinion" }, maxLength: 200 }),
    },
  },
  /** One working day without a word, where the centre enabled it. */
  lapse: { label: { zh: "逾期未说明,计旷工", en: "count as absent" }, from: ["unexplained"], fields: { at } },
  /** A leave that was approved takes halves of the day; what was recorded before stays in the revisions. */
  applyLeave: {
    label: { zh: "按假条更正", en: "apply a leave" },
    from: ["unconfirmed", "recorded", "unexplained", "explained", "settled", "absenteeism"],
    fields: { at, slip, ...halves },
    onlyFollows: true,
  },
  /** A leave that was withdrawn, or ended early, gives the halves back: they have to be recorded anew. */
  liftLeave: {
    label: { zh: "假条不再适用", en: "lift a leave" },
    from: ["unconfirmed", "recorded", "unexplained", "explained", "settled", "absenteeism"],
    fields: { at, slip, ...halves },
    onlyFollows: true,
  },
} as const satisfies Record<string, Transition & { fields: Fields }>;

export function presenceOf(values: AttendanceValues, half: Half): Presence | undefined {
  return half === "morning" ? values.morning : values.afternoon;
}

/** Of somebody's day on the sheet: the halves that were confirmed as present. */
export function confirmedPresence(
  { status, values }: AskedRow,
  person: string | undefined,
): { readonly day: PlainDate; readonly halves: readonly Half[] } | null {
  if (status === "unconfirmed" || !isValuesOf(attendanceFields, values)) return null;
  if (values.person !== person || !values.day) return null;
  const both: Half[] = ["morning", "afternoon"];
  return { day: values.day, halves: both.filter((half) => presenceOf(values, half) === "present") };
}

export const attendanceProblems = defineProblems({
  day_ahead: {
    status: 422,
    zh: "日期在将来;考勤只登记当天和过去的日子。",
    en: "The day lies ahead; attendance is recorded for today and the past.",
  },
  no_service_day: {
    status: 422,
    zh: "{day} 大厅不上班(休息日、停办或未开办),没有应出勤的人;请核对日期。",
    en: "The hall does not work on {day}: nobody is due. Please check the date.",
  },
  recorded_already: {
    status: 409,
    zh: "{name} {day} 的考勤已有一行({number},D1 三3:统一考勤);请改那一行。",
    en: "{name} has a row for {day} already ({number}; D1 三3: one attendance sheet); please change that one.",
  },
  not_on_that_day: {
    status: 422,
    zh: "“{label}”不在 {day};请核对日期和时间。",
    en: "{label} does not lie on {day}; please check date and time.",
  },
  times_reversed: {
    status: 422,
    zh: "“{label}”早于开始的时间;请核对。",
    en: "{label} lies before the time that it ends; please check both.",
  },
  times_of_absent: {
    status: 422,
    zh: "全天没有出勤,却填了“{label}”;请更正上午、下午的登记,或清除时间。",
    en: "Nobody present all day has a time under {label}; correct the halves, or clear the time.",
  },
  leave_unknown: {
    status: 422,
    zh: "{day} {half} 没有已批准的假条(D2 一(二):确需请假的办理请假手续);请先办请假,或改为缺勤。",
    en: "There is no approved leave for {day} ({half}; D2 一(二)); file the leave first, or record an absence.",
  },
  on_approved_leave: {
    status: 409,
    zh: "{day} {half} 有已批准的假条 {slip};请登记为“请假”,提前回来的先办销假。",
    en: "Slip {slip} is approved for {day} ({half}); record it as leave, or record the early return first.",
  },
  outing_unknown: {
    status: 422,
    zh: "{day} 没有此人的外出登记(D2 一(六):外出要说明行踪);请先登记外出。",
    en: "No outing of this person is registered for {day} (D2 一(六)); register it first.",
  },
  told_nobody_who_counts: {
    status: 422,
    zh: "应向窗口负责人或相关领导说明(D2 一(一)、D4 一);请在“已向谁说明”选择负责人。",
    en: "It is to be told to a head (D2 一(一), D4 一); please choose one under Told to.",
  },
  own_explanation: {
    status: 403,
    zh: "不能认定自己的说明;由另一位负责人认定。",
    en: "Nobody judges their own explanation; another head does.",
  },
  not_lapsed_yet: {
    status: 409,
    zh: "说明期限到 {day} 为止,还没有过;请等其说明。",
    en: "There is time to explain until {day}; please wait for it.",
  },
  absenteeism_off: {
    status: 409,
    zh: "本中心没有启用“逾期未说明按旷工处理”(D4 一);由中心管理员启用后才计旷工。",
    en: "This centre has not enabled counting as absent what is not explained (D4 一); its administrator may.",
  },
});
