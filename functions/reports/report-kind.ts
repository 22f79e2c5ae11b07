// What a kind of report has to say of itself: who may have it, what it is about, and how it is built.
import type { Role } from "../../shared/kernel/permissions.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Dependencies } from "../dependencies.ts";
import type { ReportOrder } from "../storage/report-store.ts";
import type { Report } from "./model/report.ts";

/** Told while a report is built; `share` is of 1. */
export type Progress = (share: number, step: Text) => Promise<void>;

export interface ReportKind {
  readonly id: string;
  readonly title: Text;
  /** Of the centre's people, who may ask for it; a hall's own leaders may have what is about their hall. */
  readonly roles: readonly Role[];
  /** Whether it is about one hall, about all, or about either. */
  readonly about: "centre" | "hall" | "either";
  /** What `subject` has to be; refuses anything else. */
  readonly subject: { readonly label: Text; readonly example: string; check(subject: string): boolean };
  build(deps: Dependencies, order: ReportOrder, progress: Progress): Promise<Report>;
}
