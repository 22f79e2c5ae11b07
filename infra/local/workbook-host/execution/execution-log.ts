// The execution log: what ran, for whom, how long, which services it called and how it ended.
export interface ExecutionEntry {
  readonly id: string;
  readonly functionName: string;
  /** How it was started: menu, google.script.run, simple trigger, installable trigger, host. */
  readonly kind: string;
  readonly email: string;
  readonly workbookId: string | undefined;
  readonly authMode: string;
  /** By the host's clock. */
  readonly startedAt: number;
  /** Real milliseconds; undefined while it runs. */
  durationMs: number | undefined;
  status: "running" | "completed" | "failed" | "timed out";
  error: string | undefined;
  /** Calls by method, such as Range.getValues. */
  readonly calls: Record<string, number>;
  /** Calls by service, such as SpreadsheetApp. */
  readonly services: Record<string, number>;
  readonly fetches: string[];
  readonly lines: { readonly level: string; readonly text: string }[];
}

const serviceNames: readonly [RegExp, string][] = [
  [/^(UrlFetchApp|HTTPResponse)/, "UrlFetchApp"],
  [/^(PropertiesService|Properties)\b/, "PropertiesService"],
  [/^(CacheService|Cache)\b/, "CacheService"],
  [/^(LockService|Lock)\b/, "LockService"],
  [/^(ScriptApp|Trigger|ClockTriggerBuilder|SpreadsheetTriggerBuilder|AuthorizationInfo)/, "ScriptApp"],
  [/^(Session|User)\b/, "Session"],
  [/^MailApp/, "MailApp"],
  [/^(Ui|Menu)\b/, "Ui"],
];

const serviceOf = (label: string): string =>
  serviceNames.find(([pattern]) => pattern.test(label))?.[1] ?? "SpreadsheetApp";

/** How many executions the log remembers. */
const remembered = 500;

export class ExecutionLog {
  private readonly entries: ExecutionEntry[] = [];

  start(
    given: Pick<
      ExecutionEntry,
      "id" | "functionName" | "kind" | "email" | "workbookId" | "authMode" | "startedAt"
    >,
  ): ExecutionEntry {
    const entry: ExecutionEntry = {
      ...given,
      durationMs: undefined,
      status: "running",
      error: undefined,
      calls: {},
      services: {},
      fetches: [],
      lines: [],
    };
    this.entries.push(entry);
    if (this.entries.length > remembered) this.entries.shift();
    return entry;
  }

  /** Newest first. */
  list(): ExecutionEntry[] {
    return [...this.entries].reverse();
  }

  count(entry: ExecutionEntry, label: string): void {
    entry.calls[label] = (entry.calls[label] ?? 0) + 1;
    const service = serviceOf(label);
    entry.services[service] = (entry.services[service] ?? 0) + 1;
  }
}
