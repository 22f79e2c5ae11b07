// The frame of every page: skip link, head with who one is and the language, content, foot.
import type { Child } from "hono/jsx";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { SignedIn } from "../page-env.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { ICON_PATH, STYLE_PATH } from "./assets.ts";

const TEXTS = {
  product: { zh: "便民大厅台账", en: "Hall Ledger" },
  skip: { zh: "跳到正文", en: "Skip to the content" },
  nav: { zh: "主导航", en: "Main navigation" },
  board: { zh: "中心月报", en: "Month board" },
  obligations: { zh: "应办督办", en: "Who owes what" },
  reports: { zh: "报告", en: "Reports" },
  inspections: { zh: "验收", en: "Inspections" },
  owed: { zh: "应办清单", en: "What is owed" },
  myHall: { zh: "本厅", en: "My hall" },
  ledgers: { zh: "台账", en: "Ledgers" },
  centreLedgers: { zh: "中心台账", en: "Centre's ledgers" },
  signOut: { zh: "退出", en: "Sign out" },
  signOutEverywhere: { zh: "在所有设备上退出", en: "Sign out everywhere" },
  // Written in the language that it leads to.
  other: { zh: "English", en: "中文" },
  demonstration: { zh: "演示：人物与数据均为虚构", en: "Demonstration: people and data are invented" },
} as const satisfies Record<string, Text>;

export interface LayoutProps {
  readonly title: Text;
  readonly locale: Locale;
  readonly otherLanguage: string;
  readonly signedIn: SignedIn | undefined;
  readonly children: Child;
}

export function Layout({ title, locale, otherLanguage, signedIn, children }: LayoutProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t(title)} · ${t(TEXTS.product)}`}</title>
        <link rel="icon" href={ICON_PATH} type="image/svg+xml" />
        <link rel="stylesheet" href={STYLE_PATH} />
      </head>
      <body>
        <a class="skip" href="#content">
          {t(TEXTS.skip)}
        </a>
        <header class="head">
          <div class="head-in">
            <a class="brand" href={pagePaths.home()}>
              {t(TEXTS.product)}
            </a>
            {signedIn && <Navigation signedIn={signedIn} locale={locale} />}
            <div class="head-end">
              <a href={otherLanguage} lang={locale === "zh" ? "en" : "zh-CN"}>
                {t(TEXTS.other)}
              </a>
              {signedIn && <Account signedIn={signedIn} locale={locale} />}
            </div>
          </div>
        </header>
        {signedIn?.person.demonstration && <p class="demo-line">{t(TEXTS.demonstration)}</p>}
        <main id="content" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

interface PersonProps {
  readonly signedIn: SignedIn;
  readonly locale: Locale;
}

function Navigation({ signedIn: { work }, locale }: PersonProps) {
  const { atCentre, centres, halls } = work;
  return (
    <nav aria-label={say(TEXTS.nav, locale)}>
      {atCentre && <a href={pagePaths.chooseMonth}>{say(TEXTS.board, locale)}</a>}
      {atCentre && <a href={pagePaths.obligations()}>{say(TEXTS.obligations, locale)}</a>}
      {atCentre && <a href={pagePaths.reports()}>{say(TEXTS.reports, locale)}</a>}
      {atCentre && <a href={pagePaths.inspections()}>{say(TEXTS.inspections, locale)}</a>}
      {centres.map((centre) => (
        <a key={`ledgers-${centre}`} href={pagePaths.ledgers(centre)}>
          {say(TEXTS.centreLedgers, locale)}
        </a>
      ))}
      {halls.map((hall) => (
        <a key={hall} href={pagePaths.hall(hall)}>
          {halls.length === 1 ? say(TEXTS.myHall, locale) : `${say(TEXTS.myHall, locale)} ${hall}`}
        </a>
      ))}
      {halls.map((hall) => (
        <a key={`ledgers-${hall}`} href={pagePaths.ledgers(hall)}>
          {halls.length === 1 ? say(TEXTS.ledgers, locale) : `${say(TEXTS.ledgers, locale)} ${hall}`}
        </a>
      ))}
      {halls.map((hall) => (
        <a key={`periods-${hall}`} href={pagePaths.periods(hall)}>
          {halls.length === 1 ? say(TEXTS.owed, locale) : `${say(TEXTS.owed, locale)} ${hall}`}
        </a>
      ))}
    </nav>
  );
}

function Account({ signedIn: { person, formToken }, locale }: PersonProps) {
  return (
    <form class="account" method="post" action={pagePaths.signOut}>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <span class="who">{person.name}</span>
      <button type="submit" class="quiet">
        {say(TEXTS.signOut, locale)}
      </button>
      <button type="submit" class="quiet" formaction={pagePaths.signOutEverywhere}>
        {say(TEXTS.signOutEverywhere, locale)}
      </button>
    </form>
  );
}
