// What can be done with a row next: the ledger's steps for its status, and voiding it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Definition } from "../definition/definition.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";
import { StepForm } from "./step-form.tsx";
import { VOID_STEP } from "./void-step.ts";

const WORDS = {
  next: { zh: "下一步", en: "Next" },
  void: { zh: "作废…", en: "Void…" },
  nothing: { zh: "这一件已经办完。", en: "Nothing is left to be done." },
  done: { zh: "已登记:", en: "Registered: " },
  pending: { zh: "连不上中心,还没有登记:", en: "The centre is away; not registered yet: " },
} as const satisfies Record<string, Text>;

interface Outcome {
  readonly label: Text;
  readonly pending: boolean;
}

export function RowSteps({ ledger, row, done }: { ledger: Definition; row: RowHistory; done: () => void }) {
  const { t } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  // Back from a step, the keyboard goes on where it was.
  useEffect(() => {
    if (wasOpen.current && chosen === null) heading.current?.focus();
    wasOpen.current = chosen !== null;
  }, [chosen]);
  const may = (action: string) => row.allowed?.includes(action) ?? true;
  const possible = Object.entries(ledger.transitions).filter(
    ([action, { from, onlyFollows }]) => !onlyFollows && from.includes(row.status) && may(action),
  );
  const step = chosen === "void" ? VOID_STEP : chosen ? ledger.transitions[chosen] : undefined;
  if (chosen && step) {
    return (
      <StepForm
        key={chosen}
        ledger={ledger}
        row={row}
        action={chosen}
        step={step}
        close={() => setChosen(null)}
        taken={(pending) => {
          setOutcome({ label: step.label, pending });
          setChosen(null);
          done();
        }}
      />
    );
  }
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t(WORDS.next)}
      </h2>
      {outcome && (
        <Notice kind={outcome.pending ? "warning" : "done"}>
          {t(outcome.pending ? WORDS.pending : WORDS.done)}
          {t(outcome.label)}
        </Notice>
      )}
      {possible.length === 0 && <p class="soft">{t(WORDS.nothing)}</p>}
      <div class="buttons">
        {possible.map(([action, { label }]) => (
          <BusyButton key={action} onPress={() => setChosen(action)}>
            {t(label)}
          </BusyButton>
        ))}
        {may("void") && (
          <BusyButton look="danger" onPress={() => setChosen("void")}>
            {t(WORDS.void)}
          </BusyButton>
        )}
      </div>
    </section>
  );
}
