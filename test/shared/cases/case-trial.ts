// Tries a case and its steps against the rules, with matters of every kind, without storing anything.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { type CurrentRow, decideRow } from "../../../shared/ledger/decide-row.ts";
import type { LedgerFacts, MatterFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { caseFacts } from "./case-life.ts";

const plain: MatterFacts = {
  id: "plain",
  name: { zh: "事项", en: "matter" },
  post: "welfare",
  flow: "agencyHandling",
  timeLimit: 5,
  upstream: false,
  anonymous: false,
  fee: false,
  subtypes: [{ id: "small", name: { zh: "小", en: "small" } }],
};

const MATTERS: readonly MatterFacts[] = [
  plain,
  { ...plain, id: "retired", retiredFrom: "2026-01-01" },
  { ...plain, id: "no-limit", timeLimit: null },
  { ...plain, id: "standing", timeLimit: null, flow: "routineTask" },
  { ...plain, id: "counted", anonymous: true },
  { ...plain, id: "asked", flow: "consultation", timeLimit: 0 },
  { ...plain, id: "paid", fee: true },
  { ...plain, id: "passed-on", upstream: true },
];

export const NOW = "2026-04-10 12:00";

const facts: LedgerFacts = {
  ...caseFacts(NOW),
  findMatter: (id) => MATTERS.find((matter) => matter.id === id),
};

export type Step = readonly [action: string, values: Values];

export interface Trial {
  /** Codes of the problems of the last change that was tried; empty when it was accepted. */
  readonly codes: readonly string[];
  readonly fields: readonly string[];
  /** After what was accepted. */
  readonly derived: LedgerRecord["derived"] | undefined;
}

/** Every step before the last one has to be accepted. */
export function tryCase(values: Values, steps: readonly Step[] = []): Trial {
  const first = {
    receivedAt: "2026-03-02 09:00",
    matter: "plain",
    visitor: "张三",
    acceptedBy: "李四",
    ...values,
  };
  let current: CurrentRow | undefined;
  const all: readonly Step[] = [["upsert", first], ...steps];
  for (const [at, [action, given]] of all.entries()) {
    const version: number = current?.record.version ?? 0;
    const decision = decideRow({ id: "x", baseVersion: version, action, values: given }, current, {
      ledger: cases,
      facts,
      actor: "p",
      roles: ["hallHead"],
      may: () => true,
    });
    if (decision.status !== "accepted") {
      const problems = "problems" in decision ? decision.problems : [];
      if (at < all.length - 1) throw new Error(`${action}: ${JSON.stringify(decision)}`);
      return {
        codes: problems.map(({ code }) => code),
        fields: problems.map(({ field }) => field ?? ""),
        derived: current?.record.derived,
      };
    }
    const { row, personal } = decision.change;
    const record: LedgerRecord = {
      ...row,
      ...{ id: "x", hall: "east", ledger: "cases", version: version + 1, seq: 1, serial: "2026-00001" },
      ...{ definitionVersion: 1, personalToken: "t", derived: cases.derive(row, facts), contributions: [] },
      ...{
        metricsVersion: 1,
        updatedAt: facts.now,
        enteredBy: null,
        syncedBy: "p",
        voided: null,
        revisions: [],
      },
    };
    current = { record, personal, since: [] };
  }
  return { codes: [], fields: [], derived: current?.record.derived };
}
