// The list of a hall's printed pieces.

import { FLOW_NAMES } from "../../../shared/capabilities/cases/case-flows.ts";
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";

const TEXTS = {
  title: { zh: "上墙与门牌", en: "Posters and sign" },
  posters: {
    zh: "六项上墙制度、服务范围与门牌",
    en: "The six posted systems, the scope of services and the sign",
  },
  flows: { zh: "流程示意图", en: "Flow diagrams" },
} as const satisfies Record<string, Text>;

export interface PostersPageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly pieces: readonly { readonly id: string; readonly title: Text }[];
  readonly matters: readonly Matter[];
  readonly locale: Locale;
}

export function PostersPage({ hall, pieces, matters, locale }: PostersPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">
        <a href={pagePaths.hall(hall.id)}>{t(hall.name)}</a>
      </p>
      <h1>{t(TEXTS.title)}</h1>
      <h2>{t(TEXTS.posters)}</h2>
      <ul class="people">
        {pieces.map(({ id, title }) => (
          <li key={id}>
            <a class="person" href={pagePaths.poster(hall.id, id)}>
              <b>{t(title)}</b>
            </a>
          </li>
        ))}
      </ul>
      <h2>{t(TEXTS.flows)}</h2>
      <ul class="people">
        {matters.map((matter) => (
          <li key={matter.id}>
            <a class="person" href={pagePaths.hallFlow(hall.id, matter.id)}>
              <b>{t(matter.name)}</b>
              <span>{t(FLOW_NAMES[matter.flow])}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
