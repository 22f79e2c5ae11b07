// One hall's entry: the form for its name, community, windows, telephone and hours, and the hours by their days.
import type { Child } from "hono/jsx";
import { type Hall, hoursOn } from "../../../shared/capabilities/organisation/hall.ts";
import type { HallEntry } from "../../../shared/capabilities/organisation/hall-entry.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { HALL_TEXTS as TEXTS } from "./hall-texts.ts";

export interface HallEntryPageProps {
  readonly hall: Hall;
  readonly entry: HallEntry;
  readonly problems: readonly Problem[];
  readonly saved: boolean;
  readonly locale: Locale;
  readonly formToken: string;
  /** The panel of days of service. */
  readonly children?: Child;
}

/** What a form shows of a hall that is there. */
export function entryOf(hall: Hall, today: PlainDate): HallEntry {
  return {
    zh: hall.name.zh,
    en: hall.name.en,
    communityZh: hall.community?.zh ?? "",
    communityEn: hall.community?.en ?? "",
    complaintPhone: hall.complaintPhone,
    windows: hall.windows ?? [],
    ...hoursOn(hall, today),
    hoursFrom: addDays(today, 1),
  };
}

const TEXT_FIELDS = ["zh", "en", "communityZh", "communityEn", "complaintPhone"] as const;
const TIMES = ["opensAt", "breakFrom", "breakTo", "closesAt"] as const;

export function HallEntryPage(props: HallEntryPageProps) {
  const { hall, entry, problems, saved, locale, formToken, children } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.halls}>{t(TEXTS.title)}</a> › <a href={pagePaths.hall(hall.id)}>{t(hall.name)}</a>
      </p>
      <h1>{t(TEXTS.entry)}</h1>
      {saved && (
        <p class="notice" role="status">
          {t(TEXTS.saved)}
        </p>
      )}
      <section class="panel">
        <Problems problems={problems} locale={locale} />
        <form method="post" action={pagePaths.hallEntry(hall.id)} class="stacked">
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          {TEXT_FIELDS.map((name) => (
            <label key={name} for={`hall-${name}`}>
              <span>{t(TEXTS[name])}</span>
              <input id={`hall-${name}`} name={name} value={entry[name]} maxlength={120} required />
            </label>
          ))}
          <label for="hall-windows">
            <span>{t(TEXTS.windowLines)}</span>
            <textarea id="hall-windows" name="windows" rows={6}>
              {entry.windows.join("\n")}
            </textarea>
          </label>
          <div class="row-form">
            {TIMES.map((name) => (
              <label key={name} for={`hall-${name}`}>
                <span>{t(TEXTS[name])}</span>
                <input id={`hall-${name}`} type="time" name={name} value={entry[name]} />
              </label>
            ))}
            <label for="hall-hoursFrom">
              <span>{t(TEXTS.hoursFrom)}</span>
              <input id="hall-hoursFrom" type="date" name="hoursFrom" value={entry.hoursFrom} />
            </label>
          </div>
          <p class="soft small">{t(TEXTS.hoursLead)}</p>
          <p class="actions">
            <button type="submit">{t(TEXTS.save)}</button>
          </p>
        </form>
      </section>
      <h2 id="hours">{t(TEXTS.timetables)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="hours">
        <table class="rows">
          <thead>
            <tr>
              {[TEXTS.from, ...TIMES.map((name) => TEXTS[name])].map((label) => (
                <th key={label.en} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[{ from: t(TEXTS.beginning), ...hall }, ...(hall.timetables ?? [])].map((one) => (
              <tr key={one.from}>
                <th scope="row">{one.from}</th>
                {TIMES.map((name) => (
                  <td key={name}>{one[name] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children}
    </>
  );
}
