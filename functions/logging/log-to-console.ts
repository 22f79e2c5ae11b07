// Log lines for CloudWatch: one JSON object per line; those that are counted carry their metric (EMF) with them.
import { type Facts, LOG_CODES, type Log, type LogCode } from "./log.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

export const METRIC_NAMESPACE = "HallLedger";

export function logToConsole(stage: string, write: (line: string) => void = console.log): Log {
  return (code, facts) => write(JSON.stringify(logLine(stage, code, facts, Date.now())));
}

/** The line as an object; facts that the catalogue does not name are left out, and texts are cleaned. */
export function logLine(
  stage: string,
  code: LogCode,
  facts: Facts,
  now: number,
): Readonly<Record<string, unknown>> {
  const line: { readonly meaning: string; readonly facts: readonly string[]; readonly counted?: true } =
    LOG_CODES[code];
  const named = Object.entries(facts).filter(([name]) => line.facts.includes(name));
  return {
    code,
    meaning: line.meaning,
    stage,
    ...Object.fromEntries(
      named.map(([name, fact]) => [name, typeof fact === "string" ? withoutPersonalData(fact) : fact]),
    ),
    ...(line.counted ? { [code]: 1, _aws: embeddedMetric(code, now) } : {}),
  };
}

/** CloudWatch's Embedded Metric Format. */
function embeddedMetric(name: string, Timestamp: number) {
  return {
    Timestamp,
    CloudWatchMetrics: [
      {
        Namespace: METRIC_NAMESPACE,
        Dimensions: [["stage"]],
        Metrics: [{ Name: name, Unit: "Count" }],
      },
    ],
  };
}
