// One step on a row: its fields, checked before they are sent, and its problems at the fields.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Transition } from "../../../shared/ledger/define-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { Definition } from "../definition/definition.ts";
import { ChangeReason, MONTH_LOCKED, reasonOf } from "../form/change-reason.tsx";
import { checkFields, type Problems, present } from "../form/check-fields.ts";
import { LedgerContext } from "../form/control-props.ts";
import { saveModeOf } from "../form/enter-saves.ts";
import { LedgerForm } from "../form/ledger-form.tsx";
import { wallTime } from "../form/raw-values.ts";
import { useFocusOnProblem } from "../form/use-entry.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { type Session, useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import type { RowHistory } from "../rpc/history.ts";
import { STEP_PARTS } from "./step-parts.ts";
import { CONFIRM } from "./void-step.ts";

const WORDS = {
  save: { zh: "登记这一步", en: "Register this step" },
  cancel: { zh: "取消", en: "Cancel" },
  confirm: { zh: "请先勾选确认。", en: "Please tick the confirmation first." },
} as const satisfies Record<string, Text>;

export interface StepFormProps {
  readonly ledger: Definition;
  readonly row: RowHistory;
  /** A transition, or "void". */
  readonly action: string;
  readonly step: Transition;
  close(): void;
  taken(pending: boolean): void;
}

export function StepForm({ ledger, row, action, step, close, taken }: StepFormProps) {
  const session = useSession();
  const { t } = session;
  const fields = action === "void" ? { ...step.fields, confirm: CONFIRM } : step.fields;
  const [raw, setRaw] = useState<Values>(() => beginning(step, session));
  const [problems, setProblems] = useState<Problems>([]);
  const [failure, setFailure] = useState<Text | null>(null);
  const [reason, setReason] = useState("");
  const [refusals, setRefusals] = useState(0);
  const form = useFocusOnProblem(refusals);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const refuse = (found: Problems, message: Text | null) => {
    setProblems(found);
    setFailure(message);
    setRefusals(refusals + 1);
  };
  const saving = useAction(async () => {
    const { confirm, ...given } = raw;
    const checked = checkFields(step.fields, given, session.zone);
    const unconfirmed = action === "void" && confirm !== true;
    const found = unconfirmed
      ? [...checked.problems, { code: "required", field: "confirm", message: WORDS.confirm }]
      : checked.problems;
    if (found.length > 0) return refuse(found, null);
    const values = present(checked.values);
    const request = { ledger: ledger.id, id: row.id, baseVersion: row.version, action, values };
    const asked = { ...request, ...reasonOf(reason) };
    const result = await call("saveRow", asked);
    if (!result.ok) return refuse([], result.message);
    const { status, problems: told } = result.value;
    if (status === "refused" || status === "conflict") return refuse(told, null);
    taken(status === "pending");
  });
  const others = problems.filter(
    ({ code, field }) => code !== MONTH_LOCKED && (field === undefined || !Object.hasOwn(fields, field)),
  );
  return (
    <form
      ref={form}
      class="step"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        saving.run();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (!saveModeOf(event)) return;
        event.preventDefault();
        saving.run();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t(step.label)}
      </h2>
      <LedgerContext.Provider value={ledger.id}>
        <LedgerForm
          fields={fields}
          raw={raw}
          problems={problems.filter(({ code }) => code !== MONTH_LOCKED)}
          parts={STEP_PARTS[`${ledger.id}/${action}`]?.(row, session) ?? {}}
          onChange={(id, value) => setRaw({ ...raw, [id]: value })}
        />
      </LedgerContext.Provider>
      <ChangeReason problems={problems} reason={reason} onChange={setReason} />
      {(failure || others.length > 0) && (
        <Notice kind="problem">
          {failure && <p>{t(failure)}</p>}
          {others.map(({ code, message }) => (
            <p key={code}>{t(message)}</p>
          ))}
        </Notice>
      )}
      <div class="buttons">
        <BusyButton look={action === "void" ? "danger" : "action"} submit busy={saving.busy}>
          {t(action === "void" ? step.label : WORDS.save)}
        </BusyButton>
        <BusyButton onPress={close}>{t(WORDS.cancel)}</BusyButton>
      </div>
    </form>
  );
}

/** Steps are mostly registered when they happen: required times begin as now, required dates as today. */
function beginning({ fields }: Transition, { now, zone }: Session): Values {
  const at = wallTime(now(), zone);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.required && (field.kind === "dateTime" || field.kind === "date"))
      .map(([id, field]) => [id, field.kind === "date" ? at.slice(0, 10) : at]),
  );
}
