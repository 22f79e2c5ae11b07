// A person one can choose to be on this machine, and the subject under which the issuer knows them.
import { createHash } from "node:crypto";
import type { Text } from "../../shared/kernel/text.ts";

export interface DemonstrationAccount {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly halls: readonly string[];
  /** How role and halls read on the page; without it they are shown as they are. */
  readonly shown?: { readonly role: Text; readonly halls: readonly Text[] };
}

/** Twenty-one digits like Google's, the same for an address at every start and on every machine. */
export function subjectOf(email: string): string {
  const hash = createHash("sha256").update(normalEmail(email)).digest("hex");
  // 20 digits of the hash after a fixed 1, so that the number never starts with 0.
  return `1${(BigInt(`0x${hash}`) % 10n ** 20n).toString().padStart(20, "0")}`;
}

/** Addresses are compared as people write them, in whatever case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
