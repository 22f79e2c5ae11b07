// The token of personal values: it stands in the record and in the history, and says nothing about them.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import type { PersonalItem } from "../storage/record-item.ts";

/** What stays of personal values after erasing: nothing can be read from it, but a kept copy can be proved by it. */
export function tokenOf({ salt, values }: Pick<PersonalItem, "salt" | "values">): string {
  return createHash("sha256")
    .update(`${salt}${canonicalJson(values)}`)
    .digest("base64url")
    .slice(0, 22);
}
