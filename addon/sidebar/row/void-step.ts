// Voiding as a step of its own: a reason, and a confirmation, since it cannot be taken back.
import type { Transition } from "../../../shared/ledger/define-ledger.ts";
import { flag } from "../../../shared/ledger/fields/number.ts";
import { longText } from "../../../shared/ledger/fields/text.ts";

export const VOID_STEP: Transition = {
  label: { zh: "作废", en: "void" },
  from: [],
  fields: {
    reason: longText({
      label: { zh: "作废理由", en: "Reason for voiding" },
      help: {
        zh: "编号保留,原内容仍可查;作废后不能再改。",
        en: "The number and the content stay; a voided row can no longer be changed.",
      },
      maxLength: 200,
      required: true,
    }),
  },
};

/** Asked beside the step's own fields and not sent. */
export const CONFIRM = flag({ label: { zh: "我确认作废这一行", en: "I confirm that this row is void" } });
