// What is left of personal values for readers who may not see them.
import type { Ledger } from "./define-ledger.ts";
import type { Values } from "./field.ts";

/** Keeps coded values and the first character of a one-line text (`张**`); hides everything else. */
export function maskPersonal(ledger: Ledger, personal: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(personal).map(([id, value]) => {
      const text = typeof value === "string" ? value : "";
      if (text.startsWith("@")) return [id, text];
      return [id, ledger.fields[id]?.kind === "text" ? `${[...text][0] ?? ""}**` : "***"];
    }),
  );
}
