// The frame of the pages over the registers: where one is, the period, and blocks with their exports.
import type { Child } from "hono/jsx";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { ExportedBlocks, type ExportedBlocksProps } from "../exports/exported-blocks.tsx";
import { pagePaths } from "../page-paths.ts";
import { REGISTER_TEXTS as TEXTS } from "./register-texts.ts";

export interface RegisterFrameProps extends ExportedBlocksProps {
  readonly place: Text;
  readonly title: Text;
  /** Which of the centre's pages this is; null on a hall's own. */
  readonly current: string | null;
  readonly period: { readonly name: "year" | "quarter"; readonly id: string };
  readonly children?: Child;
}

const PAGES = [
  ["halls", pagePaths.halls, TEXTS.halls],
  ["programme", pagePaths.programme(), TEXTS.programme],
  ["training", pagePaths.training(), TEXTS.training],
  ["budget", pagePaths.budget(), TEXTS.budget],
  ["demands", pagePaths.demands(), TEXTS.demands],
  ["voices", pagePaths.voices(), TEXTS.voices],
] as const;

/** The way between the centre's pages over the registers. */
export function RegisterTabs({
  current,
  locale,
}: {
  readonly current: string | null;
  readonly locale: Locale;
}) {
  return (
    <nav class="tabs no-print" aria-label={say(TEXTS.pages, locale)}>
      {PAGES.map(([id, href, label]) => (
        <a key={id} href={href} {...(id === current ? { "aria-current": "page" as const } : {})}>
          {say(label, locale)}
        </a>
      ))}
    </nav>
  );
}

export function RegisterFrame(props: RegisterFrameProps) {
  const { place, title, current, period, blocks, exportOf, locale, children } = props;
  const t = (text: Text) => say(text, locale);
  const example = period.name === "year" ? String.raw`\d{4}` : String.raw`\d{4}-Q[1-4]`;
  return (
    <>
      <p class="crumbs soft">{t(place)}</p>
      <div class="title-line">
        <h1>{t(title)}</h1>
        <form method="get" class="row-form end no-print">
          <label for="register-period">
            <span>{t(TEXTS[period.name])}</span>
            <input
              id="register-period"
              name={period.name}
              value={period.id}
              pattern={example}
              size={8}
              required
            />
          </label>
          <button type="submit">{t(TEXTS.show)}</button>
        </form>
      </div>
      {current !== null && <RegisterTabs current={current} locale={locale} />}
      <ExportedBlocks blocks={blocks} exportOf={exportOf} locale={locale} />
      {children}
    </>
  );
}
