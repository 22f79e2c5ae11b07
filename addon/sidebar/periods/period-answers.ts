// Owed periods as the backend tells them and this sidebar shows them.
import { isWords } from "../rpc/answers.ts";
import {
  type Guarded,
  isAnything,
  isFlag,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from "../rpc/guards.ts";

const isOwed = isShape({
  rule: isText,
  label: isWords,
  period: isText,
  dueAt: isText,
  status: isOneOf("pending", "dueSoon", "overdue", "met", "metLate", "missed", "excused"),
  state: isNullOr(isText),
  completedBy: isText,
  mayComplete: isFlag,
});
export type Owed = Guarded<typeof isOwed>;

const isList = isShape({ periods: isListOf(isOwed) });

const isPreview = isShape({
  ...{ rule: isText, label: isWords, period: isText, dueAt: isText, status: isText },
  completedBy: isText,
  state: isNullOr(isText),
  figures: isRecordOf(isNumber),
  figureLabels: isRecordOf(isWords),
  nil: isFlag,
  findings: isListOf(isShape({ key: isText, content: isWords })),
  unsignedDays: isListOf(isText),
  events: isListOf(isShape({ action: isText, enteredAt: isText, data: isRecordOf(isAnything) })),
  mayComplete: isFlag,
  early: isNullOr(isShape({ message: isWords })),
});
export type Preview = Guarded<typeof isPreview>;

const isOutcome = isShape({
  results: isListOf(
    isShape({ period: isText, status: isText, problems: isListOf(isShape({ message: isWords })) }),
  ),
});
export type Outcome = Guarded<typeof isOutcome>;

export function readOwed(raw: unknown): readonly Owed[] | null {
  return isList(raw) ? raw.periods : null;
}

export function readPreview(raw: unknown): Preview | null {
  return isPreview(raw) ? raw : null;
}

export function readOutcome(raw: unknown): Outcome | null {
  return isOutcome(raw) ? raw : null;
}
