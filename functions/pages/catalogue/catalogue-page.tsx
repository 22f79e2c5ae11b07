// The list of all services by post: flow, limit, who is responsible, which version.

import { FLOW_NAMES } from "../../../shared/capabilities/cases/case-flows.ts";
import { isActiveOn } from "../../../shared/capabilities/catalogue/catalogue.ts";
import { type Matter, POST_HOLDER, type Post } from "../../../shared/capabilities/catalogue/matter.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { limitText, CATALOGUE_TEXTS as TEXTS } from "./catalogue-texts.ts";

export interface CatalogueLine {
  readonly matter: Matter;
  /** A version that has been registered and is not in force yet. */
  readonly upcoming: Matter | undefined;
}

export interface CataloguePageProps {
  readonly centre: Text;
  readonly posts: readonly Post[];
  readonly lines: readonly CatalogueLine[];
  readonly today: PlainDate;
  readonly mayChange: boolean;
  readonly locale: Locale;
}

export function CataloguePage({ centre, posts, lines, today, mayChange, locale }: CataloguePageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs soft">{t(centre)}</p>
      <h1>{t(TEXTS.title)}</h1>
      <p>{t(TEXTS.lead)}</p>
      {mayChange && (
        <p class="actions no-print">
          <a class="button plain" href={pagePaths.newMatter}>
            {t(TEXTS.newMatter)}
          </a>
        </p>
      )}
      {posts.map((post) => {
        const own = lines.filter(({ matter }) => matter.post === post.id);
        if (own.length === 0) return null;
        return (
          <section key={post.id}>
            <h2 id={`post-${post.id}`}>{t(post.name)}</h2>
            <section class="scroll" tabindex={0} aria-labelledby={`post-${post.id}`}>
              <table class="rows">
                <thead>
                  <tr>
                    {[
                      TEXTS.matter,
                      TEXTS.flow,
                      TEXTS.limit,
                      TEXTS.responsible,
                      TEXTS.version,
                      TEXTS.state,
                    ].map((label) => (
                      <th key={label.en} scope="col">
                        {t(label)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {own.map((line) => (
                    <Line key={line.matter.id} line={line} today={today} locale={locale} />
                  ))}
                </tbody>
              </table>
            </section>
          </section>
        );
      })}
    </>
  );
}

function Line({
  line: { matter, upcoming },
  today,
  locale,
}: {
  readonly line: CatalogueLine;
  readonly today: PlainDate;
  readonly locale: Locale;
}) {
  const t = (text: Text) => say(text, locale);
  return (
    <tr>
      <th scope="row">
        <a href={pagePaths.matter(matter.id)}>{t(matter.name)}</a>
      </th>
      <td>{t(FLOW_NAMES[matter.flow])}</td>
      <td>
        {t(limitText(matter.timeLimit))}
        {matter.upstream && <span class="soft small"> · {t(TEXTS.extra)}</span>}
      </td>
      <td>{matter.responsible ?? POST_HOLDER}</td>
      <td>
        {matter.version ?? 1}
        {upcoming && (
          <span class="badge warn">
            {upcoming.version} {t(TEXTS.upcoming)} {upcoming.effectiveFrom}
          </span>
        )}
      </td>
      <td>
        <MatterState matter={matter} today={today} locale={locale} />
      </td>
    </tr>
  );
}

/** D1 三5: no matter is active without a limit, standing duties apart. */
function MatterState({
  matter,
  today,
  locale,
}: {
  readonly matter: Matter;
  readonly today: PlainDate;
  readonly locale: Locale;
}) {
  if (!isActiveOn(matter, today)) {
    return (
      <span class="badge">
        {say(TEXTS.retired, locale)} {matter.retiredFrom}
      </span>
    );
  }
  if (matter.timeLimit === null && matter.flow !== "routineTask") {
    return <span class="badge bad">{say(TEXTS.notActive, locale)}</span>;
  }
  return <span class="badge good">{say(TEXTS.active, locale)}</span>;
}
