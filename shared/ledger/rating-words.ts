// The words of a rating (好差评), as the case that is rated and the ledger of ratings both use them.

/** The five grades in use for 政务服务“好差评”, best first [P]. */
export const GRADES = {
  verySatisfied: { zh: "非常满意", en: "very satisfied" },
  satisfied: { zh: "满意", en: "satisfied" },
  acceptable: { zh: "基本满意", en: "acceptable" },
  dissatisfied: { zh: "不满意", en: "dissatisfied" },
  veryDissatisfied: { zh: "非常不满意", en: "very dissatisfied" },
} as const;

export type Grade = keyof typeof GRADES;

/** A bad rating (差评): the two lowest grades. */
export function isBad(grade: Grade | undefined): boolean {
  return grade === "dissatisfied" || grade === "veryDissatisfied";
}

export const RATING_CHANNELS = {
  counter: { zh: "窗口评价器", en: "device at the counter" },
  code: { zh: "扫码", en: "scanned code" },
  internet: { zh: "网络", en: "internet" },
  message: { zh: "短信", en: "text message" },
  call: { zh: "电话回访", en: "call-back" },
  box: { zh: "投诉(评议)箱", en: "complaint and appraisal box" },
  paper: { zh: "评议表", en: "paper form" },
} as const;
