// The signals in words that accuse nobody: each says what is seen, and that there may be a good reason.
import type { Text } from "../../kernel/text.ts";

export const SIGNAL_KINDS = {
  bulkEntry: {
    label: { zh: "集中补录", en: "Entered together, some time after" },
    note: {
      zh: "这些办件在短时间内由同一账号录入,且离收件已有数个工作日。可能有合理原因,如停电、停网后补录;请先了解情况。",
      en: "These cases were entered by one account within a short time, some working days after receipt. There may be a good reason, such as an outage; please ask first.",
    },
  },
  lateStop: {
    label: { zh: "临近到期停表或延期", en: "Stopped or extended shortly before the due date" },
    note: {
      zh: "这些办件在到期前最后时刻发出补正通知、进入特别程序或延期。可能确有需要;请了解情况。",
      en: "The clock of these cases was stopped or extended just before it ran out. It may have been needed; please ask.",
    },
  },
  dueDayClosing: {
    label: { zh: "办结集中在到期日", en: "Closings gather on the due date" },
    note: {
      zh: "较多办件恰在到期日办结。可能是按期排件;请看看能否提早办结。",
      en: "Many cases were closed on their very due date. Work may be planned that way; perhaps it can be done earlier.",
    },
  },
  soonReopened: {
    label: { zh: "办结后不久重新办理", en: "Reopened soon after closing" },
    note: {
      zh: "这些办件办结后不久又重新办理。可能是群众提出了新情况;请了解情况。",
      en: "These cases were reopened soon after they were closed. The residents may have brought something new; please ask.",
    },
  },
  sameText: {
    label: { zh: "事由文字相同", en: "Identical requests" },
    note: {
      zh: "这些办件的事由文字完全相同。可能是同类事项使用了同一说法;请抽看几件。",
      en: "The requests of these cases are word for word the same. A common wording may be the reason; please look at a few.",
    },
  },
} as const satisfies Readonly<Record<string, { readonly label: Text; readonly note: Text }>>;

export type SignalKind = keyof typeof SIGNAL_KINDS;
