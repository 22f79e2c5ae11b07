// What a sheet or a form knows of a ledger: every `Ledger` is one, and so is every description of one.
import type { Text } from "../kernel/text.ts";
import type { StatusDefinition, Transition } from "./define-ledger.ts";
import type { Fields } from "./field.ts";

/** How a figure is called and shown; what it counts is the backend's. */
export interface DescribedMetric {
  readonly label: Text;
  readonly combine: "sum" | "ratio";
  readonly unit?: "count" | "fen" | "days" | undefined;
}

/** A ledger without its rules: those are the backend's to judge. */
export interface SheetLedger {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly fields: Fields;
  readonly businessDate: string;
  readonly dimension: string | null;
  /** `verbs`: its rows are made by calls of their own; a sheet only shows them. */
  readonly written?: "rows" | "verbs" | undefined;
  /** `centre`: the centre's own rows, kept under its id. */
  readonly scope?: "hall" | "centre" | undefined;
  /** Never in cells. */
  readonly restricted?: boolean | undefined;
  readonly statuses: Readonly<Record<string, StatusDefinition>>;
  readonly transitions: Readonly<Record<string, Transition>>;
  /** Roles by action. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly metrics: Readonly<Record<string, DescribedMetric>>;
}
