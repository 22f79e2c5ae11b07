// Opens a sidebar: asks the script who and where we are, waits in view of everybody, then shows the sidebar's own part.
import { type ComponentType, render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Bootstrap, RpcResult } from "../../rpc-contract.ts";
import { forgetOthersDrafts } from "../form/draft-store.ts";
import { call } from "../rpc/call.ts";
import { BusyButton } from "./busy-button.tsx";
import { Notice } from "./notice.tsx";
import { type Session, SessionContext, sessionOf, useSession } from "./session.ts";

const WORDS = {
  opening: { zh: "正在打开…", en: "Opening…" },
  again: { zh: "再试一次", en: "Try again" },
  offline: {
    zh: "连不上中心,正用上次的资料。可以照常登记,联网后自动送出。",
    en: "The centre cannot be reached; the last known data is in use. Go on as usual, rows are sent later.",
  },
  nobody: {
    zh: "没有认出您的账号,登记的内容只留在表格里。请在菜单打开“设置”检查登录;若浏览器登录了几个账号,只留工作账号。",
    en: "Your account was not recognised, so what you enter stays in the sheet. Check the sign-in under “Settings”; if several accounts are signed in, keep only your work account.",
  },
} as const satisfies Record<string, Text>;

/** Before anything is known the words stand in both languages. */
const BOTH: Bootstrap = {
  user: null,
  hall: null,
  mode: null,
  settings: { locale: "zh", projection: "surname" },
  ledgers: [],
  reference: null,
  offline: false,
  now: "",
  selected: null,
};

/** Draws the sidebar into the page's `#app`. */
export function start(title: Text, Part: ComponentType): void {
  const place = document.getElementById("app");
  if (place) render(<Sidebar title={title} Part={Part} />, place);
}

function Sidebar({ title, Part }: { title: Text; Part: ComponentType }) {
  const [opened, setOpened] = useState<{ answer: RpcResult<Bootstrap>; at: number } | null>(null);
  const load = () => {
    void call("bootstrap").then((answer) => {
      if (answer.ok) forgetOthersDrafts(answer.value.user?.key ?? null);
      setOpened({ answer, at: Date.now() });
    });
  };
  useEffect(load, []);
  if (!opened?.answer.ok) {
    const message = opened && !opened.answer.ok ? opened.answer.message : null;
    const again = () => {
      setOpened(null);
      load();
    };
    return (
      <SessionContext.Provider value={sessionOf(BOTH, Date.now(), load)}>
        <Opening title={title} message={message} again={again} />
      </SessionContext.Provider>
    );
  }
  const session = sessionOf(opened.answer.value, opened.at, load);
  return (
    <SessionContext.Provider value={session}>
      <Frame title={title} session={session}>
        <Part />
      </Frame>
    </SessionContext.Provider>
  );
}

function Opening({ title, message, again }: { title: Text; message: Text | null; again: () => void }) {
  return (
    <main>
      <h1>{title.zh}</h1>
      {message ? (
        <Notice kind="problem">
          <p>{message.zh}</p>
          <p lang="en">{message.en}</p>
          <BusyButton look="action" onPress={again}>
            {WORDS.again.zh} / {WORDS.again.en}
          </BusyButton>
        </Notice>
      ) : (
        <p class="waiting" role="status">
          <span class="spinner" /> {WORDS.opening.zh}
        </p>
      )}
    </main>
  );
}

function Frame({
  title,
  session,
  children,
}: {
  title: Text;
  session: Session;
  children: preact.ComponentChildren;
}) {
  const { t } = useSession();
  const { boot, locale } = session;
  useEffect(() => {
    document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
    document.title = title[locale];
  }, [locale, title]);
  return (
    <main>
      <h1>{t(title)}</h1>
      {boot.hall && <p class="place">{t(boot.hall.name)}</p>}
      {boot.mode !== null && boot.user === null && <Notice kind="warning">{t(WORDS.nobody)}</Notice>}
      {boot.offline && <Notice kind="warning">{t(WORDS.offline)}</Notice>}
      {children}
    </main>
  );
}
