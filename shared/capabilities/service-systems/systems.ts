// The hall's systems (制度): five that every hall sets up, six that hang on the wall; they are two lists. D1 三4.
import type { Text } from "../../kernel/text.ts";

export const SYSTEMS = {
  firstContact: { zh: "首问责任制", en: "First-contact responsibility" },
  servicePledge: { zh: "服务承诺制度", en: "Service pledge" },
  oneTimeNotice: { zh: "一次性告知制度", en: "One-time notice" },
  ledgerRegistration: { zh: "台帐登记制度", en: "Registration in ledgers" },
  complaintHandling: { zh: "投诉处理制度", en: "Handling of complaints" },
  timeLimitedCompletion: { zh: "限时办结制度", en: "Completion within the limit" },
  serviceScope: { zh: "服务范围", en: "Scope of services" },
  accountability: { zh: "责任追究制度", en: "Accountability" },
} as const satisfies Record<string, Text>;
export type ServiceSystem = keyof typeof SYSTEMS;

/** D1 三4 “建立健全首问责任、服务承诺、一次性告知、台帐登记、投诉处理等基本工作制度”. */
export const FIVE_BASIC: readonly ServiceSystem[] = [
  "firstContact",
  "servicePledge",
  "oneTimeNotice",
  "ledgerRegistration",
  "complaintHandling",
];

/** D1 三4 “首问责任制、限时办结制度、一次性告知制度、服务范围、投诉制度、责任追究制度等六项制度必须上墙公布”. */
export const SIX_POSTED: readonly ServiceSystem[] = [
  "firstContact",
  "timeLimitedCompletion",
  "oneTimeNotice",
  "serviceScope",
  "complaintHandling",
  "accountability",
];

/** Of the five basic systems those that are not in force. */
export function basicMissing(inForce: readonly string[]): ServiceSystem[] {
  return FIVE_BASIC.filter((system) => !inForce.includes(system));
}

/** Of the six posted systems those that no check found on the wall. */
export function postedMissing(onTheWall: readonly string[]): ServiceSystem[] {
  return SIX_POSTED.filter((system) => !onTheWall.includes(system));
}
