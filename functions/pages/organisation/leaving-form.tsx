// The form by which somebody leaves a hall: every open piece of work passes to a successor first.
import { say, type Text } from "../../../shared/kernel/text.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import type { PeoplePageProps } from "./people-page.tsx";
import { PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";

export function LeavingForm({ hall, people, today, problems, form, locale, formToken }: PeoplePageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{t(TEXTS.leaving)}</h2>
      <p>{t(TEXTS.leavingLead)}</p>
      {form === "leaving" && <Problems problems={problems} locale={locale} />}
      <form method="post" action={pagePaths.hallPeople(hall.id)} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {(["person", "successor"] as const).map((name) => (
          <label key={name} for={`leaving-${name}`}>
            <span>{t(TEXTS[name])}</span>
            <select id={`leaving-${name}`} name={name} required>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label for="leaving-day">
          <span>{t(TEXTS.lastDay)}</span>
          <input id="leaving-day" type="date" name="lastDay" value={today} required />
        </label>
        <label for="leaving-reason">
          <span>{t(TEXTS.reason)}</span>
          <input id="leaving-reason" name="reason" maxlength={100} required />
        </label>
        <p class="actions">
          <button type="submit">{t(TEXTS.submit)}</button>
        </p>
      </form>
    </section>
  );
}
