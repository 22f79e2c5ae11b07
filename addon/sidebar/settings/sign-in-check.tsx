// Says under which account the add-on works here, or what to do when it cannot tell.
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";

const WORDS = {
  as: { zh: "已登录:", en: "Signed in as " },
  nobody: {
    zh: "没有认出您的账号。常见原因:浏览器同时登录了几个账号。请只留工作账号(或用无痕窗口),重新打开表格;仍不行请让中心把您的邮箱加入名单。",
    en: "Your account was not recognised. Often several accounts are signed in in one browser: keep only your work account (or use a private window) and open the spreadsheet again. If that does not help, ask the centre to invite your address.",
  },
  again: { zh: "重新检查", en: "Check again" },
} as const satisfies Record<string, Text>;

export function SignInCheck() {
  const { boot, t, reload } = useSession();
  if (boot.user) {
    return (
      <Notice kind="done">
        {t(WORDS.as)}
        {boot.user.name} ({boot.user.email})
      </Notice>
    );
  }
  return (
    <Notice kind="problem">
      <p>{t(WORDS.nobody)}</p>
      <BusyButton onPress={reload}>{t(WORDS.again)}</BusyButton>
    </Notice>
  );
}
