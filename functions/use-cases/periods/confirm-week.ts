// Confirms a weekly supervision: every pre-filled finding gets an owner and a date, or a reason why it is none.
import { findings as findingsLedger } from "../../../shared/capabilities/findings/findings-ledger.ts";
import { latestOf } from "../../../shared/capabilities/periods/period-events.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { sameContent } from "../../../shared/kernel/canonical-json.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import { getLedger } from "../../http/require-principal.ts";
import { writeRows } from "../write-rows.ts";
import { type Completed, completePeriod, given } from "./complete-period.ts";
import { type DraftFinding, draftFindings } from "./draft-findings.ts";
import { fullChecksOf } from "./full-checks-of.ts";
import type { PeriodCall } from "./period-call.ts";
import { readPeriodFigures } from "./period-figures.ts";
import { naturalId } from "./period-row-id.ts";

export interface Ruling {
  /** A pre-filled finding's key; without one, a finding that the supervision itself made. */
  readonly key?: string | undefined;
  readonly content?: string | undefined;
  readonly owner?: string | undefined;
  readonly dueOn?: string | undefined;
  /** Why it is no finding. */
  readonly dismissed?: string | undefined;
}

export interface Confirmation {
  readonly findings: readonly Ruling[];
  readonly note?: string | undefined;
}

export function confirmWeek(
  call: PeriodCall,
  rule: string,
  week: string,
  confirmation: Confirmation,
): Promise<Result<Completed, Problem>> {
  return completePeriod(call, rule, week, "confirm", async (record, { obligation }, deputyFor) => {
    const { period } = obligation;
    const drafts = await draftFindings(call, period);
    const before = latestOf(record?.events ?? [], ["confirm"]);
    const settled = new Set([
      ...listOf(before?.data.findings),
      ...listOf(before?.data.dismissed).map((entry) => entry.split(":")[0] ?? ""),
    ]);
    const ruled = ruleOn(
      drafts.filter(({ key }) => !settled.has(key)),
      confirmation.findings,
      settled,
    );
    if (!ruled.ok) return ruled;
    const { taken, dismissed } = ruled.value;
    // Before the confirmation, and with ids of their own: a call that was cut off is simply made again.
    const refused = await writeFindings(call, period, taken);
    if (refused) return err(refused);
    const checks = await fullChecksOf(call, period);
    const { figures } = await readPeriodFigures(call.deps.table, call.at.hall, call.deps.ledgers, period);
    const data = given({
      figures,
      deputyFor,
      note: confirmation.note,
      ...listed("findings", [...listOf(before?.data.findings), ...taken.map(({ key }) => key)]),
      ...listed("dismissed", [...listOf(before?.data.dismissed), ...dismissed]),
      ...listed("fullChecks", checks),
    });
    const told = sameContent(listOf(before?.data.fullChecks), checks);
    const same = told && taken.length === 0 && dismissed.length === 0;
    if (before && same && sameContent(before.data.figures, figures)) {
      return ok("unchanged");
    }
    return ok({ data });
  });
}

interface Taken {
  readonly key: string;
  readonly kind: string;
  readonly content: string;
  readonly subject: string | null;
  readonly owner: string;
  readonly dueOn: string;
}

/** Each draft is ruled on exactly; a ruling on what is no draft any more is refused, so that nothing is guessed. */
function ruleOn(
  drafts: readonly DraftFinding[],
  rulings: readonly Ruling[],
  settled: ReadonlySet<string>,
): Result<{ taken: Taken[]; dismissed: string[] }, Problem> {
  const taken: Taken[] = [];
  const dismissed: string[] = [];
  const byKey = new Map(rulings.flatMap((ruling) => (ruling.key ? [[ruling.key, ruling] as const] : [])));
  const keys = new Set(drafts.map(({ key }) => key));
  const unknown = [...byKey.keys()].find((key) => !keys.has(key) && !settled.has(key));
  if (unknown)
    return err(periodProblems.unknown_finding({ field: "findings", finding: unknown.slice(0, 100) }));
  for (const { key, kind, content, subject } of drafts) {
    const ruling = byKey.get(key);
    const reason = ruling?.dismissed?.trim() ?? "";
    if (reason.length >= 2) dismissed.push(`${key}:${reason.slice(0, 200)}`);
    else if (ruling?.owner && ruling.dueOn) {
      taken.push({ key, kind, content: content.zh, subject, owner: ruling.owner, dueOn: ruling.dueOn });
    } else return err(periodProblems.finding_unassigned({ field: "findings", finding: content }));
  }
  for (const { key, content, owner, dueOn } of rulings) {
    if (key) continue;
    const text = content?.trim() ?? "";
    const unassigned = { zh: text, en: text };
    if (!text || !owner || !dueOn)
      return err(periodProblems.finding_unassigned({ field: "findings", finding: unassigned }));
    taken.push({ key: `own/${text.slice(0, 60)}`, kind: "own", content: text, subject: null, owner, dueOn });
  }
  return ok({ taken, dismissed });
}

async function writeFindings(
  call: PeriodCall,
  week: Period,
  taken: readonly Taken[],
): Promise<Problem | undefined> {
  const { deps, at, facts, principal, batchId } = call;
  const ledger = getLedger(deps, findingsLedger.id);
  const rows = taken.map(
    ({ key, kind, content, subject, owner, dueOn }): IncomingRow => ({
      id: naturalId(at.hall.id, ledger.id, week.id, key),
      baseVersion: 0,
      action: "upsert",
      values: {
        foundOn: facts.today,
        source: "weeklySupervision",
        sourceId: week.id,
        kind,
        content,
        owner,
        dueOn,
        ...(subject ? { subject } : {}),
      },
    }),
  );
  const context = {
    table: deps.table,
    hall: at.hall,
    ledger,
    facts,
    actor: principal.id,
    batchId,
    enteredBy: null,
  };
  const outcomes = await writeRows(rows, { ...context, ledgers: deps.ledgers, roles: null, may: () => true });
  for (const { decision } of outcomes) {
    // A conflict means that the finding was made before, and has moved on since.
    if (decision.status === "refused") return decision.problems[0];
  }
  return undefined;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function listed(name: string, entries: readonly string[]): Record<string, readonly string[]> {
  return entries.length > 0 ? { [name]: [...new Set(entries)] } : {};
}
