// The list of rounds, and the form that opens one.
import type { Round } from "../../../shared/capabilities/inspection/round.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { FoldedForm, Labelled } from "./form-parts.tsx";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";

export interface RoundsPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly centre: string;
  readonly rounds: readonly {
    readonly round: Round;
    readonly signed: boolean;
    readonly preliminary: boolean;
  }[];
  readonly halls: readonly Hall[];
  readonly mayOpen: boolean;
  /** What the form proposes. */
  readonly proposed: {
    readonly id: string;
    readonly title: Text;
    readonly first: string;
    readonly last: string;
  };
}

export function RoundsPage(props: RoundsPageProps) {
  const { locale, centre, rounds, mayOpen } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t(T.inspections)}</h1>
      <p class="actions no-print">
        <a class="button plain" href={pagePaths.scorecard({ centre })}>
          {t(T.scorecards)}
        </a>
      </p>
      {mayOpen && <OpenForm {...props} />}
      {rounds.length === 0 ? (
        <p class="notice">{t(T.none)}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={t(T.inspections)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t(T.inspections)}</th>
                <th scope="col">{t(T.period)}</th>
                <th scope="col">{t(T.sheets)}</th>
                <th scope="col">{t(T.state)}</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map(({ round, signed, preliminary }) => (
                <tr key={round.id} data-round={round.id}>
                  <th scope="row">
                    <a href={pagePaths.round(round.id, { centre })}>{t(round.title)}</a>
                  </th>
                  <td>
                    {round.first} – {round.last}
                  </td>
                  <td>{round.halls.length}</td>
                  <td>
                    <span class={signed ? "badge good" : "badge warn"}>
                      {t(signed ? T.signed : T.running)}
                    </span>{" "}
                    {preliminary && <span class="badge warn">{t(T.preliminary)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function OpenForm({ locale, formToken, centre, halls, proposed }: RoundsPageProps) {
  const t = (text: Text) => say(text, locale);
  const frame = { locale, formToken, action: pagePaths.inspections({ centre }) };
  return (
    <FoldedForm {...frame} title={T.open} button={T.open}>
      <p class="soft">{t(T.openNote)}</p>
      <Labelled label={t(T.id)}>
        <input name="id" value={proposed.id} required maxlength={60} pattern="[a-z0-9]+(-[a-z0-9]+)*" />
      </Labelled>
      <Labelled label={t(T.titleZh)}>
        <input name="titleZh" value={proposed.title.zh} required maxlength={80} />
      </Labelled>
      <Labelled label={t(T.titleEn)}>
        <input name="titleEn" value={proposed.title.en} required maxlength={120} />
      </Labelled>
      <Labelled label={t(T.first)}>
        <input type="date" name="first" value={proposed.first} required />
      </Labelled>
      <Labelled label={t(T.last)}>
        <input type="date" name="last" value={proposed.last} required />
      </Labelled>
      <Labelled label={t(T.halls)}>
        <select name="halls" multiple size={6}>
          {halls.map(({ id, name }) => (
            <option key={id} value={id}>
              {t(name)}
            </option>
          ))}
        </select>
      </Labelled>
    </FoldedForm>
  );
}
