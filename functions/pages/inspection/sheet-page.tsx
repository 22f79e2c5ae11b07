// One hall's sheet: every item with its figures as the report has them, photos, and what may be said or ordered about it.

import { type Rectification, rectificationState } from "../../../shared/capabilities/inspection/round.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import type { InspectionSnapshot } from "../../../shared/capabilities/inspection/snapshot.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { RULINGS } from "../../reports/acceptance/inspection-texts.ts";
import { smallChart } from "../../reports/charts/small-chart.ts";
import { Blocks } from "../../reports/html/blocks.tsx";
import type { Block } from "../../reports/model/report.ts";
import { pageAddress } from "../exports/exported-blocks.tsx";
import { pagePaths } from "../page-paths.ts";
import { type Choice, Choices, FoldedForm, Labelled } from "./form-parts.tsx";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";

export type SheetVerb =
  | "ruling"
  | "bonus"
  | "rectification"
  | "reinspection"
  | "self-score"
  | "objection"
  | "done";

export interface SheetPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly snapshot: InspectionSnapshot;
  readonly hall: string;
  readonly blocks: readonly Block[];
  /** As they stand now. */
  readonly rectifications: readonly Rectification[];
  readonly owners: readonly Choice[];
  readonly may: readonly SheetVerb[];
  readonly back: string;
  readonly actionOf: (verb: SheetVerb) => string;
  readonly today: PlainDate;
}

export function SheetPage(props: SheetPageProps) {
  const { locale, snapshot, hall, blocks, back, may } = props;
  const t = (text: Text) => say(text, locale);
  const name = snapshot.halls.find((one) => one.hall === hall)?.name ?? { zh: hall, en: hall };
  return (
    <>
      <p class="crumbs no-print">
        <a href={back}>← {t(T.back)}</a>
      </p>
      <h1>
        {t(name)} · {t(snapshot.round.title)}
      </h1>
      {may.length > 0 && <Verbs {...props} />}
      <Blocks blocks={blocks} locale={locale} draw={smallChart} addressOf={pageAddress} />
      <Photos {...props} />
    </>
  );
}

/** Those of the inspection, and the evidence of what was put right. */
function Photos({ locale, snapshot, hall, rectifications }: SheetPageProps) {
  const { onSite = {} } = snapshot.halls.find((one) => one.hall === hall) ?? {};
  const onItems = criteriaOf(snapshot.round.scorecard).flatMap(({ id, text }) =>
    (onSite[id]?.photos ?? []).map(({ key }) => ({ key, text })),
  );
  const evidence = rectifications.flatMap(({ what, done }) =>
    (done?.photos ?? []).map(({ key }) => ({ key, text: { zh: `整改：${what}`, en: `put right: ${what}` } })),
  );
  const all = [...onItems, ...evidence];
  if (all.length === 0) return null;
  return (
    <>
      <h2>{say(T.photo, locale)}</h2>
      <ul class="files photos">
        {all.map(({ key, text }) => (
          <li key={`${text.en}${key}`}>
            <a href={pagePaths.roundPhoto(hall, snapshot.round.id, key)}>
              <img
                src={pagePaths.roundPhoto(hall, snapshot.round.id, key)}
                alt={say(text, locale)}
                width={160}
                loading="lazy"
              />
            </a>
            <span class="small">{say(text, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Verbs({
  locale,
  formToken,
  snapshot,
  rectifications,
  owners,
  may,
  actionOf,
  today,
}: SheetPageProps) {
  const t = (text: Text) => say(text, locale);
  const items = criteriaOf(snapshot.round.scorecard).map(({ id, text, weight }) => ({
    value: id,
    text: `${t(text)}（${weight}）`,
  }));
  const tasks = (states: readonly string[]) =>
    rectifications
      .filter((one) => states.includes(rectificationState(one, today)))
      .map(({ id, what }) => ({ value: id, text: what.slice(0, 60) }));
  const to = (verb: SheetVerb) => ({ locale, formToken, action: actionOf(verb) });
  const item = (
    <Labelled label={t(T.item)}>
      <Choices name="item" choices={items} />
    </Labelled>
  );
  const reason = (
    <Labelled label={t(T.reason)}>
      <textarea name="reason" required minlength={2} maxlength={500} rows={2}></textarea>
    </Labelled>
  );
  const toReinspect = tasks(["reported"]);
  const toReport = tasks(["open", "overdue", "failed"]);
  return (
    <section class="panel no-print">
      {may.includes("self-score") && (
        <FoldedForm {...to("self-score")} title={T.selfScore} button={T.save}>
          {item}
          <Labelled label={t(T.points)}>
            <input type="number" name="points" required min={0} max={100} step={0.5} />
          </Labelled>
          <Labelled label={t(T.note)}>
            <input name="note" maxlength={500} />
          </Labelled>
        </FoldedForm>
      )}
      {may.includes("objection") && (
        <FoldedForm {...to("objection")} title={T.object} button={T.object}>
          {item}
          {reason}
          <Labelled label={t(T.asks)}>
            <input type="number" name="asks" min={0} max={100} step={0.5} />
          </Labelled>
        </FoldedForm>
      )}
      {may.includes("done") && toReport.length > 0 && (
        <FoldedForm {...to("done")} title={T.reportDone} button={T.save} withFiles>
          <Labelled label={t(T.task)}>
            <Choices name="task" choices={toReport} />
          </Labelled>
          <Labelled label={t(T.note)}>
            <textarea name="note" required minlength={2} maxlength={500} rows={2}></textarea>
          </Labelled>
          <Labelled label={t(T.photo)}>
            <input type="file" name="photo" accept="image/*" />
          </Labelled>
        </FoldedForm>
      )}
      {may.includes("ruling") && (
        <FoldedForm {...to("ruling")} title={T.ruling} button={T.ruling}>
          {item}
          <Labelled label={t(T.kind)}>
            <Choices
              name="kind"
              choices={Object.entries(RULINGS).map(([value, text]) => ({ value, text: t(text) }))}
            />
          </Labelled>
          <Labelled label={t(T.points)}>
            <input type="number" name="points" min={0} max={100} step={0.1} />
          </Labelled>
          {reason}
        </FoldedForm>
      )}
      {may.includes("bonus") && (
        <FoldedForm {...to("bonus")} title={T.bonus} button={T.save}>
          <Labelled label={t(T.what)}>
            <input name="text" required minlength={2} maxlength={200} />
          </Labelled>
          <Labelled label={t(T.points)}>
            <input type="number" name="points" required min={0.5} max={20} step={0.5} />
          </Labelled>
        </FoldedForm>
      )}
      {may.includes("rectification") && (
        <FoldedForm {...to("rectification")} title={T.rectify} button={T.save}>
          {item}
          <Labelled label={t(T.what)}>
            <textarea name="what" required minlength={2} maxlength={500} rows={2}></textarea>
          </Labelled>
          <Labelled label={t(T.owner)}>
            <Choices name="owner" choices={owners} />
          </Labelled>
          <Labelled label={t(T.dueOn)}>
            <input type="date" name="dueOn" required min={today} />
          </Labelled>
        </FoldedForm>
      )}
      {may.includes("reinspection") && toReinspect.length > 0 && (
        <FoldedForm {...to("reinspection")} title={T.reinspect} button={T.save}>
          <Labelled label={t(T.task)}>
            <Choices name="task" choices={toReinspect} />
          </Labelled>
          <Labelled label={t(T.result)}>
            <Choices
              name="passed"
              choices={[
                { value: "yes", text: t(T.passed) },
                { value: "no", text: t(T.failed) },
              ]}
            />
          </Labelled>
          <Labelled label={t(T.note)}>
            <textarea name="note" required minlength={2} maxlength={500} rows={2}></textarea>
          </Labelled>
        </FoldedForm>
      )}
    </section>
  );
}
