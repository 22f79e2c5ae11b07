// The form by which the centre adds a matter: it becomes active with its limit and somebody responsible, or not at all.
import { FLOW_NAMES } from "../../../shared/capabilities/cases/case-flows.ts";
import { POST_HOLDER } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { CATALOGUE_TEXTS as TEXTS } from "./catalogue-texts.ts";
import { Problems } from "./matter-page.tsx";
import type { NewMatterForm } from "./read-new-matter.ts";

export interface NewMatterPageProps {
  /** What was sent and refused stands in the form again. */
  readonly given: NewMatterForm | undefined;
  readonly tomorrow: string;
  readonly problems: readonly Problem[];
  readonly locale: Locale;
  readonly formToken: string;
}

const INPUTS = [
  ["zh", "text"],
  ["en", "text"],
  ["timeLimit", "number"],
  ["responsible", "text"],
  ["effectiveFrom", "date"],
] as const;

export function NewMatterPage({ given, tomorrow, problems, locale, formToken }: NewMatterPageProps) {
  const t = (text: Text) => say(text, locale);
  const form = given?.form;
  const usual = { zh: "", en: "", timeLimit: "", responsible: POST_HOLDER, effectiveFrom: tomorrow };
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.catalogue}>{t(TEXTS.title)}</a>
      </p>
      <h1>{t(TEXTS.newMatter)}</h1>
      <section class="panel">
        <p>{t(TEXTS.newMatterLead)}</p>
        <Problems problems={problems} locale={locale} />
        <form method="post" action={pagePaths.newMatter} class="stacked">
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          {(["id", "initials"] as const).map((name) => (
            <label key={name} for={`matter-${name}`}>
              <span>{t(TEXTS[name])}</span>
              <input
                id={`matter-${name}`}
                name={name}
                value={given?.own[name] ?? ""}
                maxlength={60}
                required
              />
            </label>
          ))}
          <Choice
            name="post"
            label={TEXTS.post}
            chosen={given?.own.post}
            options={SHIPPED_POSTS.map(({ id, name }) => [id, name])}
            locale={locale}
          />
          <Choice
            name="flow"
            label={TEXTS.flow}
            chosen={given?.own.flow}
            options={Object.entries(FLOW_NAMES)}
            locale={locale}
          />
          {INPUTS.map(([name, type]) => (
            <label key={name} for={`matter-${name}`}>
              <span>{t(TEXTS[name])}</span>
              <input id={`matter-${name}`} type={type} name={name} value={form?.[name] ?? usual[name]} />
            </label>
          ))}
          <label for="matter-materials">
            <span>{t(TEXTS.materials)}</span>
            <textarea id="matter-materials" name="materials" rows={4}>
              {form?.materials ?? ""}
            </textarea>
          </label>
          <label for="matter-basis">
            <span>{t(TEXTS.basis)}</span>
            <input id="matter-basis" name="basis" maxlength={500} value={given?.own.basis ?? ""} />
          </label>
          <fieldset class="ticks">
            <legend>{t(TEXTS.more)}</legend>
            {(["upstream", "fee"] as const).map((name) => (
              <label key={name} class="tick">
                <input type="checkbox" name={name} checked={given?.[name] === true} /> {t(TEXTS[name])}
              </label>
            ))}
          </fieldset>
          <p class="actions">
            <button type="submit">{t(TEXTS.apply)}</button>
          </p>
        </form>
      </section>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: Text;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [string, Text])[];
  readonly locale: Locale;
}

function Choice({ name, label, chosen, options, locale }: ChoiceProps) {
  return (
    <label for={`matter-${name}`}>
      <span>{say(label, locale)}</span>
      <select id={`matter-${name}`} name={name} required>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {say(text, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}
