// What must be refused about periods, the calendar, extensions, unlocking, webhooks and clocks: each with its code and remedy.
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { batch, SYNC } from "../../support/world.ts";
import { step } from "../support/rows.ts";

export interface Asked {
  readonly now?: string;
  readonly who: string;
  readonly path: string;
  readonly body: unknown;
}

const notice2026 = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
const verb = (rule: string, name: string, periods: readonly string[], who = "head", more = {}): Asked => ({
  who,
  path: `/v1/halls/east/periods/${rule}/${name}`,
  body: { periods, ...more },
});
const submit = (period: string, who?: string) => verb("monthly-report", "submit", [period], who);
export const sign = (period: string, who?: string) => verb("daily-summary", "sign", [period], who);
export const unlock = (more: Record<string, unknown>) =>
  verb("monthly-report", "unlock", ["2026-10"], "admin", {
    reason: "补录",
    ledgers: ["cases"],
    until: "2026-11-20T17:00:00+08:00",
    ...more,
  });
export const file = (text: string, year = 2027): Asked => ({
  who: "admin",
  path: "/v1/centre/calendar/apply",
  body: { file: { year, version: 1, source: { zh: "通知(演示)", en: "Notice (demonstration)" }, text } },
});
export const YEAR_2027 = [
  "2027-01-01~2027-01-03,off",
  "2027-02-05~2027-02-11,off",
  "2027-05-01~2027-05-05,off",
  "2027-10-01~2027-10-07,off",
];
export const webhook = (url: string): Asked => ({
  who: "admin",
  path: "/v1/centre/webhooks",
  body: { name: "群(演示)", kind: "wecom", url },
});
export const extend = (id: string, askedAt: string): Asked => ({
  who: "head",
  path: SYNC,
  body: batch([step(id, 1, "extend", { at: askedAt, askedAt, workingDays: 3, reason: "需实地核实" })]),
});

/** What is asked; the refusal's code, and its field where it has one; a word of the remedy in each language. */
export const REFUSED: readonly (readonly [
  what: string,
  ask: (overdueCase: string) => Asked,
  codeAndField: string,
  remedy: string,
])[] = [
  [
    "a submission for a month to come",
    () => submit("2026-12"),
    "period_future periods",
    "请到时再办 / come back",
  ],
  [
    "a submission before the month is over",
    () => submit("2026-11"),
    "period_not_over periods",
    "2026-12-01 起可办 / from 2026-12-01 on",
  ],
  [
    "a submission for a locked month",
    () => submit("2026-10"),
    "already_accepted periods",
    "限时解锁 / unlock it",
  ],
  [
    "a signature in a locked month",
    () => sign("2026-10-30"),
    "period_locked periods",
    "限时解锁 / unlock it",
  ],
  [
    "a submission for a period of another kind",
    () => submit("2026-Q3"),
    "period_foreign periods",
    "从应办清单里选择 / choose one",
  ],
  [
    "a submission for a period that is none",
    () => submit("2026-13"),
    "invalid_period periods",
    "2026-11 / 2026-11",
  ],
  [
    "a week without a working day",
    () => verb("weekly-supervision", "confirm", ["2026-W08"]),
    "period_not_owed periods",
    "从应办清单里选择 / choose one",
  ],
  [
    "a submission for another's hall",
    () => submit("2026-09", "west"),
    "not_permitted",
    "联系大厅负责人或中心 / please ask",
  ],
  [
    "a clerk who signs the head's day",
    () => sign("2026-11-12", "clerk"),
    "not_your_day periods",
    "由大厅负责人 / the hall's head",
  ],
  [
    "a deputy who signs a day after the deputyship",
    () => sign("2026-11-12", "deputy"),
    "not_your_day periods",
    "代理期内 / within the days of deputising",
  ],
  [
    "the centre that signs a hall's day",
    () => sign("2026-11-12", "admin"),
    "not_your_day periods",
    "由大厅负责人 / the hall's head",
  ],
  [
    "a head who accepts the own report",
    () => verb("monthly-report", "accept", ["2026-10"]),
    "not_yours_to_judge",
    "请联系中心 / ask the centre",
  ],
  [
    "a file with a day that stands twice",
    () => file([...YEAR_2027, "2027-10-05~2027-10-08,off"].join("\n")),
    "notice_overlap off",
    "请删去一处 / remove one",
  ],
  [
    "a file that lacks a holiday",
    () => file(YEAR_2027.slice(0, 3).join("\n")),
    "notice_statutory_day_missing off",
    "文件可能不完整 / incomplete",
  ],
  [
    "a year after a gap",
    () => file(YEAR_2027.join("\n").replaceAll("2027", "2028"), 2028),
    "notice_year_gap year",
    "请先载入 2027 年 / load 2027 first",
  ],
  [
    "a day both off and at work",
    () => file([...YEAR_2027, "2027-10-03,work"].join("\n")),
    "notice_off_and_work makeUp",
    "核对通知原文 / check the notice",
  ],
  [
    "a line that cannot be read",
    () => file([...YEAR_2027, "2027-06-19,maybe"].join("\n")),
    "notice_line text",
    "请写成 / write 2027-01-01,off",
  ],
  [
    "a year that is loaded already",
    () => ({ ...file(""), body: { notice: notice2026 } }),
    "notice_year_loaded version",
    "更高的版本号(2) / a higher version (2)",
  ],
  [
    "an extension asked after expiry",
    (overdueCase) => extend(overdueCase, "2026-11-13 09:00"),
    "extension_after_expiry askedAt",
    "请核对“申请延期时间” / check “asked at”",
  ],
  [
    "an unlock without an end",
    () => unlock({ until: undefined }),
    "unlock_end_required until",
    "请填写“截止” / fill in “until”",
  ],
  [
    "an unlock with an empty end",
    () => unlock({ until: " " }),
    "unlock_end_required until",
    "请填写“截止” / fill in “until”",
  ],
  [
    "an unlock that has ended already",
    () => unlock({ until: "2026-11-13T09:00:00+08:00" }),
    "unlock_end_invalid until",
    "请改“截止” / change “until”",
  ],
  [
    "an unlock for a year",
    () => unlock({ until: "2027-11-13T09:00:00+08:00" }),
    "unlock_end_invalid until",
    "请改“截止” / change “until”",
  ],
  [
    "an unlock until some day",
    () => unlock({ until: "下周" }),
    "unlock_end_invalid until",
    "请改“截止” / change “until”",
  ],
  [
    "an unlock of everything",
    () => unlock({ ledgers: [] }),
    "unlock_scope_required ledgers",
    "写明解锁哪些台账 / which ledgers",
  ],
  [
    "an unlock without a reason",
    () => unlock({ reason: " " }),
    "reason_required reason",
    "请写明理由 / give a reason",
  ],
  ...["inside", "both", "cloud", "self", "six"].map(
    (name) =>
      [
        `a webhook whose name points inside: ${name}`,
        () => webhook(`https://${name}.qyapi.example/send`),
        "webhook_internal url",
        "公网 / public webhook address",
      ] as const,
  ),
  ...[
    "https://10.0.0.1/cgi-bin/webhook/send",
    "https://[::1]/send",
    "https://localhost/send",
    "https://2130706433/send",
  ].map(
    (url) =>
      [
        `a webhook at ${url}`,
        () => webhook(url),
        "webhook_host_unknown url",
        "只接受企业微信、钉钉 / only WeCom, DingTalk",
      ] as const,
  ),
  [
    "a clock that runs backwards: a signature",
    () => ({ ...sign("2026-11-11"), now: "2026-11-11 17:45" }),
    "clock_backwards",
    "核对服务器时钟 / clock checked",
  ],
  [
    "a clock that runs backwards: a report sent before it was accepted",
    () => ({ ...unlock({ until: "2026-11-05T17:00:00+08:00" }), now: "2026-11-03 12:00" }),
    "clock_backwards",
    "核对服务器时钟 / clock checked",
  ],
];
