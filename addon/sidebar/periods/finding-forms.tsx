// Each pre-filled finding with its owner and date, or the reason why it is none; and one of one's own.
import { useState } from "preact/hooks";
import type { FindingRuling } from "../../rpc-contract.ts";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import type { Preview } from "./period-answers.ts";
import { PERIOD_WORDS } from "./period-words.ts";

/** An empty ruling for each finding, and one at the end for a finding of one's own. */
export function rulingsFor(findings: Preview["findings"]): FindingRuling[] {
  const empty = { content: "", owner: "", dueOn: "", dismissed: "" };
  return [...findings.map(({ key }) => ({ key, ...empty })), { key: "", ...empty }];
}

interface FindingFormsProps {
  readonly findings: Preview["findings"];
  readonly rulings: readonly FindingRuling[];
  change(rulings: readonly FindingRuling[]): void;
}

export function FindingForms({ findings, rulings, change }: FindingFormsProps) {
  const { t } = useSession();
  const put = (at: number, part: Partial<FindingRuling>) =>
    change(rulings.map((ruling, index) => (index === at ? { ...ruling, ...part } : ruling)));
  return (
    <section>
      <h2>
        {t(PERIOD_WORDS.findings)} <span class="badge">{findings.length}</span>
      </h2>
      {findings.length === 0 && <Notice kind="done">{t(PERIOD_WORDS.noFindings)}</Notice>}
      {findings.length > 1 && <FillRest rulings={rulings} change={change} />}
      {rulings.map((ruling, at) => {
        const finding = findings[at];
        return (
          <fieldset key={ruling.key} class="finding">
            <legend>{finding ? t(finding.content) : t(PERIOD_WORDS.own)}</legend>
            {!finding && (
              <Input
                label={t(PERIOD_WORDS.own)}
                hideLabel
                value={ruling.content}
                set={(content) => put(at, { content })}
              />
            )}
            <Input label={t(PERIOD_WORDS.owner)} value={ruling.owner} set={(owner) => put(at, { owner })} />
            <Input
              label={t(PERIOD_WORDS.rectifyBy)}
              type="date"
              value={ruling.dueOn}
              set={(dueOn) => put(at, { dueOn })}
            />
            {finding && (
              <Input
                label={t(PERIOD_WORDS.dismissed)}
                value={ruling.dismissed}
                set={(dismissed) => put(at, { dismissed })}
              />
            )}
          </fieldset>
        );
      })}
    </section>
  );
}

/** One owner and one date for every pre-filled finding about which nothing was said yet. */
function FillRest({ rulings, change }: Pick<FindingFormsProps, "rulings" | "change">) {
  const { t } = useSession();
  const [owner, setOwner] = useState("");
  const [dueOn, setDueOn] = useState("");
  const isBare = (one: FindingRuling) => one.key !== "" && !one.owner && !one.dueOn && !one.dismissed;
  return (
    <fieldset class="finding rest">
      <legend>{t(PERIOD_WORDS.rest)}</legend>
      <Input label={t(PERIOD_WORDS.owner)} value={owner} set={setOwner} />
      <Input label={t(PERIOD_WORDS.rectifyBy)} type="date" value={dueOn} set={setDueOn} />
      <button
        type="button"
        disabled={!owner || !dueOn}
        onClick={() => change(rulings.map((one) => (isBare(one) ? { ...one, owner, dueOn } : one)))}
      >
        {t(PERIOD_WORDS.fillRest)}
      </button>
    </fieldset>
  );
}

interface InputProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly type?: "text" | "date";
  readonly value: string;
  set(value: string): void;
}

function Input({ label, hideLabel = false, type = "text", value, set }: InputProps) {
  return (
    <label class="field">
      <span class={hideLabel ? "hidden" : ""}>{label}</span>
      <input
        {...(type === "date" ? { type } : {})}
        value={value}
        maxLength={200}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  );
}
