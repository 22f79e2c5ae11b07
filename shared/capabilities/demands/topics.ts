// What residents ask for, by topic, and what is asked for most.
import type { Text } from "../../kernel/text.ts";

export const DEMAND_TOPICS = {
  newService: { zh: "增设服务事项", en: "a new service" },
  housing: { zh: "住房物业", en: "housing and property" },
  employment: { zh: "就业培训", en: "work and training" },
  socialSecurity: { zh: "社保救助", en: "social security" },
  health: { zh: "医疗卫生", en: "health" },
  education: { zh: "教育托幼", en: "education and childcare" },
  elderlyCare: { zh: "养老助残", en: "care of the elderly and disabled" },
  environment: { zh: "环境卫生", en: "environment" },
  safety: { zh: "治安消防", en: "safety" },
  utilities: { zh: "水电气暖", en: "water, electricity, gas, heating" },
  traffic: { zh: "交通停车", en: "traffic and parking" },
  culture: { zh: "文体活动", en: "culture and sport" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<string, Text>;

export interface TopicCount {
  readonly topic: string;
  readonly count: number;
}

/** D1 五(四) “最关心、反映最强烈、最迫切需要解决的热点”: the topics asked for most; of equals the one named first. */
export function topTopics(topics: readonly string[], most = 10): TopicCount[] {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const order = Object.keys(DEMAND_TOPICS);
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .sort((a, b) => b.count - a.count || order.indexOf(a.topic) - order.indexOf(b.topic))
    .slice(0, most);
}

/** [P]: what was asked for so often within a quarter is a candidate for the catalogue. */
export const CANDIDATE_FROM = 3;

/** D1 三2 “根据群众需求，不断扩大服务事项范围”: what a quarter's unmet requests ask for again and again. */
export function candidatesOf(requests: readonly { readonly service: string }[]): TopicCount[] {
  const counts = new Map<string, number>();
  for (const { service } of requests) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= CANDIDATE_FROM)
    .map(([topic, count]) => ({ topic, count }))
    .sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1));
}
