// How an obligation stands, as a word with a colour, or as one sign with the word for those who cannot see it.
import type { ObligationStatus } from "../../../shared/capabilities/obligations/obligation.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { STATUS_TEXTS } from "./period-texts.ts";

interface StatusProps {
  readonly status: ObligationStatus;
  readonly locale: Locale;
}

export function StatusBadge({ status, locale }: StatusProps) {
  const { label, look } = STATUS_TEXTS[status];
  return <span class={`badge ${look}`.trim()}>{say(label, locale)}</span>;
}

export function StatusSign({ status, locale }: StatusProps) {
  const { label, sign, look } = STATUS_TEXTS[status];
  return (
    <span class={`badge ${look}`.trim()} title={say(label, locale)}>
      <span aria-hidden="true">{say(sign, locale)}</span>
      <span class="hidden">{say(label, locale)}</span>
    </span>
  );
}
