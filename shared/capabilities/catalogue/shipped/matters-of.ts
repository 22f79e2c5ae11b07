// How the shipped catalogue is written down: a row per matter of a post, naming only what is not the rule.
import type { Material, Matter, Post } from "../matter.ts";

type Usual = "upstream" | "materials" | "subtypes" | "anonymous" | "sensitive" | "fee";

export type MatterRow = Omit<Matter, "post" | "serviceClass" | Usual> & Partial<Pick<Matter, Usual>>;

/** Full matters: no upstream, no materials, no subtypes, nothing anonymous, sensitive or charged for unless said. */
export function mattersOf(post: Post, rows: readonly MatterRow[]): Matter[] {
  return rows.map((row) => ({
    upstream: false,
    materials: [],
    subtypes: [],
    anonymous: false,
    sensitive: false,
    fee: false,
    ...row,
    post: post.id,
    serviceClass: post.serviceClass,
  }));
}

export function material(id: string, zh: string, en: string): Material {
  return { id, name: { zh, en } };
}
