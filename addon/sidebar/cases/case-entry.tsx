// Logs a case: the ledger's form, put together with matter, materials, due date and slip.
import { useState } from "preact/hooks";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { DueLine } from "../due/due-line.tsx";
import { checkNewRow, previewRow } from "../form/check-row.ts";
import { EntryForm } from "../form/entry-form.tsx";
import { LedgerForm } from "../form/ledger-form.tsx";
import { asText, wallTime } from "../form/raw-values.ts";
import { useEntry } from "../form/use-entry.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { type Session, useSession } from "../frame/session.ts";
import { kindPart } from "../matters/kind-part.tsx";
import { caseLayout } from "./case-layout.ts";
import { consultationFields } from "./case-parts.tsx";
import { caseExtra, caseValues, isAnsweredAtOnce } from "./case-values.ts";
import { followCase } from "./follow-case.ts";
import { Materials } from "./materials.tsx";
import { materialsAsked } from "./missing-materials.ts";
import { OwedNotices } from "./owed-notices-bar.tsx";
import { CaseSavedBar } from "./saved-bar.tsx";
import { Slip, type SlipData } from "./slip.tsx";

const WORDS = {
  more: { zh: "更多栏目", en: "More fields" },
  answered: { zh: "咨询当场答复,保存即办结。", en: "Answered on the spot: saving closes it." },
  answeredLater: { zh: "不能当场答复", en: "Cannot be answered now" },
  answeredNow: { zh: "改为当场答复", en: "Answer on the spot" },
  onTheSpot: { zh: "当场办结并告知群众", en: "Done and told on the spot" },
  anonymous: {
    zh: "本事项只计数、不记名:不要填写姓名、电话和事由。",
    en: "This matter is counted without names: no name, telephone or request is taken.",
  },
  awaiting: {
    zh: "告知补正后停表;材料补齐之日重新起算",
    en: "The clock stops with the notice and starts anew when the materials are complete",
  },
  noDue: { zh: "选好事项后显示到期日", en: "The due date appears with the matter" },
} as const satisfies Record<string, Text>;

export function CaseEntry() {
  const session = useSession();
  const { t, reference } = session;
  const [slip, setSlip] = useState<SlipData | null>(null);
  const entry = useEntry({
    ledger: cases,
    begin,
    check: (composed) => checkNewRow(cases, composed, session.facts(), session.zone),
    compose: (raw, extra) => caseValues(raw, caseExtra(extra), reference?.findMatter(raw.matter)),
    follow: (taken) => followCase(session, taken),
  });
  const { raw, saved } = entry;
  const extra = caseExtra(entry.extra);
  const matter = reference?.findMatter(raw.matter);
  const asked = materialsAsked(matter, raw, extra);
  const atOnce = isAnsweredAtOnce(matter, extra);
  const layout = caseLayout(matter, extra);
  const facts = session.facts();
  const preview = facts && matter && previewRow(cases, caseValues(raw, extra, matter), facts);
  const isNew = entry.version === 0;

  if (slip) return <Slip data={slip} close={() => setSlip(null)} />;
  const fields = {
    fields: atOnce ? consultationFields() : cases.fields,
    raw,
    problems: entry.problems,
    onChange: entry.change,
    parts: { subtype: kindPart(matter, t) },
  };
  return (
    <>
      {saved && <CaseSavedBar saved={saved} print={setSlip} />}
      <OwedNotices />
      <EntryForm key={entry.id} entry={entry} fields={cases.fields} shown={[...layout.main, ...layout.more]}>
        <LedgerForm {...fields} order={layout.main} />
        {matter?.anonymous && <Notice kind="note">{t(WORDS.anonymous)}</Notice>}
        {matter?.flow === "consultation" && isNew && (
          <p class="hint">
            {atOnce && t(WORDS.answered)}{" "}
            <BusyButton look="link" onPress={() => entry.changeExtra("answeredLater", atOnce)}>
              {t(atOnce ? WORDS.answeredLater : WORDS.answeredNow)}
            </BusyButton>
          </p>
        )}
        {isNew && asked.all.length > 0 && (
          <Materials asked={asked} onChange={(brought) => entry.changeExtra("brought", brought)} />
        )}
        {isNew && matter && !atOnce && asked.missing.length === 0 && (
          <label class="field flag">
            <input
              type="checkbox"
              checked={extra.onTheSpot}
              onChange={(event) => entry.changeExtra("onTheSpot", event.currentTarget.checked)}
            />{" "}
            {t(WORDS.onTheSpot)}
          </label>
        )}
        {preview && !atOnce && !extra.onTheSpot && <DueLine {...preview.derived} trace={preview.trace} />}
        {asked.missing.length > 0 && isNew && <p class="soft">{t(WORDS.awaiting)}</p>}
        {!matter && <p class="soft">{t(WORDS.noDue)}</p>}
        <details class="more">
          <summary>{t(WORDS.more)}</summary>
          <LedgerForm {...fields} order={layout.more} />
        </details>
      </EntryForm>
    </>
  );
}

function begin({ boot, now, zone }: Session) {
  return {
    raw: { receivedAt: wallTime(now(), zone), acceptedBy: asText(boot.user?.name) },
    extra: {},
  };
}
