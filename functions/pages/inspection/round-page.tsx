// The board of a round: who inspects which hall, how far it is, scores and ranks as the report has them, and its verbs.
import type { InspectionSnapshot } from "../../../shared/capabilities/inspection/snapshot.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { smallChart } from "../../reports/charts/small-chart.ts";
import { Blocks } from "../../reports/html/blocks.tsx";
import type { Report } from "../../reports/model/report.ts";
import type { Signature } from "../../storage/inspection-store.ts";
import { pageAddress } from "../exports/exported-blocks.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { type Choice, Choices, FoldedForm, Labelled } from "./form-parts.tsx";
import { PAGE_TEXTS as T, withNumber } from "./inspection-page-texts.ts";

export interface RoundPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly snapshot: InspectionSnapshot;
  readonly report: Report;
  readonly signature: Signature | null;
  /** By hall, how many on-site items nobody has scored. */
  readonly unscored: ReadonlyMap<string, number>;
  readonly conflicts: readonly Text[];
  readonly inspectors: readonly Choice[];
  readonly may: {
    readonly assign: boolean;
    readonly minutes: boolean;
    readonly sign: boolean;
    readonly score: readonly string[];
  };
  readonly today: string;
}

export function RoundPage(props: RoundPageProps) {
  const { locale, snapshot, report, signature, conflicts } = props;
  const { round, unclosed } = snapshot;
  const t = (text: Text) => say(text, locale);
  const query = { centre: round.centre };
  return (
    <>
      <p class="crumbs no-print">
        <a href={pagePaths.inspections(query)}>← {t(T.inspections)}</a>
      </p>
      <h1>
        {t(round.title)}{" "}
        <span class={signature ? "badge good" : "badge warn"}>{t(signature ? T.signed : T.running)}</span>{" "}
        {unclosed.length > 0 && <span class="badge warn">{t(T.preliminary)}</span>}
      </h1>
      <p class="soft">
        {t(T.period)} {round.first} – {round.last} · {t(withNumber(T.scorecard, round.scorecard.version))}
      </p>
      {signature && (
        <p class="soft small address">
          {snapshot.people[signature.by] ?? signature.by} · {showDateTime(signature.at)} · {t(T.hash)}{" "}
          {signature.hash}
        </p>
      )}
      <p class="actions no-print">
        {(["html", "docx", "xlsx", "json"] as const).map((format) => (
          <a
            key={format}
            class={format === "html" ? "button" : "button plain"}
            href={pagePaths.roundVerb(round.id, "report", { ...query, format })}
          >
            {{ html: t(T.report), docx: "Word", xlsx: "Excel", json: "JSON" }[format]}
          </a>
        ))}
        <a class="button plain" href={pagePaths.roundVerb(round.id, "blank", query)}>
          {t(T.blank)}
        </a>
      </p>
      {conflicts.length > 0 && (
        <div class="notice" role="alert">
          <p>{t(T.conflicts)}</p>
          <ul>
            {conflicts.map((one) => (
              <li key={one.en}>{t(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <HallsTable {...props} />
      {!signature && <Verbs {...props} />}
      <Blocks
        blocks={report.blocks.filter(({ kind }) => kind !== "signatures")}
        locale={locale}
        draw={smallChart}
        addressOf={pageAddress}
      />
    </>
  );
}

function HallsTable({ locale, snapshot, unscored, may, signature }: RoundPageProps) {
  const { round, halls, people } = snapshot;
  const t = (text: Text) => say(text, locale);
  const query = { centre: round.centre };
  return (
    <>
      <h2 id="halls">{t(T.sheets)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="halls">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(T.sheet)}</th>
              <th scope="col">{t(T.inspectors)}</th>
              <th scope="col">{t(T.unscored)}</th>
              <th scope="col" class="no-print">
                {t(T.onSite)}
              </th>
            </tr>
          </thead>
          <tbody>
            {halls.map(({ hall, name, inspectors }) => (
              <tr key={hall} data-hall={hall}>
                <th scope="row">
                  <a href={pagePaths.roundHall(round.id, hall, undefined, query)}>{t(name)}</a>
                </th>
                <td>{inspectors.map((id) => people[id] ?? id).join("、") || "—"}</td>
                <td>{unscored.get(hall) ?? 0}</td>
                <td class="no-print">
                  {may.score.includes(hall) && !signature ? (
                    <>
                      <a href={pagePaths.roundHall(round.id, hall, "on-site", query)}>{t(T.onSite)}</a> ·{" "}
                      <a href={pagePaths.roundHall(round.id, hall, "visitors", query)}>{t(T.visitors)}</a>
                    </>
                  ) : (
                    "—"
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Verbs({ locale, formToken, snapshot, inspectors, may, today }: RoundPageProps) {
  const { round, halls, unclosed, minutes } = snapshot;
  const t = (text: Text) => say(text, locale);
  const to = (verb: string) => ({
    locale,
    formToken,
    action: pagePaths.roundVerb(round.id, verb, { centre: round.centre }),
  });
  return (
    <section class="panel no-print">
      {may.assign && (
        <FoldedForm {...to("assign")} title={T.assign} button={T.save}>
          <Labelled label={t(T.sheet)}>
            <Choices name="hall" choices={halls.map(({ hall, name }) => ({ value: hall, text: t(name) }))} />
          </Labelled>
          {inspectors.map(({ value, text }) => (
            <label key={value} class="check">
              <span>
                <input type="checkbox" name="inspectors" value={value} /> {text}
              </span>
            </label>
          ))}
        </FoldedForm>
      )}
      {may.minutes && (
        <>
          <form method="post" action={to("reckon").action} class="row-form">
            <input type="hidden" name={FORM_TOKEN} value={formToken} />
            <button type="submit" class="plain">
              {t(T.reckon)}
            </button>
          </form>
          <FoldedForm {...to("minutes")} title={T.minutes} button={T.save}>
            <Labelled label={t(T.heldOn)}>
              <input type="date" name="heldOn" required value={minutes?.heldOn ?? today} />
            </Labelled>
            <Labelled label={t(T.place)}>
              <input name="place" required maxlength={120} value={minutes?.place ?? ""} />
            </Labelled>
            <Labelled label={t(T.attendees)}>
              <input name="attendees" required maxlength={500} value={minutes?.attendees ?? ""} />
            </Labelled>
            <Labelled label={t(T.minutesText)}>
              <textarea name="text" required rows={6} maxlength={5000}>
                {minutes?.text ?? ""}
              </textarea>
            </Labelled>
          </FoldedForm>
        </>
      )}
      {may.sign && (
        <FoldedForm {...to("sign")} title={T.sign} button={T.sign}>
          <p class="soft">{t(T.signNote)}</p>
          {unclosed.length > 0 && (
            <label class="check">
              <span>
                <input type="checkbox" name="acceptPreliminary" value="yes" /> {t(T.acceptPreliminary)}
              </span>
            </label>
          )}
        </FoldedForm>
      )}
    </section>
  );
}
