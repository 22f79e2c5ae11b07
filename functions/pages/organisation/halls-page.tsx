// The centre's halls at a glance, and the motto on its covers.
import { eightPostsStaffed } from "../../../shared/capabilities/organisation/assignment.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type Hall, hoursOn } from "../../../shared/capabilities/organisation/hall.ts";
import { isHallName } from "../../../shared/capabilities/organisation/hall-name.ts";
import { MOTTOES } from "../../../shared/capabilities/organisation/mottoes.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Person } from "../../storage/directory-store.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { pagePaths } from "../page-paths.ts";
import { RegisterTabs } from "../registers/register-frame.tsx";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { HALL_TEXTS as TEXTS } from "./hall-texts.ts";
import { lineOfPerson } from "./person-lines.ts";
import { serviceState } from "./service-dates-panel.tsx";

export interface HallsPageProps {
  readonly centre: Centre;
  readonly halls: readonly { readonly hall: Hall; readonly people: readonly Person[] }[];
  readonly today: PlainDate;
  readonly mayChange: boolean;
  readonly problems: readonly Problem[];
  readonly saved: boolean;
  readonly locale: Locale;
  readonly formToken: string;
}

const COLUMNS = [
  "hall",
  "namePattern",
  "community",
  "state",
  "hours",
  "windows",
  "teams",
  "people",
  "posts",
  "phone",
] as const;

export function HallsPage(props: HallsPageProps) {
  const { centre, halls, mayChange, saved, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs soft">{t(centre.name)}</p>
      <h1 id="halls">{t(TEXTS.title)}</h1>
      <RegisterTabs current="halls" locale={locale} />
      {saved && (
        <p class="notice" role="status">
          {t(TEXTS.saved)}
        </p>
      )}
      {mayChange && <p>{t(TEXTS.lead)}</p>}
      <section class="scroll" tabindex={0} aria-labelledby="halls">
        <table class="rows">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(TEXTS[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {halls.map((one) => (
              <Line key={one.hall.id} {...props} {...one} />
            ))}
          </tbody>
        </table>
      </section>
      {mayChange && <MottoForm {...props} />}
    </>
  );
}

function Line({
  hall,
  people,
  today,
  mayChange,
  locale,
}: HallsPageProps & { readonly hall: Hall; readonly people: readonly Person[] }) {
  const t = (text: Text) => say(text, locale);
  const named = isHallName(hall.name.zh);
  const { opensAt, closesAt, breakFrom, breakTo } = hoursOn(hall, today);
  const posts = people.map((person) => lineOfPerson(person, hall, today).post);
  return (
    <tr>
      <th scope="row">
        <a href={mayChange ? pagePaths.hallEntry(hall.id) : pagePaths.hall(hall.id)}>{t(hall.name)}</a>
      </th>
      <td>
        <span class={named ? "badge good" : "badge bad"}>{t(named ? TEXTS.asAsked : TEXTS.notAsAsked)}</span>
      </td>
      <td>{hall.community ? t(hall.community) : ""}</td>
      <td>{t(serviceState(hall, today))}</td>
      <td>{breakFrom ? `${opensAt}–${breakFrom}, ${breakTo}–${closesAt}` : `${opensAt}–${closesAt}`}</td>
      <td class="number">{(hall.windows ?? []).length}</td>
      <td class="number">
        <a href={pagePaths.hallPeople(hall.id)}>{(hall.teams ?? []).length}</a>
      </td>
      <td class="number">
        <a href={pagePaths.hallPeople(hall.id)}>{people.length}</a>
      </td>
      <td class="number">{eightPostsStaffed(posts)}/8</td>
      <td>{hall.complaintPhone}</td>
    </tr>
  );
}

function MottoForm({ centre, problems, locale, formToken }: HallsPageProps) {
  const t = (text: Text) => say(text, locale);
  const known = Object.entries(MOTTOES).find(([, motto]) => motto.zh === centre.motto?.zh)?.[0];
  const chosen = centre.motto === undefined ? "" : (known ?? "own");
  const choices: readonly (readonly [string, string])[] = [
    ["", t(TEXTS.byDocument)],
    ...Object.entries(MOTTOES).map(([id, motto]) => [id, t(motto)] as const),
    ["own", t(TEXTS.own)],
  ];
  const own = chosen === "own" ? centre.motto : undefined;
  return (
    <section class="panel">
      <h2>{t(TEXTS.motto)}</h2>
      <p>{t(TEXTS.mottoLead)}</p>
      <Problems problems={problems} locale={locale} />
      <form method="post" action={pagePaths.halls} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <label for="motto">
          <span>{t(TEXTS.motto)}</span>
          <select id="motto" name="motto">
            {choices.map(([value, label]) => (
              <option key={value} value={value} selected={value === chosen}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label for="motto-zh">
          <span>{t(TEXTS.mottoZh)}</span>
          <input id="motto-zh" name="zh" maxlength={60} value={own?.zh ?? ""} />
        </label>
        <label for="motto-en">
          <span>{t(TEXTS.mottoEn)}</span>
          <input id="motto-en" name="en" maxlength={160} value={own?.en ?? ""} />
        </label>
        <p class="actions">
          <button type="submit">{t(TEXTS.save)}</button>
        </p>
      </form>
    </section>
  );
}
