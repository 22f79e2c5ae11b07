// A ledger as a sidebar draws it: from its code where it is built in, from its description everywhere else.

import type { Text } from "../../../shared/kernel/text.ts";
import type { Transition } from "../../../shared/ledger/define-ledger.ts";
import type { Fields } from "../../../shared/ledger/field.ts";

/** Every `Ledger` is one; a described ledger has no rules across fields, which the backend then judges alone. */
export interface Definition {
  readonly id: string;
  readonly title: Text;
  readonly fields: Fields;
  readonly businessDate: string;
  readonly dimension: string | null;
  /** `verbs`: written by calls of its own, never by a form. */
  readonly written?: "rows" | "verbs";
  readonly statuses: Readonly<Record<string, { readonly label: Text }>>;
  readonly transitions: Readonly<Record<string, Transition>>;
}
