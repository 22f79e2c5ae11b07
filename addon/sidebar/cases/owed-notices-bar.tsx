// Says that correction notices still wait for their cases, and registers them on request and when the form opens.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { owedNotices, settleOwedNotices } from "./owed-notices.ts";

const WORDS = {
  waiting: { zh: "份一次性告知等待登记:", en: "correction notice(s) wait to be registered:" },
  now: { zh: "现在登记", en: "Register now" },
} as const satisfies Record<string, Text>;

export function OwedNotices() {
  const { t, boot } = useSession();
  const [, setLeft] = useState(0);
  const settling = useAction(async () => setLeft(await settleOwedNotices(boot)));
  const owed = owedNotices(boot);
  const { run } = settling;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    if (owed.length > 0 && !boot.offline) run();
  }, []);
  if (owed.length === 0) return null;
  return (
    <Notice kind="warning">
      {owed.length} {t(WORDS.waiting)} {owed.map(({ serial }) => serial).join(", ")}{" "}
      <BusyButton look="link" busy={settling.busy} onPress={run}>
        {t(WORDS.now)}
      </BusyButton>
    </Notice>
  );
}
