// A row of whichever ledger, once the ledger's description has come.
import type { Text } from "../../../shared/kernel/text.ts";
import { useDefinitions } from "../definition/use-definitions.ts";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { RowView } from "./row-view.tsx";

const WORDS = {
  loading: { zh: "正在取台账的栏目…", en: "Fetching the ledger's fields…" },
  unknown: {
    zh: "不认得这本台账;请刷新整个页面后再试。",
    en: "This ledger is not known here; please reload the page.",
  },
} as const satisfies Record<string, Text>;

export function AnyRow({ ledger, id, back }: { ledger: string; id: string; back?: () => void }) {
  const { t } = useSession();
  const definitions = useDefinitions();
  if (!definitions) {
    return (
      <p class="waiting" role="status">
        {t(WORDS.loading)}
      </p>
    );
  }
  if (!definitions.ok) return <Notice kind="problem">{t(definitions.message)}</Notice>;
  const definition = definitions.value.find((found) => found.id === ledger);
  if (!definition) return <Notice kind="problem">{t(WORDS.unknown)}</Notice>;
  return <RowView ledger={definition} id={id} {...(back ? { back } : {})} />;
}
