// A list of contents to be checked one by one: in order or not, with a word about it.
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "../frame/session.ts";
import type { ControlProps } from "./control-props.ts";
import { asText } from "./raw-values.ts";

const WORDS = {
  unchecked: { zh: "未查", en: "not checked" },
  fine: { zh: "合格", en: "in order" },
  wrong: { zh: "不合格", en: "not in order" },
  note: { zh: "说明", en: "note" },
} as const satisfies Record<string, Text>;

interface Checked {
  readonly item: string;
  readonly ok: boolean;
  readonly note?: string;
}

export function ChecklistControl(props: ControlProps) {
  const { t } = useSession();
  const { id, field, value, invalid, describedBy, onChange } = props;
  const entries = checkedIn(value);
  const put = (next: Checked[]) => onChange(next.length > 0 ? next : "");
  return (
    <fieldset id={id} class="checklist" aria-label={t(field.label)} aria-describedby={describedBy}>
      {(field.shape.choices ?? []).map(({ code, label }, at) => {
        const entry = entries.find(({ item }) => item === code);
        const others = entries.filter(({ item }) => item !== code);
        const chosen = entry ? (entry.ok ? "ok" : "wrong") : "";
        return (
          <div class="check" key={code} data-item={code}>
            <span>{t(label)}</span>
            <select
              aria-label={t(label)}
              aria-invalid={invalid && at === 0}
              value={chosen}
              onChange={(event) => {
                const to = event.currentTarget.value;
                put(to === "" ? others : [...others, { ...entry, item: code, ok: to === "ok" }]);
              }}
            >
              <option value="">{t(WORDS.unchecked)}</option>
              <option value="ok">{t(WORDS.fine)}</option>
              <option value="wrong">{t(WORDS.wrong)}</option>
            </select>
            {entry && (
              <input
                type="text"
                aria-label={`${t(label)} ${t(WORDS.note)}`}
                placeholder={t(WORDS.note)}
                maxLength={field.shape.maxLength ?? 200}
                value={asText(entry.note)}
                onInput={(event) => put([...others, { ...entry, note: event.currentTarget.value }])}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function checkedIn(value: unknown): Checked[] {
  return Array.isArray(value) ? value.filter(isChecked) : [];
}

function isChecked(given: unknown): given is Checked {
  return typeof given === "object" && given !== null && "item" in given && "ok" in given;
}
