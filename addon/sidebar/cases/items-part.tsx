// The correction list of a later notice: the matter's own materials at a click, so that they are named as before.
import type { Text } from "../../../shared/kernel/text.ts";
import type { ControlPart } from "../form/control.tsx";
import { commonOf } from "../form/control-props.ts";
import { asText } from "../form/raw-values.ts";
import type { Session } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";

const WORDS = {
  add: { zh: "加上", en: "Add" },
} as const satisfies Record<string, Text>;

export function itemsPart(row: RowHistory, { reference, t }: Session): ControlPart {
  const materials = reference?.findMatter(row.values.matter)?.materials ?? [];
  return (props) => {
    const lines = asText(props.value).split("\n").filter(Boolean);
    const left = materials.filter(({ name }) => !lines.includes(name.zh));
    return (
      <>
        <textarea
          {...commonOf(props)}
          rows={3}
          data-lines="true"
          value={asText(props.value)}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
        <span class="links">
          {left.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="link"
              onClick={() => props.onChange([...lines, name.zh].join("\n"))}
            >
              {t(WORDS.add)} {t(name)}
            </button>
          ))}
        </span>
      </>
    );
  };
}
