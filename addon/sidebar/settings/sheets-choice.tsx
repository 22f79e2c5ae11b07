// Which ledgers the hall keeps as sheets of this workbook.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { SheetChoice } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";

const WORDS = {
  legend: { zh: "本表格里的台账", en: "Ledgers in this workbook" },
  why: {
    zh: "收起的表会隐藏,内容不删;再勾选就回来。",
    en: "A sheet put away is hidden with what it holds, and comes back when it is ticked again.",
  },
  readOnly: { zh: "只读", en: "read only" },
  loading: { zh: "正在取台账清单…", en: "Fetching the list of ledgers…" },
  save: { zh: "更新表格", en: "Update the sheets" },
  saving: { zh: "正在建立或收起表…", en: "Making sheets, or putting them away…" },
  saved: { zh: "表格已更新。", en: "The sheets are up to date." },
  none: { zh: "至少要留一本台账。", en: "Keep one ledger at least." },
} as const satisfies Record<string, Text>;

export function SheetsChoice() {
  const { t } = useSession();
  const [choices, setChoices] = useState<readonly SheetChoice[] | null>(null);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ readonly ok: boolean; readonly message: Text } | null>(null);
  const take = (found: readonly SheetChoice[]) => {
    setChoices(found);
    setKept(new Set(found.flatMap((choice) => (choice.kept ? [choice.ledger] : []))));
  };
  const loading = useAction(async () => {
    const answer = await call("sheetChoices");
    if (answer.ok) take(answer.value);
    else setTold(answer);
  });
  const saving = useAction(async () => {
    if (kept.size === 0) return setTold({ ok: false, message: WORDS.none });
    const answer = await call("chooseSheets", { ledgers: [...kept] });
    if (answer.ok) take(answer.value);
    setTold(answer.ok ? { ok: true, message: WORDS.saved } : answer);
  });
  const { run: load } = loading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the settings open
  useEffect(() => load(), []);
  const flip = (ledger: string, on: boolean) => {
    const next = new Set(kept);
    if (on) next.add(ledger);
    else next.delete(ledger);
    setKept(next);
  };
  return (
    <fieldset data-part="sheets">
      <legend>{t(WORDS.legend)}</legend>
      {!choices && !told && (
        <p class="waiting" role="status">
          {t(WORDS.loading)}
        </p>
      )}
      {choices?.map(({ ledger, title, readOnly }) => (
        <label key={ledger}>
          <input
            type="checkbox"
            checked={kept.has(ledger)}
            disabled={saving.busy}
            onChange={(event) => flip(ledger, event.currentTarget.checked)}
          />{" "}
          {t(title)}
          {readOnly && <span class="soft"> ({t(WORDS.readOnly)})</span>}
        </label>
      ))}
      <p class="hint">{t(WORDS.why)}</p>
      {saving.busy && (
        <p class="waiting" role="status">
          {t(WORDS.saving)}
        </p>
      )}
      {told && <Notice kind={told.ok ? "done" : "problem"}>{t(told.message)}</Notice>}
      <BusyButton busy={saving.busy || !choices} onPress={saving.run}>
        {t(WORDS.save)}
      </BusyButton>
    </fieldset>
  );
}
