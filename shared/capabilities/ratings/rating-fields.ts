// The columns of the ratings (好差评): which case, how it was found, and what its visitor had to say.
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import { GRADES, RATING_CHANNELS } from "../../ledger/rating-words.ts";

export const ratingFields = {
  ratedAt: dateTime({ label: { zh: "评价时间", en: "Rated at" }, required: true }),
  matter: reference({ label: { zh: "服务事项", en: "Service item" }, refersTo: "matter", required: true }),
  grade: choice({ label: { zh: "评价", en: "Grade" }, choices: GRADES, required: true }),
  channel: choice({
    label: { zh: "评价方式", en: "Channel" },
    choices: RATING_CHANNELS,
    required: true,
  }),
  caseNumber: text({
    label: { zh: "办件编号", en: "Case number" },
    help: { zh: "在办件上登记评价时自动填写", en: "filled in when the rating is registered on its case" },
    maxLength: 20,
  }),
  servedBy: text({ label: { zh: "服务人员", en: "Served by" }, maxLength: 60 }),
  window: text({ label: { zh: "窗口", en: "Window" }, maxLength: 60, width: 80 }),
  comment: longText({
    label: { zh: "评价内容", en: "Comment" },
    maxLength: 500,
    personal: true,
  }),
  contact: text({ label: { zh: "联系方式", en: "Contact" }, maxLength: 60, personal: true }),
  // Set by the case; a cell would only invite typing another one.
  caseId: text({ label: { zh: "办件", en: "Case" }, maxLength: 40, hidden: true }),
};

export type RatingFields = typeof ratingFields;
