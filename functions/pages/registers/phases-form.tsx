// The form that registers a programme's phases with explicit days. D1 四.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { usualPhases } from "../../../shared/capabilities/organisation/programme-phases.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { REGISTER_TEXTS as TEXTS } from "./register-texts.ts";

export interface PhasesFormProps {
  readonly year: number;
  /** The year's programme, where there is one. */
  readonly programme: NonNullable<Centre["programmes"]>[number] | undefined;
  /** What was sent and refused stands in the form again. */
  readonly given: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly locale: Locale;
  readonly formToken: string;
}

const PHASES = ["first", "second", "third"] as const;

export function PhasesForm({ year, programme, given, problems, locale, formToken }: PhasesFormProps) {
  const t = (text: Text) => say(text, locale);
  const usual = programme?.phases ?? usualPhases(year);
  const value = (name: string, otherwise: string) => given[name] ?? otherwise;
  return (
    <section class="panel">
      <h2>{t(TEXTS.phasesForm)}</h2>
      <p>{t(TEXTS.phasesLead)}</p>
      <Problems problems={problems} locale={locale} />
      <form method="post" action={pagePaths.programme()} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <label for="programme-year">
          <span>{t(TEXTS.year)}</span>
          <input
            id="programme-year"
            name="year"
            value={value("year", String(year))}
            pattern="\d{4}"
            required
          />
        </label>
        <label for="programme-zh">
          <span>{t(TEXTS.programmeName)}</span>
          <input
            id="programme-zh"
            name="zh"
            maxlength={60}
            value={value("zh", programme?.name.zh ?? `${year}年服务大厅规范化建设`)}
            required
          />
        </label>
        <label for="programme-en">
          <span>{t(TEXTS.programmeNameEn)}</span>
          <input
            id="programme-en"
            name="en"
            maxlength={120}
            value={value("en", programme?.name.en ?? `Standardisation of halls, ${year}`)}
            required
          />
        </label>
        <label for="programme-due">
          <span>{t(TEXTS.submissionsDueOn)}</span>
          <input
            id="programme-due"
            type="date"
            name="submissionsDueOn"
            value={value("submissionsDueOn", programme?.submissionsDueOn ?? `${year}-07-15`)}
            required
          />
        </label>
        {PHASES.map((phase, at) => (
          <div key={phase} class="row-form">
            {(["from", "to"] as const).map((end) => (
              <label key={end} for={`${phase}-${end}`}>
                <span>
                  {t(TEXTS[phase])} {t(TEXTS[end])}
                </span>
                <input
                  id={`${phase}-${end}`}
                  type="date"
                  name={`${phase}-${end}`}
                  value={value(`${phase}-${end}`, usual[at]?.[end] ?? "")}
                  required
                />
              </label>
            ))}
          </div>
        ))}
        <p class="actions">
          <button type="submit">{t(TEXTS.save)}</button>
        </p>
      </form>
    </section>
  );
}
