// What can be chosen for a workbook: the language of the sidebars, and how names stand in its cells.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Settings } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { SheetsChoice } from "./sheets-choice.tsx";
import { SignInCheck } from "./sign-in-check.tsx";

const WORDS = {
  language: { zh: "语言 / Language", en: "Language / 语言" },
  projection: { zh: "表格里的姓名", en: "Names in the sheet" },
  why: {
    zh: "表格的历史版本会留下写过的姓名;写得越少越安全。",
    en: "A spreadsheet's history keeps every name once written: the less, the safer.",
  },
  save: { zh: "保存设置", en: "Save settings" },
  saved: { zh: "设置已保存。", en: "Settings saved." },
  again: { zh: "补建或修复台账…", en: "Create or repair ledgers…" },
} as const satisfies Record<string, Text>;

const LOCALES = [
  { id: "zh", label: "中文" },
  { id: "en", label: "English" },
] as const;

const PROJECTIONS = [
  { id: "full", label: { zh: "写全名", en: "full names" } },
  { id: "surname", label: { zh: "只写姓(张**)", en: "surname only (张**)" } },
  { id: "caseNumberOnly", label: { zh: "不写姓名,只留编号", en: "no names, case number only" } },
] as const;

export function SettingsForm({ setUpAgain }: { setUpAgain: () => void }) {
  const { boot, t, reload } = useSession();
  const [settings, setSettings] = useState<Settings>(boot.settings);
  const [told, setTold] = useState<{ readonly ok: boolean; readonly message: Text } | null>(null);
  const saving = useAction(async () => {
    const answer = await call("saveSettings", settings);
    setTold(answer.ok ? { ok: true, message: WORDS.saved } : answer);
    if (answer.ok) reload();
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.run();
      }}
    >
      <SignInCheck />
      <fieldset>
        <legend>{t(WORDS.language)}</legend>
        {LOCALES.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name="locale"
              checked={settings.locale === id}
              onChange={() => setSettings({ ...settings, locale: id })}
            />{" "}
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t(WORDS.projection)}</legend>
        {PROJECTIONS.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name="projection"
              checked={settings.projection === id}
              onChange={() => setSettings({ ...settings, projection: id })}
            />{" "}
            {t(label)}
          </label>
        ))}
        <p class="hint">{t(WORDS.why)}</p>
      </fieldset>
      {told && <Notice kind={told.ok ? "done" : "problem"}>{t(told.message)}</Notice>}
      <div class="buttons">
        <BusyButton look="action" submit busy={saving.busy}>
          {t(WORDS.save)}
        </BusyButton>
        <BusyButton onPress={setUpAgain}>{t(WORDS.again)}</BusyButton>
      </div>
      {boot.mode === "hall" && <SheetsChoice />}
    </form>
  );
}
