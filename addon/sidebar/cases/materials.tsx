// The materials of a matter as check boxes: what was not brought becomes the one correction list at once.
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { useSession } from "../frame/session.ts";
import type { MaterialsAsked } from "./missing-materials.ts";

const WORDS = {
  brought: { zh: "带来的材料(逐项勾选)", en: "Materials brought" },
  all: { zh: "全部带齐", en: "All brought" },
  complete: { zh: "材料已齐", en: "All materials are complete" },
  missing: {
    zh: "保存时同时登记一次性告知(补正),停表到补齐为止。还缺:",
    en: "On saving, a correction notice is registered as well and the clock stops. Missing: ",
  },
} as const satisfies Record<string, Text>;

export interface MaterialsProps {
  readonly asked: MaterialsAsked;
  onChange(brought: readonly string[]): void;
}

export function Materials({ asked: { all, missing }, onChange }: MaterialsProps) {
  const { t } = useSession();
  const gone = new Set(missing.map(({ id }) => id));
  const brought = all.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
  return (
    <fieldset class="materials">
      <legend>{t(WORDS.brought)}</legend>
      {all.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!gone.has(id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...brought, id] : brought.filter((other) => other !== id),
              )
            }
          />{" "}
          {t(name)}
        </label>
      ))}
      {all.length > 1 && missing.length > 0 && (
        <BusyButton look="link" onPress={() => onChange(all.map(({ id }) => id))}>
          {t(WORDS.all)}
        </BusyButton>
      )}
      <p class={missing.length > 0 ? "missing" : "soft"} role="status">
        {missing.length > 0
          ? `${t(WORDS.missing)}${missing.map(({ name }) => t(name)).join(t({ zh: "、", en: ", " }))}`
          : t(WORDS.complete)}
      </p>
    </fieldset>
  );
}
