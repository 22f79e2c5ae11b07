// What the hall has to sign, confirm and submit: days several at once, weeks and reports one by one.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { OutcomeNotice } from "./outcome-notice.tsx";
import { type Outcome, type Owed, readOutcome, readOwed } from "./period-answers.ts";
import { PERIOD_WORDS, STATUS_WORDS, shownTime } from "./period-words.ts";

export function PeriodList({ open }: { open(owed: Owed): void }) {
  const { t } = useSession();
  const [owed, setOwed] = useState<readonly Owed[] | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const loading = useAction(async () => {
    const answer = await call("periods");
    const list = answer.ok ? readOwed(answer.value) : null;
    setProblem(answer.ok ? (list ? null : PERIOD_WORDS.unreadable) : answer.message);
    if (list) setOwed(list);
  });
  const { run } = loading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => run(), []);
  const latestFirst = [...(owed ?? [])].reverse();
  const isDone = ({ status, state }: Owed) =>
    ["met", "metLate", "excused"].includes(status) && state !== "returned";
  const todo = latestFirst.filter((one) => !isDone(one));
  const days = todo.filter((one) => one.completedBy === "sign" && one.mayComplete);
  const others = todo.filter(({ completedBy }) => completedBy !== "sign");
  return (
    <>
      <p role="status" class={owed ? "hidden" : "waiting"}>
        {owed ? `${todo.length}` : t(PERIOD_WORDS.loading)}
      </p>
      {problem && <Notice kind="problem">{t(problem)}</Notice>}
      {outcome && <OutcomeNotice outcome={outcome} />}
      {owed && days.length + others.length === 0 && <Notice kind="done">{t(PERIOD_WORDS.nothing)}</Notice>}
      {days.length > 0 && (
        <SignDays
          key={days.map(({ period }) => period).join()}
          days={days}
          done={(result) => {
            setOutcome(result);
            run();
          }}
        />
      )}
      <Group title={PERIOD_WORDS.others} periods={others} open={open} />
      <Group title={PERIOD_WORDS.done} periods={latestFirst.filter(isDone).slice(0, 8)} open={open} />
      <div class="buttons">
        <BusyButton busy={loading.busy} onPress={run}>
          {t(PERIOD_WORDS.refresh)}
        </BusyButton>
      </div>
    </>
  );
}

interface SignDaysProps {
  readonly days: readonly Owed[];
  done(outcome: Outcome | null): void;
}

function SignDays({ days, done }: SignDaysProps) {
  const { t } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(days.map(({ period }) => period));
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Text | null>(null);
  const rule = days[0]?.rule ?? "";
  const signing = useAction(async () => {
    const request = { rule, verb: "sign", periods: chosen, note: note.trim(), findings: [] } as const;
    const answer = await call("completePeriods", request);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) done(readOutcome(answer.value));
  });
  return (
    <section class="group" data-group="days">
      <h2>
        {t(PERIOD_WORDS.days)} <span class="badge">{days.length}</span>
      </h2>
      <p class="soft">{t(PERIOD_WORDS.signLead)}</p>
      <fieldset>
        <legend class="hidden">{t(PERIOD_WORDS.days)}</legend>
        {days.map(({ period, status }) => (
          <label key={period}>
            <input
              type="checkbox"
              name="day"
              value={period}
              checked={chosen.includes(period)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen(checked ? [...chosen, period] : chosen.filter((one) => one !== period))
              }
            />{" "}
            {period} <span class={`badge ${STATUS_WORDS[status].look}`}>{t(STATUS_WORDS[status].label)}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{t(PERIOD_WORDS.note)}</span>
        <input value={note} maxLength={500} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      {problem && <Notice kind="problem">{t(problem)}</Notice>}
      {chosen.length > 0 && (
        <div class="buttons">
          <BusyButton look="action" busy={signing.busy} onPress={() => signing.run()}>
            {t(PERIOD_WORDS.sign)} ({chosen.length})
          </BusyButton>
        </div>
      )}
    </section>
  );
}

interface GroupProps {
  readonly title: Text;
  readonly periods: readonly Owed[];
  open(owed: Owed): void;
}

function Group({ title, periods, open }: GroupProps) {
  const { t } = useSession();
  if (periods.length === 0) return null;
  return (
    <section class="group">
      <h2>
        {t(title)} <span class="badge">{periods.length}</span>
      </h2>
      <ul class="todos">
        {periods.map((one) => (
          <li key={`${one.rule}/${one.period}`}>
            <button type="button" class="todo" onClick={() => open(one)}>
              <b>
                {t(one.label)} {one.period}
              </b>
              <span class="soft">
                {t(PERIOD_WORDS.due)} {shownTime(one.dueAt)}{" "}
                <span class={`badge ${STATUS_WORDS[one.status].look}`}>
                  {t(STATUS_WORDS[one.status].label)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
