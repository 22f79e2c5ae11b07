// Training over a centre's halls: posts without a plan, and which of the three general courses were passed. D1 三8.
import { GENERAL_COURSES, postsWithoutPlan } from "../../shared/capabilities/training/courses.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { EIGHT_POST_NAMES, EIGHT_POSTS_IN_ORDER } from "../../shared/ledger/fields/post.ts";
import type { Block, TableBlock } from "../reports/model/report.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { derivedFigure, hallLink, LedgerSums, type RegisterCall } from "./register-call.ts";

const TEXTS = {
  plans: { zh: "各岗位培训计划", en: "A plan for each post" },
  plansNote: {
    zh: "“针对各岗位特点制定培训计划”：没有计划的岗位逐厅列出。计划由劳资社保室审核并核定费用。",
    en: "D1 三8 asks for a plan for each post: those without one are named by hall. 劳资社保室 reviews and funds the plans.",
  },
  withPlan: { zh: "有计划的岗位", en: "Posts with a plan" },
  missing: { zh: "没有计划的岗位", en: "Posts without a plan" },
  none: { zh: "（无）", en: "(none)" },
  courses: { zh: "三门通用课程：合格人次", en: "Three general courses: passed" },
  coursesNote: {
    zh: "点大厅名称，看谁还缺哪门课程或证书。",
    en: "A hall's name opens who still lacks which course or certificate.",
  },
} as const satisfies Record<string, Text>;

export async function trainingBlocks(call: RegisterCall): Promise<Block[]> {
  const [plans, completions] = await Promise.all([
    LedgerSums.read(call, "training-plans"),
    LedgerSums.read(call, "training-completions"),
  ]);
  return [plansTable(call, plans), coursesTable(call, completions)];
}

function plansTable({ halls }: RegisterCall, sums: LedgerSums): TableBlock {
  return {
    kind: "table",
    id: "plans",
    title: TEXTS.plans,
    columns: [
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      { id: "with", label: TEXTS.withPlan, as: "count", width: 1 },
      { id: "missing", label: TEXTS.missing, as: "text", width: 4 },
      ...(["planned", "approved", "fundedInFen"] as const).map((figure) => ({
        id: figure,
        label: sums.ledger.metrics[figure]?.label ?? TEXTS.none,
        as: figure === "fundedInFen" ? ("fen" as const) : ("count" as const),
        width: 1,
      })),
    ],
    rows: halls.map((hall) => {
      const planned = EIGHT_POSTS_IN_ORDER.filter((post) => sums.value("planned", hall.id, post) > 0);
      const missing = postsWithoutPlan(planned).map((post) => EIGHT_POST_NAMES[post]);
      return {
        kind: "row",
        id: hall.id,
        cells: [
          hallLink(hall, "/standard"),
          derivedFigure("training-plans.postsWithPlan", "count", planned.length, missing.length > 0),
          missing.length === 0
            ? TEXTS.none
            : { zh: missing.map(({ zh }) => zh).join("、"), en: missing.map(({ en }) => en).join(", ") },
          ...(["planned", "approved", "fundedInFen"] as const).map((figure) => sums.figure(figure, hall.id)),
        ],
      };
    }),
    note: TEXTS.plansNote,
  };
}

function coursesTable({ halls }: RegisterCall, sums: LedgerSums): TableBlock {
  const courses = Object.entries(GENERAL_COURSES);
  return {
    kind: "table",
    id: "courses",
    title: TEXTS.courses,
    columns: [
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      ...courses.map(([id, label]) => ({ id, label, as: "count" as const, width: 1 })),
      {
        id: "certificates",
        label: sums.ledger.metrics.certificates?.label ?? TEXTS.none,
        as: "count",
        width: 1,
      },
    ],
    rows: halls.map((hall) => ({
      kind: "row",
      id: hall.id,
      cells: [
        hallLink(hall, "/standard"),
        ...courses.map(([course]) => sums.figure("passed", hall.id, course)),
        sums.figure("certificates", hall.id),
      ],
    })),
    note: TEXTS.coursesNote,
  };
}
