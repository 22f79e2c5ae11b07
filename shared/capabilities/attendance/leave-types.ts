// Kinds of leave: which of them the hall's own tiers decide, and which follow a procedure of the state.
import type { Text } from "../../kernel/text.ts";

export interface LeaveType extends Text {
  /** D2 一(三): "工作人员按国家规定享受的假期,按有关规定、程序办理请假手续". */
  readonly statutory: boolean;
  /** The paper that the procedure asks for; null where it asks for none. [P] */
  readonly proof: Text | null;
}

/**
 * 事假 and 病假 are what D3 一2 calls "有特殊事情和患病不能上班": the tiers decide them. The others are holidays
 * by law; which paper each of them asks for is this project's default. [P]
 */
export const LEAVE_TYPES = {
  personal: { zh: "事假", en: "personal leave", statutory: false, proof: null },
  sick: { zh: "病假", en: "sick leave", statutory: false, proof: null },
  annual: { zh: "年休假(公休)", en: "annual leave", statutory: true, proof: null },
  marriage: {
    ...{ zh: "婚假", en: "marriage leave", statutory: true },
    proof: { zh: "结婚证", en: "marriage certificate" },
  },
  maternity: {
    ...{ zh: "产假", en: "maternity leave", statutory: true },
    proof: { zh: "诊断证明或出生证明", en: "medical or birth certificate" },
  },
  paternity: {
    ...{ zh: "护理假(陪产假)", en: "paternity leave", statutory: true },
    proof: { zh: "出生证明", en: "birth certificate" },
  },
  childcare: {
    ...{ zh: "育儿假", en: "child-care leave", statutory: true },
    proof: { zh: "出生证明或户口簿", en: "birth certificate or household register" },
  },
  bereavement: { zh: "丧假", en: "bereavement leave", statutory: true, proof: null },
  workInjury: {
    ...{ zh: "工伤假", en: "leave for a work injury", statutory: true },
    proof: { zh: "工伤认定或医疗证明", en: "work-injury or medical certificate" },
  },
  homeVisit: { zh: "探亲假", en: "home-visit leave", statutory: true, proof: null },
} as const satisfies Record<string, LeaveType>;

export type LeaveTypeId = keyof typeof LEAVE_TYPES;

export function leaveType(id: LeaveTypeId): LeaveType {
  return LEAVE_TYPES[id];
}
