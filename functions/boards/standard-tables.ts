// One hall's standards and means: the five unifications, the eight areas, who lacks which course, its budget.
import { SHIPPED_POSTS } from "../../shared/capabilities/catalogue/posts.ts";
import { assignmentOn, eightPostsStaffed } from "../../shared/capabilities/organisation/assignment.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { isHallName } from "../../shared/capabilities/organisation/hall-name.ts";
import {
  ACTION_KINDS,
  AREA_STATES,
  type AreaAction,
  areaStates,
  WORK_AREAS,
} from "../../shared/capabilities/programme/areas.ts";
import { unificationsOf } from "../../shared/capabilities/programme/unifications.ts";
import { basicMissing, postedMissing, SYSTEMS } from "../../shared/capabilities/service-systems/systems.ts";
import { GENERAL_COURSES, generalCoursesMissing } from "../../shared/capabilities/training/courses.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { EIGHT_POSTS_IN_ORDER } from "../../shared/ledger/fields/post.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { UNIFICATIONS } from "../../shared/ledger/unifications.ts";
import type { Block, TableBlock } from "../reports/model/report.ts";
import { listHallPeople, type Person } from "../storage/directory-store.ts";
import { findOpenRows, findRowsOf } from "../use-cases/find-rows.ts";
import { activeMatters } from "../use-cases/hall-facts.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { type RegisterCall, textOf } from "./register-call.ts";

const TEXTS = {
  unifications: { zh: "五统一", en: "Five unifications" },
  which: { zh: "统一内容", en: "Of which" },
  state: { zh: "状态", en: "State" },
  lacks: { zh: "还缺什么", en: "What it lacks" },
  met: { zh: "已落实", en: "done" },
  lacking: { zh: "未落实", en: "not yet" },
  nothing: { zh: "（无）", en: "(nothing)" },
  areas: { zh: "八个方面", en: "Eight areas" },
  area: { zh: "工作方面", en: "Area" },
  done: { zh: "已完成", en: "Done" },
  planned: { zh: "应完成", en: "Planned" },
  overdue: { zh: "逾期", en: "Overdue" },
  people: { zh: "培训：谁还缺什么（本年度）", en: "Training: who lacks what, this year" },
  person: { zh: "人员", en: "Person" },
  missing: { zh: "未合格的通用课程", en: "General courses not passed" },
  certificates: { zh: "本年度证书", en: "Certificates this year" },
  peopleNote: {
    zh: "“对于礼仪、突发事件处理、沟通与协调技巧等通用课程要集中组织培训”：每人三门，以培训完成登记为准。",
    en: "Everybody passes the three general courses; the register of completed training counts.",
  },
  noPeople: { zh: "本厅还没有人员。", en: "Nobody works here yet." },
} as const satisfies Record<string, Text>;

const join = (all: readonly Text[]): Text =>
  all.length === 0
    ? TEXTS.nothing
    : { zh: all.map(({ zh }) => zh).join("；"), en: all.map(({ en }) => en).join("; ") };

/** @param call over a year, of one hall */
export async function standardBlocks(call: RegisterCall, hall: Hall): Promise<Block[]> {
  const rowsOf = (id: string) => rowsIn(call, hall, id);
  const [people, signs, posted, systems, actions, completions, plans] = await Promise.all([
    listHallPeople(call.deps.table, hall.id),
    rowsOf("signs-and-zones"),
    rowsOf("posted-systems"),
    openIn(call, hall, "service-systems"),
    rowsOf("programme-actions"),
    rowsOf("training-completions"),
    rowsOf("budget-plans"),
  ]);
  return [
    unificationsTable(call, hall, { people, signs, posted, systems, plans }),
    areasTable(call, hall, actions),
    peopleTable(call, hall, people, completions),
  ];
}

async function rowsIn({ deps, period }: RegisterCall, hall: Hall, id: string): Promise<LedgerRecord[]> {
  const ledger = deps.ledgers.find((one) => one.id === id);
  if (!ledger) throw new Error(`there is no ledger ${id}`);
  return (await findRowsOf(deps.table, hall, ledger, { period })).filter(({ voided }) => !voided);
}

async function openIn({ deps, today }: RegisterCall, hall: Hall, id: string): Promise<LedgerRecord[]> {
  const ledger = deps.ledgers.find((one) => one.id === id);
  if (!ledger) throw new Error(`there is no ledger ${id}`);
  return findOpenRows(deps.table, hall, ledger, today, false);
}

interface Known {
  readonly people: readonly Person[];
  readonly signs: readonly LedgerRecord[];
  readonly posted: readonly LedgerRecord[];
  readonly systems: readonly LedgerRecord[];
  readonly plans: readonly LedgerRecord[];
}

function unificationsTable(
  { centre, today }: RegisterCall,
  hall: Hall,
  { people, signs, posted, systems, plans }: Known,
): TableBlock {
  const named = (records: readonly LedgerRecord[], field: string, kept: string) =>
    records.filter(({ values }) => values[kept] === true).map(({ values }) => String(values[field]));
  const held = people.map((person) => assignmentOn(person.assignments, hall.id, today));
  const active = activeMatters(centre, today);
  const found = unificationsOf({
    namedByPattern: isHallName(hall.name.zh),
    photographed: named(signs, "subject", "asRequired"),
    postsWithMatters: EIGHT_POSTS_IN_ORDER.filter((post) => active.some((matter) => matter.post === post))
      .length,
    basicSystemsMissing: basicMissing(systems.map(({ values }) => String(values.system))).map(
      (system) => SYSTEMS[system],
    ),
    postedSystemsMissing: postedMissing(named(posted, "system", "onTheWall")).map(
      (system) => SYSTEMS[system],
    ),
    postsStaffed: eightPostsStaffed(held.map((one) => one?.post)),
    peopleWithoutLines: held.filter((one) => one === undefined).length,
    hasTeam: (hall.teams ?? []).length > 0,
    budgetPlanned: plans.length > 0,
  });
  return {
    kind: "table",
    id: "unifications",
    title: TEXTS.unifications,
    columns: [
      { id: "which", label: TEXTS.which, as: "text", width: 1.4 },
      { id: "state", label: TEXTS.state, as: "text", width: 1 },
      { id: "lacks", label: TEXTS.lacks, as: "text", width: 5 },
    ],
    rows: (["image", "matters", "flows", "norms", "resources"] as const).map((which) => ({
      kind: "row",
      id: which,
      cells: [UNIFICATIONS[which], found[which].length === 0 ? TEXTS.met : TEXTS.lacking, join(found[which])],
    })),
  };
}

function areasTable(
  { today, period, rowsOf }: RegisterCall,
  hall: Hall,
  actions: readonly LedgerRecord[],
): TableBlock {
  const given = actions.map(
    ({ values, derived }): AreaAction => ({
      area: String(values.area),
      kind: String(values.kind),
      status: derived.status,
      dueOn: derived.dueDate,
    }),
  );
  const count = (id: string, value: number, area: string, attention = false) => ({
    kind: "figure" as const,
    metric: `programme-actions.${id}`,
    unit: "count" as const,
    value,
    rows: rowsOf({ ledger: "programme-actions", period: period.id, matter: area, hall: hall.id }),
    ...(attention ? { attention } : {}),
  });
  return {
    kind: "table",
    id: "areas",
    title: TEXTS.areas,
    columns: [
      { id: "area", label: TEXTS.area, as: "text", width: 2 },
      { id: "state", label: TEXTS.state, as: "text", width: 1 },
      { id: "planned", label: TEXTS.planned, as: "count", width: 1 },
      { id: "done", label: TEXTS.done, as: "count", width: 1 },
      { id: "overdue", label: TEXTS.overdue, as: "count", width: 1 },
      { id: "optional", label: ACTION_KINDS.optional, as: "count", width: 1 },
    ],
    rows: areaStates(given, today).map(({ area, state, planned, done, overdue, optionalDone }) => ({
      kind: "row",
      id: area,
      cells: [
        WORK_AREAS[area],
        AREA_STATES[state],
        count("required", planned, area),
        count("requiredDone", done, area),
        count("overdue", overdue, area, overdue > 0),
        count("optionalDone", optionalDone, area),
      ],
    })),
  };
}

/** D1 三8: by post, who has not passed which of the three general courses, and the certificates of the year. */
function peopleTable(
  { today }: RegisterCall,
  hall: Hall,
  people: readonly Person[],
  completions: readonly LedgerRecord[],
): TableBlock {
  const taken = completions.map(({ values }) => ({
    person: String(values.person),
    course: String(values.course),
    passed: values.passed === true,
  }));
  const postOf = (person: Person) =>
    assignmentOn(person.assignments, hall.id, today)?.post ?? person.post ?? "";
  const order = SHIPPED_POSTS.map(({ id }) => id);
  const sorted = [...people].sort((a, b) => order.indexOf(postOf(a)) - order.indexOf(postOf(b)));
  return {
    kind: "table",
    id: "people",
    title: TEXTS.people,
    columns: [
      { id: "post", label: BOARD_TEXTS.post, as: "text", width: 2 },
      { id: "person", label: TEXTS.person, as: "text", width: 1.4 },
      { id: "missing", label: TEXTS.missing, as: "text", width: 3 },
      { id: "certificates", label: TEXTS.certificates, as: "text", width: 2 },
    ],
    rows: sorted.map((person) => {
      const certificates = completions
        .filter(({ values }) => values.person === person.id && values.certificateNumber !== undefined)
        .map(({ values }) => textOf(values.certificateNumber));
      return {
        kind: "row",
        id: person.id,
        cells: [
          SHIPPED_POSTS.find(({ id }) => id === postOf(person))?.name ?? TEXTS.nothing,
          textOf(person.name),
          join(generalCoursesMissing(person.id, taken).map((course) => GENERAL_COURSES[course])),
          join(certificates),
        ],
      };
    }),
    note: TEXTS.peopleNote,
    empty: TEXTS.noPeople,
  };
}
