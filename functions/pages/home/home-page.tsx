// The first page: what the product is, and how to come in.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { WorkbookChoice } from "../../dependencies.ts";
import { roleName } from "../design/role-names.ts";
import { pagePaths } from "../page-paths.ts";
import type { AccountGroup } from "./account-groups.ts";

export const HOME_TEXTS = {
  title: {
    zh: "便民服务大厅台账与中心汇总",
    en: "Ledgers of community service halls, and the centre's view",
  },
  lead: {
    zh: "各大厅在熟悉的表格里登记一次，中心即可看到汇总、时限和每个数字背后的办件。",
    en: "Halls enter each case once, in the sheets they know; the centre sees totals, deadlines, and the cases behind every figure.",
  },
  signIn: { zh: "登录", en: "Sign in" },
  signInNote: {
    zh: "请使用受邀请的工作账号登录。没有账号的，请联系中心管理员。",
    en: "Please sign in with the work account that was invited. Without one, ask the centre's administrator.",
  },
  workbooks: { zh: "打开台账工作簿", en: "Open a workbook" },
  workbooksNote: {
    zh: "大厅的日常工作在表格里:菜单“扩展程序”里有登记、待办和同步。",
    en: "A hall's daily work is in its spreadsheet: see the menu Extensions to log a case, see to-dos, and synchronise.",
  },
  choose: { zh: "选择以谁的身份登录", en: "Choose whom to be" },
  chooseNote: {
    zh: "演示：以下人物均为虚构。点一下即登录，不需要密码。",
    en: "Demonstration: these people are invented. One click signs in; there is no password.",
  },
  returning: {
    zh: "请先登录，登录后会回到您要打开的页面。",
    en: "Please sign in first; you will then return to the page you wanted.",
  },
  noRole: {
    zh: "您的账号还没有任何大厅或中心的职责；请联系中心管理员。",
    en: "Your account has no role in any hall or centre yet; please ask the centre's administrator.",
  },
  myHalls: { zh: "我的大厅", en: "My halls" },
} as const satisfies Record<string, Text>;

const POINTS: readonly { readonly title: Text; readonly text: Text }[] = [
  {
    title: { zh: "每件一登记", en: "Every case on record" },
    text: {
      zh: "编号连续、只作废不删除，每次修改都留痕。",
      en: "Serial numbers without gaps; rows are voided, never deleted; every change is kept.",
    },
  },
  {
    title: { zh: "时限说得清", en: "Deadlines that explain themselves" },
    text: {
      zh: "逐日列出起算日、休、补班、停表和延期，注明依据的放假通知。",
      en: "Day by day: day 0, days off, make-up days, stops and extensions, with the notice they rest on.",
    },
  },
  {
    title: { zh: "数字点得开", en: "Figures that open" },
    text: {
      zh: "月报上的每个数字都能打开它的办件清单，行数与数字一致。",
      en: "Each figure of the month board opens its list of cases, as many rows as the figure says.",
    },
  },
];

interface HomeProps {
  readonly locale: Locale;
  readonly workbooks: readonly WorkbookChoice[];
  /** Null where people sign in with accounts of their own. */
  readonly groups: readonly AccountGroup[] | null;
  /** Where to go after signing in; "/" for nowhere in particular. */
  readonly returnTo: string;
}

export function HomePage({ locale, groups, workbooks, returnTo }: HomeProps) {
  const t = (text: Text) => say(text, locale);
  const to = returnTo === "/" ? undefined : returnTo;
  return (
    <>
      <h1>{t(HOME_TEXTS.title)}</h1>
      <p class="lead">{t(HOME_TEXTS.lead)}</p>
      {to && <p class="notice">{t(HOME_TEXTS.returning)}</p>}
      <div class="columns points">
        {POINTS.map(({ title, text }) => (
          <section key={title.en} class="panel">
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </section>
        ))}
      </div>
      {workbooks.length > 0 && <Workbooks workbooks={workbooks} locale={locale} />}
      {groups ? (
        <section aria-labelledby="choose">
          <h2 id="choose">{t(HOME_TEXTS.choose)}</h2>
          <p class="notice">{t(HOME_TEXTS.chooseNote)}</p>
          {groups.map((group) => (
            <Group key={group.title.en} group={group} locale={locale} to={to} />
          ))}
        </section>
      ) : (
        <section>
          <p class="actions">
            <a class="button" href={pagePaths.signIn({ to })}>
              {t(HOME_TEXTS.signIn)}
            </a>
          </p>
          <p class="soft">{t(HOME_TEXTS.signInNote)}</p>
        </section>
      )}
    </>
  );
}

function Workbooks({ workbooks, locale }: { workbooks: readonly WorkbookChoice[]; locale: Locale }) {
  return (
    <section aria-labelledby="workbooks">
      <h2 id="workbooks">{say(HOME_TEXTS.workbooks, locale)}</h2>
      <p class="soft">{say(HOME_TEXTS.workbooksNote, locale)}</p>
      <ul class="people">
        {workbooks.map(({ title, url, note }) => (
          <li key={url}>
            <a class="person" href={url}>
              <b>{title}</b>
              <span>{say(note, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly group: AccountGroup;
  readonly locale: Locale;
  readonly to: string | undefined;
}

function Group({ group, locale, to }: GroupProps) {
  return (
    <>
      <h3>{say(group.title, locale)}</h3>
      <ul class="people">
        {group.accounts.map(({ email, name, role }) => (
          <li key={email}>
            <a class="person" href={pagePaths.signIn({ to, login_hint: email })} rel="nofollow">
              <b>{name}</b>
              <span>{say(roleName(role), locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
