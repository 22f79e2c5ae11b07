// Everybody in a centre with roles and state, and the form by which somebody is invited.

import { ROLES } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { DEPARTMENTS } from "../../../shared/ledger/fields/department.ts";
import type { Person } from "../../storage/directory-store.ts";
import { roleName } from "../design/role-names.ts";
import { ProblemList } from "../oversight/problem-list.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { CENTRE_PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";

export interface HallChoice {
  readonly id: string;
  readonly name: Text;
}

export interface CentrePeopleProps {
  readonly centre: string;
  readonly people: readonly Person[];
  /** Of those who were invited and never signed in since. */
  readonly unused: ReadonlySet<string>;
  readonly self: string;
  readonly halls: readonly HallChoice[];
  /** What was typed before it was refused. */
  readonly given: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly sent: boolean;
  readonly locale: Locale;
  readonly formToken: string;
}

export function CentrePeoplePage(props: CentrePeopleProps) {
  const { problems, sent, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(TEXTS.title)}</h1>
      <p class="soft">{t(TEXTS.lead)}</p>
      {sent && (
        <p class="notice" role="status">
          {t(TEXTS.sent)}
        </p>
      )}
      <ProblemList problems={problems} locale={locale} />
      <InviteForm {...props} />
      <h2 id="list">{t(TEXTS.list)}</h2>
      <PeopleTable {...props} />
    </>
  );
}

function InviteForm({ halls, given, locale, formToken }: CentrePeopleProps) {
  const t = (text: Text) => say(text, locale);
  const choose = (name: "hall" | "department", choices: readonly HallChoice[]) => (
    <label>
      {t(TEXTS[name])}
      <select name={name}>
        <option value="">{t(TEXTS.none)}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id} selected={given[name] === choice.id}>
            {t(choice.name)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="panel no-print" method="post" action={pagePaths.centrePeople()}>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <div class="row-form">
        <label>
          {t(TEXTS.name)}
          <input name="name" maxlength={60} required autocomplete="off" value={given.name ?? ""} />
        </label>
        <label>
          {t(TEXTS.email)}
          <input
            name="email"
            type="email"
            maxlength={254}
            required
            autocomplete="off"
            size={30}
            value={given.email ?? ""}
          />
        </label>
        <label>
          {t(TEXTS.role)}
          <select name="role">
            {ROLES.map((role) => (
              <option key={role} value={role} selected={given.role === role}>
                {t(roleName(role))}
              </option>
            ))}
          </select>
        </label>
        {choose("hall", halls)}
        {choose(
          "department",
          Object.entries(DEPARTMENTS).map(([id, name]) => ({ id, name })),
        )}
        <button type="submit">{t(TEXTS.invite)}</button>
      </div>
    </form>
  );
}

function PeopleTable({ centre, people, unused, self, halls, locale }: CentrePeopleProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="list">
      <table class="rows">
        <thead>
          <tr>
            {[TEXTS.name, TEXTS.email, TEXTS.roles, TEXTS.state].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.id === self ? (
                  <>
                    {person.name} <span class="badge">{t(TEXTS.yourself)}</span>
                  </>
                ) : person.grants.some((grant) => grant.centre === centre) ? (
                  <a href={pagePaths.centrePerson(person.id)}>{person.name}</a>
                ) : (
                  person.name
                )}
              </th>
              <td>{person.email}</td>
              <td class="wrap">{rolesOf(person, centre, halls, locale)}</td>
              <td>
                <PersonState person={person} centre={centre} unused={unused.has(person.id)} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function rolesOf(
  { grants }: Pick<Person, "grants">,
  centre: string,
  halls: readonly HallChoice[],
  locale: Locale,
): string {
  return grants
    .filter((grant) => grant.centre === centre)
    .map(({ role, hall, to }) => {
      const name = halls.find(({ id }) => id === hall)?.name;
      const place = hall === undefined ? "" : ` · ${name ? say(name, locale) : hall}`;
      const end = to === undefined ? "" : ` (${say(TEXTS.until, locale)} ${to})`;
      return `${say(roleName(role), locale)}${place}${end}`;
    })
    .join(locale === "zh" ? "、" : ", ");
}

interface PersonStateProps {
  readonly person: Pick<Person, "grants">;
  readonly centre: string;
  readonly unused: boolean;
  readonly locale: Locale;
}

export function PersonState({ person, centre, unused, locale }: PersonStateProps) {
  const works = person.grants.some((grant) => grant.centre === centre);
  if (!works) return <span class="badge">{say(TEXTS.left, locale)}</span>;
  return unused ? (
    <span class="badge warn">{say(TEXTS.invited, locale)}</span>
  ) : (
    <span class="badge good">{say(TEXTS.active, locale)}</span>
  );
}
