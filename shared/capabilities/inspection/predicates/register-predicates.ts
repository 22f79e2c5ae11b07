// Items reckoned from the catalogue and the registers: services, systems, budget, checks, backups. D1 三2–三9, D2 二, D3 三6.
import { weekOf } from "../../../kernel/period.ts";
import { LIVING_SERVICE_NAMES } from "../../../ledger/fields/post.ts";
import { BUDGET_HEADS } from "../../budget/budget-heads.ts";
import { FOURTEEN_CONTENTS } from "../../duty-checks/fourteen-contents.ts";
import { FIVE_BASIC } from "../../service-systems/systems.ts";
import type { EvidenceRow } from "../evidence.ts";
import {
  absentRow,
  type InspectedRow,
  isLate,
  judgedUntil,
  type Predicate,
  recordRow,
  weeksIn,
} from "../predicate.ts";

/** D1 三2 "生活服务类服务项目应设": services with an active matter / 7. */
export const livingServices: Predicate = {
  id: "living-services",
  asks: [],
  reckon: ({ matters }) =>
    Object.keys(LIVING_SERVICE_NAMES).map((post) => {
      const matter = matters.find((one) => one.post === post);
      return matter
        ? {
            label: post,
            opens: { kind: "matter", id: matter.id },
            due: 1,
            counted: 1,
            late: false,
            missing: false,
          }
        : absentRow(post, { kind: "post", id: post });
    }),
};

/** D1 三2 "根据群众需求,不断扩大服务事项范围": at least one entry of the period was reviewed. */
export const extensionLog: Predicate = {
  id: "extension-log",
  asks: [{ ledger: "unmet-requests", span: "dated" }],
  reckon(facts) {
    const rows = facts.rowsOf("unmet-requests", "dated");
    const isReviewed = ({ derived }: InspectedRow) => derived.status === "reviewed";
    const shown = rows.map((row) => {
      const reviewed = isReviewed(row) ? 1 : 0;
      return recordRow(row, reviewed, reviewed, isLate(row, facts));
    });
    return rows.some(isReviewed) ? shown : [...shown, absentRow("-")];
  },
};

/** D1 三4 "首问责任、服务承诺、一次性告知、台帐登记、投诉处理": systems in force on the last day / 5. */
export const fiveSystems: Predicate = {
  id: "five-systems",
  asks: [{ ledger: "service-systems", span: "all" }],
  reckon(facts) {
    const inForce = facts
      .rowsOf("service-systems", "all")
      .filter(
        ({ derived }) =>
          derived.businessDay <= facts.last &&
          (derived.closingDay === null || derived.closingDay > facts.last),
      );
    return FIVE_BASIC.map((system) => {
      const row = inForce.find(({ values }) => values.system === system);
      return row ? recordRow(row, 1, 1, false) : absentRow(system);
    });
  },
};

/**
 * D1 三5 "制订规范的服务流程示意图,明确办理期限和承办责任": active matters with all four / active matters. The diagram is
 * drawn from the flow, and without a name the holder of the post is responsible; standing duties need no limit.
 */
export const flowAndOwner: Predicate = {
  id: "flow-and-owner",
  asks: [],
  reckon: ({ matters }) =>
    matters.map(({ id, flow, timeLimit, post, responsible }) => {
      const complete =
        (timeLimit !== null || flow === "routineTask") && (responsible !== undefined || post !== "");
      return {
        label: id,
        opens: { kind: "matter", id },
        due: 1,
        counted: complete ? 1 : 0,
        late: false,
        missing: false,
      };
    }),
};

/** D1 三9: the five heads have a plan, and funds that follow a task came when they were due; all of it, or nothing. */
export const budget: Predicate = {
  id: "budget",
  asks: [
    { ledger: "budget-plans", span: "year" },
    { ledger: "funds-follow-task", span: "year" },
  ],
  reckon(facts) {
    const plans = facts.rowsOf("budget-plans", "year");
    const heads = Object.keys(BUDGET_HEADS).filter((head) => head !== "other");
    const planned = heads.map((head): EvidenceRow => {
      const row = plans.find(({ values }) => values.head === head);
      return row ? recordRow(row, 1, 1, false) : absentRow(head);
    });
    const funds = facts
      .rowsOf("funds-follow-task", "year")
      .filter(
        ({ derived }) => !derived.open || (derived.dueDate !== null && derived.dueDate < judgedUntil(facts)),
      )
      .map((row) => recordRow(row, 1, row.derived.open ? 0 : 1, false));
    return [...planned, ...funds];
  },
};

/** D2 二(一)1, (三) "每周至少进行一次全面检查": checks with all fourteen contents / checks owed, one a week. */
export const fourteenContents: Predicate = {
  id: "fourteen-contents",
  asks: [{ ledger: "weekly-checks", span: "dated" }],
  reckon(facts) {
    const full = facts
      .rowsOf("weekly-checks", "dated")
      .filter(({ values, derived }) => values.kind === "full" && derived.status !== "planned");
    return [...weeksIn(facts).keys()].map((week) => {
      const ofWeek = full.filter(({ derived }) => weekOf(derived.businessDay) === week);
      const best =
        ofWeek.find((row) => contentsOf(row) >= Object.keys(FOURTEEN_CONTENTS).length) ?? ofWeek[0];
      if (!best) return absentRow(week);
      return recordRow(
        best,
        1,
        contentsOf(best) >= Object.keys(FOURTEEN_CONTENTS).length ? 1 : 0,
        isLate(best, facts),
      );
    });
  },
};

function contentsOf({ events }: InspectedRow): number {
  const given = events.findLast(({ action }) => action === "record")?.data.contents;
  const items = Array.isArray(given) ? given.map((one: { readonly item?: unknown }) => one.item) : [];
  return Object.keys(FOURTEEN_CONTENTS).filter((content) => items.includes(content)).length;
}

/** D3 三6 "未经批准,不准…外传", "业务数据要时时备份": every export approved and a backup in each week; all, or nothing. */
export const mediaAndBackup: Predicate = {
  id: "media-and-backup",
  asks: [
    { ledger: "media-approvals", span: "dated" },
    { ledger: "backup-logs", span: "dated" },
  ],
  reckon(facts) {
    const exports = facts
      .rowsOf("media-approvals", "dated")
      .filter(({ values, derived }) => values.direction === "dataOut" && derived.status === "used")
      .map((row) =>
        recordRow(row, 1, row.events.some(({ action }) => action === "approve") ? 1 : 0, isLate(row, facts)),
      );
    const backups = facts.rowsOf("backup-logs", "dated");
    const weeks = [...weeksIn(facts).keys()].map((week) => {
      const row = backups.find(({ derived }) => weekOf(derived.businessDay) === week);
      return row ? recordRow(row, 1, 1, isLate(row, facts)) : absentRow(week);
    });
    return [...exports, ...weeks];
  },
};
