// Rows of former years: fetched into the sheets on wish, and put away again; nothing is lost either way.
import { useId, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";

const WORDS = {
  title: { zh: "往年的行", en: "Rows of former years" },
  why: {
    zh: "表格里是在办的和今年的行;往年办结的在后台,需要时取来看。",
    en: "The sheets hold what is open and this year's rows; older closed ones are at the centre and can be fetched.",
  },
  year: { zh: "年份", en: "Year" },
  fetch: { zh: "取到表格", en: "Fetch" },
  fetching: { zh: "正在取…", en: "Fetching…" },
  putAway: { zh: "收起", en: "Put away" },
  fetched: { zh: "已取来 {rows} 行。", en: "{rows} rows fetched." },
  gone: { zh: "已收起;改动过还没同步的行会留下。", en: "Put away; rows with changes of their own stay." },
  wrong: { zh: "请填四位数的往年年份。", en: "Please give a former year in four digits." },
} as const satisfies Record<string, Text>;

export function OlderRows({ years, done }: { years: readonly string[]; done: () => void }) {
  const { t, now } = useSession();
  const thisYear = new Date(now()).getFullYear();
  const [year, setYear] = useState(String(thisYear - 1));
  const [told, setTold] = useState<{ readonly ok: boolean; readonly message: Text } | null>(null);
  const id = useId();
  const asking = useAction(async (wanted: string, shown: boolean) => {
    if (!/^(19|20)\d\d$/.test(wanted) || Number(wanted) >= thisYear) {
      setTold({ ok: false, message: WORDS.wrong });
      document.getElementById(id)?.focus();
      return;
    }
    const answer = await call("showYear", { year: wanted, shown });
    if (!answer.ok) return setTold(answer);
    const { fetched, gone } = WORDS;
    const count = String(answer.value.rows);
    const counted = { zh: fetched.zh.replace("{rows}", count), en: fetched.en.replace("{rows}", count) };
    setTold({ ok: true, message: shown ? counted : gone });
    done();
  });
  return (
    <details class="older">
      <summary>{t(WORDS.title)}</summary>
      <p class="hint">{t(WORDS.why)}</p>
      <div class="field">
        <label for={id}>{t(WORDS.year)}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={told !== null && !told.ok}
          value={year}
          onInput={(event) => setYear(event.currentTarget.value.trim())}
        />
      </div>
      <div class="buttons">
        <BusyButton busy={asking.busy} onPress={() => asking.run(year, true)}>
          {t(WORDS.fetch)}
        </BusyButton>
      </div>
      <p role="status" class={asking.busy ? "waiting" : "hidden"}>
        {asking.busy && t(WORDS.fetching)}
      </p>
      {years.map((shown) => (
        <p key={shown} class="buttons">
          <b>{shown}</b>
          <BusyButton
            look="link"
            label={`${t(WORDS.putAway)} ${shown}`}
            busy={asking.busy}
            onPress={() => asking.run(shown, false)}
          >
            {t(WORDS.putAway)}
          </BusyButton>
        </p>
      ))}
      {told && <Notice kind={told.ok ? "done" : "problem"}>{t(told.message)}</Notice>}
    </details>
  );
}
