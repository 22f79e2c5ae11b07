// Who answers for a row, and through whose hands it went: 首问责任 from the first person asked to confirmed closing.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";

const WORDS = {
  chain: { zh: "首问责任", en: "First contact" },
  answerable: { zh: "(仍负责)", en: "(still answerable)" },
  released: { zh: "(已反馈,责任解除)", en: "(released)" },
  now: { zh: "现在:", en: "now: " },
  waiting: { zh: "待接手", en: "not yet taken over" },
} as const satisfies Record<string, Text>;

export function ResponsibilityPart({ row }: { row: RowHistory }) {
  const { t } = useSession();
  const { responsibility } = row;
  if (!responsibility) return null;
  const { firstAskedBy, answerable, holder, department, handovers } = responsibility;
  return (
    <section class="responsibility">
      <p>
        <b>{t(WORDS.chain)}</b> {firstAskedBy} {t(answerable ? WORDS.answerable : WORDS.released)}
        {" · "}
        {t(WORDS.now)}
        {[holder, department].filter(Boolean).join(" · ")}
      </p>
      {handovers.length > 0 && (
        <ol class="changes">
          {handovers.map(({ at, from, to, department: where, takenAt }) => (
            <li key={`${at} ${to}`}>
              {showDateTime(at)} {from} → {[to, where].filter(Boolean).join(" · ")}
              {takenAt === null && <span class="soft"> {t(WORDS.waiting)}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
