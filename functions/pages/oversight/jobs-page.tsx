// What the clock does: each job with its latest run, and the runs on record.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { isJobName, JOB_NAMES, JOBS } from "../../jobs/jobs.ts";
import type { JobRun } from "../../storage/job-run-store.ts";
import { pagePaths } from "../page-paths.ts";
import { CHANGE_LABELS, JOB_TEXTS, OVERSIGHT_TEXTS, RUN_STATES } from "./oversight-texts.ts";
import { showInstant } from "./show-instant.ts";

export interface JobsPageProps {
  readonly runs: readonly JobRun[];
  readonly everyRun: boolean;
  readonly locale: Locale;
}

export function JobsPage({ runs, everyRun, locale }: JobsPageProps) {
  const t = (text: Text) => say(text, locale);
  const shown = everyRun ? runs : runs.filter(isOfInterest);
  return (
    <>
      <h1 id="jobs">{t({ zh: "定时任务", en: "Scheduled jobs" })}</h1>
      <p class="soft">{t(JOB_TEXTS.lead)}</p>
      <section class="scroll" tabindex={0} aria-labelledby="jobs">
        <table class="rows">
          <thead>
            <tr>
              {[JOB_TEXTS.job, JOB_TEXTS.every, JOB_TEXTS.last, OVERSIGHT_TEXTS.state].map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {JOB_NAMES.map((name) => {
              const latest = runs.find(({ job }) => job === name);
              return (
                <tr key={name}>
                  <th scope="row">{t(JOBS[name].label)}</th>
                  <td>{t(interval(JOBS[name].everyMinutes))}</td>
                  <td>{latest ? showInstant(latest.startedAt) : t(JOB_TEXTS.never)}</td>
                  <td>{latest && <RunState run={latest} locale={locale} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <h2 id="runs">{t(JOB_TEXTS.runs)}</h2>
      <p class="small">
        <a href={pagePaths.jobs(everyRun ? {} : { all: "1" })}>
          {t(everyRun ? JOB_TEXTS.busy : JOB_TEXTS.every_run)}
        </a>{" "}
        <span class="soft">{t(JOB_TEXTS.latest)}</span>
      </p>
      {shown.length === 0 ? (
        <p class="notice">{t(JOB_TEXTS.noRuns)}</p>
      ) : (
        <RunsTable runs={shown} locale={locale} />
      )}
    </>
  );
}

function RunsTable({ runs, locale }: Pick<JobsPageProps, "runs" | "locale">) {
  const t = (text: Text) => say(text, locale);
  const { when, state } = OVERSIGHT_TEXTS;
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="runs">
      <table class="rows">
        <thead>
          <tr>
            {[when, JOB_TEXTS.job, state, JOB_TEXTS.lasted, JOB_TEXTS.changed].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={`${run.startedAt}/${run.job}`}>
              <th scope="row">{showInstant(run.startedAt)}</th>
              <td>{t(isJobName(run.job) ? JOBS[run.job].label : { zh: run.job, en: run.job })}</td>
              <td>
                <RunState run={run} locale={locale} />
              </td>
              <td class="number">
                {run.milliseconds === null ? "—" : `${(run.milliseconds / 1000).toFixed(1)} s`}
              </td>
              <td class="wrap">{run.error ?? t(changesOf(run))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunState({ run, locale }: { readonly run: JobRun; readonly locale: Locale }) {
  const state = RUN_STATES[run.state];
  return (
    <span class={`badge ${state?.look ?? ""}`}>
      {say(state?.label ?? { zh: run.state, en: run.state }, locale)}
    </span>
  );
}

/** What failed, has not ended, or changed something. */
function isOfInterest({ state, changed }: JobRun): boolean {
  return state !== "done" || Object.values(changed).some((count) => count > 0);
}

function changesOf({ changed }: JobRun): Text {
  const parts = Object.entries(changed).filter(([, count]) => count > 0);
  if (parts.length === 0) return JOB_TEXTS.nothing;
  const label = (name: string) => CHANGE_LABELS[name] ?? { zh: name, en: name };
  return {
    zh: parts.map(([name, count]) => `${label(name).zh} ${count}`).join("、"),
    en: parts.map(([name, count]) => `${label(name).en} ${count}`).join(", "),
  };
}

function interval(minutes: number): Text {
  if (minutes % 1440 === 0) return { zh: `${minutes / 1440} 天`, en: `${minutes / 1440} d` };
  if (minutes % 60 === 0) return { zh: `${minutes / 60} 小时`, en: `${minutes / 60} h` };
  return { zh: `${minutes} 分钟`, en: `${minutes} min` };
}
