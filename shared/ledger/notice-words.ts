// The words of a one-time notice, as the case that it is given on and the ledger of notices both use them.

/** Annex cl. 1: "到我单位或电话咨询". */
export const MANNERS = {
  inPerson: { zh: "当面", en: "in person" },
  phone: { zh: "电话", en: "by telephone" },
} as const;

/** Why a later list may name something new: anything else is a breach. */
export const NEW_REASONS = {
  caseChanged: { zh: "案情变化", en: "the case changed" },
  lawChanged: { zh: "法规变化", en: "the law changed" },
} as const;

/** How a correction list stands to those given before on the same case. */
export const VERDICTS = {
  first: { zh: "首次告知", en: "first list" },
  repeated: { zh: "重复告知(未超出首次清单)", en: "names nothing new" },
  changed: { zh: "因变化再次告知", en: "new after a change" },
  breach: { zh: "违反一次性告知", en: "breach" },
} as const;
