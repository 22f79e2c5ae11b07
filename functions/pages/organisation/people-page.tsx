// The people of a hall: roles, posts, teams and both reporting lines; forming teams, and leaving.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { EIGHT_POST_NAMES } from "../../../shared/ledger/fields/post.ts";
import type { Person } from "../../storage/directory-store.ts";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { LeavingForm } from "./leaving-form.tsx";
import { PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";
import { committeeName, departmentName, lineOfPerson, type PersonLine, postName } from "./person-lines.ts";
import { TeamsPanel } from "./teams-panel.tsx";

export interface PeoplePageProps {
  readonly hall: Hall;
  readonly people: readonly Person[];
  readonly today: PlainDate;
  readonly handed: string | undefined;
  readonly problems: readonly Problem[];
  /** Which form the problems are about. */
  readonly form: "leaving" | "team" | null;
  /** The centre's administrator lets people leave; the hall's head arranges teams and posts too. */
  readonly mayLetLeave: boolean;
  readonly mayArrange: boolean;
  /** Names of people who lead here without working here. */
  readonly nameOf: (id: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

const COLUMNS = ["name", "roles", "post", "window", "team", "ledBy", "guidedBy", "committeeOffice"] as const;

export function PeoplePage(props: PeoplePageProps) {
  const { hall, people, today, handed, locale } = props;
  const t = (text: Text) => say(text, locale);
  const lines = people.map((person) => lineOfPerson(person, hall, today));
  const unstaffed = Object.entries(EIGHT_POST_NAMES).filter(
    ([post]) => !lines.some((line) => line.post === post),
  );
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.hall(hall.id)}>{t(hall.name)}</a>
      </p>
      <h1 id="people">{t(TEXTS.title)}</h1>
      {handed !== undefined && (
        <p class="notice" role="status">
          {t(TEXTS.handed)}: {handed}
        </p>
      )}
      <section class="scroll" tabindex={0} aria-labelledby="people">
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
            {lines.map((line) => (
              <Line key={line.person.id} line={line} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      {unstaffed.length === 0 ? (
        <p class="soft">{t(TEXTS.staffed)}</p>
      ) : (
        <p class="notice">
          {t(TEXTS.unstaffed)}: {unstaffed.map(([, name]) => t(name)).join("、")}
        </p>
      )}
      <TeamsPanel {...props} />
      {props.mayLetLeave && <LeavingForm {...props} />}
    </>
  );
}

function Line({ line, hall, mayArrange, nameOf, locale }: PeoplePageProps & { readonly line: PersonLine }) {
  const { person, post, assignment, team } = line;
  const t = (text: Text) => say(text, locale);
  const employer = assignment?.employer ?? person.employer;
  const guides = [assignment?.guidedBy && t(departmentName(assignment.guidedBy)), employer];
  return (
    <tr>
      <th scope="row">
        {mayArrange ? <a href={pagePaths.hallPerson(hall.id, person.id)}>{person.name}</a> : person.name}
      </th>
      <td class="wrap">{rolesIn(person, hall.id, locale)}</td>
      <td class="wrap">{post === undefined ? "" : t(postName(post))}</td>
      <td>{assignment?.window ?? ""}</td>
      <td>{team ?? ""}</td>
      <td>{assignment ? nameOf(assignment.ledBy) : ""}</td>
      <td class="wrap">{guides.filter(Boolean).join(" · ")}</td>
      <td>{assignment ? t(committeeName(assignment.committeeOffice)) : ""}</td>
    </tr>
  );
}

/** Roles held here, with the days where they have any. */
function rolesIn({ grants }: Person, hall: string, locale: Locale): string {
  const t = (text: Text) => say(text, locale);
  return grants
    .filter((grant) => grant.hall === hall)
    .map(({ role, from, to }) => {
      const days = [
        from && !to ? `${t(TEXTS.since)} ${from}` : "",
        to ? `${t(TEXTS.until)} ${to}` : "",
      ].filter((part) => part !== "");
      return t(roleName(role)) + (days.length > 0 ? ` (${days.join(" ")})` : "");
    })
    .join("、");
}
