// The five parts of a notice as the catalogue knows them: frozen into the row, with the version of the list they came from.
import type { MatterFacts } from "../../ledger/facts.ts";
import type { ValuesOf } from "../../ledger/field.ts";
import type { NoticeFields } from "./notice-fields.ts";

const PROCEDURES: Readonly<Record<string, string>> = {
  agencyHandling: "代办:窗口受理、审查材料、大厅代为办理、办结后反馈。",
  preliminaryReview: "初审上报:窗口受理、审查材料、大厅初审、上报主管部门审批、批复后反馈。",
  consultation: "咨询:窗口当场答复;不能当场答复的,请示后告知。",
  routineTask: "日常管理任务:按社区安排办理并反馈。",
};

/**
 * D1 annex cl. 1 "依据、时限、程序、所需的全部资料以及不予办理理由": what the notice leaves open is taken from the matter
 * as the catalogue has it now. What was written by hand stays.
 */
export function noticeParts(
  matter: MatterFacts,
  given: ValuesOf<NoticeFields>,
): Partial<ValuesOf<NoticeFields>> {
  const { materials = [], version = 1, effectiveFrom } = matter;
  const listVersion = `第 ${version} 版${effectiveFrom ? `(${effectiveFrom} 起)` : ""}`;
  const basis = given.basis ?? matter.basis ?? "《社区服务大厅服务事项目录》";
  // Why something is refused nobody can fill in beforehand.
  if (given.kind === "refusal") return { basis, listVersion };
  const names = materials
    .filter(({ subtypes }) => !given.subtype || !subtypes || subtypes.includes(given.subtype))
    .map(({ name }) => name.zh);
  return {
    basis,
    limit: given.limit ?? limitOf(matter),
    procedure: given.procedure ?? PROCEDURES[matter.flow] ?? "",
    materials: given.materials ?? (names.length > 0 ? names : ["本事项无需提交材料(出示身份证件)"]),
    refusalReasons:
      given.refusalReasons ??
      "不属于本大厅服务范围,或不符合办理条件,或材料不全且未在告知后补正的,不予办理,并说明理由。",
    listVersion,
  };
}

function limitOf({ timeLimit, upstream }: MatterFacts): string {
  if (timeLimit === null) return "本事项无固定期限";
  const own = timeLimit === 0 ? "当日办结" : `自材料齐全之日起 ${timeLimit} 个工作日`;
  return upstream ? `${own}(上级部门审批时间另计)` : own;
}
