// The fourteen contents of a check of the windows. D2 二(一)1, in its order.
import type { Text } from "../../kernel/text.ts";

export const FOURTEEN_CONTENTS = {
  lawfulness: { zh: "依法行政", en: "acting by the law" },
  quality: { zh: "工作质量", en: "quality of work" },
  efficiency: { zh: "办事效率", en: "speed of work" },
  discipline: { zh: "劳动纪律", en: "labour discipline" },
  badges: { zh: "佩证上岗", en: "badges worn" },
  attire: { zh: "着装仪表", en: "dress and appearance" },
  reception: { zh: "接待礼仪", en: "manners of reception" },
  wording: { zh: "服务言语", en: "wording of service" },
  attitude: { zh: "服务态度", en: "attitude of service" },
  cleanliness: { zh: "卫生保洁", en: "cleanliness" },
  papers: { zh: "资料整理", en: "papers in order" },
  archives: { zh: "档案管理", en: "keeping of files" },
  computers: { zh: "计算机使用和管理", en: "use and care of computers" },
  safety: { zh: "安全防范", en: "safety" },
} as const satisfies Record<string, Text>;
