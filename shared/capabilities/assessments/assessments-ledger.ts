// Assessments of living-service staff (绩效考核): 70% the community's score, 30% the employer's, never one without the other. D1 三3.
import { yearOf } from "../../kernel/plain-date.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { RowsAsked } from "../../ledger/facts.ts";
import { counted, dayIn, deriveBy } from "../../ledger/plain-register.ts";
import { assessmentFields, assessmentStatuses, assessmentTransitions } from "./assessment-fields.ts";
import {
  checkBasis,
  checkBothScores,
  checkLivingService,
  checkPeriod,
  checkWarnings,
  forbidOneHand,
  periodOf,
  scoresOf,
  totalOf,
} from "./assessment-rules.ts";

const life = deriveBy({ day: "firstDay", statuses: assessmentStatuses, after: { conclude: "concluded" } });

export const assessments = defineLedger({
  id: "assessments",
  version: 1,
  title: { zh: "70/30 绩效考核", en: "Assessments 70/30" },
  fields: assessmentFields,
  businessDate: "firstDay",
  dimension: null,
  restricted: true,
  statuses: assessmentStatuses,
  transitions: assessmentTransitions,
  access: {
    read: ["hallHead", "supervisingLeader", "director", "centreAdmin"],
    upsert: ["hallHead"],
    void: ["director", "centreAdmin"],
    scoreByCommunity: ["hallHead"],
    scoreByEmployer: ["hallHead", "supervisingLeader"],
    conclude: ["supervisingLeader", "director"],
  },
  metrics: {
    concluded: counted("已审定的 70/30 考核", "Assessments concluded", "closing", (_, { status }) => {
      return status === "concluded";
    }),
  },
  metricsVersion: 2,
  retentionYears: 5,
  derive(row) {
    const derived = life(row);
    if (derived.status === "concluded") return derived;
    const given = Object.values(scoresOf(row)).filter((one) => one !== undefined).length;
    const status = (["unscored", "incomplete", "scored"] as const)[given] ?? "unscored";
    return { ...derived, status, open: true, closingDay: null, endedOn: null };
  },
  asks: (row): RowsAsked[] => {
    const { firstDay } = row.values;
    const period = periodOf(row);
    if (!firstDay) return [];
    const year = `${yearOf(firstDay)}-01-01`;
    const yearBegins = assessmentFields.firstDay.schema.parse(year);
    return [
      { ledger: "assessments", from: firstDay, to: firstDay },
      { ledger: "conduct-records", from: yearBegins, to: yearBegins },
      ...(period ? [{ ledger: "weekly-checks", from: period.first, to: period.last }] : []),
    ];
  },
  permits: forbidOneHand,
  effects: (action, _, row) => {
    const { community, employer } = scoresOf(row);
    return action === "conclude" && community !== undefined && employer !== undefined
      ? { total: totalOf(community, employer) }
      : {};
  },
  locked: ({ events }) => [
    "total",
    ...(events.length > 0 ? (["firstDay", "period", "person"] as const) : []),
  ],
  check: (row, _, facts) => {
    const wrong = [...checkPeriod(row, facts), ...checkLivingService(row, facts)];
    // What belongs to a period is looked up only where there is one.
    return wrong.length > 0
      ? wrong
      : [...checkBothScores(row), ...checkBasis(row, facts), ...checkWarnings(row, facts)];
  },
  recount: ({ events }) => {
    const last = events.findLast(({ action }) => action === "conclude");
    const day = last && dayIn(last.data, "on");
    return day ? [{ day, dimension: null, amounts: { concluded: 1 } }] : [];
  },
});
