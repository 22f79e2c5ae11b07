// The people of a centre's hall: roles, posts, employers; and the form by which somebody leaves.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Person } from "../../storage/directory-store.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";

export const PEOPLE_TEXTS = {
  title: { zh: "人员", en: "People" },
  name: { zh: "姓名", en: "Name" },
  roles: { zh: "角色", en: "Roles" },
  post: { zh: "岗位", en: "Post" },
  employer: { zh: "所属单位", en: "Employer" },
  until: { zh: "至", en: "until" },
  leaving: { zh: "办理离岗", en: "Leaving" },
  leavingLead: {
    zh: "离岗前，在办事项逐件移交接手人；有一件移交不成，权限就不收回。",
    en: "Every open piece of work passes to the successor first; where one cannot, no role ends.",
  },
  person: { zh: "离岗人员", en: "Who leaves" },
  successor: { zh: "接手人", en: "Successor" },
  lastDay: { zh: "最后工作日", en: "Last day" },
  reason: { zh: "理由", en: "Reason" },
  submit: { zh: "移交并离岗", en: "Hand over and leave" },
  handed: { zh: "已移交件数", en: "Rows handed over" },
} as const satisfies Record<string, Text>;

export interface PeoplePageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly people: readonly Person[];
  readonly today: string;
  readonly handed: string | undefined;
  readonly problems: readonly Problem[];
  readonly mayChange: boolean;
  readonly locale: Locale;
  readonly formToken: string;
}

export function PeoplePage(props: PeoplePageProps) {
  const { hall, people, handed, mayChange, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">{t(hall.name)}</p>
      <h1 id="people">{t(PEOPLE_TEXTS.title)}</h1>
      {handed !== undefined && (
        <p class="notice" role="status">
          {t(PEOPLE_TEXTS.handed)}: {handed}
        </p>
      )}
      <section class="scroll" tabindex={0} aria-labelledby="people">
        <table class="rows">
          <thead>
            <tr>
              {[PEOPLE_TEXTS.name, PEOPLE_TEXTS.roles, PEOPLE_TEXTS.post, PEOPLE_TEXTS.employer].map(
                (label) => (
                  <th key={label.en} scope="col">
                    {t(label)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>
                  {person.grants
                    .filter((grant) => grant.hall === hall.id)
                    .map(
                      ({ role, to }) => t(roleName(role)) + (to ? ` (${t(PEOPLE_TEXTS.until)} ${to})` : ""),
                    )
                    .join("、")}
                </td>
                <td>{person.post ?? ""}</td>
                <td>{person.employer ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {mayChange && <LeavingForm {...props} />}
    </>
  );
}

function LeavingForm({ hall, people, today, problems, locale, formToken }: PeoplePageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{t(PEOPLE_TEXTS.leaving)}</h2>
      <p>{t(PEOPLE_TEXTS.leavingLead)}</p>
      <Problems problems={problems} locale={locale} />
      <form method="post" action={pagePaths.hallPeople(hall.id)} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {(["person", "successor"] as const).map((name) => (
          <label key={name} for={`leaving-${name}`}>
            <span>{t(PEOPLE_TEXTS[name])}</span>
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
          <span>{t(PEOPLE_TEXTS.lastDay)}</span>
          <input id="leaving-day" type="date" name="lastDay" value={today} required />
        </label>
        <label for="leaving-reason">
          <span>{t(PEOPLE_TEXTS.reason)}</span>
          <input id="leaving-reason" name="reason" maxlength={100} required />
        </label>
        <p class="actions">
          <button type="submit">{t(PEOPLE_TEXTS.submit)}</button>
        </p>
      </form>
    </section>
  );
}
