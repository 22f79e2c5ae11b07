// One person of a hall: the form for another post with its two lines, the one for another role, and the posts held.

import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import {
  type Assignment,
  COMMITTEE_OFFICES,
  GUIDED_BY,
} from "../../../shared/capabilities/organisation/assignment.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { DEPARTMENTS } from "../../../shared/ledger/fields/department.ts";
import type { Person } from "../../storage/directory-store.ts";
import { ROLES_OF_HALL } from "../../use-cases/organisation/place-person.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";
import { committeeName, departmentName, lineOfPerson, postName } from "./person-lines.ts";

export interface PersonPageProps {
  readonly hall: Hall;
  readonly person: Person;
  /** Who may lead: the hall's people and those of the centre. */
  readonly leaders: readonly Person[];
  readonly today: PlainDate;
  readonly saved: boolean;
  readonly problems: readonly Problem[];
  readonly form: "assignment" | "role" | null;
  /** What was sent and refused stands in the form again. */
  readonly given: Readonly<Record<string, string>>;
  readonly mayChangeRole: boolean;
  readonly nameOf: (id: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

interface Option {
  readonly value: string;
  readonly label: Text;
}

const same = (value: string): Text => ({ zh: value, en: value });
const NOTHING: Option = { value: "", label: TEXTS.none };

export function PersonPage(props: PersonPageProps) {
  const { hall, person, saved, mayChangeRole, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.hall(hall.id)}>{t(hall.name)}</a> ›{" "}
        <a href={pagePaths.hallPeople(hall.id)}>{t(TEXTS.title)}</a>
      </p>
      <h1>{person.name}</h1>
      {saved && (
        <p class="notice" role="status">
          {t(TEXTS.saved)}
        </p>
      )}
      <AssignmentForm {...props} />
      {mayChangeRole && <RoleForm {...props} />}
      <History {...props} />
    </>
  );
}

function AssignmentForm(props: PersonPageProps) {
  const { hall, person, leaders, today, problems, form, given, locale, formToken } = props;
  const t = (text: Text) => say(text, locale);
  const { assignment, post } = lineOfPerson(person, hall, today);
  const present = (name: keyof Assignment, usual = "") => given[name] ?? assignment?.[name] ?? usual;
  const held = given.post ?? post ?? "";
  const selects: readonly [keyof Assignment & keyof typeof TEXTS, readonly Option[], string][] = [
    ["post", SHIPPED_POSTS.map(({ id, name }) => ({ value: id, label: name })), held],
    [
      "window",
      [NOTHING, ...(hall.windows ?? []).map((name) => ({ value: name, label: same(name) }))],
      present("window"),
    ],
    [
      "ledBy",
      [
        NOTHING,
        ...leaders
          .filter(({ id }) => id !== person.id)
          .map(({ id, name }) => ({ value: id, label: same(name) })),
      ],
      present("ledBy"),
    ],
    [
      "guidedBy",
      [NOTHING, ...Object.entries(DEPARTMENTS).map(([value, label]) => ({ value, label }))],
      present("guidedBy", GUIDED_BY[held] ?? ""),
    ],
    [
      "committeeOffice",
      Object.entries(COMMITTEE_OFFICES).map(([value, label]) => ({ value, label })),
      present("committeeOffice", "none"),
    ],
  ];
  return (
    <section class="panel">
      <h2>{t(TEXTS.assign)}</h2>
      <p>{t(TEXTS.assignLead)}</p>
      {form === "assignment" && <Problems problems={problems} locale={locale} />}
      <form method="post" action={pagePaths.hallPerson(hall.id, person.id)} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {selects.map(([name, options, value]) => (
          <label key={name} for={`person-${name}`}>
            <span>{t(TEXTS[name])}</span>
            <select id={`person-${name}`} name={name}>
              {options.map((option) => (
                <option key={option.value} value={option.value} selected={option.value === value}>
                  {t(option.label)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label for="person-employer">
          <span>{t(TEXTS.employer)}</span>
          <input
            id="person-employer"
            name="employer"
            maxlength={60}
            value={given.employer ?? assignment?.employer ?? person.employer ?? ""}
          />
        </label>
        <label for="person-from">
          <span>{t(TEXTS.from)}</span>
          <input id="person-from" type="date" name="from" value={given.from ?? today} required />
        </label>
        <p class="actions">
          <button type="submit">{t(TEXTS.saveAssignment)}</button>
        </p>
      </form>
    </section>
  );
}

function RoleForm({ hall, person, today, problems, form, given, locale, formToken }: PersonPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{t(TEXTS.changeRole)}</h2>
      <p>{t(TEXTS.changeRoleLead)}</p>
      {form === "role" && <Problems problems={problems} locale={locale} />}
      <form method="post" action={pagePaths.hallPersonRole(hall.id, person.id)} class="row-form">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <label for="person-role">
          <span>{t(TEXTS.role)}</span>
          <select id="person-role" name="role">
            {ROLES_OF_HALL.map((role) => (
              <option key={role} value={role} selected={given.role === role}>
                {t(roleName(role))}
              </option>
            ))}
          </select>
        </label>
        <label for="person-role-from">
          <span>{t(TEXTS.from)}</span>
          <input id="person-role-from" type="date" name="roleFrom" value={given.roleFrom ?? today} required />
        </label>
        <button type="submit">{t(TEXTS.saveRole)}</button>
      </form>
    </section>
  );
}

function History({ hall, person, nameOf, locale }: PersonPageProps) {
  const t = (text: Text) => say(text, locale);
  const held = (person.assignments ?? []).filter((one) => one.hall === hall.id);
  if (held.length === 0) return null;
  return (
    <>
      <h2 id="held">{t(TEXTS.history)}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="held">
        <table class="rows">
          <thead>
            <tr>
              {(["from", "post", "window", "ledBy", "guidedBy", "employer", "committeeOffice"] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {t(TEXTS[name])}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {[...held]
              .sort((a, b) => (a.from < b.from ? 1 : -1))
              .map((one) => (
                <tr key={one.from}>
                  <th scope="row">{one.from}</th>
                  <td>{t(postName(one.post))}</td>
                  <td>{one.window ?? ""}</td>
                  <td>{nameOf(one.ledBy)}</td>
                  <td>{one.guidedBy === undefined ? "" : t(departmentName(one.guidedBy))}</td>
                  <td>{one.employer ?? ""}</td>
                  <td>{t(committeeName(one.committeeOffice))}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
