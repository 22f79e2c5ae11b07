// The frame of every entry form: keys, problems that belong to no field, the restored draft, the buttons.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Fields } from "../../../shared/ledger/field.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { ChangeReason, MONTH_LOCKED } from "./change-reason.tsx";
import { saveModeOf } from "./enter-saves.ts";
import { type Entry, useFocusOnProblem } from "./use-entry.ts";

const WORDS = {
  save: { zh: "保存并登记下一件", en: "Save and next" },
  keep: { zh: "保存并留在本件", en: "Save and stay" },
  keys: {
    zh: "回车:保存并登记下一件;Ctrl+回车:保存并留在本件",
    en: "Enter: save and next; Ctrl+Enter: save and stay",
  },
  restored: { zh: "已恢复上次没有保存的内容。", en: "What you had not saved has been restored." },
  discard: { zh: "清空重填", en: "Start over" },
  next: { zh: "登记下一件", en: "Next one" },
} as const satisfies Record<string, Text>;

const FIRST = "[data-field] :is(input, textarea)";

export interface EntryFormProps {
  readonly entry: Entry<{ readonly version: number }>;
  readonly fields: Fields;
  /** Which fields the form shows: problems of others stand on top. */
  readonly shown: readonly string[];
  readonly children: ComponentChildren;
}

export function EntryForm({ entry, fields, shown, children }: EntryFormProps) {
  const { t } = useSession();
  const form = useFocusOnProblem(entry.refusals);
  // A new row begins where one types; each row has a form of its own.
  useEffect(() => form.current?.querySelector<HTMLElement>(FIRST)?.focus(), [form]);
  const others = entry.problems.filter(
    ({ code, field }) => code !== MONTH_LOCKED && (field === undefined || !shown.includes(field)),
  );
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        entry.save("next");
      }}
      onKeyDown={(event) => {
        const mode = saveModeOf(event);
        if (!mode) return;
        event.preventDefault();
        entry.save(mode);
      }}
    >
      {entry.restored && (
        <Notice kind="note">
          {t(WORDS.restored)}{" "}
          <BusyButton look="link" onPress={entry.discard}>
            {t(WORDS.discard)}
          </BusyButton>
        </Notice>
      )}
      {children}
      <ChangeReason problems={entry.problems} reason={entry.reason} onChange={entry.changeReason} />
      {(others.length > 0 || entry.failure) && (
        <Notice kind="problem">
          {entry.failure && <p>{t(entry.failure)}</p>}
          {others.map(({ code, field, message }) => (
            <p key={`${code}${field}`}>
              {field && fields[field] ? `${t(fields[field].label)}: ` : ""}
              {t(message)}
            </p>
          ))}
        </Notice>
      )}
      <div class="buttons">
        <BusyButton look="action" submit busy={entry.busy}>
          {t(WORDS.save)}
        </BusyButton>
        <BusyButton busy={entry.busy} onPress={() => entry.save("keep")}>
          {t(WORDS.keep)}
        </BusyButton>
        {entry.version > 0 && <BusyButton onPress={entry.discard}>{t(WORDS.next)}</BusyButton>}
      </div>
      <p class="hint">{t(WORDS.keys)}</p>
    </form>
  );
}
