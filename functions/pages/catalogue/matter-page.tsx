// One service: its versions, a form for the next one, and the preview of what that would change.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { VersionPreview } from "../../use-cases/catalogue/new-version.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { limitText, CATALOGUE_TEXTS as TEXTS } from "./catalogue-texts.ts";
import { MATTER_FIELDS, type MatterFieldName, type MatterForm } from "./read-matter-form.ts";

export interface MatterPageProps {
  readonly matter: Matter;
  readonly versions: readonly Matter[];
  readonly form: MatterForm;
  readonly problems: readonly Problem[];
  readonly preview: VersionPreview | undefined;
  /** The day from which a version that was just registered holds. */
  readonly applied: string | undefined;
  readonly mayChange: boolean;
  readonly locale: Locale;
  readonly formToken: string;
}

export function MatterPage(props: MatterPageProps) {
  const { matter, versions, preview, applied, locale, mayChange } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.catalogue}>{t(TEXTS.title)}</a>
      </p>
      <h1>{t(matter.name)}</h1>
      <p>
        <a href={pagePaths.flow(matter.id)}>{t(TEXTS.diagram)}</a>
      </p>
      {applied !== undefined && (
        <p class="notice" role="status">
          {t(TEXTS.applied)} {applied}
        </p>
      )}
      {preview ? <Preview {...props} preview={preview} /> : mayChange && <VersionForm {...props} />}
      <h2 id="versions">{t(TEXTS.versions)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="versions">
        <table class="rows">
          <thead>
            <tr>
              {[TEXTS.version, TEXTS.effectiveFrom, TEXTS.matter, TEXTS.limit, TEXTS.responsible].map(
                (label) => (
                  <th key={label.en} scope="col">
                    {t(label)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version ?? 1}>
                <th scope="row">{version.version ?? 1}</th>
                <td>{version.effectiveFrom ?? t(TEXTS.beginning)}</td>
                <td>{version.name.zh}</td>
                <td>{t(limitText(version.timeLimit))}</td>
                <td>{version.responsible ?? "岗位负责人"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const CONTROLS: Readonly<Record<MatterFieldName, "text" | "number" | "date" | "lines">> = {
  zh: "text",
  en: "text",
  timeLimit: "number",
  responsible: "text",
  materials: "lines",
  formerNames: "text",
  retiredFrom: "date",
  effectiveFrom: "date",
};

function VersionForm({ matter, form, problems, locale, formToken }: MatterPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{t(TEXTS.newVersion)}</h2>
      <Problems problems={problems} locale={locale} />
      <form method="post" action={pagePaths.matterPreview(matter.id)} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {MATTER_FIELDS.map((name) => (
          <label key={name} for={`matter-${name}`}>
            <span>{t(TEXTS[name])}</span>
            {CONTROLS[name] === "lines" ? (
              <textarea id={`matter-${name}`} name={name} rows={4}>
                {form[name]}
              </textarea>
            ) : (
              <input
                id={`matter-${name}`}
                type={CONTROLS[name]}
                name={name}
                value={form[name]}
                required={name === "effectiveFrom"}
              />
            )}
          </label>
        ))}
        <p class="actions">
          <button type="submit">{t(TEXTS.preview)}</button>
        </p>
      </form>
    </section>
  );
}

export function Problems({
  problems,
  locale,
}: {
  readonly problems: readonly Problem[];
  readonly locale: Locale;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="notice" role="alert">
      {say(TEXTS.problems, locale)}
      <ul>
        {problems.map(({ code, field, message }) => (
          <li key={`${code}-${field ?? ""}`} data-problem={code}>
            {message[locale]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Preview({
  matter,
  preview,
  form,
  locale,
  formToken,
}: MatterPageProps & { readonly preview: VersionPreview }) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2 id="changes">{t(TEXTS.changes)}</h2>
      <p>
        {t(TEXTS.effectiveFrom)} {preview.matter.effectiveFrom} · {t(TEXTS.lead)}
      </p>
      <section class="scroll" tabindex={0} aria-labelledby="changes">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(TEXTS.changes)}</th>
              <th scope="col">{t(TEXTS.before)}</th>
              <th scope="col">{t(TEXTS.after)}</th>
            </tr>
          </thead>
          <tbody>
            {preview.changes.map(({ label, before, after }) => (
              <tr key={label.en}>
                <th scope="row">{t(label)}</th>
                <td class="wrap">{before}</td>
                <td class="wrap">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <form method="post" action={pagePaths.matter(matter.id)} class="row-form">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {MATTER_FIELDS.map((name) => (
          <input key={name} type="hidden" name={name} value={form[name]} />
        ))}
        <button type="submit">{t(TEXTS.apply)}</button>
        <a class="button plain" href={pagePaths.matter(matter.id)}>
          {t(TEXTS.back)}
        </a>
      </form>
    </section>
  );
}
