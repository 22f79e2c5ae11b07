// Counts what became of the rows, and says it: how many, why not, and the first of each kind.
import type { Text } from "../../../shared/kernel/text.ts";
import { sentence } from "./import-problems.ts";
import { type Outcome, type OutcomeStatus, STATUSES } from "./outcome.ts";

const EXAMPLES = 3;

const LABELS: Readonly<Record<OutcomeStatus, { readonly mark: string } & Text>> = {
  accepted: { mark: "✓", zh: "收下", en: "accepted" },
  unchanged: { mark: "=", zh: "已在台账,未变", en: "already there, unchanged" },
  filled: { mark: "+", zh: "已在台账,补上空栏", en: "already there, empty fields filled in" },
  updated: { mark: "~", zh: "已在台账,按文件修改", en: "already there, changed to the file's" },
  different: { mark: "≠", zh: "已在台账而不同,未改动", en: "already there but different, left alone" },
  refused: { mark: "✗", zh: "拒收", en: "refused" },
};

export interface Reason {
  readonly code: string;
  readonly field: string | undefined;
  readonly count: number;
  readonly examples: readonly { readonly line: number; readonly key: string; readonly text: string }[];
}

export interface ImportReport {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly counts: Readonly<Record<OutcomeStatus, number>>;
  /** Rows that are not in the ledger as the file has them. */
  readonly notTaken: number;
  readonly reasons: readonly Reason[];
  /** Where the rows that were not taken are, with their reasons. */
  readonly refusedFile: string | undefined;
}

export class Tally {
  readonly counts: Record<OutcomeStatus, number> = {
    accepted: 0,
    unchanged: 0,
    filled: 0,
    updated: 0,
    different: 0,
    refused: 0,
  };
  readonly #reasons = new Map<
    string,
    { code: string; field: string | undefined; found: Outcome[]; count: number }
  >();

  add(outcome: Outcome): void {
    this.counts[outcome.status]++;
    for (const { code, field } of outcome.problems) {
      const name = `${code} ${field ?? ""}`;
      const reason = this.#reasons.get(name) ?? { code, field, found: [], count: 0 };
      this.#reasons.set(name, reason);
      reason.count++;
      if (reason.found.length < EXAMPLES) reason.found.push(outcome);
    }
  }

  get rows(): number {
    return STATUSES.reduce((sum, status) => sum + this.counts[status], 0);
  }

  get notTaken(): number {
    return this.counts.refused + this.counts.different;
  }

  report(dryRun: boolean, refusedFile: string | undefined): ImportReport {
    const reasons = [...this.#reasons.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ code, field, count, found }) => ({
        code,
        field,
        count,
        examples: found.map(({ source, key, problems }) => {
          const problem = problems.find((one) => one.code === code && one.field === field);
          return { line: source.line, key, text: problem ? sentence(problem) : "" };
        }),
      }));
    const { rows, counts, notTaken } = this;
    return { dryRun, rows, counts, notTaken, reasons, refusedFile };
  }
}

export function showReport(report: ImportReport): string {
  const { dryRun, rows, counts, reasons, refusedFile } = report;
  const lines = [
    dryRun
      ? `试运行,什么都没有写入:共 ${rows} 行。 Dry run, nothing was written: ${rows} rows.`
      : `共 ${rows} 行。 ${rows} rows.`,
    ...STATUSES.filter((status) => counts[status] > 0 || status === "accepted" || status === "refused").map(
      (status) => {
        const { mark, zh, en } = LABELS[status];
        return `  ${mark} ${String(counts[status]).padStart(7)}  ${zh} ${en}`;
      },
    ),
    ...reasons.flatMap(({ code, field, count, examples }) => [
      `${count} × ${code}${field ? ` (${field})` : ""}`,
      ...examples.map(({ line, key, text }) => `    第 ${line} 行 line ${line} [${key}]: ${text}`),
    ]),
    ...(refusedFile
      ? [
          `未收下的行和原因 Rows not taken, with reasons: ${refusedFile}`,
          "改正后用同一映射再导入即可。 Correct them there and import that file with the same mapping.",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
