// A hall's teams (班组): who leads, who belongs to them, and the form that forms one. D1 三3.
import { say, type Text } from "../../../shared/kernel/text.ts";
import { Problems } from "../catalogue/matter-page.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import type { PeoplePageProps } from "./people-page.tsx";
import { PEOPLE_TEXTS as TEXTS } from "./people-texts.ts";

export function TeamsPanel(props: PeoplePageProps) {
  const { hall, nameOf, mayArrange, locale } = props;
  const t = (text: Text) => say(text, locale);
  const teams = hall.teams ?? [];
  return (
    <>
      <h2 id="teams">{t(TEXTS.teams)}</h2>
      {teams.length === 0 ? (
        <p class="notice">{t(TEXTS.noTeams)}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-labelledby="teams">
          <table class="rows">
            <thead>
              <tr>
                {[TEXTS.team, TEXTS.leader, TEXTS.members].map((label) => (
                  <th key={label.en} scope="col">
                    {t(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map(({ name, leader, members }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{nameOf(leader)}</td>
                  <td class="wrap">{members.map(nameOf).join("、")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {mayArrange && <TeamForm {...props} />}
    </>
  );
}

function TeamForm({ hall, people, problems, form, locale, formToken }: PeoplePageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel">
      <h2>{t(TEXTS.saveTeam)}</h2>
      <p>{t(TEXTS.teamsLead)}</p>
      {form === "team" && <Problems problems={problems} locale={locale} />}
      <form method="post" action={pagePaths.hallTeams(hall.id)} class="stacked">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <label for="team-name">
          <span>{t(TEXTS.teamName)}</span>
          <input id="team-name" name="name" maxlength={40} required />
        </label>
        <label for="team-leader">
          <span>{t(TEXTS.leader)}</span>
          <select id="team-leader" name="leader" required>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="ticks">
          <legend>{t(TEXTS.members)}</legend>
          {people.map(({ id, name }) => (
            <label key={id} class="tick">
              <input type="checkbox" name="members" value={id} /> {name}
            </label>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{t(TEXTS.saveTeam)}</button>
        </p>
      </form>
    </section>
  );
}
