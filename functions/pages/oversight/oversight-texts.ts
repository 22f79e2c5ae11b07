// The words of the centre's pages of oversight: jobs, messages, groups, holiday notices, patterns worth a look.
import type { Text } from "../../../shared/kernel/text.ts";

export const OVERSIGHT_TEXTS = {
  when: { zh: "时间", en: "When" },
  state: { zh: "状态", en: "State" },
  month: { zh: "月份", en: "Month" },
  show: { zh: "查看", en: "Show" },
  all: { zh: "全部", en: "All" },
  hall: { zh: "大厅", en: "Hall" },
  kind: { zh: "类别", en: "Kind" },
  refused: { zh: "没有办成,请改正后重试:", en: "This was not done; please correct it and try again:" },
} as const satisfies Record<string, Text>;

export const JOB_TEXTS = {
  lead: {
    zh: "系统按时做的事:每次运行都留记录。可重复运行,晚运行或停几天后再运行,结果相同。",
    en: "What is done by the clock; each run is on record. Running again, late, or after some days off ends the same.",
  },
  job: { zh: "任务", en: "Job" },
  every: { zh: "间隔", en: "Every" },
  last: { zh: "最近一次", en: "Latest run" },
  lasted: { zh: "耗时", en: "Took" },
  changed: { zh: "改动", en: "What changed" },
  nothing: { zh: "无改动", en: "nothing" },
  never: { zh: "还没有运行过", en: "never yet" },
  runs: { zh: "运行记录", en: "Runs" },
  noRuns: { zh: "没有运行记录。", en: "There are no runs." },
  busy: { zh: "只看有改动或出错的", en: "Only runs that changed something or failed" },
  every_run: { zh: "看全部运行", en: "Every run" },
  latest: { zh: "最近 200 次", en: "The latest 200" },
} as const satisfies Record<string, Text>;

export const RUN_STATES: Readonly<Record<string, { readonly label: Text; readonly look: string }>> = {
  running: { label: { zh: "未结束", en: "not ended" }, look: "warn" },
  done: { label: { zh: "完成", en: "done" }, look: "good" },
  failed: { label: { zh: "出错", en: "failed" }, look: "bad" },
};

/** By the name that a job counts under. */
export const CHANGE_LABELS: Readonly<Record<string, Text>> = {
  drafted: { zh: "起草", en: "drafted" },
  stamped: { zh: "记存量", en: "stamped" },
  moved: { zh: "改动行", en: "rows moved" },
  finished: { zh: "通知处理完", en: "notices finished" },
  owed: { zh: "应办未办", en: "owed" },
  overdue: { zh: "已超期", en: "overdue" },
  missed: { zh: "缺报", en: "missed" },
  duties: { zh: "逐件应办", en: "duties of rows" },
  dutiesOverdue: { zh: "逐件超期", en: "duties overdue" },
  queued: { zh: "新消息", en: "messages queued" },
  escalated: { zh: "逐级上报", en: "escalated" },
  sent: { zh: "已发出", en: "sent" },
  handedOver: { zh: "交付发送", en: "handed over" },
  failed: { zh: "未发出待重试", en: "to be tried again" },
  dead: { zh: "放弃", en: "given up" },
  ledgers: { zh: "复核台账", en: "ledgers recounted" },
  differences: { zh: "不符", en: "differences" },
  halls: { zh: "复核大厅", en: "halls recounted" },
  hallsWaiting: { zh: "留待下次的大厅", en: "halls left for the next run" },
};

export const MESSAGE_TEXTS = {
  lead: {
    zh: "发给谁、什么时候、说了什么,都在这里。只在上班时间发送,同一内容不重复;每人每天一份汇总。",
    en: "What was sent, to whom, when. Only in working hours, nothing twice, one digest per person and day.",
  },
  none: { zh: "这个月没有消息。", en: "There are no messages in this month." },
  noneLike: { zh: "没有这一类消息。", en: "There are no such messages." },
  day: { zh: "日期", en: "Day" },
  to: { zh: "收件人", en: "To" },
  subject: { zh: "内容", en: "What" },
  attempts: { zh: "发送经过", en: "Attempts" },
  by: { zh: "发起", en: "Caused by" },
  job: { zh: "系统", en: "the clock" },
  retry: { zh: "重新发送", en: "Send again" },
  maybe: { zh: "可能已送达;确认未收到再重发", en: "It may have arrived; ask before sending again" },
  retried: {
    zh: "已放回发件箱,下一次上班时间发送。",
    en: "Back in the outbox; it goes out in working hours.",
  },
  group: { zh: "群", en: "group" },
} as const satisfies Record<string, Text>;

export const MESSAGE_KINDS: Readonly<Record<string, Text>> = {
  digest: { zh: "每日提醒", en: "daily digest" },
  remind: { zh: "中心催办", en: "reminder of the centre" },
  returned: { zh: "上报退回", en: "report returned" },
  tell: { zh: "个人通知", en: "word to a person" },
};

export const MESSAGE_STATES_TEXTS: Readonly<Record<string, { readonly label: Text; readonly look: string }>> =
  {
    queued: { label: { zh: "待发送", en: "waiting" }, look: "" },
    sending: { label: { zh: "发送中", en: "being sent" }, look: "" },
    sent: { label: { zh: "已发出", en: "sent" }, look: "good" },
    failed: { label: { zh: "将重试", en: "to be tried again" }, look: "warn" },
    dead: { label: { zh: "已放弃", en: "given up" }, look: "bad" },
  };

/** By the outcome that an attempt is recorded under. */
export const OUTCOMES: Readonly<Record<string, Text>> = {
  sent: { zh: "发出", en: "sent" },
  later: { zh: "稍后再试", en: "later" },
  refused: { zh: "被拒", en: "refused" },
  uncertain: { zh: "不能确定是否送达", en: "not known whether it arrived" },
  expired: { zh: "过时未发", en: "too late to be of use" },
  again: { zh: "重新发送", en: "to be sent again" },
};

export const WEBHOOK_TEXTS = {
  lead: {
    zh: "企业微信、钉钉的群机器人:群里只收汇总数字,不收单件。地址是密钥,登记后不再显示。",
    en: "Group robots of WeCom and DingTalk: groups get counts, never single cases. An address is a secret and is not shown again.",
  },
  none: { zh: "还没有登记群机器人。", en: "No group is registered yet." },
  list: { zh: "已登记的群", en: "Registered groups" },
  name: { zh: "名称", en: "Name" },
  service: { zh: "服务", en: "Service" },
  address: { zh: "机器人地址(https)", en: "Address of the robot (https)" },
  secret: { zh: "加签密钥(钉钉,可不填)", en: "Signing secret (DingTalk, optional)" },
  whose: { zh: "哪个厅的群", en: "Whose group" },
  centre: { zh: "中心", en: "the centre's" },
  add: { zh: "登记", en: "Register" },
  remove: { zh: "移除", en: "Remove" },
  added: { zh: "已登记", en: "Added" },
  registered: { zh: "已登记。", en: "Registered." },
  removed: { zh: "已移除。", en: "Removed." },
} as const satisfies Record<string, Text>;

export const SIGNAL_TEXTS = {
  lead: {
    zh: "系统看到的情形,不是结论:每条都可能有正当原因,请先了解再说。只有中心能看到本页。",
    en: "What can be seen, not a verdict: each may have a good reason, so please ask first. Only the centre sees this page.",
  },
  none: { zh: "这个月没有需要了解的情况。", en: "There is nothing worth a look in this month." },
  among: { zh: "件中的", en: "of" },
  rows: { zh: "相关办件", en: "Rows" },
} as const satisfies Record<string, Text>;

export const CALENDAR_TEXTS = {
  lead: {
    zh: "到期日按这里的日历计算。国务院每年的放假通知发布后在此载入:先预览影响,再应用。已上报审核的月份不变。",
    en: "Due dates rest on this calendar. Load each year's notice here: preview what it moves, then apply. Accepted months stay.",
  },
  years: { zh: "已载入的年份", en: "Years loaded" },
  year: { zh: "年份", en: "Year" },
  version: { zh: "版本", en: "Version" },
  source: { zh: "通知", en: "Notice" },
  sourceZh: { zh: "通知名称(中文)", en: "Title of the notice (Chinese)" },
  sourceEn: { zh: "通知名称(英文,可不填)", en: "Title of the notice (English, optional)" },
  off: { zh: "放假", en: "Off" },
  makeUp: { zh: "调休上班", en: "Made up" },
  load: { zh: "载入放假通知", en: "Load a notice" },
  rows: { zh: "日期(每行一个:日期或区间,休 或 班)", en: "Dates, one a line: a day or a span, off or work" },
  file: { zh: "或选择文件(CSV,两列:日期、休/班)", en: "or choose a file (CSV: date, off/work)" },
  preview: { zh: "预览影响", en: "Preview" },
  apply: { zh: "应用这份通知", en: "Apply this notice" },
  back: { zh: "返回修改", en: "Change it" },
  open: { zh: "未办结", en: "open" },
  moved: { zh: "到期日变动", en: "due dates move" },
  becomeOnTime: { zh: "由超期变为按时", en: "become on time" },
  becomeLate: { zh: "由按时变为超期", en: "become late" },
  becomeDefinite: { zh: "暂定日期变为确定", en: "become definite" },
  previewTitle: { zh: "预览", en: "Preview" },
  untouched: {
    zh: "办结的件和已审核的月报不受影响。应用后每件都留下记录。",
    en: "Closed rows and accepted reports are not touched. Each row that moves keeps a record.",
  },
  nothingMoves: { zh: "没有未办结的件因此变动。", en: "No open row moves." },
  row: { zh: "编号", en: "Row" },
  before: { zh: "原到期日", en: "Due before" },
  after: { zh: "新到期日", en: "Due after" },
  becomes: { zh: "变为", en: "Becomes" },
  onTime: { zh: "按时", en: "on time" },
  late: { zh: "超期", en: "late" },
  definite: { zh: "确定", en: "definite" },
  firstRows: { zh: "只列前 200 件", en: "the first 200 only" },
  applied: { zh: "已应用。改动的件数:", en: "Applied. Rows moved: " },
  rest: { zh: "其余由系统继续处理。", en: "The rest goes on by itself." },
  history: { zh: "变动记录", en: "Changes on record" },
  noHistory: {
    zh: "还没有载入过通知;用的是随产品提供的年份。",
    en: "No notice was loaded yet; the years are those shipped.",
  },
  appliedAt: { zh: "应用时间", en: "Applied" },
  appliedBy: { zh: "应用人", en: "By" },
  foreseen: { zh: "影响", en: "What it moved" },
  finishedState: { zh: "已完成", en: "finished" },
  runningState: { zh: "处理中", en: "going on" },
} as const satisfies Record<string, Text>;
