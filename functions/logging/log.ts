// THE catalogue of log lines: each code with what it means, which facts it may carry, and whether it is counted.

interface LogLine {
  readonly meaning: string;
  /** Codes, ids, counts and texts of our own; never anybody's data, never tokens. */
  readonly facts: readonly string[];
  /** Counted as a metric of this name, per stage: alarms and the dashboard stand on it. */
  readonly counted?: true;
}

export const LOG_CODES = {
  REQUEST: {
    meaning: "a request was answered",
    facts: ["request", "method", "path", "status", "milliseconds"],
  },
  UNEXPECTED: {
    meaning: "a bug: the request was answered with 500",
    facts: ["request", "error", "stack"],
    counted: true,
  },
  ROWS_WRITTEN: {
    meaning: "rows of a sync were written",
    facts: ["hall", "ledger", "rows", "accepted", "unchanged", "merged", "conflict", "refused"],
  },
  RECOUNT_DIFFERS: {
    meaning: "summary items differ from the recount",
    facts: ["hall", "ledger", "place", "counter", "stored", "counted"],
    counted: true,
  },
  UNMASKED: {
    meaning: "personal fields were shown on purpose",
    facts: ["hall", "ledger", "record", "by"],
    counted: true,
  },
  EXPORTED: {
    meaning: "a table was exported",
    facts: ["by", "path", "format", "rows", "personal"],
    counted: true,
  },
  REPORT_FAILED: { meaning: "a report could not be rendered", facts: ["report", "error"], counted: true },
  PRINTED: {
    meaning: "a paper with personal fields was shown for printing",
    facts: ["hall", "ledger", "record", "by"],
  },
  ERASED: { meaning: "personal fields of a record were erased", facts: ["hall", "ledger", "record"] },
  CATALOGUE_CHANGED: {
    meaning: "a new version of a matter was put into the catalogue",
    facts: ["centre", "matter", "by"],
  },
  PERSON_CHANGED: { meaning: "a person joined, changed or left", facts: ["centre", "person", "by", "rows"] },
  CENTRE_CHANGED: { meaning: "a centre's programme or motto was changed", facts: ["centre", "by"] },
  HALL_CHANGED: { meaning: "a hall's posts, teams or windows were changed", facts: ["hall", "by"] },
  MESSAGE_DEAD: {
    meaning: "a message was given up",
    facts: ["centre", "message", "outcome", "why"],
    counted: true,
  },
  QUEUE_FAILED: {
    meaning: "an entry of a queue could not be worked off and goes back",
    facts: ["queued", "error"],
    counted: true,
  },
  JOB_DONE: {
    meaning: "a scheduled job ended well",
    facts: ["job", "centre", "milliseconds"],
    counted: true,
  },
  JOB_FAILED: {
    meaning: "a scheduled job failed and will be run again",
    facts: ["job", "centre", "error"],
    counted: true,
  },
} as const satisfies Readonly<Record<string, LogLine>>;
export type LogCode = keyof typeof LOG_CODES;

export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Only facts that the catalogue names for the code, some of which may be absent. */
export type FactsOf<Code extends LogCode> = {
  readonly [Name in (typeof LOG_CODES)[Code]["facts"][number]]?: Facts[string];
};

export type Log = <Code extends LogCode>(code: Code, facts: FactsOf<Code>) => void;

export const logNothing: Log = () => {};
