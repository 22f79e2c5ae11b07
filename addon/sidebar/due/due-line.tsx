// When a row is due, in one sentence, with the reason of every single day behind it.
import { isPlainDate, weekday } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "../frame/session.ts";

/** A line of the trace, computed here or told by the backend. */
export interface TraceRow {
  readonly date: string;
  readonly label: Text;
  readonly used: number;
  readonly due: boolean;
  readonly originalDue: boolean;
  readonly provisional: boolean;
  readonly source?: Text | undefined;
}

const WORDS = {
  due: { zh: "到期日", en: "Due" },
  original: { zh: "原到期日", en: "Originally due" },
  provisional: {
    zh: "暂定:放假通知还没有公布",
    en: "provisional: the holiday notice has not been published yet",
  },
  noLimit: { zh: "不计时限", en: "No limit" },
  why: { zh: "逐日说明", en: "Day by day" },
  used: { zh: "已用", en: "used" },
} as const satisfies Record<string, Text>;

const WEEKDAYS: readonly Text[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];

export function weekdayOf(date: string): Text {
  return (isPlainDate(date) ? WEEKDAYS[weekday(date) - 1] : undefined) ?? { zh: "", en: "" };
}

export interface DueLineProps {
  readonly dueDate: string | null;
  readonly originalDueDate: string | null;
  readonly provisional: boolean;
  readonly trace: readonly TraceRow[];
  /** What stands in place of a date when there is none. */
  readonly without?: Text;
}

export function DueLine({
  dueDate,
  originalDueDate,
  provisional,
  trace,
  without = WORDS.noLimit,
}: DueLineProps) {
  const { t } = useSession();
  return (
    <section class="due" aria-label={t(WORDS.due)}>
      <p aria-live="polite">
        {dueDate ? (
          <>
            {t(WORDS.due)} <b data-due={dueDate}>{dueDate}</b> {t(weekdayOf(dueDate))}
          </>
        ) : (
          t(without)
        )}
      </p>
      {originalDueDate && originalDueDate !== dueDate && (
        <p class="soft">
          {t(WORDS.original)} {originalDueDate}
        </p>
      )}
      {provisional && <p class="soft">{t(WORDS.provisional)}</p>}
      {trace.length > 0 && (
        <details>
          <summary>{t(WORDS.why)}</summary>
          <ol class="trace">
            {trace.map((line) => (
              <TraceItem key={line.date} line={line} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function TraceItem({ line }: { line: TraceRow }) {
  const { t } = useSession();
  return (
    <li class={line.due ? "is-due" : ""}>
      <span class="day">
        {line.date.slice(5)} {t(weekdayOf(line.date))}
      </span>
      <span>
        {t(line.label)}
        {line.used > 0 && <span class="soft"> · {`${t(WORDS.used)} ${line.used}`}</span>}
        {line.due && <b> · {t(WORDS.due)}</b>}
        {line.originalDue && !line.due && <span> · {t(WORDS.original)}</span>}
        {line.source && <span class="source">{t(line.source)}</span>}
      </span>
    </li>
  );
}
