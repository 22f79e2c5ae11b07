// The scorecard in its versions: every item with clause, way of reckoning and weight; and the form of the next version.
import type { Scorecard } from "../../../shared/capabilities/inspection/scorecard.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { UNIFICATIONS } from "../../../shared/ledger/unifications.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { Labelled } from "./form-parts.tsx";
import { PAGE_TEXTS as T, withNumber } from "./inspection-page-texts.ts";

const TEXTS = {
  title: { zh: "验收评分表", en: "Scorecard" },
  from: { zh: "启用日期", en: "In force from" },
  clause: { zh: "依据", en: "Clause" },
  unifies: { zh: "五统一", en: "Unification" },
  how: { zh: "评分方式", en: "How it is scored" },
  weight: { zh: "分值", en: "Weight" },
  onSite: { zh: "现场", en: "on site" },
  rate: { zh: "台账计算：按比率", en: "reckoned: by rate" },
  yesNo: { zh: "台账计算：是或否", en: "reckoned: all or nothing" },
  anyDue: { zh: "，没有应评事项时不适用", en: ", where anything was due" },
  next: { zh: "另存为第 {n} 版", en: "Save as version {n}" },
  nextNote: {
    zh: "分值合计须为 100；新版从启用日期起用于新开的验收，已开启的轮次不变。",
    en: "Weights have to add up to 100; the new version holds for rounds opened from its day on, and changes none before.",
  },
} as const satisfies Record<string, Text>;

export interface ScorecardPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly centre: string;
  /** Latest last. */
  readonly versions: readonly Scorecard[];
  readonly mayEdit: boolean;
  readonly tomorrow: string;
}

export function ScorecardPage(props: ScorecardPageProps) {
  const { locale, formToken, centre, versions, mayEdit, tomorrow } = props;
  const t = (text: Text) => say(text, locale);
  const latest = versions.at(-1);
  if (!latest) return null;
  const table = <ItemsTable scorecard={latest} locale={locale} editable={mayEdit} />;
  return (
    <>
      <p class="crumbs no-print">
        <a href={pagePaths.inspections({ centre })}>← {t(T.inspections)}</a>
      </p>
      <h1>{t(TEXTS.title)}</h1>
      <ul>
        {versions.map(({ version, effectiveFrom }) => (
          <li key={version}>
            {t(withNumber(T.scorecard, version))} · {t(TEXTS.from)} {effectiveFrom}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <form method="post" action={pagePaths.scorecard({ centre })}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <input type="hidden" name="version" value={String(latest.version + 1)} />
          {table}
          <p class="soft">{t(TEXTS.nextNote)}</p>
          <div class="row-form no-print">
            <Labelled label={t(TEXTS.from)}>
              <input type="date" name="effectiveFrom" required value={tomorrow} />
            </Labelled>
            <button type="submit">{t(withNumber(TEXTS.next, latest.version + 1))}</button>
          </div>
        </form>
      ) : (
        table
      )}
    </>
  );
}

function ItemsTable({
  scorecard,
  locale,
  editable,
}: {
  readonly scorecard: Scorecard;
  readonly locale: Locale;
  readonly editable: boolean;
}) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll" tabindex={0} aria-label={t(TEXTS.title)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(T.item)}</th>
            <th scope="col">{t(TEXTS.clause)}</th>
            <th scope="col">{t(TEXTS.unifies)}</th>
            <th scope="col">{t(TEXTS.how)}</th>
            <th scope="col">{t(TEXTS.weight)}</th>
          </tr>
        </thead>
        <tbody>
          {scorecard.sections.flatMap((section) => [
            <tr key={section.id} class="group">
              <th scope="rowgroup" colspan={5}>
                {t(section.title)}（{section.weight}）
              </th>
            </tr>,
            ...section.criteria.map((item) => (
              <tr key={item.id}>
                <th scope="row">{t(item.text)}</th>
                <td>{item.clause}</td>
                <td>{t(UNIFICATIONS[item.unifies])}</td>
                <td>
                  {item.how.kind === "onSite"
                    ? t(TEXTS.onSite)
                    : `${t(TEXTS[item.how.scoring])}${item.how.appliesWhen === "anyDue" ? t(TEXTS.anyDue) : ""}`}
                </td>
                <td>
                  {editable ? (
                    <input
                      type="number"
                      name={`weight.${item.id}`}
                      aria-label={`${t(item.text)} ${t(TEXTS.weight)}`}
                      value={String(item.weight)}
                      min={0.5}
                      max={100}
                      step={0.5}
                      required
                    />
                  ) : (
                    item.weight
                  )}
                </td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </section>
  );
}
