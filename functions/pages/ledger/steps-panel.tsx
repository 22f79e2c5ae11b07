// What may be done with a row now: change it, take its next steps, void it; each a form that opens on demand.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Field, Values } from "../../../shared/ledger/field.ts";
import { longText } from "../../../shared/ledger/fields/text.ts";
import { pagePaths } from "../page-paths.ts";
import type { Choices } from "./form-control.tsx";
import { LedgerForm, type LedgerFormProps, ProblemList } from "./form-page.tsx";
import { LEDGER_TEXTS } from "./ledger-texts.ts";

export const VOID_FIELDS = {
  reason: longText({ label: LEDGER_TEXTS.voidReason, maxLength: 200, required: true }),
};

/** What a step asks for. */
export function stepFields(ledger: Ledger, action: string): Readonly<Record<string, Field>> | undefined {
  if (action === "void") return VOID_FIELDS;
  return Object.hasOwn(ledger.transitions, action) ? ledger.transitions[action]?.fields : undefined;
}

/** A step that was tried and refused, to be shown with what was typed. */
export interface TriedStep {
  readonly action: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
}

export interface StepsPanelProps extends Pick<LedgerFormProps, "ledger" | "locale" | "formToken"> {
  readonly hall: { readonly id: string };
  readonly row: { readonly id: string; readonly version: number };
  readonly allowed: readonly string[];
  readonly choices: Choices;
  readonly tried: TriedStep | undefined;
  /** The hall's present time as a form's field takes it. */
  readonly now: string;
}

export function StepsPanel(props: StepsPanelProps) {
  const { hall, ledger, row, allowed, locale, choices, tried, now, formToken } = props;
  const t = (text: Text) => say(text, locale);
  const steps = allowed.filter((action) => action !== "upsert");
  // Somebody may have been faster: then the step that was tried is offered no more, and says why.
  const gone = tried && !allowed.includes(tried.action) ? tried.problems : [];
  if (allowed.length === 0 && gone.length === 0) return null;
  return (
    <section class="panel no-print" id="steps">
      <h2>{t(LEDGER_TEXTS.steps)}</h2>
      <ProblemList problems={gone} locale={locale} />
      {allowed.includes("upsert") && (
        <p>
          <a class="button plain" href={pagePaths.changeRow(hall.id, ledger.id, row.id)}>
            {t(LEDGER_TEXTS.change)}
          </a>
        </p>
      )}
      {steps.length === 0 && <p class="soft">{t(LEDGER_TEXTS.noSteps)}</p>}
      {steps.map((action) => {
        const fields = Object.entries(stepFields(ledger, action) ?? {});
        const mine = tried?.action === action ? tried : undefined;
        // A step usually happens when it is entered.
        const first = Object.fromEntries(
          fields.flatMap(([id, { shape }]) => (shape.control === "dateTime" ? [[id, now]] : [])),
        );
        const label = action === "void" ? LEDGER_TEXTS.void : ledger.transitions[action]?.label;
        return (
          <details key={action} class="step" data-step={action} open={mine !== undefined}>
            <summary>{t(label ?? { zh: action, en: action })}</summary>
            <LedgerForm
              {...{ ledger, locale, choices, formToken, fields }}
              action={pagePaths.step(hall.id, ledger.id, row.id, action)}
              values={mine?.values ?? first}
              problems={mine?.problems ?? []}
              button={label ?? LEDGER_TEXTS.save}
              hidden={{ version: String(row.version) }}
            />
          </details>
        );
      })}
    </section>
  );
}
