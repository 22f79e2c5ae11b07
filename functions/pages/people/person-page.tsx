// One person of a centre, and what its administrator does for them: another address, ending sessions, leaving.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Person } from "../../storage/directory-store.ts";
import { ProblemList } from "../oversight/problem-list.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { type HallChoice, PersonState, rolesOf } from "./centre-people-page.tsx";
import { CENTRE_PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";

export interface PersonPageProps {
  readonly centre: string;
  readonly person: Person;
  readonly unused: boolean;
  readonly halls: readonly HallChoice[];
  readonly problems: readonly Problem[];
  readonly done: boolean;
  readonly locale: Locale;
  readonly formToken: string;
}

export function PersonPage({
  centre,
  person,
  unused,
  halls,
  problems,
  done,
  locale,
  formToken,
}: PersonPageProps) {
  const t = (text: Text) => say(text, locale);
  const token = <input type="hidden" name={FORM_TOKEN} value={formToken} />;
  const own = halls.filter(({ id }) => person.grants.some(({ hall }) => hall === id));
  return (
    <>
      <p class="crumbs no-print">
        <a href={pagePaths.centrePeople()}>← {t(TEXTS.back)}</a>
      </p>
      <h1>{person.name}</h1>
      <p>
        {person.email} · {rolesOf(person, centre, halls, locale)}{" "}
        <PersonState person={person} centre={centre} unused={unused} locale={locale} />
      </p>
      {done && (
        <p class="notice" role="status">
          {t(TEXTS.done)}
        </p>
      )}
      <ProblemList problems={problems} locale={locale} />
      <form class="panel" method="post" action={pagePaths.personVerb(person.id, "email")}>
        <h2>{t(TEXTS.newEmail)}</h2>
        <p class="soft">{t(TEXTS.newEmailLead)}</p>
        {token}
        <div class="row-form">
          <label>
            {t(TEXTS.email)}
            <input name="email" type="email" maxlength={254} required autocomplete="off" size={30} />
          </label>
          <button type="submit">{t(TEXTS.change)}</button>
        </div>
      </form>
      <form class="panel" method="post" action={pagePaths.personVerb(person.id, "sign-out")}>
        <h2>{t(TEXTS.signOut)}</h2>
        <p class="soft">{t(TEXTS.signOutLead)}</p>
        {token}
        <button type="submit" class="plain">
          {t(TEXTS.signOut)}
        </button>
      </form>
      <form class="panel" method="post" action={pagePaths.personVerb(person.id, "leave")}>
        <h2>{t(TEXTS.leave)}</h2>
        <p class="soft">
          {t(TEXTS.leaveLead)}{" "}
          {own.map(({ id, name }) => (
            <a key={id} href={pagePaths.hallPeople(id)}>
              {t(name)}
            </a>
          ))}
        </p>
        {token}
        <div class="row-form">
          <label>
            <input type="checkbox" name="confirm" value="yes" required /> {t(TEXTS.confirm)}
          </label>
          <button type="submit">{t(TEXTS.leave)}</button>
        </div>
      </form>
    </>
  );
}
