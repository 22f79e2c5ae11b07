// Acting for a resident (代办) is voluntary: that they agreed, and how, stands with the case. D1 三5 “自愿”.
import type { Text } from "../../kernel/text.ts";
import type { MatterFacts } from "../../ledger/facts.ts";
import type { CaseRow } from "./case-clock.ts";

export const CONSENTS = {
  inPerson: { zh: "当面口头同意", en: "in person" },
  written: { zh: "书面委托", en: "in writing" },
  phone: { zh: "电话同意", en: "by telephone" },
  message: { zh: "短信或微信同意", en: "by message" },
} as const satisfies Record<string, Text>;

/**
 * D1 三5 “便民、公开、依法、高效、自愿的原则”: a hall acts in a resident's name only where the resident agreed. Cases
 * of old ledgers are taken as they stand there.
 */
export function lacksConsent({ values }: Pick<CaseRow, "values">, matter: MatterFacts | undefined): boolean {
  return (
    matter?.flow === "agencyHandling" && values.consent === undefined && values.legacyNumber === undefined
  );
}
