// How a matter's flow and limit are called.
import type { Flow } from "../../../shared/capabilities/catalogue/matter.ts";
import type { Text } from "../../../shared/kernel/text.ts";

export const FLOW_LABELS: Record<Flow, Text> = {
  agencyHandling: { zh: "代办", en: "handled for the applicant" },
  preliminaryReview: { zh: "初审上报", en: "reviewed and forwarded" },
  consultation: { zh: "咨询", en: "consultation" },
  routineTask: { zh: "日常管理任务", en: "standing duty" },
};

export function limitLabel(timeLimit: number | null): Text {
  if (timeLimit === null) return { zh: "不计时限", en: "no limit" };
  if (timeLimit === 0) return { zh: "当日", en: "same day" };
  return { zh: `${timeLimit} 个工作日`, en: `${timeLimit} working day${timeLimit === 1 ? "" : "s"}` };
}
