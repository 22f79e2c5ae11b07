// A matter that the centre adds to its catalogue, as a form describes it.
import { FLOWS, type Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, type Result } from "../../../shared/kernel/result.ts";
import { tidyText } from "../../../shared/ledger/fields/text.ts";
import { type MatterForm, matterFrom, readForm } from "./read-matter-form.ts";

const problems = defineProblems({
  matter_id: {
    status: 422,
    zh: "编号“{id}”应为小写字母、数字和连字符，如 pension-card，且没有用过；请改一个。",
    en: "The id “{id}” is small letters, digits and hyphens, such as pension-card, and not used yet; choose another.",
  },
  matter_initials: {
    status: 422,
    zh: "拼音首字母“{initials}”应为大写字母或数字，如 LNZ(老年证)；请填写。",
    en: "The pinyin initials “{initials}” are capitals or digits, such as LNZ for 老年证; please fill them in.",
  },
  matter_post: {
    status: 422,
    zh: "请从列表里选择岗位和流程。",
    en: "Please choose a post and a flow from the lists.",
  },
});

/** What only a new matter is asked; the rest is as for a new version. */
export const NEW_FIELDS = ["id", "initials", "post", "flow", "basis"] as const;
export interface NewMatterForm {
  readonly own: Readonly<Record<(typeof NEW_FIELDS)[number], string>>;
  readonly upstream: boolean;
  readonly fee: boolean;
  readonly form: MatterForm;
}

/** Taken by an address of the catalogue's own. */
const RESERVED = "new";

export function readNewMatter(fields: URLSearchParams): NewMatterForm {
  const read = (name: (typeof NEW_FIELDS)[number]) => tidyText(fields.get(name) ?? "").slice(0, 500);
  return {
    own: {
      id: read("id"),
      initials: read("initials").toUpperCase(),
      post: read("post"),
      flow: read("flow"),
      basis: read("basis"),
    },
    upstream: fields.get("upstream") !== null,
    fee: fields.get("fee") !== null,
    form: readForm(fields),
  };
}

export function newMatterFrom(
  { own, upstream, fee, form }: NewMatterForm,
  known: readonly Matter[],
): Result<Matter, readonly Problem[]> {
  const found: Problem[] = [];
  const { id, initials, basis } = own;
  const taken = id === RESERVED || known.some((matter) => matter.id === id);
  if (taken || id.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    found.push(problems.matter_id({ field: "id", id: id.slice(0, 60) }));
  }
  if (!/^[A-Z0-9]{1,40}$/.test(initials)) {
    found.push(problems.matter_initials({ field: "initials", initials: initials.slice(0, 40) }));
  }
  const post = SHIPPED_POSTS.find((one) => one.id === own.post);
  const flow = FLOWS.find((one) => one === own.flow);
  if (!post || !flow) {
    found.push(problems.matter_post({ field: "post" }));
    return err(found);
  }
  const base: Matter = {
    id,
    name: { zh: form.zh || id, en: form.en || id },
    initials,
    post: post.id,
    serviceClass: post.serviceClass,
    flow,
    timeLimit: null,
    upstream,
    materials: [],
    subtypes: [],
    anonymous: false,
    sensitive: false,
    fee,
    ...(basis ? { basis } : {}),
  };
  const matter = matterFrom(base, form);
  if (!matter.ok) return err([...found, ...matter.error]);
  // A name that the form's reader noted as former is this matter's own.
  const { formerNames: _, ...named } = matter.value;
  return found.length > 0 ? err(found) : { ok: true, value: named };
}
