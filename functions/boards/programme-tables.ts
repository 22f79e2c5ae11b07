// The programme (规范化建设) over a centre's halls: phases, hall × area, new problems, departments' tasks. D1 四, 五.
import { officeOf } from "../../shared/capabilities/organisation/hall.ts";
import {
  AREA_STATES,
  areaStateOf,
  isWorkArea,
  WORK_AREAS,
  type WorkArea,
} from "../../shared/capabilities/programme/areas.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { DEPARTMENTS, isDepartment } from "../../shared/ledger/fields/department.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { Block, Cell, TableBlock } from "../reports/model/report.ts";
import { findOpenRows, findRowsOf } from "../use-cases/find-rows.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import {
  choiceOf,
  forHalls,
  hallLink,
  LedgerSums,
  type RegisterCall,
  recordLink,
  textOf,
} from "./register-call.ts";

const TEXTS = {
  phases: { zh: "实施步骤", en: "Phases" },
  programme: { zh: "工作", en: "Programme" },
  phase: { zh: "阶段", en: "Phase" },
  from: { zh: "开始", en: "From" },
  to: { zh: "结束", en: "To" },
  papersDue: { zh: "申报截止", en: "Papers due" },
  state: { zh: "状态", en: "State" },
  over: { zh: "已结束", en: "over" },
  now: { zh: "正在进行", en: "now" },
  ahead: { zh: "未开始", en: "to come" },
  noPhases: { zh: "还没有登记实施步骤。", en: "No phases are registered yet." },
  areas: { zh: "大厅 × 八个方面", en: "Halls × eight areas" },
  areasNote: {
    zh: "已完成 ÷ 规定动作。没有规定动作的方面为“未安排”，不算完成；过了完成期限而未完成为“逾期”。自选动作另计，不抵规定动作。",
    en: "Done ÷ required actions. An area without a required action counts as nothing planned, never as done; past its date it is overdue. Optional actions stand apart.",
  },
  optional: { zh: "自选动作（完成）", en: "Optional (done)" },
  problems: { zh: "待反馈的进展与新问题", en: "Progress and new problems to be answered" },
  serial: { zh: "编号", en: "Serial" },
  reportedOn: { zh: "报送日期", en: "Reported on" },
  kind: { zh: "类别", en: "Kind" },
  area: { zh: "工作方面", en: "Area" },
  content: { zh: "内容", en: "Content" },
  noProblems: { zh: "没有待反馈的报送。", en: "Nothing waits for an answer." },
  tasks: { zh: "部门协作任务（未完成）", en: "Departments' tasks in hand" },
  department: { zh: "部门", en: "Department" },
  dueOn: { zh: "完成期限", en: "Due on" },
  noTasks: { zh: "没有未完成的部门任务。", en: "No task is open." },
  events: { zh: "部署会、培训班、宣传与现场会", en: "Meetings, trainings, publicity" },
  heldOn: { zh: "日期", en: "Date" },
  title: { zh: "主题", en: "Title" },
  noEvents: { zh: "本年度还没有登记活动。", en: "No event is registered for this year." },
} as const satisfies Record<string, Text>;

const AREAS = Object.keys(WORK_AREAS).filter(isWorkArea);

export async function programmeBlocks(call: RegisterCall): Promise<Block[]> {
  const [areas, problems, tasks, events] = await Promise.all([
    areasTable(call),
    problemsTable(call),
    tasksTable(call),
    eventsTable(call),
  ]);
  return [phasesTable(call), areas, problems, tasks, events];
}

function phasesTable({ centre, today }: RegisterCall): TableBlock {
  const rows = (centre.programmes ?? []).flatMap(({ id, name, submissionsDueOn, phases = [] }) =>
    phases.map((phase, at) => ({
      kind: "row" as const,
      id: `${id}-${at}`,
      cells: [
        name,
        phase.name,
        { kind: "date" as const, date: phase.from },
        { kind: "date" as const, date: phase.to },
        at === 0 ? { kind: "date" as const, date: submissionsDueOn } : null,
        today < phase.from ? TEXTS.ahead : phase.to < today ? TEXTS.over : TEXTS.now,
      ],
    })),
  );
  return {
    kind: "table",
    id: "phases",
    title: TEXTS.phases,
    columns: [
      { id: "programme", label: TEXTS.programme, as: "text", width: 2 },
      { id: "phase", label: TEXTS.phase, as: "text", width: 1.4 },
      { id: "from", label: TEXTS.from, as: "date", width: 1 },
      { id: "to", label: TEXTS.to, as: "date", width: 1 },
      { id: "due", label: TEXTS.papersDue, as: "date", width: 1 },
      { id: "state", label: TEXTS.state, as: "text", width: 1 },
    ],
    rows,
    empty: TEXTS.noPhases,
  };
}

/** D1 四(二): every hall's eight areas, each cell opening the actions behind it. */
async function areasTable(call: RegisterCall): Promise<TableBlock> {
  const { deps, halls, period, rowsOf, today } = call;
  const sums = await LedgerSums.read(call, "programme-actions");
  const late = await forHalls(halls, (hall) => findOpenRows(deps.table, hall, sums.ledger, today, true));
  const cellOf = (hall: string, area: WorkArea, overdue: number): Cell => {
    const [planned, done] = [sums.value("required", hall, area), sums.value("requiredDone", hall, area)];
    const state = AREA_STATES[areaStateOf({ planned, done, overdue })];
    if (planned === 0) return state;
    const text = { zh: `${state.zh} ${done}/${planned}`, en: `${state.en} ${done}/${planned}` };
    return {
      kind: "link",
      text,
      to: rowsOf({ ledger: sums.ledger.id, period: period.id, hall, matter: area }),
    };
  };
  return {
    kind: "table",
    id: "areas",
    title: TEXTS.areas,
    columns: [
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      ...AREAS.map((area) => ({ id: area, label: WORK_AREAS[area], as: "text" as const, width: 1.1 })),
      { id: "optional", label: TEXTS.optional, as: "count", width: 1 },
    ],
    rows: halls.map((hall, at) => ({
      kind: "row",
      id: hall.id,
      cells: [
        hallLink(hall, "/standard"),
        ...AREAS.map((area) => cellOf(hall.id, area, overdueIn(late[at] ?? [], area))),
        sums.figure("optionalDone", hall.id),
      ],
    })),
    note: TEXTS.areasNote,
  };
}

function overdueIn(late: readonly LedgerRecord[], area: WorkArea): number {
  return late.filter(({ values }) => values.area === area && values.kind === "required").length;
}

/** D1 五(三) “工作中出现的新情况和新问题，要及时向社区管理室报送、沟通和反馈”. */
async function problemsTable({ deps, halls, today }: RegisterCall): Promise<TableBlock> {
  const ledger = ledgerOf(deps.ledgers, "programme-progress");
  const open = await forHalls(halls, async (hall) =>
    (await findOpenRows(deps.table, hall, ledger, today, false)).map((record) => ({ hall, record })),
  );
  return {
    kind: "table",
    id: "new-problems",
    title: TEXTS.problems,
    columns: [
      { id: "serial", label: TEXTS.serial, as: "text", width: 1 },
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2 },
      { id: "on", label: TEXTS.reportedOn, as: "date", width: 1 },
      { id: "kind", label: TEXTS.kind, as: "text", width: 1.2 },
      { id: "area", label: TEXTS.area, as: "text", width: 1.2 },
      { id: "content", label: TEXTS.content, as: "text", width: 3 },
    ],
    rows: open.flat().map(({ hall, record }) => ({
      kind: "row",
      id: record.id,
      cells: [
        recordLink(hall.id, record),
        hall.name,
        { kind: "date", date: record.derived.businessDay },
        choiceOf(ledger, "kind", record),
        choiceOf(ledger, "area", record),
        textOf(record.values.content),
      ],
    })),
    empty: TEXTS.noProblems,
  };
}

/** D1 五(二): what each department still owes. */
async function tasksTable({ deps, centre, today }: RegisterCall): Promise<TableBlock> {
  const ledger = ledgerOf(deps.ledgers, "department-tasks");
  const open = await findOpenRows(deps.table, officeOf(centre), ledger, today, false);
  return {
    kind: "table",
    id: "department-tasks",
    title: TEXTS.tasks,
    columns: [
      { id: "serial", label: TEXTS.serial, as: "text", width: 1 },
      { id: "department", label: TEXTS.department, as: "text", width: 1.4 },
      { id: "content", label: TEXTS.content, as: "text", width: 3 },
      { id: "due", label: TEXTS.dueOn, as: "date", width: 1 },
    ],
    rows: open.map((record) => {
      const { department } = record.values;
      const known = typeof department === "string" && isDepartment(department);
      return {
        kind: "row",
        id: record.id,
        cells: [
          recordLink(centre.id, record),
          known ? DEPARTMENTS[department] : textOf(department),
          textOf(record.values.content),
          record.derived.dueDate === null ? null : { kind: "date", date: record.derived.dueDate },
        ],
      };
    }),
    empty: TEXTS.noTasks,
  };
}

async function eventsTable({ deps, centre, period }: RegisterCall): Promise<TableBlock> {
  const ledger = ledgerOf(deps.ledgers, "programme-events");
  const found = await findRowsOf(deps.table, officeOf(centre), ledger, { period });
  return {
    kind: "table",
    id: "events",
    title: TEXTS.events,
    columns: [
      { id: "serial", label: TEXTS.serial, as: "text", width: 1 },
      { id: "on", label: TEXTS.heldOn, as: "date", width: 1 },
      { id: "kind", label: TEXTS.kind, as: "text", width: 1.2 },
      { id: "title", label: TEXTS.title, as: "text", width: 3 },
    ],
    rows: found
      .filter(({ voided }) => !voided)
      .map((record) => ({
        kind: "row",
        id: record.id,
        cells: [
          recordLink(centre.id, record),
          { kind: "date", date: record.derived.businessDay },
          choiceOf(ledger, "kind", record),
          textOf(record.values.title),
        ],
      })),
    empty: TEXTS.noEvents,
  };
}

function ledgerOf(ledgers: RegisterCall["deps"]["ledgers"], id: string) {
  const found = ledgers.find((ledger) => ledger.id === id);
  if (!found) throw new Error(`there is no ledger ${id}`);
  return found;
}
