// Set-up in three steps: who you are, which hall or centre this workbook belongs to, and the sheets made for it.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { RpcResult } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import type { RpcValue } from "../rpc/answers.ts";
import { call } from "../rpc/call.ts";
import { type Place, PlaceChoice } from "./place-choice.tsx";
import { SignInCheck } from "./sign-in-check.tsx";

const WORDS = {
  intro: {
    zh: "三步建好这个工作簿。已有的内容不会丢。",
    en: "Three steps set this workbook up. Nothing in it is lost.",
  },
  signIn: { zh: "1. 登录", en: "1. Sign-in" },
  place: { zh: "2. 选择大厅或中心", en: "2. Choose a hall or the centre" },
  sheets: { zh: "3. 建立台账", en: "3. Create the ledgers" },
  looking: { zh: "正在查您可以用的大厅…", en: "Looking up your halls…" },
  again: { zh: "再查一次", en: "Look again" },
  create: { zh: "建立台账", en: "Create the ledgers" },
  creating: {
    zh: "正在建表:表头、下拉、格式、保护。大约要一分钟,请不要关闭。",
    en: "Creating sheets with headers, drop-downs, formats and protection. This takes about a minute; keep it open.",
  },
  made: { zh: "已建好:", en: "Created: " },
  finish: { zh: "完成", en: "Finish" },
} as const satisfies Record<string, Text>;

export function SetUpWizard({ done }: { done: () => void }) {
  const { boot, t } = useSession();
  const [halls, setHalls] = useState<RpcResult<RpcValue<"listHalls">> | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [made, setMade] = useState<RpcResult<RpcValue<"setUpWorkbook">> | null>(null);
  const looking = useAction(async () => setHalls(await call("listHalls")));
  const creating = useAction(async (chosen: Place) => setMade(await call("setUpWorkbook", chosen)));
  const { run: look } = looking;
  const signedIn = boot.user !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known who is here
  useEffect(() => {
    if (signedIn) look();
  }, [signedIn]);
  return (
    <>
      <p class="soft">{t(WORDS.intro)}</p>
      <h2>{t(WORDS.signIn)}</h2>
      <SignInCheck />
      <h2>{t(WORDS.place)}</h2>
      {signedIn && !halls && (
        <p class="waiting" role="status">
          {t(WORDS.looking)}
        </p>
      )}
      {halls && !halls.ok && (
        <Notice kind="problem">
          <p>{t(halls.message)}</p>
          <BusyButton busy={looking.busy} onPress={look}>
            {t(WORDS.again)}
          </BusyButton>
        </Notice>
      )}
      {halls?.ok && <PlaceChoice {...halls.value} chosen={place} choose={setPlace} />}
      <h2>{t(WORDS.sheets)}</h2>
      <p role="status" class={creating.busy ? "waiting" : "hidden"}>
        {creating.busy && t(WORDS.creating)}
      </p>
      {made && !made.ok && <Notice kind="problem">{t(made.message)}</Notice>}
      {made?.ok ? (
        <>
          <Notice kind="done">
            {t(WORDS.made)}
            {made.value.sheets.join(t({ zh: "、", en: ", " }))}
          </Notice>
          <BusyButton look="action" onPress={done}>
            {t(WORDS.finish)}
          </BusyButton>
        </>
      ) : (
        <BusyButton
          look="action"
          busy={creating.busy || !place}
          onPress={() => {
            if (place) creating.run(place);
          }}
        >
          {t(WORDS.create)}
        </BusyButton>
      )}
    </>
  );
}
