// The annual work summary (年度工作总结) of a hall as of a date: counts by kind, documents handed out, in D5's sentences.

import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import {
  DOCUMENT_KINDS,
  documentsHandedOut,
} from "../../../shared/capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { isInPeriod, type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { isPlainDate, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger } from "../../http/require-principal.ts";
import { findRowsOf } from "../find-rows.ts";
import { mattersOf } from "../hall-facts.ts";
import { annualSentences } from "./annual-sentences.ts";
import type { PeriodCall } from "./period-call.ts";

export interface SubtypeCount {
  readonly subtype: string | null;
  readonly name: Text;
  readonly count: number;
}

export interface MatterCount {
  readonly matter: string;
  /** Every matter that is counted under this name. */
  readonly matters: readonly string[];
  readonly name: Text;
  /** Completed with the matter done, from the first day of the year through the day that it is as of. */
  readonly done: number;
  readonly subtypes: readonly SubtypeCount[];
}

export interface DocumentCount {
  readonly kind: string;
  readonly name: Text;
  readonly unit: string;
  readonly quantity: number;
}

export interface AnnualSummary {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly year: string;
  readonly asOf: PlainDate;
  readonly matters: readonly MatterCount[];
  readonly documents: readonly DocumentCount[];
  readonly sentences: readonly Text[];
}

/** D5 is dated 1 December: a summary is as of a date within its year, not of the calendar year as a whole. */
function yearUpTo(year: string, asOf: string | undefined, today: PlainDate): Period {
  const period = parsePeriod(year);
  if (period?.kind !== "year") refuse(httpProblems.invalid_period({ period: year.slice(0, 20) }));
  const day = asOf ?? (today < period.last ? today : period.last);
  if (!isPlainDate(day) || !isInPeriod(day, period) || day > today) {
    refuse(periodProblems.as_of_not_taken({ field: "asOf" }));
  }
  return { ...period, last: day };
}

/** What a summary needs of a call about a hall's periods. */
export type SummaryCall = Pick<PeriodCall, "deps" | "at" | "facts">;

export async function annualSummary(call: SummaryCall, year: string, asOf?: string): Promise<AnnualSummary> {
  const { deps, at, facts } = call;
  const period = yearUpTo(year, asOf, facts.today);
  const rowsOf = (ledger: Ledger, figure: string) =>
    findRowsOf(deps.table, at.hall, ledger, { period, figure });
  const [closed, handedOut] = await Promise.all([
    rowsOf(getLedger(deps, cases.id), "closed"),
    rowsOf(getLedger(deps, documentsHandedOut.id), "quantity"),
  ]);
  const figures = {
    hall: { id: at.hall.id, name: at.hall.name },
    year,
    asOf: period.last,
    matters: countMatters(
      call,
      closed.filter(({ values }) => values.outcome === "done"),
    ),
    documents: countDocuments(handedOut),
  };
  return { ...figures, sentences: annualSentences(figures) };
}

/** New and renewed permits of one legacy name count together, as the document counts them. */
function countMatters({ at }: Pick<SummaryCall, "at">, records: readonly LedgerRecord[]): MatterCount[] {
  const matters = mattersOf(at.centre);
  const groups = new Map<string, { name: Text; subtypes: Map<string, Text>; rows: LedgerRecord[] }>();
  for (const record of records) {
    const matter = matters.find(({ id }) => id === record.values.matter);
    const id = String(record.values.matter);
    const legacy = matter?.legacyName;
    const name = legacy
      ? { zh: legacy, en: matter.name.en.replace(/ \(.*\)$/, "") }
      : (matter?.name ?? { zh: id, en: id });
    const group = groups.get(name.zh) ?? { name, subtypes: new Map<string, Text>(), rows: [] };
    for (const subtype of matter?.subtypes ?? []) group.subtypes.set(subtype.id, subtype.name);
    group.rows.push(record);
    groups.set(name.zh, group);
  }
  return [...groups.values()].map(({ name, subtypes, rows }) => ({
    matter: String(rows[0]?.values.matter),
    matters: [...new Set(rows.map(({ values }) => String(values.matter)))].sort(),
    name,
    done: rows.length,
    subtypes: [...subtypes, [null, { zh: "未分类", en: "no kind given" }] as const].flatMap(
      ([subtype, label]) => {
        const count = rows.filter(({ values }) => (values.subtype ?? null) === subtype).length;
        return count > 0 && subtypes.size > 0 ? [{ subtype, name: label, count }] : [];
      },
    ),
  }));
}

function countDocuments(records: readonly LedgerRecord[]): DocumentCount[] {
  return Object.entries(DOCUMENT_KINDS).flatMap(([kind, { zh, en, unit }]) => {
    const quantity = records
      .filter(({ values }) => values.kind === kind)
      .reduce((total, { values }) => total + (typeof values.quantity === "number" ? values.quantity : 0), 0);
    return quantity > 0 ? [{ kind, name: { zh, en }, unit, quantity }] : [];
  });
}
