// One week or report: its figures, what is open, why it came back, and the form that completes it.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { CompleteRequest, FindingRuling } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { FindingForms, rulingsFor } from "./finding-forms.tsx";
import { OutcomeNotice } from "./outcome-notice.tsx";
import { type Outcome, type Owed, type Preview, readOutcome, readPreview } from "./period-answers.ts";
import { PERIOD_WORDS, shownTime } from "./period-words.ts";

export function PeriodView({ owed, back }: { readonly owed: Owed; back(): void }) {
  const { t } = useSession();
  const { rule, period } = owed;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const loading = useAction(async () => {
    const answer = await call("period", { rule, period });
    const read = answer.ok ? readPreview(answer.value) : null;
    setProblem(answer.ok ? (read ? null : PERIOD_WORDS.unreadable) : answer.message);
    if (read) setPreview(read);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => loading.run(), []);
  return (
    <>
      <div class="buttons">
        <BusyButton look="link" onPress={back}>
          ← {t(PERIOD_WORDS.back)}
        </BusyButton>
      </div>
      <h2>
        {t(owed.label)} {period}
      </h2>
      <p class="soft">
        {t(PERIOD_WORDS.due)} {shownTime(owed.dueAt)}
      </p>
      {!preview && !problem && <p class="waiting">{t(PERIOD_WORDS.loading)}</p>}
      {problem && <Notice kind="problem">{t(problem)}</Notice>}
      {outcome && <OutcomeNotice outcome={outcome} />}
      {preview && (
        <>
          <Returned preview={preview} />
          {preview.unsignedDays.length > 0 && (
            <Notice kind="warning">
              {t(PERIOD_WORDS.unsigned)}
              {preview.unsignedDays.join(", ")}
            </Notice>
          )}
          <Figures preview={preview} />
          <CompleteForm
            key={preview.findings.map(({ key }) => key).join()}
            preview={preview}
            done={(result) => {
              setOutcome(result);
              loading.run();
            }}
          />
        </>
      )}
    </>
  );
}

/** The author is told why, where they will send it again. */
function Returned({ preview }: { readonly preview: Preview }) {
  const { t } = useSession();
  const reason = preview.events.findLast(({ action }) => action === "return")?.data.reason;
  if (preview.state !== "returned" || typeof reason !== "string") return null;
  return (
    <Notice kind="problem">
      {t(PERIOD_WORDS.returned)}
      {reason}
    </Notice>
  );
}

function Figures({ preview: { figures, figureLabels, nil } }: { readonly preview: Preview }) {
  const { t } = useSession();
  if (nil) return <Notice kind="note">{t(PERIOD_WORDS.nil)}</Notice>;
  return (
    <section>
      <h2>{t(PERIOD_WORDS.figures)}</h2>
      <dl class="values">
        {Object.entries(figures).map(([counter, amount]) => (
          <div key={counter}>
            <dt>{t(figureLabels[counter] ?? { zh: counter, en: counter })}</dt>
            <dd>{counter.endsWith("InFen") ? (amount / 100).toFixed(2) : amount}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface CompleteFormProps {
  readonly preview: Preview;
  done(outcome: Outcome | null): void;
}

function CompleteForm({ preview, done }: CompleteFormProps) {
  const { t } = useSession();
  const { rule, period, completedBy, findings } = preview;
  const verb = VERBS.find((one) => one === completedBy);
  const [note, setNote] = useState("");
  const [rulings, setRulings] = useState<readonly FindingRuling[]>(() => rulingsFor(findings));
  const [problem, setProblem] = useState<Text | null>(null);
  const sending = useAction(async () => {
    if (!verb) return;
    const answer = await call("completePeriods", {
      rule,
      verb,
      periods: [period],
      note: note.trim(),
      // The last one is of one's own, and left out while it is empty.
      findings: rulings.filter(({ key, content }) => key !== "" || content.trim() !== ""),
    });
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) done(readOutcome(answer.value));
  });
  if (preview.early) return <Notice kind="note">{t(preview.early.message)}</Notice>;
  if (!verb || !preview.mayComplete) return <Notice kind="note">{t(PERIOD_WORDS.notYours)}</Notice>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.run();
      }}
    >
      {verb === "confirm" && (
        <FindingForms findings={findings} rulings={rulings} change={(next) => setRulings(next)} />
      )}
      {verb === "submit" && <p class="soft">{t(PERIOD_WORDS.submitLead)}</p>}
      <label class="field">
        <span>{t(PERIOD_WORDS.note)}</span>
        <input value={note} maxLength={500} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      {problem && <Notice kind="problem">{t(problem)}</Notice>}
      <div class="buttons">
        <BusyButton look="action" submit busy={sending.busy}>
          {t(verb === "sign" ? PERIOD_WORDS.signOne : PERIOD_WORDS[verb])}
        </BusyButton>
      </div>
    </form>
  );
}

const VERBS: readonly CompleteRequest["verb"][] = ["sign", "confirm", "submit"];
