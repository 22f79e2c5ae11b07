// What is wrong with a ledger's definition: its cross-references, apart from its shape; a bad one fails when it is loaded.
import type { LedgerDefinition } from "./define-ledger.ts";
import type { Fields } from "./field.ts";

/** What can be done with a row of any ledger; the rest are its transitions. */
const ROW_ACTIONS: ReadonlySet<string> = new Set([
  "read",
  "readPersonal",
  "unmask",
  "upsert",
  "void",
  "erase",
]);

/** What is wrong with a definition, in words for the engineer who wrote it. */
export function ledgerFaults<F extends Fields>(definition: LedgerDefinition<F>): string[] {
  const faults: string[] = [];
  const { fields, statuses, transitions, access, metrics } = definition;
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.id)) faults.push("the id is kebab-case");
  const dated = fields[definition.businessDate];
  if (!dated?.required || !["date", "dateTime"].includes(dated.kind))
    faults.push("the business date is a required date");
  if (definition.dimension && !fields[definition.dimension]?.required)
    faults.push("the dimension is a required field");
  // It stands in keys and figures, which are not erased.
  if (definition.dimension && fields[definition.dimension]?.personal)
    faults.push("the dimension is not personal");
  for (const [id, field] of Object.entries(fields)) {
    if (!field.label.zh || !field.label.en) faults.push(`field ${id} needs labels in both languages`);
    if (field.personal && id === definition.businessDate) faults.push("the business date is not personal");
  }
  for (const [action, transition] of Object.entries(transitions)) {
    if (ROW_ACTIONS.has(action)) faults.push(`${action} is an action of every row, and no transition`);
    if (!transition.onlyFollows && !access[action]?.length) faults.push(`nobody may ${action}`);
    if (transition.onlyFollows && access[action]) faults.push(`${action} only follows: nobody may take it`);
    for (const status of transition.from)
      if (!statuses[status]) faults.push(`${action} starts from no status ${status}`);
    if (Object.values(transition.fields).some((field) => field.personal))
      faults.push(`${action} takes personal data`);
  }
  for (const action of ["read", "upsert", "void"])
    if (!access[action]?.length) faults.push(`nobody may ${action}`);
  for (const action of Object.keys(access)) {
    if (!ROW_ACTIONS.has(action) && !transitions[action]) {
      faults.push(`access names ${action}, which is no action`);
    }
  }
  const { headline = [], details = [] } = definition.boards ?? {};
  for (const figure of [...headline, ...details.flatMap(({ figures }) => figures)]) {
    if (!metrics[figure]) faults.push(`boards show ${figure}, which is no metric`);
  }
  for (const [id, metric] of Object.entries(metrics)) {
    if (metric.combine !== "ratio") continue;
    for (const part of [metric.numerator, ...metric.denominator]) {
      if (metrics[part]?.combine !== "sum") faults.push(`metric ${id} divides ${part}, which is no sum`);
    }
  }
  if (Object.values(metrics).filter((metric) => metric.combine === "sum").length > 30)
    faults.push("over 30 counters");
  return faults;
}
