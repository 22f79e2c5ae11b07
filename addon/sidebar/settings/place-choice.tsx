// The halls and centres that the signed-in person may set a workbook up for.
import type { Text } from "../../../shared/kernel/text.ts";
import type { HallChoice } from "../../rpc-contract.ts";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";

export interface Place {
  readonly mode: "hall" | "centre";
  readonly id: string;
}

const WORDS = {
  halls: { zh: "大厅工作簿", en: "A hall's workbook" },
  centres: { zh: "中心工作簿", en: "The centre's workbook" },
  none: {
    zh: "您的账号还没有大厅;请让中心把您加入名单。",
    en: "Your account belongs to no hall yet; ask the centre to add you.",
  },
} as const satisfies Record<string, Text>;

export interface PlaceChoiceProps {
  readonly halls: readonly HallChoice[];
  readonly centres: readonly HallChoice[];
  readonly chosen: Place | null;
  choose(place: Place): void;
}

export function PlaceChoice({ halls, centres, chosen, choose }: PlaceChoiceProps) {
  const { t } = useSession();
  if (halls.length + centres.length === 0) return <Notice kind="warning">{t(WORDS.none)}</Notice>;
  const groups = [
    { mode: "hall" as const, label: WORDS.halls, choices: halls },
    { mode: "centre" as const, label: WORDS.centres, choices: centres },
  ];
  return (
    <>
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ mode, label, choices }) => (
          <fieldset key={mode}>
            <legend>{t(label)}</legend>
            {choices.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="place"
                  checked={chosen?.mode === mode && chosen.id === id}
                  onChange={() => choose({ mode, id })}
                />{" "}
                {t(name)}
              </label>
            ))}
          </fieldset>
        ))}
    </>
  );
}
