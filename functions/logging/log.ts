// Structured log lines with catalogued codes; never personal data, never tokens.

export const LOG_CODES = {
  REQUEST: "a request was answered",
  UNEXPECTED: "a bug: the request was answered with 500",
  ROWS_WRITTEN: "rows of a sync were written",
  RECOUNT_DIFFERS: "summary items differ from the recount",
  UNMASKED: "personal fields were shown on purpose",
  ERASED: "personal fields of a record were erased",
  MESSAGE_DEAD: "a message was given up",
  QUEUE_FAILED: "an entry of a queue could not be worked off and goes back",
  JOB_FAILED: "a scheduled job failed and will be run again",
} as const;
export type LogCode = keyof typeof LOG_CODES;

export type Log = (code: LogCode, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

/** One JSON object per line, as CloudWatch and people with `jq` like it. */
export const logToConsole: Log = (code, facts) => {
  console.log(JSON.stringify({ code, meaning: LOG_CODES[code], ...facts }));
};

export const logNothing: Log = () => {};
