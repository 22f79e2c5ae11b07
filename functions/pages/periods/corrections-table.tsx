// The rows behind a difference between what was reported and what is so now, each with its reasons.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Revision } from "../../../shared/ledger/record.ts";
import type { ReportDifference } from "../../use-cases/periods/report-difference.ts";
import { pagePaths } from "../page-paths.ts";
import { actionName } from "../record/history-list.tsx";
import { PERIOD_TEXTS } from "./period-texts.ts";
import { showFigure } from "./show-figure.ts";

interface CorrectionsProps {
  readonly difference: ReportDifference;
  readonly hall: Hall;
  readonly ledgers: readonly Ledger[];
  readonly locale: Locale;
}

/** The reason that was given; without one, what was done. */
function whyOf(revision: Revision, ledgers: readonly Ledger[], id: string, locale: Locale): string {
  const { reason, data, action } = revision;
  const given = reason ?? data?.reason;
  const ledger = ledgers.find((one) => one.id === id);
  const done = ledger ? say(actionName(ledger, revision), locale) : action;
  return typeof given === "string" ? `${done}: ${given}` : done;
}

export function CorrectionsTable({ difference, hall, ledgers, locale }: CorrectionsProps) {
  const t = (text: Text) => say(text, locale);
  const { corrections } = difference;
  if (corrections.length === 0) return <p class="soft">{t(PERIOD_TEXTS.noCorrections)}</p>;
  return (
    <>
      <h2 id="corrections">{t(PERIOD_TEXTS.corrections)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="corrections">
        <table class="rows">
          <thead>
            <tr>
              {[PERIOD_TEXTS.row, PERIOD_TEXTS.difference, PERIOD_TEXTS.reasons].map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ ledger, id, serial, frozen, live, revisions }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={pagePaths.record(hall.id, ledger, id)}>{serial}</a>
                </th>
                <td>
                  {[...new Set([...Object.keys(frozen), ...Object.keys(live)])]
                    .filter((metric) => frozen[metric] !== live[metric])
                    .map((metric) => {
                      const own = ledgers.find((one) => one.id === ledger);
                      const label = own?.metrics[metric]?.label;
                      const [was, is] = [frozen[metric] ?? 0, live[metric] ?? 0];
                      return `${label ? t(label) : metric} ${showFigure(own, metric, was)} → ${showFigure(own, metric, is)}`;
                    })
                    .join("; ")}
                </td>
                <td class="wrap">
                  {revisions
                    .map(
                      (revision) =>
                        `${showDateTime(revision.at)} ${whyOf(revision, ledgers, ledger, locale)}`,
                    )
                    .join("; ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
