// A printed piece for the wall: one sheet of A4 with a frame, readable from two metres.
import type { Child } from "hono/jsx";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";

const TEXTS = {
  print: { zh: "用浏览器的“打印”输出 A4 纸。", en: "Print on A4 with the browser." },
  phone: { zh: "投诉电话", en: "Complaints" },
} as const satisfies Record<string, Text>;

export interface PosterProps {
  readonly title: Text;
  readonly hall: { readonly name: Text; readonly complaintPhone: string };
  readonly landscape?: boolean;
  readonly locale: Locale;
  readonly children: Child;
}

export function Poster({ title, hall, landscape = false, locale, children }: PosterProps) {
  return (
    <>
      <p class="soft small no-print">{say(TEXTS.print, locale)}</p>
      <article class={landscape ? "poster landscape" : "poster"}>
        <h1>{say(title, locale)}</h1>
        {children}
        <footer>
          <span>{say(hall.name, locale)}</span>
          <span>
            {say(TEXTS.phone, locale)} {hall.complaintPhone}
          </span>
        </footer>
      </article>
    </>
  );
}

/** D1 三4: a system on the wall, clause by clause. */
export function Clauses({ clauses, locale }: { readonly clauses: readonly Text[]; readonly locale: Locale }) {
  return (
    <ol>
      {clauses.map((clause) => (
        <li key={clause.zh}>{say(clause, locale)}</li>
      ))}
    </ol>
  );
}

export interface ScopeGroup {
  readonly name: Text;
  readonly matters: readonly { readonly name: Text; readonly limit: Text }[];
}

/** D1 三2: what is offered, by post, with its limit. */
export function ServiceScope({
  groups,
  locale,
}: {
  readonly groups: readonly ScopeGroup[];
  readonly locale: Locale;
}) {
  return (
    <div class="scope">
      {groups.map(({ name, matters }) => (
        <section key={name.zh}>
          <h2>{say(name, locale)}</h2>
          <p>
            {matters.map((matter, at) => (
              <span key={matter.name.zh}>
                {at > 0 && " · "}
                {say(matter.name, locale)}
                <small>（{say(matter.limit, locale)}）</small>
              </span>
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}

/** D1 三1: the sign at the door says the name and nothing else. */
export function HallSign({ name }: { readonly name: string }) {
  return (
    <>
      <p class="soft small no-print">A4</p>
      <article class="poster landscape sign">
        <p>{name}</p>
      </article>
    </>
  );
}
