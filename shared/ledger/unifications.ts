// The five unifications (五统一), as the programme looks for them in a hall and the scorecard marks its criteria with them.
import * as z from "zod";
import type { Text } from "../kernel/text.ts";

const IDS = ["image", "matters", "flows", "norms", "resources"] as const;
export const Unification = z.enum(IDS);
export type Unification = z.infer<typeof Unification>;

/** D1 二 “统一形象标识、统一项目设置、统一运行流程、统一服务规范、统一资源调配”. */
export const UNIFICATIONS = {
  image: { zh: "统一形象标识", en: "One image" },
  matters: { zh: "统一项目设置", en: "One list of services" },
  flows: { zh: "统一运行流程", en: "One way of working" },
  norms: { zh: "统一服务规范", en: "One standard of service" },
  resources: { zh: "统一资源调配", en: "One hand over resources" },
} as const satisfies Record<Unification, Text>;
