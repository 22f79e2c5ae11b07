// A small printed paper as data (a notice, a slip, a cover): the renderers decide nothing about its words.
import type { Text } from "../kernel/text.ts";

export type PrintableBlock =
  | { readonly kind: "heading"; readonly text: Text }
  | { readonly kind: "paragraph"; readonly text: Text }
  /** Labels with their values, in two columns. */
  | { readonly kind: "fields"; readonly fields: readonly { readonly label: Text; readonly value: string }[] }
  | { readonly kind: "list"; readonly numbered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Text[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: "checklist";
      readonly items: readonly {
        readonly label: Text;
        readonly ok: boolean | null;
        readonly note?: string;
      }[];
    }
  /** A line to sign on, with who signs and the date. */
  | { readonly kind: "signatures"; readonly by: readonly Text[] };

export interface Printable {
  /** Distinguishes a row's papers in addresses: `notice`, `slip`. */
  readonly id: string;
  readonly title: Text;
  /** 告〔2026〕12号; absent where the paper has no number. */
  readonly number?: string;
  readonly blocks: readonly PrintableBlock[];
}
