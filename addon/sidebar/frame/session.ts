// What every part of a sidebar may ask: who is here, which hall, which language, what time it is.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { parseInstant } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { Bootstrap } from "../../rpc-contract.ts";
import { factsAt, type Reference, readReference } from "../rpc/reference.ts";

export interface Session {
  readonly boot: Bootstrap;
  readonly locale: Locale;
  readonly reference: Reference | null;
  /** The hall's zone; the computer's own until the hall's is known. */
  readonly zone: string;
  /** The text in the language of the settings. */
  t(text: Text): string;
  /** Milliseconds since 1970 by the script's clock, not by that of the window's computer. */
  now(): number;
  /** Null while there is no reference data. */
  facts(): LedgerFacts | null;
  /** Asks the script for everything anew. */
  reload(): void;
}

export function sessionOf(boot: Bootstrap, askedAt: number, reload: () => void): Session {
  const reference = readReference(boot.reference);
  const started = parseInstant(boot.now) ?? Date.now();
  const now = () => started + (Date.now() - askedAt);
  return {
    boot,
    locale: boot.settings.locale,
    reference,
    zone: reference?.hall.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    t: (text) => say(text, boot.settings.locale),
    now,
    facts: () => (reference ? factsAt(reference, now()) : null),
    reload,
  };
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session around this part");
  return session;
}
