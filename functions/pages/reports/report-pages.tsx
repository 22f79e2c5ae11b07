// The pages of reports: ordering one, watching it being made, fetching its files; and what was exported.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { ReportKind } from "../../reports/report-kind.ts";
import type { ExportEntry } from "../../storage/export-store.ts";
import type { ReportJob } from "../../storage/report-store.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { JOB_STATES, PERSONAL_STATES, REPORT_TEXTS } from "./report-texts.ts";

export interface ReportsPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly centreNamed: string | undefined;
  readonly kinds: readonly ReportKind[];
  readonly halls: readonly Hall[];
  readonly jobs: readonly ReportJob[];
  /** Of those who may see it; else null. */
  readonly exports: readonly ExportEntry[] | null;
  /** What the form proposes. */
  readonly subject: string;
}

export function ReportsPage({
  locale,
  formToken,
  centreNamed,
  kinds,
  halls,
  jobs,
  exports,
  subject,
}: ReportsPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(REPORT_TEXTS.title)}</h1>
      <section class="panel">
        <h2>{t(REPORT_TEXTS.order)}</h2>
        <form class="row-form" method="post" action={pagePaths.reports()}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          {centreNamed && <input type="hidden" name="centre" value={centreNamed} />}
          <label>
            {t(REPORT_TEXTS.kind)}
            <select name="kind">
              {kinds.map((kind) => (
                <option
                  key={kind.id}
                  value={kind.id}
                >{`${t(kind.title)}（${t(kind.subject.label)} ${kind.subject.example}）`}</option>
              ))}
            </select>
          </label>
          <label>
            {t(REPORT_TEXTS.subject)}
            <input type="text" name="subject" value={subject} required maxlength={40} size={14} />
          </label>
          <label>
            {t(REPORT_TEXTS.hall)}
            <select name="hall">
              <option value="">{t(REPORT_TEXTS.allHalls)}</option>
              {halls.map(({ id, name }) => (
                <option key={id} value={id}>
                  {t(name)}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <span>
              <input type="checkbox" name="published" value="yes" /> {t(REPORT_TEXTS.published)}
            </span>
          </label>
          <button type="submit">{t(REPORT_TEXTS.make)}</button>
        </form>
      </section>
      <h2 id="latest">{t(REPORT_TEXTS.latest)}</h2>
      {jobs.length === 0 ? (
        <p class="notice">{t(REPORT_TEXTS.none)}</p>
      ) : (
        <JobsTable jobs={jobs} locale={locale} />
      )}
      {exports && exports.length > 0 && <ExportsTable exports={exports} locale={locale} />}
    </>
  );
}

function JobsTable({ jobs, locale }: { readonly jobs: readonly ReportJob[]; readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="latest">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(REPORT_TEXTS.title)}</th>
            <th scope="col">{t(REPORT_TEXTS.at)}</th>
            <th scope="col">{t(REPORT_TEXTS.state)}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <th scope="row">
                <a href={pagePaths.report(job.id)}>
                  {t(job.title)} {job.order.subject} {job.order.hall ?? ""}
                </a>
              </th>
              <td>{showDateTime(job.at)}</td>
              <td>
                <span
                  class={
                    job.state === "failed" ? "badge bad" : job.state === "done" ? "badge good" : "badge warn"
                  }
                >
                  {t(JOB_STATES[job.state])}
                </span>{" "}
                {job.preliminary && <span class="badge warn">{t(REPORT_TEXTS.preliminary)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ExportsTable({
  exports,
  locale,
}: {
  readonly exports: readonly ExportEntry[];
  readonly locale: Locale;
}) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h2 id="exports">{t(REPORT_TEXTS.exports)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="exports">
        <table>
          <thead>
            <tr>
              {(["at", "by", "what", "rows", "personal"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(REPORT_TEXTS[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exports.map(({ at, by, what, rows, personal, format }) => (
              <tr key={`${at}${what}`}>
                <td>{showDateTime(at)}</td>
                <td>{by}</td>
                <td class="address">
                  {format.toUpperCase()} {what}
                </td>
                <td>{rows}</td>
                <td>{t(PERSONAL_STATES[personal])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

export function ReportPage({ job, locale }: { readonly job: ReportJob; readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  const { id, title, state, progress, step, files, hash, preliminary, error, at } = job;
  const running = state === "waiting" || state === "working";
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.reports()}>← {t(REPORT_TEXTS.back)}</a>
      </p>
      <h1>
        {t(title)} {preliminary && <span class="badge warn">{t(REPORT_TEXTS.preliminary)}</span>}
      </h1>
      <p class="soft">{showDateTime(at)}</p>
      <section class="panel" data-state={state}>
        <p role="status">
          {t(REPORT_TEXTS.progress)} {progress}% · {t(step)}
        </p>
        <progress max={100} value={progress} aria-label={t(REPORT_TEXTS.progress)}>{`${progress}%`}</progress>
        {running && <p class="soft small">{t(REPORT_TEXTS.refreshes)}</p>}
        {error && <p class="notice">{t(error)}</p>}
        {state === "done" && (
          <>
            <p class="actions">
              <a class="button" href={pagePaths.reportFile(id, "html")}>
                {t(REPORT_TEXTS.open)}
              </a>
              {(["docx", "xlsx", "json"] as const)
                .filter((format) => files[format])
                .map((format) => (
                  <a key={format} class="button plain" href={pagePaths.reportFile(id, format)} download>
                    {{ docx: "Word", xlsx: "Excel", json: "JSON" }[format]}
                  </a>
                ))}
            </p>
            <p class="soft small address">
              {t(REPORT_TEXTS.frozen)} {hash}
            </p>
          </>
        )}
      </section>
    </>
  );
}
