// The deadline day by day: what each date counts as, how many working days are used, and the notice it rests on.
import type { TraceLine } from "../../../shared/kernel/deadline-trace.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { weekdayName } from "../design/show-values.ts";
import { RECORD_TEXTS } from "./record-texts.ts";

interface TraceProps {
  readonly trace: readonly TraceLine[];
  readonly calendarVersion: string;
  readonly locale: Locale;
}

export function TraceTable({ trace, calendarVersion, locale }: TraceProps) {
  const t = (text: Text) => say(text, locale);
  if (trace.length === 0) return <p class="notice">{t(RECORD_TEXTS.noTrace)}</p>;
  const heads = ["date", "weekday", "kind", "used", "basis", "marks"] as const;
  return (
    <>
      <section class="scroll" tabindex={0} aria-labelledby="trace">
        <table class="trace">
          <caption>{t(RECORD_TEXTS.traceCaption)}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(RECORD_TEXTS[head])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trace.map((line) => (
              <TraceRow key={line.date} line={line} locale={locale} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="soft small">
        {t(RECORD_TEXTS.calendarVersion)}: {calendarVersion}. {t(RECORD_TEXTS.printNote)}
      </p>
    </>
  );
}

const COUNTED: ReadonlySet<TraceLine["kind"]> = new Set(["workday", "makeUp", "extended"]);

function TraceRow({ line, locale }: { readonly line: TraceLine; readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  const counted = COUNTED.has(line.kind);
  const rowClass = line.due ? "due" : counted ? "" : "off";
  return (
    <tr class={rowClass} data-kind={line.kind}>
      <th scope="row">{line.date}</th>
      <td>{t(weekdayName(line.date))}</td>
      <td>{t(line.label)}</td>
      <td>{counted ? line.used : "—"}</td>
      <td class="wrap">
        {line.source ? t(line.source) : <span class="soft">{t(RECORD_TEXTS.byWeekday)}</span>}
      </td>
      <td>
        {line.due && <span class="badge warn">◆ {t(RECORD_TEXTS.dueMark)}</span>}{" "}
        {line.originalDue && !line.due && <span class="badge">◇ {t(RECORD_TEXTS.originalMark)}</span>}{" "}
        {line.provisional && <span class="badge warn">{t(RECORD_TEXTS.provisionalMark)}</span>}
      </td>
    </tr>
  );
}
