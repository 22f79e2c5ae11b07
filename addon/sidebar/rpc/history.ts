// A row with everything that happened to it, as the backend tells it and a sidebar shows it.
import { isWords } from "./answers.ts";
import {
  type Guarded,
  isAnything,
  isFlag,
  isListOf,
  isNullOr,
  isNumber,
  isRecordOf,
  isShape,
  isText,
} from "./guards.ts";

export const isValues = isRecordOf(isAnything);

const isTraceLine = isShape(
  {
    date: isText,
    label: isWords,
    used: isNumber,
    due: isFlag,
    originalDue: isFlag,
    provisional: isFlag,
  },
  { source: isWords },
);

const isRevision = isShape({
  version: isNumber,
  action: isText,
  at: isText,
  syncedBy: isText,
  enteredBy: isNullOr(isText),
  before: isValues,
  after: isValues,
  personalChanged: isListOf(isText),
  data: isNullOr(isValues),
});
export type RowRevision = Guarded<typeof isRevision>;

const isHandover = isShape({
  at: isText,
  from: isText,
  to: isText,
  department: isNullOr(isText),
  takenAt: isNullOr(isText),
});

const isResponsibility = isShape({
  firstAskedBy: isText,
  answerable: isFlag,
  holder: isText,
  department: isNullOr(isText),
  handovers: isListOf(isHandover),
});

const isHistory = isShape(
  {
    id: isText,
    version: isNumber,
    serial: isText,
    status: isText,
    values: isValues,
    masked: isFlag,
    erased: isFlag,
    open: isFlag,
    dueDate: isNullOr(isText),
    originalDueDate: isNullOr(isText),
    provisional: isFlag,
    overdue: isFlag,
    onTime: isNullOr(isFlag),
    voided: isNullOr(isShape({ reason: isText, at: isText, by: isText })),
    events: isListOf(isShape({ action: isText, data: isValues })),
    revisions: isListOf(isRevision),
    trace: isListOf(isTraceLine),
  },
  { people: isRecordOf(isText), allowed: isListOf(isText), responsibility: isNullOr(isResponsibility) },
);
/** `allowed`: what this reader may do with it now; `people`: names by id, of those whose accounts proved the writes. */
export type RowHistory = Guarded<typeof isHistory>;

const isDueView = isShape({ dueDate: isNullOr(isText), provisional: isFlag });
export type DueView = Guarded<typeof isDueView>;

export function readHistory(raw: unknown): RowHistory | null {
  return isHistory(raw) ? raw : null;
}

/** What of an answered row tells when it is due. */
export function readDue(raw: unknown): DueView | null {
  return isDueView(raw) ? raw : null;
}
