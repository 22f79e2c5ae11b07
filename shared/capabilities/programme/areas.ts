// The eight areas of work of the programme (D1 四(二)), and how far a hall is in each.
import type { Text } from "../../kernel/text.ts";

/** D1 四(二), in the order of the text. */
export const WORK_AREAS = {
  serviceItems: { zh: "规范服务项目", en: "Service items" },
  workingRelations: { zh: "规范工作关系", en: "Working relations" },
  systems: { zh: "完善工作制度", en: "Systems" },
  flows: { zh: "规范服务流程", en: "Flows" },
  ledgers: { zh: "建全工作台帐", en: "Ledgers" },
  facilities: { zh: "完善配套设施", en: "Facilities" },
  training: { zh: "加强人员培训", en: "Training" },
  nameAndSigns: { zh: "统一名称标识", en: "Name and signs" },
} as const satisfies Record<string, Text>;
export type WorkArea = keyof typeof WORK_AREAS;

/** D1 五(五) “规定动作”, “自选动作”. */
export const ACTION_KINDS = {
  required: { zh: "规定动作", en: "required" },
  optional: { zh: "自选动作", en: "optional" },
} as const satisfies Record<string, Text>;

export interface AreaAction {
  readonly area: string;
  readonly kind: string;
  readonly status: string;
  readonly dueOn: string | null;
}

export interface AreaState {
  readonly area: WorkArea;
  readonly planned: number;
  readonly done: number;
  readonly overdue: number;
  /** Required actions only decide whether an area is done; optional ones come on top. */
  readonly optionalDone: number;
  readonly state: "none" | "underWay" | "overdue" | "done";
}

/** One line of the hall × area matrix. An area without a required action is “none”, never done. */
export function areaStates(actions: readonly AreaAction[], today: string): AreaState[] {
  return Object.keys(WORK_AREAS).flatMap((area) => {
    if (!isWorkArea(area)) return [];
    const own = actions.filter((action) => action.area === area);
    const required = own.filter(({ kind }) => kind === "required");
    const done = required.filter(({ status }) => status === "done").length;
    const overdue = required.filter(
      ({ status, dueOn }) => status !== "done" && dueOn !== null && dueOn < today,
    ).length;
    const optionalDone = own.filter(({ kind, status }) => kind === "optional" && status === "done").length;
    const counts = { planned: required.length, done, overdue };
    return [{ area, ...counts, optionalDone, state: areaStateOf(counts) }];
  });
}

/** Counts of required actions alone. */
export function areaStateOf(counts: Pick<AreaState, "planned" | "done" | "overdue">): AreaState["state"] {
  if (counts.planned === 0) return "none";
  if (counts.done === counts.planned) return "done";
  return counts.overdue > 0 ? "overdue" : "underWay";
}

export const AREA_STATES = {
  none: { zh: "未安排", en: "nothing planned" },
  underWay: { zh: "推进中", en: "under way" },
  overdue: { zh: "逾期", en: "overdue" },
  done: { zh: "已完成", en: "done" },
} as const satisfies Record<AreaState["state"], Text>;

export function isWorkArea(area: string): area is WorkArea {
  return Object.hasOwn(WORK_AREAS, area);
}
