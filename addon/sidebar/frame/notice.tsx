// A short message in its own region, with a word for its kind: colour alone never tells.
import type { ComponentChildren } from "preact";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "./session.ts";

export type NoticeKind = "done" | "note" | "warning" | "problem";

const KINDS: Record<NoticeKind, { readonly sign: string; readonly word: Text }> = {
  done: { sign: "✓", word: { zh: "完成", en: "Done" } },
  note: { sign: "i", word: { zh: "说明", en: "Note" } },
  warning: { sign: "!", word: { zh: "注意", en: "Attention" } },
  problem: { sign: "×", word: { zh: "有问题", en: "Problem" } },
};

export function Notice({ kind, children }: { kind: NoticeKind; children: ComponentChildren }) {
  const { t } = useSession();
  return (
    <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : "status"}>
      <span class="sign" role="img" aria-label={t(KINDS[kind].word)}>
        {KINDS[kind].sign}
      </span>
      <div class="notice-body">{children}</div>
    </div>
  );
}
