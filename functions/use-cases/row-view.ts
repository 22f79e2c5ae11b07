// A row as a reader may see it: personal fields whole, masked, or erased.
import { isOverdue } from "../../shared/kernel/deadline.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Values } from "../../shared/ledger/field.ts";
import { maskPersonal } from "../../shared/ledger/mask.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { isErased, rowOf } from "../../shared/ledger/row-values.ts";

export interface RowView {
  readonly id: string;
  readonly version: number;
  readonly serial: string;
  readonly status: string;
  readonly values: Values;
  readonly masked: boolean;
  readonly erased: boolean;
  readonly open: boolean;
  readonly dueDate: string | null;
  readonly originalDueDate: string | null;
  /** When the hall's own part ended: nobody is hurried after that. */
  readonly endedOn: string | null;
  readonly provisional: boolean;
  readonly overdue: boolean;
  readonly onTime: boolean | null;
  readonly onTimeOriginal: boolean | null;
  readonly marks: readonly string[];
  readonly enteredAt: string;
  readonly updatedAt: string;
  readonly enteredBy: string | null;
  readonly syncedBy: string;
  readonly voided: LedgerRecord["voided"];
}

export interface Reader {
  readonly ledger: Ledger;
  /** May see personal fields whole. */
  readonly unmasked: boolean;
  /** Who reads: of a row that is about themselves they see no personal fields, whatever their roles. */
  readonly reader: string;
  readonly today: PlainDate;
}

export function rowView(record: LedgerRecord, personal: Values | undefined, reader: Reader): RowView {
  const { derived } = record;
  const known = personal ?? {};
  const unmasked = reader.unmasked && !reader.ledger.concerns(rowOf(record)).includes(reader.reader);
  return {
    id: record.id,
    version: record.version,
    serial: record.serial,
    status: derived.status,
    values: { ...record.values, ...(unmasked ? known : maskPersonal(reader.ledger, known)) },
    masked: !unmasked && Object.keys(known).length > 0,
    erased: isErased(record),
    open: derived.open && !record.voided,
    dueDate: derived.dueDate,
    originalDueDate: derived.originalDueDate,
    endedOn: derived.endedOn,
    provisional: derived.provisional,
    overdue: !record.voided && derived.open && isOverdue(derived, reader.today),
    onTime: derived.onTime,
    onTimeOriginal: derived.onTimeOriginal,
    marks: derived.marks,
    enteredAt: record.enteredAt,
    updatedAt: record.updatedAt,
    enteredBy: record.enteredBy,
    syncedBy: record.syncedBy,
    voided: record.voided,
  };
}
